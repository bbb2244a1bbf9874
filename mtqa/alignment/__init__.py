"""Which stretch of a document's text translates which stretch of its source.

Sentences of both (sides) are likely to belong together by their lengths and by what they share in spelling: numbers, names,
cognates (likeness); the best way through both texts is found by dynamic programming (path).
"""

from bisect import bisect_right
from dataclasses import replace

from mtqa.alignment.path import path
from mtqa.alignment.sides import Side, side
from mtqa.segment import Bead, Document, Segment

SHARED_LEAST = 0.3  # share of the shorter text that pairs must cover; below, one text is no translation of the other


def align(document: Document) -> Document:
    """The document with `beads`, and with the source of each bead on the segments that lie in it.

    Beads that are there already are kept. A document without a source is handed back as it is.
    """
    if not document.source or not document.text.strip():
        return document
    beads = document.beads or pairs(
        document.source, document.source_lang, document.text, document.target_lang, document
    )
    return replace(document, beads=beads, segments=tuple(_with_sources(document, beads)))


def pairs(
    source: str, source_lang: str | None, target: str, target_lang: str | None, laid: Document | None = None
) -> tuple[Bead, ...]:
    """The beads of two texts, in order; together they hold every sentence of both once.

    Texts of one sentence each are one bead, whatever they say. `laid` knows the target's blocks, if its format does.
    """
    one = side(source, source_lang or "und")
    other = side(target, target_lang or "und", laid.blocks if laid else ())
    if not one.sentences or not other.sentences:
        return ()
    if len(one.sentences) == len(other.sentences) == 1:
        return (_bead(one, other, (0, 1), (0, 1)),)
    return tuple(_bead(one, other, here, there) for here, there in path(one, other))


def _bead(source: Side, target: Side, here: tuple[int, int], there: tuple[int, int]) -> Bead:
    """The bead of sentences [first, last) of both sides; an empty stretch stands where the sentence before it ends."""
    return Bead(*_stretch(source, *here), *_stretch(target, *there))


def _stretch(one: Side, first: int, last: int) -> tuple[int, int]:
    if first == last:
        at = one.sentences[first - 1].end if first else 0
        return at, at
    return one.sentences[first].start, one.sentences[last - 1].end


def _with_sources(document: Document, beads: tuple[Bead, ...]) -> list[Segment]:
    """The segments; one that lies in a pair has its source, one that lies in several has all of theirs."""
    source, starts = document.source or "", [bead.target_start for bead in beads]
    found = []
    for segment in document.segments:
        if segment.source is None and segment.field == "text":
            first = max(0, bisect_right(starts, segment.start) - 1)
            inside = [
                b for b in beads[first:] if b.is_pair and b.target_start < segment.end and segment.start < b.target_end
            ]
            if inside:
                segment = replace(segment, source=source[inside[0].source_start : inside[-1].source_end])
        found.append(segment)
    return found
