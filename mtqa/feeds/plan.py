"""What a run over feeds does, and what it carries along."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from mtqa.errors import InputError
from mtqa.feeds.fetch import Fetched
from mtqa.feeds.state import Source
from mtqa.report import Review
from mtqa.review import Settings
from mtqa.segment import Document

Pair = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does. `languages` gives a path its target and source language, which win over what a feed says.

    `seconds` is the time from one round to the next, None for a single round. `is_streamed`: what is yielded is told by
    the time the next one is asked for; else only when `Watch.told` is called.
    """

    feeds: tuple[str, ...]
    settings: Settings
    languages: Callable[[str], Pair]
    follow: bool = False
    jobs: int = 1
    input_format: str | None = None
    seconds: float | None = None
    is_streamed: bool = True
    finds_drops: bool = True


class Asked(NamedTuple):
    """A feed, what is known of it, and what came of asking for it: None where nothing has changed."""

    feed: str
    source: Source
    answer: Fetched | InputError | None


@dataclass(slots=True)
class Reading:
    """An answer whose items are on their way. `waiting` counts those that are claimed and not yet kept.

    `again`: something could not be had this time, so that the whole answer must be read again next time.
    """

    feed: str
    source: Source
    fetched: Fetched
    waiting: int = 0
    is_read: bool = False
    again: bool = False
    like: Review | None = None


class Item(NamedTuple):
    """A claimed item on its way to being checked."""

    reading: Reading
    number: int
    document: Document


@dataclass(slots=True)
class Counts:
    """What a run came across: items new or changed, known, in another run's hands; feeds without any change."""

    new: int = 0
    known: int = 0
    taken: int = 0
    unchanged: int = 0
