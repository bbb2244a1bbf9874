"""What predictions are worth: spans against gold spans, scores against labels. Plain numbers in, plain numbers out."""

import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from math import exp, log, sqrt
from typing import TypeVar

T = TypeVar("T")
Span = tuple[int, int]
TIGHT = 3  # a finding counts for a gold span when it is at most three times as long


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans [start, end) share a code point."""
    return one[0] < other[1] and other[0] < one[1]


def is_found_tightly(gold: Span, findings: Sequence[Span]) -> bool:
    """Whether a finding overlaps the gold span and is at most three times as long."""
    longest = TIGHT * (gold[1] - gold[0])
    return any(overlaps(gold, f) and f[1] - f[0] <= longest for f in findings)


def share(values: Sequence[bool]) -> float | None:
    """The share that holds; None of nothing."""
    return sum(values) / len(values) if values else None


def auc(good: Sequence[float], bad: Sequence[float]) -> float | None:
    """Probability that a good text scores above a broken one, ties a half; None where either is missing."""
    return sum(won := wins(good, bad)) / len(won) if good and bad else None


def wins(good: Sequence[float], bad: Sequence[float]) -> list[float]:
    """For each broken text the share of good ones that score above it, ties a half."""
    ordered = sorted(good)
    return [1 - (bisect_left(ordered, b) + bisect_right(ordered, b)) / (2 * len(ordered)) for b in bad]


def mcc(true_positive: int, false_positive: int, false_negative: int, true_negative: int) -> float:
    """Matthews correlation of binary tags, in [-1, 1]; 0 where it is undefined."""
    tp, fp, fn, tn = true_positive, false_positive, false_negative, true_negative
    below = sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return (tp * tn - fp * fn) / below if below else 0.0


def f1(true_positive: float, false_positive: float, false_negative: float) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * true_positive / (2 * true_positive + false_positive + false_negative) if true_positive else 0.0


def ranks(values: Sequence[float]) -> list[float]:
    """1-based ranks, ties their mean."""
    ordered = sorted(values)
    return [(bisect_left(ordered, v) + 1 + bisect_right(ordered, v)) / 2 for v in values]


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Rank correlation, in [-1, 1]; 0 where one side is constant."""
    x, y = ranks(one), ranks(other)
    middle = (len(x) + 1) / 2
    sxy = sum((a - middle) * (b - middle) for a, b in zip(x, y, strict=True))
    sxx, syy = sum((a - middle) ** 2 for a in x), sum((b - middle) ** 2 for b in y)
    return sxy / sqrt(sxx * syy) if sxx and syy else 0.0


def logit(probability: float) -> float:
    """Log-odds of a probability in (0, 1)."""
    return log(probability / (1 - probability))


def logistic(log_odds: float) -> float:
    """The probability of log-odds."""
    return 1 / (1 + exp(-log_odds))


def brier(probabilities: Sequence[float], outcomes: Sequence[bool]) -> float:
    """Mean squared difference of probability and outcome."""
    return sum((p - o) ** 2 for p, o in zip(probabilities, outcomes, strict=True)) / len(outcomes)


def bootstrap(
    items: Sequence[T], statistic: Callable[[Sequence[T]], float | None], times: int = 500, seed: int = 1
) -> tuple[float, float] | None:
    """95 % interval of a statistic, items (documents) drawn with replacement."""
    draw = random.Random(seed)
    values = [statistic([draw.choice(items) for _ in items]) for _ in range(times)]
    known = sorted(v for v in values if v is not None)
    return (known[int(0.025 * len(known))], known[int(0.975 * len(known))]) if known else None
