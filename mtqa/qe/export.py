"""`python -m mtqa.qe.export TRAINED... --out FOLDER`: the mean of trained taggers as one ONNX file."""

import argparse
import copy
import warnings
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import torch
from torch import Tensor, nn

from mtqa.qe.network import Tagger
from mtqa.qe.train import load


class Mean(nn.Module):
    """Mean of the probabilities of several taggers."""

    def __init__(self, models: Sequence[Tagger]) -> None:
        super().__init__()
        self.models = nn.ModuleList(models)

    def forward(self, features: Tensor, identities: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """(B, T, features), (B, T, 3), (B, T) -> tag probabilities (B, T, tags), probability that the sentence is broken (B)."""
        outputs = [model(features, identities, mask) for model in self.models]
        tags = torch.stack([tag.softmax(-1) for tag, _ in outputs]).mean(0)
        broken = torch.stack([sentence.sigmoid() for _, sentence in outputs]).mean(0)
        return tags, broken


def export(models: Sequence[Tagger], file: Path) -> None:
    """Write the ONNX file; batch and length are free. The embeddings' tables are stored as 16-bit floats."""
    copies = copy.deepcopy(list(models))
    for table in chain.from_iterable(model.tables for model in copies):
        table.half()
    mean = Mean(copies).eval()
    size = models[0].config.features
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the old exporter, whose batch size stays free, says that it is old
        torch.onnx.export(
            mean,
            (torch.zeros(2, 16, size), torch.zeros(2, 16, 3, dtype=torch.int64), torch.ones(2, 16)),
            str(file),
            input_names=["features", "identities", "mask"],
            output_names=["tags", "broken"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in ("features", "identities", "mask", "tags")}
            | {"broken": {0: "batch"}},
            do_constant_folding=False,
            dynamo=False,
        )


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    export([load(folder) for folder in given.trained], given.out / "tagger.onnx")


if __name__ == "__main__":
    main()
