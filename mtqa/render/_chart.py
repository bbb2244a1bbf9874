"""The score distribution as bars of an SVG, and scores over time as a curve."""

from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.history import History, Period

WIDTH, HEIGHT, GAP = 36, 96, 4
CURVE_WIDTH, CURVE_HEIGHT, LABELS = 640, 120, 6


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


@dataclass(frozen=True, slots=True)
class Point:
    """A period's place in SVG units, and whether its start is written below it, on which side of it."""

    period: Period
    x: float
    y: float
    has_label: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line across the chart at a score."""

    score: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The scores of a feed over time."""

    history: History
    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    width: int = CURVE_WIDTH
    height: int = CURVE_HEIGHT

    @property
    def polyline(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)


def curve(history: History) -> Curve:
    """The curve of a feed, from a round score below its lowest to 100; periods stand side by side, without gaps."""
    periods = history.periods
    floor = min(90, int(min((p.score for p in periods), default=100.0) // 10) * 10)
    step = CURVE_WIDTH / max(1, len(periods) - 1)
    every = -(-len(periods) // LABELS)

    def y(score: float) -> float:
        return round(CURVE_HEIGHT * (100 - score) / (100 - floor), 1)

    points = tuple(
        Point(period, round(n * step, 1), y(period.score), n % every == 0, "middle" if n else "start")
        for n, period in enumerate(periods)
    )
    return Curve(history, points, tuple(Line(score, y(score)) for score in (floor, (floor + 100) / 2, 100)))
