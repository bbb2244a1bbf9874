"""Fits what a finding takes from the log-odds that a sentence holds no major error (see mtqa/scoring.py).

Logistic regression with weights of one sign, so that no finding can raise a score. Fitted on the sentences of annotated
passages and four times as many of human-written news, so that it holds for a feed in which about one sentence in eight is
broken; judged with passages held out, five times over.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

from mtqa.finding import Severity
from mtqa.qe import metrics
from mtqa.qe.corpora import Passage, gold, human_news
from mtqa.report import Sentence
from mtqa.review import Settings, review
from mtqa.scoring import doubt, is_punctuation

FEATURES = ("punctuation", "minor", "major", "critical", "doubt")
SEVERITIES = 4  # of the features, in order: the worse weighs at least as much
FOLDS = 5
HUMAN_SHARE = 4  # human sentences to one of a gold passage
STEPS, RATE, RIDGE = 1500, 0.3, 0.01
BINS = 10
LANGS = ("fr", "de", "en", "es")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence: its features in the order of FEATURES, whether it holds no major error, and its page."""

    features: tuple[float, ...]
    is_good: bool
    page: str


@dataclass(frozen=True, slots=True)
class Fit:
    """Log-odds of a sentence without findings, and what each kind of finding takes from them (not negative)."""

    clean: float
    weights: tuple[float, ...]

    def probability(self, features: Sequence[float]) -> float:
        """The chance that a sentence holds no major error."""
        return 1 / (1 + exp(-(self.clean - sum(w * x for w, x in zip(self.weights, features, strict=True)))))


def calibrate(passages: Path, data: Path, settings: Settings, seed: int = 1) -> dict[str, Any]:
    """Fit on all rows; Brier score and reliability from fits that have not seen the page."""
    rows = gold_rows(passages, settings)
    rows += human_rows(data, settings, HUMAN_SHARE * len(rows), seed)
    chances = cross_fitted(rows, seed)
    goods = [row.is_good for row in rows]
    base = sum(goods) / len(goods)
    whole = fit(rows)
    return {
        "sentences": len(rows),
        "good": sum(goods),
        "clean_log_odds": round(whole.clean, 2),
        "weights": {name: round(w, 2) for name, w in zip(FEATURES, whole.weights, strict=True)},
        "major_errors_in_a_clean_sentence": 1 - whole.probability([0.0] * len(FEATURES)),
        "brier": metrics.brier(chances, goods),
        "brier_base_rate": base * (1 - base),
        "expected_calibration_error": calibration_error(chances, goods),
    }


def gold_rows(file: Path, settings: Settings) -> list[Row]:
    """The sentences of annotated passages; a sentence is good when no obvious error above minor overlaps it."""
    passages = gold(file)
    reviews = review((p.document for p in passages), settings)
    return [
        Row(features(sentence), not is_broken(sentence, passage), passage.document.id)
        for passage, one in zip(passages, reviews, strict=True)
        for sentence in one.sentences
    ]


def is_broken(sentence: Sentence, passage: Passage) -> bool:
    """Whether an obvious error above minor overlaps the sentence."""
    span = (sentence.segment.start, sentence.segment.end)
    serious = (e for e in passage.errors if e.is_obvious and e.severity != Severity.MINOR)
    return any(metrics.overlaps(span, (e.start, e.end)) for e in serious)


def human_rows(data: Path, settings: Settings, size: int, seed: int) -> list[Row]:
    """Sentences of human-written news (the even part), all good."""
    documents = [d for lang in LANGS for d in human_news(data, lang, "even")]
    random.Random(seed).shuffle(documents)
    rows: list[Row] = []
    for one in review(documents, settings):
        rows += [Row(features(s), True, one.document.id) for s in one.sentences]
        if len(rows) >= size:
            break
    return rows[:size]


def features(sentence: Sentence) -> tuple[float, ...]:
    """Confidences of findings summed by kind, and the model's log-odds that the sentence is broken (0 without a model)."""
    sums = dict.fromkeys(FEATURES, 0.0)
    for finding in sentence.findings:
        sums["punctuation" if is_punctuation(finding) else finding.severity.value] += finding.hit.confidence
    if sentence.probability is not None:
        sums["doubt"] = round(doubt(sentence.probability), 2)
    return tuple(sums.values())


def fit(rows: Sequence[Row]) -> Fit:
    """Maximum likelihood by gradient ascent with a small ridge; weights are kept at zero or above, the worse the heavier."""
    clean, weights = 1.0, [1.0] * SEVERITIES + [0.0] * (len(FEATURES) - SEVERITIES)
    for _ in range(STEPS):
        now = Fit(clean, tuple(weights))
        slopes, slope = [0.0] * len(FEATURES), 0.0
        for row, count in grouped(rows):
            gap = (count[1] - (count[0] + count[1]) * now.probability(row)) / len(rows)
            slope += gap
            for i, x in enumerate(row):
                slopes[i] -= gap * x
        clean += RATE * slope
        weights = [max(0.0, w + RATE * (s - RIDGE * w / len(rows))) for w, s in zip(weights, slopes, strict=True)]
    severities = [max(weights[: i + 1]) for i in range(SEVERITIES)]
    return Fit(clean, (*severities, *weights[SEVERITIES:]))


def grouped(rows: Sequence[Row]) -> list[tuple[tuple[float, ...], tuple[int, int]]]:
    """Different feature rows with the numbers of bad and good sentences that have them."""
    counts: dict[tuple[float, ...], list[int]] = {}
    for row in rows:
        counts.setdefault(row.features, [0, 0])[row.is_good] += 1
    return [(key, (bad, good)) for key, (bad, good) in counts.items()]


def cross_fitted(rows: Sequence[Row], seed: int) -> list[float]:
    """For each row, its probability by a fit on the other folds; a page lies in one fold."""
    pages = sorted({row.page for row in rows})
    random.Random(seed).shuffle(pages)
    fold_of = {page: number % FOLDS for number, page in enumerate(pages)}
    fits = [fit([r for r in rows if fold_of[r.page] != fold]) for fold in range(FOLDS)]
    return [fits[fold_of[row.page]].probability(row.features) for row in rows]


def calibration_error(chances: Sequence[float], goods: Sequence[bool]) -> float:
    """Expected calibration error over bins of equal mass; equal probabilities share a bin's mean."""
    alike: dict[float, list[bool]] = {}
    for chance, good in zip(chances, goods, strict=True):
        alike.setdefault(chance, []).append(good)
    ordered = [(chance, sum(row) / len(row)) for chance, row in sorted(alike.items()) for _ in row]
    size = max(1, len(ordered) // BINS)
    bins = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    gaps = [abs(sum(p for p, _ in b) - sum(good for _, good in b)) for b in bins]
    return sum(gaps) / len(ordered)
