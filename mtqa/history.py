"""The scores of a feed over time: what is shown beside or instead of its articles."""

from dataclasses import asdict, dataclass
from typing import Any

SCHEMA = "mtqa-history/1"


@dataclass(frozen=True, slots=True)
class Period:
    """An hour, a day or a week of a feed, by when its items were checked; `start` in UTC, such as 2026-11-22 or 2026-11-22 18:00.

    `score` is the mean per word, `lowest` that of the worst item; `drops` counts drops against the feed's own past.
    """

    start: str
    items: int
    words: int
    score: float
    lowest: float
    minor: int
    major: int
    critical: int
    drops: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """A feed's periods, the oldest first, all checked under the same settings, which `signature` names."""

    feed: str
    signature: str
    by: str
    periods: tuple[Period, ...]


def as_json(histories: tuple[History, ...]) -> dict[str, Any]:
    """Histories in the form of --history --output-format json."""
    return {"schema": SCHEMA, "feeds": [asdict(one) for one in histories]}
