"""Scores of sentences and documents from what was found.

A score is 100 times the probability that a sentence holds no major or critical error. A penalty is in MQM points.
"""

from collections.abc import Iterable, Sequence
from math import exp

from mtqa.finding import Category, Finding, Severity

PENALTY_CAP = 25.0
POINTS = {Severity.MINOR: 1.0, Severity.MAJOR: 5.0, Severity.CRITICAL: 25.0}  # Google MQM (Freitag et al. 2021)
MINOR_PUNCTUATION_POINTS = 0.1
PUNCTUATION = frozenset({Category.PUNCTUATION, Category.QUOTES})

# Log-odds that a sentence is free of major errors, and what a finding of full confidence takes from them.
# Fitted by `mtqa evaluate calibration`: reports/evaluation/calibration.md says on what.
CLEAN_LOG_ODDS = 2.2
WEIGHT = {Severity.MINOR: 1.2, Severity.MAJOR: 3.4, Severity.CRITICAL: 4.6}
PUNCTUATION_WEIGHT = 0.5


def points(finding: Finding) -> float:
    """MQM points of one finding."""
    return MINOR_PUNCTUATION_POINTS if is_punctuation(finding) else POINTS[finding.severity]


def is_punctuation(finding: Finding) -> bool:
    """Whether it is minor punctuation, which MQM counts at a tenth."""
    return finding.severity is Severity.MINOR and finding.category in PUNCTUATION


def penalty(findings: Iterable[Finding]) -> float:
    """MQM points of a sentence, from 0 to 25: minor 1, major 5, minor punctuation 0.1, critical 25."""
    return round(min(PENALTY_CAP, sum(map(points, findings))), 2)


def score(findings: Sequence[Finding], probability: float | None = None) -> float:
    """Score of a sentence from 0 (broken) to 100 (publishable as it is).

    `probability` is a model's estimate that the sentence is publishable, if there is one. More or worse findings never
    raise the score; with a critical finding it stays below 50.
    """
    odds = CLEAN_LOG_ODDS - sum(weight(f) * f.hit.confidence for f in findings)
    chance = 1 / (1 + exp(-odds))
    if probability is not None:
        chance = min(chance, probability)
    if any(f.severity is Severity.CRITICAL for f in findings):
        chance /= 2
    return round(100 * chance, 1)


def weight(finding: Finding) -> float:
    """What a finding of full confidence takes from the log-odds."""
    return PUNCTUATION_WEIGHT if is_punctuation(finding) else WEIGHT[finding.severity]


def mean(scores_and_words: Iterable[tuple[float, int]]) -> float:
    """Mean score per word; 100 where there is no word."""
    total = words = 0.0
    for value, count in scores_and_words:
        total += value * count
        words += count
    return round(total / words, 1) if words else 100.0
