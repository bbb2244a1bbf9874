"""Labelled passages cut into sentences, each with its errors as spans of what a network learns."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mtqa.finding import Severity
from mtqa.qe.tune.rows import Labelled, tag_of
from mtqa.segment import Segment
from mtqa.sentences import split


class Sentence(NamedTuple):
    """A sentence and its error spans (start, end, tag) in code points of its own, end exclusive.

    The tag is "" where the error is of no kind that is learnt. `is_broken`: it holds an error above minor.
    """

    segment: Segment
    spans: tuple[tuple[int, int, str], ...]
    is_broken: bool


def sentences(passages: Iterable[Labelled]) -> Iterator[Sentence]:
    """Every sentence of the passages."""
    for one in passages:
        for segment in split(one.passage.document).segments:
            inside = [e for e in one.passage.errors if e.start < segment.end and segment.start < e.end]
            spans = tuple((e.start - segment.start, e.end - segment.start, tag_of(e.category)) for e in inside)
            yield Sentence(segment, spans, any(e.severity != Severity.MINOR for e in inside))
