"""Scores over time, from a state."""

from collections.abc import Sequence
from typing import Any, cast

from mtqa.feeds.state import State
from mtqa.history import History, Period

HOUR, DAY = 3600.0, 86_400.0
STARTS = {"hour": "%Y-%m-%d %H:00", "day": "%Y-%m-%d", "week": "%Y-%m-%d"}
CHECKED = "coalesce(told, claimed)"  # what is checked and about to be told counts too
_MONDAY = f"- ((strftime('%w', {CHECKED}, 'unixepoch') + 6) % 7) * 86400"


def histories(state: State, feeds: Sequence[str] = (), by: str | None = None) -> tuple[History, ...]:
    """The histories of these feeds, or of all: by hour, day or week, by default whichever suits the time they span.

    A feed has one for each settings it was checked with, the earliest first: their scores are not to be compared.
    """
    rows = cast(
        list[tuple[int, str, str, float, float]],
        state.rows(
            f"SELECT s.source, s.feed, s.signature, min({CHECKED}), max({CHECKED}) FROM sources s JOIN items i "
            f"ON i.source = s.source AND i.place IS NOT NULL GROUP BY s.source ORDER BY s.feed, min({CHECKED})"
        ),
    )
    wanted = [row for row in rows if not feeds or row[1] in feeds]
    return tuple(
        History(feed, signature, unit, periods(state, source, unit))
        for source, feed, signature, first, last in wanted
        for unit in (by or fitting(last - first),)
    )


def fitting(seconds: float) -> str:
    """The unit in which this much time has neither one period nor hundreds."""
    return "hour" if seconds <= 2 * DAY else "day" if seconds <= 90 * DAY else "week"


def periods(state: State, source: int, by: str) -> tuple[Period, ...]:
    """The periods of one feed; times are those of the checking, in UTC."""
    moment = f"{CHECKED} {_MONDAY}" if by == "week" else CHECKED
    start = f"strftime('{STARTS[by]}', {moment}, 'unixepoch')"
    rows = cast(
        list[tuple[Any, ...]],
        state.rows(
            f"SELECT {start} AS start, count(place), coalesce(sum(words) FILTER (WHERE place IS NOT NULL), 0), "
            "coalesce(sum(score * words) FILTER (WHERE place IS NOT NULL), 0), "
            "min(score) FILTER (WHERE place IS NOT NULL), sum(minor) FILTER (WHERE place IS NOT NULL), "
            "sum(major) FILTER (WHERE place IS NOT NULL), sum(critical) FILTER (WHERE place IS NOT NULL), "
            "sum(place IS NULL) FROM items WHERE source = ? AND score IS NOT NULL GROUP BY start ORDER BY start",
            (source,),
        ),
    )
    return tuple(_period(*row) for row in rows)


def _period(
    start: str,
    items: int,
    words: int,
    weighted: float,
    lowest: float | None,
    minor: int | None,
    major: int | None,
    critical: int | None,
    drops: int,
) -> Period:
    score = round(weighted / words, 1) if words else 100.0
    low = 100.0 if lowest is None else lowest
    return Period(start, items, words, score, low, minor or 0, major or 0, critical or 0, drops)
