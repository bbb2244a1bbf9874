"""`python -m mtqa.qe.thresholds MODEL DATA`: sets where a tag becomes a finding, by what it would mark on human news.

For each tag, `high` is the P(not ok) that at most BUDGET spans in 1,000 words of the even part of human news exceed; `low`
is half of it. Written to thresholds.json beside the model, with the name that signatures carry.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from mtqa.qe.corpora import human_news
from mtqa.qe.estimator import TaggerEstimator, Threshold, spans
from mtqa.qe.features import LANGS
from mtqa.qe.tags import TAGS
from mtqa.qe.tokens import tokens
from mtqa.segment import Document
from mtqa.sentences import split

BUDGET = 0.05  # spans of one tag in 1,000 words
LEAST = 0.5  # no threshold is lower
STEP_UP = 1e-4


def peaks(estimator: TaggerEstimator, documents: Iterable[Document]) -> tuple[dict[str, list[float]], int]:
    """P(not ok) at the peak of every span, by tag, and the number of words."""
    found: dict[str, list[float]] = defaultdict(list)
    words = 0
    for document in documents:
        segments = split(document).segments
        cut = [tokens(s.target, s.target_lang) for s in segments]
        words += sum(word.text[0].isalpha() for sentence in cut for word in sentence)
        for tags, _ in estimator.probabilities(segments, cut).values():
            for _, _, tag, peak in spans(tags, estimator.thresholds):
                found[tag].append(peak)
    return found, words


def chosen(found: dict[str, list[float]], words: int, budget: float = BUDGET) -> dict[str, Threshold]:
    """The thresholds that keep each tag within its budget."""
    allowed = int(budget * words / 1000)
    limits = {}
    for tag in TAGS[1:]:
        ordered = sorted(found.get(tag, []), reverse=True)
        high = max(LEAST, ordered[allowed] + STEP_UP if allowed < len(ordered) else LEAST)
        limits[tag] = Threshold(round(high, 4), round(high / 2, 4))
    return limits


def write(folder: Path, limits: dict[str, Threshold], name: str) -> None:
    """Write thresholds.json; the name ends in six figures of the model's hash."""
    digest = sha256((folder / "tagger.onnx").read_bytes()).hexdigest()[:6]
    told = {"name": f"{name}-{digest}", "tags": {tag: asdict(limit) for tag, limit in limits.items()}}
    (folder / "thresholds.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Set thresholds from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--budget", type=float, default=BUDGET)
    given = parser.parse_args()
    open_wide = dict.fromkeys(TAGS[1:], Threshold(0.3, 0.25))
    write(given.model, open_wide, given.model.name)
    estimator = TaggerEstimator(given.model)
    documents = (document for lang in LANGS for document in human_news(given.data, lang, "even"))
    found, words = peaks(estimator, documents)
    limits = chosen(found, words, given.budget)
    write(given.model, limits, given.model.name)
    print(json.dumps({"words": words, "tags": {tag: asdict(limit) for tag, limit in limits.items()}}, indent=1))


if __name__ == "__main__":
    main()
