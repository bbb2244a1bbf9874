"""`python -m mtqa.qe.ablate GOLD DATA --shards all=FOLDER[,FOLDER] [--shards "no order=FOLDER"] --work WORK`

Trains a small tagger for each thing left out, one at a time, and measures it without the rules: what each group of features
and, with shards that `make_shards --without` wrote, each kind of damage brings. Written to reports/evaluation/ablation.*.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mtqa.qe.estimator import TaggerEstimator
from mtqa.qe.evaluate import evaluate_matched
from mtqa.qe.export import export
from mtqa.qe.features import LANGS
from mtqa.qe.network import TaggerConfig
from mtqa.qe.results import write
from mtqa.qe.tags import KINDS
from mtqa.qe.thresholds import OPEN
from mtqa.qe.thresholds import write as write_thresholds
from mtqa.qe.train import Settings, load, train
from mtqa.review import Settings as Run

# What is hidden from the network, by the first letters of its columns' names in features.FEATURES.
HIDDEN = {
    "word patterns": "w@,ww,w.",
    "class patterns": "cc,cw,wc",
    "frequency and knowledge of words": "zipf,seen,known,foreign,compound",
    "source and pivot language": "zipf_,known_,foreign_,like_,compound_",
    "letters": "like",
    "repetition": "twice,pair",
    "names and capitals": "name,capital,acronym",
    "agreement": "cell_",
}


@dataclass(frozen=True, slots=True)
class Trial:
    """One run: what is left out, the shards it learns from, how it is trained."""

    name: str
    shards: tuple[Path, ...]
    settings: Settings
    config: TaggerConfig = field(default_factory=TaggerConfig)


def trials(shards: dict[str, tuple[Path, ...]], settings: Settings) -> Iterator[Trial]:
    """Everything; then without each group of features; then with each of the other sets of shards."""
    (first, whole), *others = shards.items()
    yield Trial(first, whole, settings)
    for name, hidden in HIDDEN.items():
        yield Trial(f"no {name}", whole, replace(settings, hidden=hidden))
    yield Trial("no embeddings", whole, settings, TaggerConfig(embedded=0))
    yield Trial("no thinned counts", whole, replace(settings, thinned=0.0))
    for name, some in others:
        yield Trial(name, some, settings)


def tried(trial: Trial, gold: Path, data: Path, work: Path) -> dict[str, Any]:
    """Train one tagger, unless WORK has it, and measure it."""
    out = work / trial.name.replace(" ", "-")
    if not (out / "model.safetensors").is_file():
        train(trial.shards, out, trial.settings, trial.config)
    export([load(out)], out / "tagger.onnx")
    write_thresholds(out, dict.fromkeys(LANGS, OPEN), trial.name)
    estimator = TaggerEstimator(out)
    codes = frozenset(kind.code for kind in KINDS)
    found = evaluate_matched(gold, data, Run((), estimator=estimator, model=trial.name, model_codes=codes))
    raw = found["auc"]["tagger_raw"]
    recalls = {name: row["recall"] for name, row in found["tagger"].items()}
    return {"auc": raw["all"], "interval": raw["interval"], **recalls}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run all trials and write their table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--shards", action="append", required=True, metavar="NAME=FOLDER[,FOLDER]")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=2.0)
    parser.add_argument("--out", type=Path, default=Path("reports/evaluation"))
    given = parser.parse_args(arguments)
    named = (one.partition("=") for one in given.shards)
    shards = {name: tuple(map(Path, folders.split(","))) for name, _, folders in named}
    every = trials(shards, Settings(epochs=given.epochs))
    rows = {one.name: tried(one, given.gold, given.data, given.work) for one in every}
    named_shards = " ".join(f'--shards "{name}=SHARDS"' for name in shards)
    command = f"python -m mtqa.qe.ablate {given.gold.name} DATA {named_shards} --work WORK --epochs {given.epochs:g}"
    write(given.out, "ablation", command, {"trials": rows})


if __name__ == "__main__":
    main()
