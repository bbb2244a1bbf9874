"""`python -m mtqa.qe.thresholds MODEL DATA`: sets where a tag becomes a finding, by what it would mark on human news.

For each language and tag, `high` is the P(not ok) that at most BUDGET spans in 1,000 words of the even part of human news
exceed, and `sure` the one that SURE do; `low` is half of `high`. A model that reads sources gets thresholds beside the source
too, from the even part of human translations. Written to thresholds.json beside the model, with the name that signatures
carry.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from mtqa.qe.corpora import Pair, human_news, translations
from mtqa.qe.estimator import ALONE, BESIDE_SOURCE, TaggerEstimator, Threshold, spans
from mtqa.qe.features import LANGS
from mtqa.qe.shipped import SMALL, TAGGER, opened
from mtqa.qe.tags import TAGS
from mtqa.qe.tokens import tokens
from mtqa.segment import Segment
from mtqa.sentences import split

BUDGET = 0.15  # spans of one tag in 1,000 words
SURE = 0.02  # of them, those that may stop a feed
LEAST = 0.5  # no threshold is lower
STEP_UP = 1e-4
Limits = dict[str, dict[str, Threshold]]
OPEN = dict.fromkeys(TAGS[1:], Threshold(0.3, 0.25, 1.0))


def peaks(estimator: TaggerEstimator, groups: Iterable[Sequence[Segment]]) -> tuple[dict[str, list[float]], int]:
    """P(not ok) at the peak of every span in groups of segments, by tag, and the number of words."""
    found: dict[str, list[float]] = defaultdict(list)
    words = 0
    for segments in groups:
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


def write(folder: Path, limits: Limits, name: str, beside_source: Limits | None = None) -> None:
    """Write thresholds.json; the name ends in six figures of the model's hash."""
    file = next(folder / one for one in (SMALL, TAGGER) if (folder / one).is_file())
    told: dict[str, Any] = {"name": f"{name}-{sha256(file.read_bytes()).hexdigest()[:6]}", ALONE: _tables(limits)}
    if beside_source:
        told[BESIDE_SOURCE] = _tables(beside_source)
    (folder / "thresholds.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _tables(limits: Limits) -> dict[str, Any]:
    return {lang: {tag: asdict(limit) for tag, limit in table.items()} for lang, table in limits.items()}


def measured(
    estimator: TaggerEstimator, groups_of: Callable[[str], Iterable[Sequence[Segment]]], budget: float
) -> Limits:
    """The thresholds of each language from groups of its human-written segments."""
    limits = {}
    for lang in LANGS:
        found, words = peaks(estimator, groups_of(lang))
        limits[lang] = chosen(found, words, budget)
        print(lang, words, {tag: limit.high for tag, limit in limits[lang].items()}, flush=True)
    return limits


def main() -> None:
    """Set thresholds from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--budget", type=float, default=BUDGET)
    given = parser.parse_args()
    write(given.model, dict.fromkeys(LANGS, OPEN), given.model.name)
    estimator = opened(given.model)
    alone = measured(
        estimator, lambda lang: (split(one).segments for one in human_news(given.data, lang, "even")), given.budget
    )
    beside = None
    if (given.model / SMALL).is_file():
        beside = measured(estimator, lambda lang: batched(translations(given.data, lang, "even")), given.budget)
    write(given.model, alone, given.model.name, beside)


def batched(pairs: Iterable[Pair]) -> Iterator[list[Segment]]:
    """Translations beside their sources, as segments, a hundred at a time."""
    stream = iter(pairs)
    while some := list(islice(stream, 100)):
        yield [Segment(one.target, one.target_lang, one.source, one.source_lang) for one in some]


if __name__ == "__main__":
    main()
