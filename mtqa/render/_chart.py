"""The score distribution as bars of an SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, GAP = 36, 96, 4


@dataclass(frozen=True, slots=True)
class Bar:
    """One bin: its range of scores, its count, its place in SVG units (the y axis points down)."""

    label: str
    count: int
    x: int
    y: float
    height: float
    width: int = WIDTH - GAP


def histogram(counts: Sequence[int]) -> list[Bar]:
    """Bars for equal bins from 0 to 100; a bin that holds anything is at least two units high."""
    most = max(counts, default=0)
    step = 100 // len(counts)
    bars = []
    for number, count in enumerate(counts):
        height = max(2.0, round(HEIGHT * count / most, 1)) if count else 0.0
        label = f"{number * step}–{(number + 1) * step}"
        bars.append(Bar(label, count, number * WIDTH, HEIGHT - height, height))
    return bars
