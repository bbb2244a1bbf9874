"""Pearson's, Spearman's and Kendall's correlation, with intervals over groups of items that belong together."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.qe.metrics import ranks

TIMES = 500
Numbers = npt.NDArray[np.float64]
Drawn = Callable[[Numbers], float]


def pearson(one: Sequence[float], other: Sequence[float]) -> float:
    """Linear correlation, in [-1, 1]; 0 where one side is constant."""
    return _linear(one, other, range(len(one)))(np.ones(len(one)))


def kendall(one: Sequence[float], other: Sequence[float]) -> float:
    """Kendall's tau-b, in [-1, 1]; 0 where one side is constant."""
    return _ordinal(one, other, range(len(one)))(np.ones(len(one)))


def correlations(
    one: Sequence[float], other: Sequence[float], groups: Sequence[Hashable], seed: int = 1
) -> dict[str, Any]:
    """All three with 95 % intervals, groups drawn with replacement; Spearman's keeps the ranks of the whole sample."""
    numbers = {group: n for n, group in enumerate(dict.fromkeys(groups))}
    of = [numbers[group] for group in groups]
    weights = list(_draws(len(numbers), seed))
    found: dict[str, Any] = {"n": len(one), "groups": len(numbers)}
    kinds = {
        "pearson": _linear(one, other, of),
        "spearman": _linear(ranks(one), ranks(other), of),
        "kendall": _ordinal(one, other, of),
    }
    for name, statistic in kinds.items():
        found[name] = statistic(np.ones(len(numbers)))
        found[f"{name} interval"] = interval([statistic(row) for row in weights])
    return found


def within(
    one: Sequence[float], other: Sequence[float], items: Sequence[Hashable], groups: Sequence[Hashable], seed: int = 1
) -> dict[str, Any]:
    """Kendall's tau-b over the pairs that are versions of the same item, with its interval; an item lies in one group."""
    versions: dict[tuple[Hashable, Hashable], list[int]] = {}
    for n, key in enumerate(zip(groups, items, strict=True)):
        versions.setdefault(key, []).append(n)
    x, y = np.asarray(one, np.float64), np.asarray(other, np.float64)
    sums: dict[Hashable, Numbers] = {}
    for (group, _), own in versions.items():
        dx, dy = np.sign(x[own, None] - x[own]), np.sign(y[own, None] - y[own])
        sums.setdefault(group, np.zeros(3))[:] += (dx * dy).sum(), np.abs(dx).sum(), np.abs(dy).sum()
    table = np.array(list(sums.values())).reshape(-1, 3)
    drawn = [_tau(*(row @ table)) for row in _draws(len(table), seed)]
    return {"within": _tau(*table.sum(0)), "within interval": interval(drawn)}


def _tau(agree: float, by_x: float, by_y: float) -> float:
    return float(agree / (by_x * by_y) ** 0.5) if by_x and by_y else 0.0


def _draws(size: int, seed: int) -> Iterator[Numbers]:
    """How often each of so many groups is drawn, with replacement."""
    if size:
        yield from np.random.default_rng(seed).multinomial(size, [1 / size] * size, TIMES).astype(np.float64)


def interval(values: Sequence[float]) -> tuple[float, float] | None:
    """The middle 95 % of drawn values; None of nothing."""
    ordered = sorted(values)
    return (ordered[int(0.025 * len(ordered))], ordered[int(0.975 * len(ordered))]) if ordered else None


def _linear(one: Sequence[float], other: Sequence[float], of: Sequence[int]) -> Drawn:
    """Pearson's correlation as a function of how often each group is drawn."""
    x, y = np.asarray(one, np.float64), np.asarray(other, np.float64)
    sums = np.zeros((max(of, default=-1) + 1, 6))
    np.add.at(sums, np.asarray(of, np.int64), np.stack([np.ones_like(x), x, y, x * x, y * y, x * y], 1))

    def drawn(weights: Numbers) -> float:
        n, sx, sy, sxx, syy, sxy = weights @ sums
        below = (n * sxx - sx * sx) * (n * syy - sy * sy)
        return float((n * sxy - sx * sy) / np.sqrt(below)) if below > 1e-9 else 0.0

    return drawn


def _ordinal(one: Sequence[float], other: Sequence[float], of: Sequence[int]) -> Drawn:
    """Kendall's tau-b as a function of how often each group is drawn: pairs of items are summed by pairs of groups."""
    order = np.argsort(of, kind="stable")
    x, y = np.asarray(one, np.float64)[order], np.asarray(other, np.float64)[order]
    starts = np.searchsorted(np.asarray(of, np.int64)[order], np.arange(max(of, default=-1) + 1))
    above, left, right = np.zeros((3, len(starts), len(starts)))
    for group, start in enumerate(starts):
        end = starts[group + 1] if group + 1 < len(starts) else len(x)
        dx, dy = np.sign(x[start:end, None] - x), np.sign(y[start:end, None] - y)
        for into, signs in ((above, dx * dy), (left, np.abs(dx)), (right, np.abs(dy))):
            into[group] = np.add.reduceat(signs.sum(0), starts)

    def drawn(weights: Numbers) -> float:
        return _tau(*(float(weights @ table @ weights) for table in (above, left, right)))

    return drawn
