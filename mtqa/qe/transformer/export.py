"""`python -m mtqa.qe.transformer.export RUN --out FOLDER --vocabulary models/small`: a trained transformer as a model's folder.

The network as ONNX, for onnxruntime alone, its matrices in 8 bits a value with a scale for each row, and products of whole
numbers: a quarter of the size, and faster. `--full` leaves them as they are. Beside it the weights: the table of the pieces is
read from there, and `mtqa train` starts from them.
"""

import argparse
import logging
import shutil
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor, nn

from mtqa.qe.shipped import SMALL
from mtqa.qe.transformer import weights
from mtqa.qe.transformer.network import Small, SmallConfig
from mtqa.qe.transformer.table import WEIGHTS

CONFIG, TOKENIZER = "config.json", "tokenizer.json"
INPUTS = ("embedded", "texts", "first", "last", "features")


class Inference(nn.Module):
    """The network on one text a row, with probabilities out; masks come from the padding."""

    def __init__(self, model: Small) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, embedded: Tensor, texts: Tensor, first: Tensor, last: Tensor, features: Tensor
    ) -> tuple[Tensor, Tensor]:
        """(B, T, width), (B, T), (B, W), (B, W), (B, W, features) -> tag probabilities (B, W, tags), P(broken) (B).

        `embedded` are the pieces' rows of the table; `texts` is 1 where a piece stands and 0 at padding. A word whose first
        place is 0 is padding.
        """
        states = self.model.encoder.read(embedded, texts)
        tags, sentence = self.model.judge(states, first, last, features, (first > 0).float())
        return tags.softmax(-1), sentence.sigmoid()


def export(model: Small, file: Path) -> None:
    """Write the ONNX file; batch, pieces and words are free."""
    config = model.config
    embedded, texts = torch.randn(2, 12, config.width), torch.ones(2, 12, dtype=torch.long)
    places = torch.arange(1, 7).expand(2, 6)
    rows, words = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the old exporter, whose sizes stay free, says that it is old
        torch.onnx.export(
            Inference(model).eval(),
            (embedded, texts, places, places, torch.randn(2, 6, config.features)),
            str(file),
            input_names=list(INPUTS),
            output_names=["tags", "broken"],
            dynamic_axes=dict.fromkeys(INPUTS[:2], rows)
            | dict.fromkeys((*INPUTS[2:], "tags"), words)
            | {"broken": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )


def load(folder: Path) -> Small:
    """A trained network from its config.json and model.safetensors."""
    model = Small(SmallConfig.load(folder / CONFIG))
    weights.load(folder / WEIGHTS, model)
    return model.eval()


def in_8_bits(full: Path, file: Path) -> None:
    """Write a copy of an ONNX file with its matrices in 8 bits (onnxruntime's dynamic quantisation)."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.disable(logging.WARNING)  # it advises to simplify the network first, which changes nothing here
    try:
        quantize_dynamic(full, file, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"])
    finally:
        logging.disable(logging.NOTSET)


def write(
    out: Path, model: Small, vocabulary: Path, is_full: bool = False, told: Mapping[str, object] | None = None
) -> None:
    """Write what `--model` opens, but for its thresholds, and what `mtqa train` starts from: network, weights, vocabulary.

    `told` is how the weights were made, which they tell.
    """
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        whole = Path(folder)
        export(model, whole / SMALL)
        if is_full:
            shutil.copyfile(whole / SMALL, out / SMALL)
        else:
            in_8_bits(whole / SMALL, out / SMALL)
        weights.save(whole / WEIGHTS, model, told or {})
        weights.keep(whole / WEIGHTS, out / WEIGHTS)
    model.config.save(out / CONFIG)
    if vocabulary.resolve() != out.resolve():
        shutil.copyfile(vocabulary / TOKENIZER, out / TOKENIZER)


def main(arguments: Sequence[str] | None = None) -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--full", action="store_true", help="32 bits a value")
    parser.add_argument("--vocabulary", type=Path, required=True, help="folder with tokenizer.json")
    given = parser.parse_args(arguments)
    write(given.out, load(given.run), given.vocabulary, given.full, weights.provenance(given.run / WEIGHTS))


if __name__ == "__main__":
    main()
