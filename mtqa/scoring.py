"""Scores of sentences and documents from what was found.

A score is 100 times the probability that a sentence holds no major or critical error. A penalty is in MQM points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log

from mtqa.finding import Category, Finding, Severity

PENALTY_CAP = 25.0
POINTS = {Severity.MINOR: 1.0, Severity.MAJOR: 5.0, Severity.CRITICAL: 25.0}  # Google MQM (Freitag et al. 2021)
MINOR_PUNCTUATION_POINTS = 0.1
PUNCTUATION = frozenset({Category.PUNCTUATION, Category.QUOTES})


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds that a sentence without findings is free of major errors, and what takes from them.

    Each finding takes its weight times its confidence; a model takes `doubt` times the log-odds that it gives for a
    broken sentence (it adds where those are negative). No weight is negative: more findings never raise a score.
    """

    clean: float
    punctuation: float
    minor: float
    major: float
    critical: float
    doubt: float = 0.0


# Fitted by `mtqa evaluate calibration`: reports/evaluation/calibration-rules.md and calibration-model.md say on what. A
# language with sentences enough has weights of its own, so that 80 means the same everywhere; "" stands for the others.
RULES: dict[str, Weights] = {
    "": Weights(clean=2.3, punctuation=2.09, minor=2.87, major=4.44, critical=6.88),
    "en": Weights(clean=2.14, punctuation=1.83, minor=2.52, major=3.9, critical=6.04),
    "fr": Weights(clean=2.39, punctuation=2.31, minor=3.18, major=4.91, critical=7.6),
}
MODEL: dict[str, Weights] = {
    "": Weights(clean=2.29, punctuation=1.84, minor=1.84, major=3.8, critical=6.26, doubt=0.11),
    "en": Weights(clean=2.19, punctuation=1.74, minor=1.74, major=3.59, critical=5.9, doubt=0.1),
    "fr": Weights(clean=2.32, punctuation=1.93, minor=1.93, major=3.98, critical=6.55, doubt=0.11),
}
SUREST = 0.001  # a model is never believed to be surer than this
WORST = 100.0  # log-odds: the score is 0 long before, and exp has no more than 709


def points(finding: Finding) -> float:
    """MQM points of one finding."""
    return MINOR_PUNCTUATION_POINTS if is_punctuation(finding) else POINTS[finding.severity]


def is_punctuation(finding: Finding) -> bool:
    """Whether it is minor punctuation, which MQM counts at a tenth."""
    return finding.severity is Severity.MINOR and finding.category in PUNCTUATION


def penalty(findings: Iterable[Finding]) -> float:
    """MQM points of a sentence, from 0 to 25: minor 1, major 5, minor punctuation 0.1, critical 25."""
    return round(min(PENALTY_CAP, sum(map(points, findings))), 2)


def score(findings: Sequence[Finding], probability: float | None = None, lang: str = "") -> float:
    """Score of a sentence of a language from 0 (broken) to 100 (publishable as it is).

    `probability` is a model's estimate that the sentence is publishable, if there is one. More or worse findings never
    raise the score; with a critical finding it stays below 50.
    """
    table = RULES if probability is None else MODEL
    weights = table.get(lang, table[""])
    odds = weights.clean - sum(weight(f, weights) * f.hit.confidence for f in findings)
    if probability is not None:
        odds -= weights.doubt * doubt(probability)
    chance = 1 / (1 + exp(min(-odds, WORST)))
    if any(f.severity is Severity.CRITICAL for f in findings):
        chance /= 2
    return round(100 * chance, 1)


def weight(finding: Finding, weights: Weights) -> float:
    """What a finding of full confidence takes from the log-odds."""
    if is_punctuation(finding):
        return weights.punctuation
    return {
        Severity.MINOR: weights.minor,
        Severity.MAJOR: weights.major,
        Severity.CRITICAL: weights.critical,
    }[finding.severity]


def doubt(probability: float) -> float:
    """The log-odds that a sentence is broken, from the probability that it is publishable; within ±6.9."""
    held = min(1 - SUREST, max(SUREST, probability))
    return log((1 - held) / held)


def mean(scores_and_words: Iterable[tuple[float, int]]) -> float:
    """Mean score per word; 100 where there is no word."""
    total = words = 0.0
    for value, count in scores_and_words:
        total += value * count
        words += count
    return round(total / words, 1) if words else 100.0
