"""Logistic regression from findings to the chance that a sentence holds no major error.

Weights have one sign, so that no finding can raise a score. One fit over all languages; a language with enough sentences
shifts and stretches its log-odds, so that 80 means the same everywhere; the map is smooth and keeps the ranks.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
import numpy.typing as npt

FEATURES = ("punctuation", "minor", "major", "critical", "doubt")
SEVERITIES = 4  # of the features, in order: the worse weighs at least as much
STEPS, RATE, RIDGE = 2000, 0.3, 0.01
FOLDS = 5
OWN = 200  # sentences from which a language has a map of its own
SHIFT_RIDGE, SLOPE_RIDGE = 1.0, 10.0  # how hard a language's map is pulled to the common one, in sentences
FLATTEST, STEEPEST = 0.3, 3.0
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence: its features in the order of FEATURES, whether it holds no major error, its page and language."""

    features: tuple[float, ...]
    is_good: bool
    page: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """Log-odds of a sentence without findings, and what each kind of finding takes from them (not negative)."""

    clean: float
    weights: tuple[float, ...]

    def log_odds(self, features: Sequence[float]) -> float:
        """The log-odds that a sentence holds no major error."""
        return self.clean - sum(w * x for w, x in zip(self.weights, features, strict=True))

    def probability(self, features: Sequence[float]) -> float:
        """The chance that a sentence holds no major error."""
        return 1 / (1 + exp(-self.log_odds(features)))

    def moved(self, shift: float, slope: float) -> "Fit":
        """The same after log-odds were stretched and shifted."""
        return Fit(shift + slope * self.clean, tuple(slope * w for w in self.weights))

    def rounded(self) -> "Fit":
        """To two decimals, as scoring.py holds it."""
        return Fit(round(self.clean, 2), tuple(round(w, 2) for w in self.weights))


def fit(rows: Sequence[Row]) -> Fit:
    """Maximum likelihood with a small ridge; no weight is negative, and the worse a severity, the heavier.

    A weight is the sum of steps up from the severity below it, none of them negative: accelerated projected gradients
    (Beck and Teboulle 2009) find the best ones.
    """
    good = np.array([row.is_good for row in rows], np.float64)
    columns = np.array([[1.0, *row.features] for row in rows])
    columns[:, 1:] *= -1
    columns[:, 1 : 1 + SEVERITIES] = np.cumsum(columns[:, SEVERITIES:0:-1], axis=1)[:, ::-1]
    ridge = np.array([0.0] + [RIDGE] * len(FEATURES))
    rate = 1 / float(np.linalg.eigvalsh(columns.T @ columns / 4 + np.diag(ridge)).max())
    now = ahead = np.zeros(1 + len(FEATURES))
    for step in range(STEPS):
        gain = columns.T @ (good - _logistic(columns @ ahead)) - ridge * ahead
        new = ahead + rate * gain
        new[1:] = np.maximum(0.0, new[1:])
        ahead = new + step / (step + 3) * (new - now)
        now = new
    weights = [*np.cumsum(now[1 : 1 + SEVERITIES]), *now[1 + SEVERITIES :]]
    return Fit(float(now[0]), tuple(map(float, weights)))


def fits(rows: Sequence[Row]) -> dict[str, Fit]:
    """The common fit as "", and that of each language with OWN sentences and more."""
    common = fit(rows)
    found = {"": common}
    for lang in sorted({row.lang for row in rows} - {""}):
        own = [row for row in rows if row.lang == lang]
        if len(own) >= OWN and len({row.is_good for row in own}) == 2:
            found[lang] = common.moved(*shift_and_slope(own, common))
    return found


def shift_and_slope(rows: Sequence[Row], common: Fit) -> tuple[float, float]:
    """What moves the common log-odds to a language's own, by gradient ascent; pulled towards 0 and 1."""
    odds = np.array([common.log_odds(row.features) for row in rows])
    good = np.array([row.is_good for row in rows], np.float64)
    shift, slope = 0.0, 1.0
    for _ in range(STEPS):
        gap = good - _logistic(shift + slope * odds)
        shift += RATE * (float(gap.sum()) - SHIFT_RIDGE * shift) / len(rows)
        slope += 0.1 * RATE * (float(gap @ odds) - SLOPE_RIDGE * (slope - 1)) / len(rows)
        slope = min(STEEPEST, max(FLATTEST, slope))
    return shift, slope


def chosen(table: Mapping[str, Fit], lang: str) -> Fit:
    """A language's own fit, or the common one."""
    return table.get(lang, table[""])


def cross_fitted(rows: Sequence[Row], seed: int) -> list[float]:
    """For each row, its probability by fits on the other folds; a page lies in one fold."""
    pages = sorted({row.page for row in rows})
    random.Random(seed).shuffle(pages)
    fold_of = {page: number % FOLDS for number, page in enumerate(pages)}
    tables = [fits([r for r in rows if fold_of[r.page] != fold]) for fold in range(FOLDS)]
    return [chosen(tables[fold_of[row.page]], row.lang).probability(row.features) for row in rows]


def _logistic(log_odds: Floats) -> Floats:
    chances: Floats = 1 / (1 + np.exp(-log_odds))
    return chances
