"""Recall of obvious gold spans where human news may have 1, 2, 4 and 7 findings in 1,000 words."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from mtqa.qe import metrics
from mtqa.qe.corpora import Passage, human_news
from mtqa.qe.evaluate.readings import Reading, read
from mtqa.qe.metrics import Span
from mtqa.review import Settings
from mtqa.segment import Document

ALARMS = (1, 2, 4, 7)
LOWEST, HIGHEST = 0.02, 0.9999
STEPS = 24
Marks = Callable[[Reading, float], list[Span]]
SYSTEMS: dict[str, Marks] = {
    "rules": lambda reading, _: reading.rule_spans(),
    "tagger": Reading.model_spans,
    "rules_and_tagger": Reading.merged_spans,
}


def curve(
    passages: Sequence[Passage], judged: Sequence[Reading], data: Path, settings: Settings, seed: int
) -> dict[str, Any]:
    """Tight recall of obvious spans and precision of rules, tagger and both.

    One threshold a language, the same for all tags, is set on the even part of human news, told to be translated from
    the passages' source languages; `per_1000_words` are the findings on the odd part.
    """
    sources: dict[str, list[str | None]] = {}
    for passage in passages:
        sources.setdefault(passage.document.target_lang or "und", []).append(passage.document.source_lang)
    even = news(data, sources, "even", settings, seed)
    odd = news(data, sources, "odd", settings, seed)
    rows = list(zip(passages, judged, strict=True))
    return {
        "words": {part: sum(map(words_of, some.values())) for part, some in (("even", even), ("odd", odd))},
        "rules": _row(rows, even, odd, "rules", dict.fromkeys(sources, 1.0)),
        **{
            name: {f"{k} per 1,000": _row(rows, even, odd, name, thresholds(even, SYSTEMS[name], k)) for k in ALARMS}
            for name in ("tagger", "rules_and_tagger")
            if settings.estimator
        },
    }


def news(
    data: Path, sources: Mapping[str, Sequence[str | None]], part: str, settings: Settings, seed: int
) -> dict[str, list[Reading]]:
    """Human news of each language, its source languages drawn from those given."""
    draw = random.Random(seed)

    def told(document: Document) -> Document:
        return replace(document, source_lang=draw.choice(sources[document.target_lang or "und"]))

    return {lang: list(read(map(told, human_news(data, lang, part)), settings)) for lang in sources}


def words_of(readings: Sequence[Reading]) -> int:
    """Words of all."""
    return sum(r.review.words for r in readings)


def thresholds(news: dict[str, list[Reading]], marks: Marks, alarms: float) -> dict[str, float]:
    """For each language the lowest threshold at which news has at most `alarms` findings in 1,000 words."""
    return {lang: threshold(readings, marks, alarms) for lang, readings in news.items()}


def threshold(readings: Sequence[Reading], marks: Marks, alarms: float) -> float:
    """By halving the interval of log-odds; HIGHEST where even that has more."""
    most = alarms * words_of(readings) / 1000
    low, high = metrics.logit(LOWEST), metrics.logit(HIGHEST)
    for _ in range(STEPS):
        middle = (low + high) / 2
        few = sum(len(marks(r, metrics.logistic(middle))) for r in readings) <= most
        low, high = (low, middle) if few else (middle, high)
    return metrics.logistic(high)


def _row(
    rows: Sequence[tuple[Passage, Reading]],
    even: dict[str, list[Reading]],
    odd: dict[str, list[Reading]],
    name: str,
    limits: dict[str, float],
) -> dict[str, Any]:
    marks = SYSTEMS[name]

    def at_limit(reading: Reading) -> list[Span]:
        return marks(reading, limits[reading.review.document.target_lang or "und"])

    outcomes = [outcome(passage, at_limit(reading)) for passage, reading in rows]
    langs = [passage.document.target_lang for passage, _ in rows]
    by = {
        lang: metrics.share([t for o, at in zip(outcomes, langs, strict=True) if at == lang for t in o[0]])
        for lang in limits
    }
    alarms = {lang: sum(len(at_limit(r)) for r in some) for lang, some in odd.items()}
    total = sum(map(words_of, odd.values()))
    return {
        "recall": metrics.share([t for tight, _ in outcomes for t in tight]),
        "interval": metrics.bootstrap(outcomes, lambda some: metrics.share([t for tight, _ in some for t in tight])),
        "precision": metrics.share([r for _, right in outcomes for r in right]),
        **by,
        "per_1000_words": 1000 * sum(alarms.values()) / total if total else None,
        **{f"per_1000 {lang}": 1000 * alarms[lang] / max(1, words_of(odd[lang])) for lang in odd},
        **{f"threshold {lang}": round(limit, 4) for lang, limit in limits.items()},
    }


def outcome(passage: Passage, found: Sequence[Span]) -> tuple[list[bool], list[bool]]:
    """Which obvious errors are found tightly, and which findings touch an error."""
    tight = [metrics.is_found_tightly((e.start, e.end), found) for e in passage.errors if e.is_obvious]
    right = [any(metrics.overlaps(span, (e.start, e.end)) for e in passage.errors) for span in found]
    return tight, right
