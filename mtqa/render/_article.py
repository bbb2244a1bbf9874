"""A document as the HTML report shows it: blocks of sentences of pieces, each piece with the findings that cover it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mtqa.finding import Finding
from mtqa.report import Review, Sentence
from mtqa.segment import Block, Document, Kind
from mtqa.text import blocks

TAGS = {Kind.HEADING: "h4", Kind.PARAGRAPH: "p", Kind.ITEM: "p", Kind.TABLE: "p", Kind.FURNITURE: "p"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding with the id it has in the page."""

    id: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same findings, the severest first; `starts` are those that begin here."""

    text: str
    marks: tuple[Mark, ...] = ()
    starts: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its pieces; text between sentences is a line without a sentence."""

    pieces: tuple[Piece, ...]
    sentence: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block: the HTML element that shows it, its kind, its lines."""

    tag: str
    kind: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A stretch of the source with the pieces of the text that translates it; one side may be empty."""

    source: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A review with what the page shows of it."""

    id: str
    review: Review
    title: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...]
    beside: tuple[Beside, ...] = ()


def article(name: str, review: Review) -> Article:
    """Lay out a review; `name` is the article's id in the page."""
    document = review.document
    marks = tuple(Mark(f"{name}f{n}", f) for n, f in enumerate(review.findings))
    titles = [m for m in marks if m.finding.field == "title"]
    inside = [m for m in marks if m.finding.field == "text"]
    first = [s for s in review.sentences if s.segment.field == "title"]
    rest = [s for s in review.sentences if s.segment.field == "text"]
    title = document.title or ""
    laid = document.blocks or blocks(document.text)
    return Article(
        name,
        review,
        tuple(lines(title, Block(0, len(title), Kind.HEADING), first, titles)),
        tuple(Paragraph(TAGS[b.kind], b.kind.value, tuple(lines(document.text, b, rest, inside))) for b in laid),
        marks,
        tuple(beside(document, inside)),
    )


def beside(document: Document, marks: Sequence[Mark]) -> Iterator[Beside]:
    """The source and the text in pairs."""
    for bead in document.beads:
        text = pieces(document.text, bead.target_start, bead.target_end, marks)
        yield Beside((document.source or "")[bead.source_start : bead.source_end], tuple(text))


def lines(text: str, block: Block, sentences: Sequence[Sentence], marks: Sequence[Mark]) -> Iterator[Line]:
    """The sentences of a block and what stands between them."""
    at = block.start
    for sentence in sentences:
        start, end = sentence.segment.start, sentence.segment.end
        if block.start <= start and end <= block.end:
            if at < start:
                yield Line(tuple(pieces(text, at, start, marks)))
            yield Line(tuple(pieces(text, start, end, marks)), sentence)
            at = end
    if at < block.end:
        yield Line(tuple(pieces(text, at, block.end, marks)))


def pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Cut [start, end) wherever a finding begins or ends."""
    near = [m for m in marks if m.finding.start < end and m.finding.end > start]
    cuts = {start, end} | {p for m in near for p in (m.finding.start, m.finding.end) if start < p < end}
    ordered = sorted(cuts)
    for left, right in pairwise(ordered):
        over = [m for m in near if m.finding.start <= left and m.finding.end >= right]
        over.sort(key=lambda m: (-m.finding.severity.rank, m.finding.start))
        yield Piece(text[left:right], tuple(over), any(m.finding.start == left for m in over))
