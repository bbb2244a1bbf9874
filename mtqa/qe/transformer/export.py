"""`python -m mtqa.qe.transformer.export RUN --out FOLDER`: a trained transformer as ONNX, for onnxruntime alone."""

import argparse
import warnings
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from mtqa.qe.transformer import weights
from mtqa.qe.transformer.estimator import FILE
from mtqa.qe.transformer.network import Small, SmallConfig
from mtqa.qe.transformer.tokenizer import PAD

INPUTS = ("pieces", "first", "last", "features")


class Inference(nn.Module):
    """The network on one text a row, with probabilities out; masks come from the padding."""

    def __init__(self, model: Small) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, first: Tensor, last: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """(B, T), (B, W), (B, W), (B, W, features) -> tag probabilities (B, W, tags), P(broken) (B).

        A word whose first place is 0 is padding.
        """
        texts = (pieces != PAD).long()
        tags, sentence = self.model(pieces, texts, first, last, features, (first > 0).float())
        return tags.softmax(-1), sentence.sigmoid()


def export(model: Small, file: Path) -> None:
    """Write the ONNX file; batch, pieces and words are free."""
    size = model.config.features
    pieces = torch.randint(300, model.config.pieces, (2, 12))
    places = torch.arange(1, 7).expand(2, 6)
    names = {0: "batch", 1: "words"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the old exporter, whose sizes stay free, says that it is old
        torch.onnx.export(
            Inference(model).eval(),
            (pieces, places, places, torch.randn(2, 6, size)),
            str(file),
            input_names=list(INPUTS),
            output_names=["tags", "broken"],
            dynamic_axes={"pieces": {0: "batch", 1: "pieces"}, "broken": {0: "batch"}}
            | dict.fromkeys((*INPUTS[1:], "tags"), names),
            opset_version=17,
            dynamo=False,
        )


def load(folder: Path) -> Small:
    """A trained network from its config.json and model.safetensors."""
    model = Small(SmallConfig.load(folder / "config.json"))
    weights.load(folder / "model.safetensors", model)
    return model.eval()


def main(arguments: Sequence[str] | None = None) -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    export(load(given.run), given.out / FILE)


if __name__ == "__main__":
    main()
