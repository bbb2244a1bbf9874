"""Which part of the target belongs to which part of the source, as far as a document tells."""

from dataclasses import replace

from mtqa.segment import Block, Document, Kind, Segment
from mtqa.sentences import spans
from mtqa.text import blocks

SHORT = 60  # code points: the lengths of blocks so short tell nothing
RATIO = 2.5  # by which one block may be longer than the other


def passages(document: Document) -> list[Segment]:
    """The parts in which terms are looked for: title and sentences, or, beside a source text, paragraphs or the whole.

    Paragraphs are paired where source and target have as many and they are about as long; else the whole text is one part.
    """
    apart = [s for s in document.segments if s.field == "title"]
    body = [s for s in document.segments if s.field != "title"]
    if document.source is None or len(document.segments) == 1:
        return [*apart, *body]
    whole = Segment(document.text, document.target_lang or "und", document.source, document.source_lang)
    pairs = _paired(document.source, document.text, document.blocks or blocks(document.text))
    if not pairs:
        return [*apart, whole]
    return [*apart, *(replace(whole, target=document.text[b.start : b.end], start=b.start, source=s) for s, b in pairs)]


def _paired(source: str, target: str, there: tuple[Block, ...]) -> list[tuple[str, Block]]:
    here = blocks(source)
    there = tuple(b for b in there if b.kind is not Kind.FURNITURE)
    if len(here) != len(there):
        return []
    for one, other in zip(here, there, strict=True):
        lengths = sorted((one.end - one.start, other.end - other.start))
        if lengths[1] > SHORT and lengths[1] > RATIO * lengths[0]:
            return []
    return [(source[b.start : b.end], other) for b, other in zip(here, there, strict=True)]


def sentence_for(segment: Segment, at: int) -> tuple[int, int]:
    """The sentence of the target, [start, end), in which what stands at an offset of the source is to be expected.

    By number where both have as many sentences, else by how far through the text it stands.
    """
    theirs = list(spans(segment.source or "", segment.source_lang or "und"))
    own = list(spans(segment.target, segment.target_lang))
    number = next((n for n, (_, end) in enumerate(theirs) if at < end), 0)
    if len(own) == len(theirs):
        return own[number]
    place = at / max(1, len(segment.source or "")) * len(segment.target)
    return next(((start, end) for start, end in own if place < end), own[-1])
