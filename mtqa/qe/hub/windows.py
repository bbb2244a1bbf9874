"""Segments as rows of subwords with their places in the text; long ones in overlapping windows; subwords as words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mtqa.qe.hub.network import TOKENS, Network
from mtqa.qe.tokens import tokens
from mtqa.segment import Segment
from mtqa.text import Word

SHARED = 0.25  # of a window's target, that the next one sees again
LEAST = 16  # subwords of the target that a window holds at least, however long the source is
# Scripts that put no spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Window:
    """A row of the network: a stretch of a segment's target, with the source where it is read.

    `places` are the row's target subwords; `spans` their [start, end) in the target, in code points. The first of them is
    subword number `first` of the target; `is_last`: none follows.
    """

    segment: int
    ids: tuple[int, ...]
    types: tuple[int, ...]
    places: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    first: int
    is_last: bool

    def depth(self, number: int) -> int:
        """How far subword `number` of this window stands from where the window cuts the text."""
        left = number if self.first else len(self.spans)
        right = len(self.spans) - 1 - number if not self.is_last else len(self.spans)
        return min(left, right)


def windows(network: Network, segments: Sequence[Segment], order: str, room: int = 0) -> list[Window]:
    """The rows of segments; `order` is "target", "source-target" or "target-source", `room` the subwords left free."""
    made: list[Window] = []
    for number, segment in enumerate(segments):
        if segment.target.strip():
            made += _of_segment(network, number, segment, order, network.longest - room)
    return made


def _of_segment(network: Network, number: int, segment: Segment, order: str, longest: int) -> Iterator[Window]:
    source = segment.source if order != "target" else None
    if source is not None:
        source = _cut(network, source, longest)
    pair = {"target-source": (segment.target, source), "source-target": (source, segment.target)}
    texts = (segment.target,) if source is None else pair[order]
    side = 1 if source is not None and order == "source-target" else 0
    truncation = ("only_first", "only_second")[side]
    whole = network.tokenizer(*texts, verbose=False)
    pieces, shared = whole.encodings, 0
    if len(whole["input_ids"]) > longest:
        beside = sum(one != side for one in pieces[0].sequence_ids)  # special subwords and the source
        shared = int((longest - beside) * SHARED)
        pieces = network.tokenizer(
            *([text] for text in texts),
            truncation=truncation,
            max_length=longest,
            stride=shared,
            return_overflowing_tokens=True,
            verbose=False,
        ).encodings
    yield from _rows(number, segment.target, pieces, side, shared)


def _cut(network: Network, source: str, longest: int) -> str:
    """The source, cut at a subword so that it takes half of a row at most."""
    most = max(0, min(longest // 2, longest - LEAST - 8))
    spans = network.tokenizer(source, add_special_tokens=False, verbose=False).encodings[0].offsets
    return source if len(spans) <= most else source[: spans[most][0]]


def _rows(number: int, target: str, pieces: Sequence[Any], side: int, shared: int) -> Iterator[Window]:
    first = 0
    for count, piece in enumerate(pieces):
        places = tuple(at for at, one in enumerate(piece.sequence_ids) if one == side)
        spans = tuple(_trimmed(target, *piece.offsets[at]) for at in places)
        is_last = count == len(pieces) - 1
        yield Window(number, tuple(piece.ids), tuple(piece.type_ids), places, spans, first, is_last)
        first += len(places) - shared


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A subword's span without the space before it; a bare space is an empty span where the next word begins."""
    while start < end and text[start].isspace():
        start += 1
    return start, end


def batched(rows: Iterable[Window], per_row: int = 1, most: int = TOKENS) -> Iterator[list[Window]]:
    """Windows of about the same length together, the longest first; `per_row` numbers for each subword, `most` in all."""
    batch: list[Window] = []
    for window in sorted(rows, key=lambda w: -len(w.ids)):
        if batch and (len(batch) + 1) * len(batch[0].ids) * per_row > most:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def units(segment: Segment, spans: Iterable[tuple[int, int]]) -> list[Word]:
    """The words, numbers and marks of a target; where a script knows no spaces, the stretches between its subwords."""
    found: list[Word] = []
    starts = sorted({start for start, _ in spans})
    for word in tokens(segment.target, segment.target_lang):
        if not UNSPACED.search(word.text):
            found.append(word)
            continue
        inside = [at for at in starts if word.start < at < word.end]
        edges = [word.start, *inside, word.end]
        found += [Word(segment.target[a:b], a, b) for a, b in pairwise(edges)]
    return found


def owners(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """For each word the numbers of the subwords that begin in it, or before it after the last word."""
    ends = [word.end for word in words]
    found: list[list[int]] = [[] for _ in words]
    for number, (start, _) in enumerate(spans):
        place = bisect_right(ends, start)
        if place < len(words):
            found[place].append(number)
    return found
