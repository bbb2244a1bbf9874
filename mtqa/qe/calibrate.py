"""Calibrates the sentence score (see mtqa/scoring.py) and says how well its probabilities come true.

Fitted on the sentences of annotated passages and, of each language, four times as many of human-written news, so that it holds
for a feed in which about one sentence in eight is broken; judged with pages held out, five times over.
"""

import random
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from mtqa.finding import Severity
from mtqa.qe import metrics
from mtqa.qe.corpora import Passage, gold, human_news
from mtqa.qe.fit import FEATURES, OWN, Fit, Row, cross_fitted, fits
from mtqa.report import Sentence
from mtqa.review import Settings, review
from mtqa.scoring import doubt, is_punctuation

HUMAN_SHARE = 4  # human sentences to one of a gold passage
BINS = 10
Result = dict[str, Any]


def calibrate(passages: Path, data: Path, settings: Settings, seed: int = 1) -> Result:
    """Fit on all rows; Brier score and reliability in ten bins of equal mass from fits that have not seen the page."""
    rows = gold_rows(passages, settings)
    rows += human_rows(data, settings, Counter(row.lang for row in rows), seed)
    chances = cross_fitted(rows, seed)
    table = {lang: one.rounded() for lang, one in fits(rows).items()}
    return {
        **quality(chances, [row.is_good for row in rows]),
        "major_errors_in_a_clean_sentence": 1 - table[""].probability([0.0] * len(FEATURES)),
        "weights": {lang or "all": weights(one) for lang, one in table.items()},
        "languages": {lang: quality(*zip(*some, strict=True)) for lang, some in _by_lang(rows, chances).items()},
        "reliability": {f"bin {n}": one for n, one in enumerate(reliability(chances, [r.is_good for r in rows]), 1)},
    }


def weights(one: Fit) -> dict[str, float]:
    """A fit as scoring.py holds it."""
    return {"clean": one.clean, **dict(zip(FEATURES, one.weights, strict=True))}


def quality(chances: Sequence[float], goods: Sequence[bool]) -> Result:
    """Brier score beside that of the base rate, and the expected calibration error."""
    base = sum(goods) / len(goods)
    brier, of_base = metrics.brier(chances, goods), base * (1 - base)
    return {
        "sentences": len(goods),
        "good": sum(goods),
        "brier": brier,
        "brier_base_rate": of_base,
        "lower_by": 1 - brier / of_base if of_base else None,
        "expected_calibration_error": calibration_error(chances, goods),
        "auc": metrics.auc(*(_with(chances, goods, value) for value in (True, False))),
    }


def _with(chances: Sequence[float], goods: Sequence[bool], value: bool) -> list[float]:
    return [chance for chance, good in zip(chances, goods, strict=True) if good is value]


def _by_lang(rows: Sequence[Row], chances: Sequence[float]) -> dict[str, list[tuple[float, bool]]]:
    """Chances and outcomes of each language with a fit of its own; those of the others together."""
    counts = Counter(row.lang for row in rows)
    found: dict[str, list[tuple[float, bool]]] = {}
    for row, chance in zip(rows, chances, strict=True):
        found.setdefault(row.lang if counts[row.lang] >= OWN else "others", []).append((chance, row.is_good))
    return dict(sorted(found.items()))


def gold_rows(file: Path, settings: Settings) -> list[Row]:
    """The sentences of annotated passages; a sentence is good when no obvious error above minor overlaps it."""
    passages = gold(file)
    reviews = review((p.document for p in passages), settings)
    return [
        Row(features(sentence), not is_broken(sentence, passage), passage.document.id, sentence.segment.target_lang)
        for passage, one in zip(passages, reviews, strict=True)
        for sentence in one.sentences
    ]


def is_broken(sentence: Sentence, passage: Passage) -> bool:
    """Whether an obvious error above minor overlaps the sentence."""
    span = (sentence.segment.start, sentence.segment.end)
    serious = (e for e in passage.errors if e.is_obvious and e.severity != Severity.MINOR)
    return any(metrics.overlaps(span, (e.start, e.end)) for e in serious)


def human_rows(data: Path, settings: Settings, counts: Counter[str], seed: int) -> list[Row]:
    """For each language HUMAN_SHARE times as many sentences of human-written news (the even part), all good."""
    found: list[Row] = []
    for lang, count in sorted(counts.items()):
        documents = list(human_news(data, lang, "even"))
        random.Random(seed).shuffle(documents)
        rows: list[Row] = []
        for one in review(documents, settings):
            rows += [Row(features(s), True, one.document.id, lang) for s in one.sentences]
            if len(rows) >= HUMAN_SHARE * count:
                break
        found += rows[: HUMAN_SHARE * count]
    return found


def features(sentence: Sentence) -> tuple[float, ...]:
    """Confidences of findings summed by kind, and the model's log-odds that the sentence is broken (0 without a model)."""
    sums = dict.fromkeys(FEATURES, 0.0)
    for finding in sentence.findings:
        sums["punctuation" if is_punctuation(finding) else finding.severity.value] += finding.hit.confidence
    if sentence.probability is not None:
        sums["doubt"] = round(doubt(sentence.probability), 2)
    return tuple(sums.values())


def reliability(chances: Sequence[float], goods: Sequence[bool], bins: int = BINS) -> list[dict[str, float]]:
    """Bins of equal mass, the lowest chances first: sentences, mean chance, share of good ones.

    Equal chances share their outcomes, so that the order of the sentences changes nothing.
    """
    alike: dict[float, list[bool]] = {}
    for chance, good in zip(chances, goods, strict=True):
        alike.setdefault(chance, []).append(good)
    ordered = [(chance, sum(row) / len(row)) for chance, row in sorted(alike.items()) for _ in row]
    edges = [round(n * len(ordered) / bins) for n in range(bins + 1)]
    parts = [ordered[first:last] for first, last in pairwise(edges) if last > first]
    return [
        {"n": len(part), "said": sum(p for p, _ in part) / len(part), "good": sum(g for _, g in part) / len(part)}
        for part in parts
    ]


def calibration_error(chances: Sequence[float], goods: Sequence[bool]) -> float:
    """Expected calibration error: the mean gap between chance and share of good ones over the bins of `reliability`."""
    return sum(one["n"] * abs(one["said"] - one["good"]) for one in reliability(chances, goods)) / len(goods)
