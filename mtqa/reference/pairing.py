"""Which stretch of a document's text stands against which stretch of its reference."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mtqa.languages import language
from mtqa.reference.matching import matched
from mtqa.segment import Bead, Block, Document
from mtqa.sentences import split
from mtqa.text import blocks

LINE_WORDS = 100  # a longer line is measured sentence by sentence: TER takes a second and more
Span = tuple[int, int]


def refer(document: Document) -> Document:
    """The document with `reference_beads`, and with its reference on each segment that has one to itself.

    Texts of as many lines are paired line by line, others as a whole; within a pair sentences are. A sentence that
    shares its reference with another has none of its own. Without a reference the document is handed back as it is.
    """
    if not (document.reference or "").strip():
        return document
    ours = [(s.start, s.end) for s in document.segments if s.field == "text"]
    theirs = _sentences(document)
    beads: list[Bead] = []
    for stretch in stretches(document):
        inside = _from(ours, stretch.target_start, stretch.target_end)
        facing = _from(theirs, stretch.source_start, stretch.source_end)
        beads += aligned(inside, facing, document) if inside and facing else [stretch]
    return _on_segments(replace(document, reference_beads=tuple(beads)))


def units(document: Document) -> Iterator[tuple[str, str]]:
    """Pairs of target and reference that make up the document: lines, and of long ones their sentences.

    A line is what sacrebleu's own command counts. What only one side holds goes to its neighbour, as chrF would not
    count it by itself.
    """
    text, reference = document.text, document.reference or ""
    beads, at = document.reference_beads, 0
    for stretch in stretches(document):
        first = at
        while at < len(beads) and _is_in(beads[at], stretch):
            at += 1
        is_long = max(_length(part, document) for part in _sides(stretch, text, reference)) > LINE_WORDS
        yield from (_sides(b, text, reference) for b in (_whole(beads[first:at]) if is_long else [stretch]))


def _length(text: str, document: Document) -> int:
    """Words; characters where words are not told apart."""
    return len(text if language(document.target_lang or "und").written_without_spaces else text.split())


def stretches(document: Document) -> tuple[Bead, ...]:
    """The lines of text and reference in pairs where there are as many of both, else both texts whole."""
    text, reference = document.text, document.reference or ""
    ours: Sequence[Block] = document.blocks or blocks(text)
    theirs = blocks(reference)
    if ours and len(ours) == len(theirs):
        return tuple(Bead(r.start, r.end, t.start, t.end) for t, r in zip(ours, theirs, strict=True))
    return (Bead(0, len(reference), 0, len(text)),)


def aligned(ours: Sequence[Span], theirs: Sequence[Span], document: Document) -> Iterator[Bead]:
    """The sentences of a pair of lines, those together that stand against each other."""
    text, reference = document.text, document.reference or ""
    cuts = matched(
        [text[start:end] for start, end in ours],
        [reference[start:end] for start, end in theirs],
        document.target_lang or "und",
    )
    for first, last, its_first, its_last in cuts:
        yield Bead(*_around(theirs, its_first, its_last), *_around(ours, first, last))


def _around(spans: Sequence[Span], first: int, last: int) -> Span:
    """Where sentences [first, last) stand; of none, the place after those before."""
    if first < last:
        return spans[first][0], spans[last - 1][1]
    place = spans[first - 1][1] if first else spans[0][0] if spans else 0
    return place, place


def _sentences(document: Document) -> list[Span]:
    """The sentences of the reference."""
    reference = Document("", "", document.reference or "", target_lang=document.target_lang)
    return [(s.start, s.end) for s in split(reference).segments]


def _from(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those that start in [start, end)."""
    return spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]


def _is_in(bead: Bead, stretch: Bead) -> bool:
    return bead.target_end <= stretch.target_end and bead.source_end <= stretch.source_end


def _sides(bead: Bead, text: str, reference: str) -> tuple[str, str]:
    return text[bead.target_start : bead.target_end], reference[bead.source_start : bead.source_end]


def _whole(beads: Iterable[Bead]) -> list[Bead]:
    """The beads with those that are empty on one side joined to the one before, or after where there is none."""
    found: list[Bead] = []
    for bead in beads:
        joins = found and not (bead.is_pair and found[-1].is_pair)
        last = found.pop() if joins else bead
        found.append(Bead(last.source_start, bead.source_end, last.target_start, bead.target_end))
    return found


def _on_segments(document: Document) -> Document:
    """What a bead of one sentence has for its reference, on the segment that is this sentence."""
    own = {(b.target_start, b.target_end): b for b in document.reference_beads if b.is_pair}
    made = []
    for segment in document.segments:
        bead = own.get((segment.start, segment.end)) if segment.field == "text" else None
        reference = _sides(bead, document.text, document.reference or "")[1] if bead else None
        made.append(replace(segment, reference=reference))
    return replace(document, segments=tuple(made))
