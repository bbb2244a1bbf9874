"""`python -m mtqa.qe.thresholds MODEL DATA`: sets where a tag becomes a finding, by what it would mark on human news.

For each language and tag, `high` is the P(not ok) that at most BUDGET spans in 1,000 words of the even part of human news
exceed, and `sure` the one that SURE do; `low` is half of `high`. Written to thresholds.json beside the model, with the name
that signatures carry.
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

BUDGET = 0.15  # spans of one tag in 1,000 words
SURE = 0.02  # of them, those that may stop a feed
LEAST = 0.5  # no threshold is lower
STEP_UP = 1e-4
OPEN = dict.fromkeys(TAGS[1:], Threshold(0.3, 0.25, 1.0))


def peaks(estimator: TaggerEstimator, documents: Iterable[Document]) -> tuple[dict[str, list[float]], int]:
    """P(not ok) at the peak of every span, by tag, and the number of words."""
    found: dict[str, list[float]] = defaultdict(list)
    words = 0
    for document in documents:
        segments = split(document).segments
        cut = [tokens(s.target, s.target_lang) for s in segments]
        words += sum(word.text[0].isalpha() for sentence in cut for word in sentence)
        for tags, _ in estimator.probabilities(segments, cut).values():
            for _, _, tag, peak in spans(tags, OPEN):
                found[tag].append(peak)
    return found, words


def chosen(found: dict[str, list[float]], words: int, budget: float = BUDGET) -> dict[str, Threshold]:
    """The thresholds that keep each tag within its budget."""
    limits = {}
    for tag in TAGS[1:]:
        high = limit(found.get(tag, []), words, budget)
        sure = limit(found.get(tag, []), words, min(SURE, budget))
        limits[tag] = Threshold(high, round(high / 2, 4), sure)
    return limits


def limit(peaks: list[float], words: int, budget: float) -> float:
    """The probability that no more than `budget` peaks in 1,000 words exceed."""
    ordered = sorted(peaks, reverse=True)
    allowed = round(budget * words / 1000)
    return round(max(LEAST, ordered[allowed] + STEP_UP if allowed < len(ordered) else LEAST), 4)


def write(folder: Path, limits: dict[str, dict[str, Threshold]], name: str) -> None:
    """Write thresholds.json; the name ends in six figures of the model's hash."""
    digest = sha256((folder / "tagger.onnx").read_bytes()).hexdigest()[:6]
    tables = {lang: {tag: asdict(limit) for tag, limit in table.items()} for lang, table in limits.items()}
    told = {"name": f"{name}-{digest}", "tags": tables}
    (folder / "thresholds.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Set thresholds from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--budget", type=float, default=BUDGET)
    given = parser.parse_args()
    write(given.model, dict.fromkeys(LANGS, OPEN), given.model.name)
    estimator = TaggerEstimator(given.model)
    limits = {}
    for lang in LANGS:
        found, words = peaks(estimator, human_news(given.data, lang, "even"))
        limits[lang] = chosen(found, words, given.budget)
        print(lang, words, {tag: limit.high for tag, limit in limits[lang].items()})
    write(given.model, limits, given.model.name)


if __name__ == "__main__":
    main()
