"""`python -m mtqa.qe.hub.calibrate MODEL TEXT... --lang fr --out FOLDER`: limits by what a model marks in clean text.

TEXT is text as it should be, of the kind that will be checked, in any format that mtqa reads: all that the model marks there
is a false alarm. `high` is the value that at most --budget words in 1,000 reach, `sure` the one that --sure do. The limits go
to FOLDER/mtqa_thresholds.json with the model's address, so that `--model FOLDER` runs it; other languages stay as they are.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from mtqa.errors import ConfigError, InputError, MtqaError
from mtqa.qe.hub.estimator import HubEstimator
from mtqa.qe.hub.language_model import NEIGHBOUR
from mtqa.qe.hub.place import Kind, find
from mtqa.qe.hub.settings import FILE
from mtqa.readers import read
from mtqa.segment import Document, Segment
from mtqa.sentences import split

BUDGET, SURE = 1.0, 0.1  # words in 1,000
LEAST = 2000  # words below which limits are left to chance
TOGETHER = 256  # segments


def segments(paths: Sequence[Path], lang: str) -> list[Segment]:
    """The sentences of clean texts; raises InputError where one cannot be read."""
    found: list[Segment] = []
    for item in read([str(path) for path in paths], target_lang=lang):
        if not isinstance(item, Document):
            raise InputError(str(item))
        found += split(item).segments
    return found


def values(estimator: HubEstimator, given: Sequence[Segment]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """What the model says of every word that it judges, the highest first."""
    found = [
        one.values[np.isfinite(one.values)]
        for start in range(0, len(given), TOGETHER)
        for one in estimator.worker.judge(given[start : start + TOGETHER])
    ]
    return np.sort(np.concatenate(found))[::-1] if found else np.zeros(0, np.float32)


def limits(ordered: Iterable[float], budget: float, sure: float, near: float) -> dict[str, float]:
    """High, low and sure from values of clean words, the highest first; `near` is low's share of high."""
    known = list(ordered)
    if len(known) < LEAST:
        raise InputError(f"the clean text has {len(known)} words that the model judges; it takes {LEAST} at least")

    def reached(rate: float) -> float:
        step = abs(known[0]) * 1e-4 + 1e-6  # just above what may not be reached
        return round(known[min(len(known) - 1, int(rate * len(known) / 1000))] + step, 5)

    high = reached(budget)
    return {"high": high, "low": round(near * high, 5), "sure": max(high, reached(min(sure, budget)))}


def write(folder: Path, model: str, lang: str, found: dict[str, float], note: str) -> Path:
    """Put a language's limits into the folder's settings; what else they say stays."""
    file = folder / FILE
    folder.mkdir(parents=True, exist_ok=True)
    told = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    if not (folder / "config.json").is_file():
        told.setdefault("model", model)
    told["limits"] = {**told.get("limits", {}), lang: found}
    told["note"] = "; ".join(filter(None, (told.get("note"), note)))
    file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return file


def main(arguments: Sequence[str] | None = None) -> None:
    """Calibrate from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="a folder, or a hub id")
    parser.add_argument("text", nargs="+", type=Path)
    parser.add_argument("--lang", required=True, help="of the text, such as fr")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--budget", type=float, default=BUDGET, help="words in 1,000 that may be marked (default 1)")
    parser.add_argument(
        "--sure", type=float, default=SURE, help="of them, those that are more than minor (default 0.1)"
    )
    given = parser.parse_args(arguments)
    try:
        print(calibrate(given.model, given.text, given.lang, given.out, given.budget, given.sure))
    except MtqaError as error:
        parser.exit(2, f"mtqa: {error}\n")


def calibrate(model: str, text: Sequence[Path], lang: str, out: Path, budget: float, sure: float) -> Path:
    """The settings file with limits for a model in a language."""
    estimator = HubEstimator(find(model))
    if estimator.place.kind is Kind.SEQUENCE:
        raise ConfigError(f"{model}: a {Kind.SEQUENCE} marks no words: there is nothing to calibrate")
    ordered = values(estimator, [one for one in segments(text, lang) if estimator.reads(one)])
    found = limits(ordered.tolist(), budget, sure, NEIGHBOUR)
    address = (
        str(Path(model).resolve()) if Path(model).is_dir() else f"{estimator.place.where}@{estimator.place.revision}"
    )
    return write(out, address, lang, found, f"{lang}: {len(ordered)} clean words, {budget:g} and {sure:g} in 1,000")


if __name__ == "__main__":
    main()
