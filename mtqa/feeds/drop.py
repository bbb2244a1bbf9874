"""A drop of a feed's scores against its own past: a translation engine that changed overnight.

Every STEP items, the scores of the last 20 and of the last 60 are compared with those of up to PAST items before them,
at least LEAST. A drop is told where the rank test of Mann and Whitney (1947; with ties, as in Lehmann 1975) says so at
Z, and the means, both without their tenths at either end, are FALL points apart. Ranks do not mind that scores are
skewed, and one article that is all broken weighs no more than one that is bad. After a drop the past begins anew: it is
told once, and what follows is compared with the new level. What stands in a feed's first answer is all past.

False alarms and power: reports/evaluation/feed-drop.md. A feed whose weekends are twice as bad as its weeks gives one
every other month: that is a drop, and no engine's fault.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

STEP = 20
WINDOWS = (20, 60)  # the short one finds a collapse soon, the long one what is half as bad
LEAST = 60
PAST = 200
Z = 4.0
FALL = 3.0
_TRIMMED = 0.1


@dataclass(frozen=True, slots=True)
class Drop:
    """The last `items` up to item `place` of the feed score `now`, the `past` ones before them `before`.

    Both are trimmed means of scores, 0 to 100; `z` is by how many standard deviations the ranks differ.
    """

    place: int
    items: int
    past: int
    now: float
    before: float
    z: float


def drops(
    scores: Callable[[int, int], Sequence[float]], total: int, evaluated: int, since: int
) -> tuple[Drop | None, int]:
    """The first drop in a window that ends after item `evaluated`, up to `total`, and the item it was looked for up to.

    `scores(first, last)` gives the scores of items by their places, counted from 1; the past begins after item `since`.
    """
    for end in range((evaluated // STEP + 1) * STEP, total + 1, STEP):
        for start in (end - window for window in WINDOWS):
            first = max(since, start - PAST) + 1
            if start - first + 1 >= LEAST and (drop := dropped(scores(first, start), scores(start + 1, end), end)):
                return drop, end
        evaluated = end
    return None, evaluated


def dropped(past: Sequence[float], window: Sequence[float], place: int = 0) -> Drop | None:
    """The drop from the past's scores to the window's, if there is one."""
    now, before = trimmed_mean(window), trimmed_mean(past)
    if before - now < FALL:
        return None
    z = rank_z(past, window)
    return Drop(place, len(window), len(past), round(now, 1), round(before, 1), round(z, 2)) if z >= Z else None


def rank_z(past: Sequence[float], window: Sequence[float]) -> float:
    """How many standard deviations the window's ranks lie under what chance gives; 0 where all scores are equal."""
    both = sorted([*past, *window])
    size, low, high = len(both), len(window), len(past)
    ranks, ties, start = {}, 0, 0
    while start < size:
        end = start
        while end < size and both[end] == both[start]:
            end += 1
        ranks[both[start]] = (start + 1 + end) / 2
        ties += (end - start) ** 3 - (end - start)
        start = end
    u = sum(ranks[score] for score in window) - low * (low + 1) / 2
    variance = low * high / 12 * (size + 1 - ties / (size * (size - 1)))
    return max(0.0, low * high / 2 - u - 0.5) / sqrt(variance) if variance > 0 else 0.0


def trimmed_mean(scores: Sequence[float]) -> float:
    """The mean without the lowest and the highest tenth."""
    cut = int(len(scores) * _TRIMMED)
    kept = sorted(scores)[cut : len(scores) - cut]
    return sum(kept) / len(kept)
