"""What is checked: documents and segments, with the way back into the user's file."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mtqa.directive import Directive


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: 1-based line and column in code points; unit is the id of an XLIFF unit, feed item or JSONL row."""

    path: str = "-"
    line: int = 1
    column: int = 1
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """From this text offset on, the text stands in the file at this line and column, until the next anchor.

    Inside the stretch one code point of text is one column, and a line feed starts a new line at column 1. Readers set
    an anchor wherever that breaks: at a tag, an entity, an escape.
    """

    start: int
    line: int
    column: int


class Kind(StrEnum):
    """What a block is, as far as the format or its shape tells."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text that no sentence crosses: [start, end) in code points."""

    start: int
    end: int
    kind: Kind = Kind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Bead:
    """A stretch of a document's text and the stretch of its source that it translates: [start, end) in code points of each.

    One side may hold several sentences. Of an addition the source's stretch is empty, of an omission the target's: it is
    the place where the other would stand.
    """

    source_start: int
    source_end: int
    target_start: int
    target_end: int

    @property
    def is_pair(self) -> bool:
        """Whether there is something on both sides."""
        return self.source_start < self.source_end and self.target_start < self.target_end


@dataclass(frozen=True, slots=True)
class Segment:
    """A unit or a sentence: a stretch of target text with what is known about it.

    `start` is the offset of `target` in the document's `field` (its text or its title). Languages are BCP 47 primary
    tags ("fr"); "und" is a target language that could not be told, None a source language that nothing points to.
    """

    target: str
    target_lang: str
    source: str | None = None
    source_lang: str | None = None
    reference: str | None = None
    location: Location = Location()
    start: int = 0
    kind: Kind = Kind.PARAGRAPH
    field: str = "text"

    @property
    def end(self) -> int:
        """Offset of the first code point after the segment."""
        return self.start + len(self.target)


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `text` is exactly as it was read; every offset of a finding counts its code points.

    Readers fill everything but `segments`; `sentences.split` fills `segments` with one segment a sentence (the title's
    first, with field "title"). `title` is set only where the format keeps it apart from the text. `blocks` is empty where
    the format knows no structure: `text.blocks` then tells it from the lines. `link` and `updated` are what a feed says of an
    item: the address of its page, perhaps relative, and when it last changed, as the feed writes it.
    `directives` are in the order of the file. `beads` pair the text with the source, in the order of the text; they are
    empty where there is no source, and before `alignment.align`. `reference_beads` pair it with the reference in the same
    way: their source side counts code points of the reference. `versions` are the addresses of the same article in other
    languages (hreflang), as the feed writes them.
    """

    id: str
    path: str
    text: str
    title: str | None = None
    target_lang: str | None = None
    source: str | None = None
    source_lang: str | None = None
    reference: str | None = None
    blocks: tuple[Block, ...] = ()
    anchors: tuple[Anchor, ...] = (Anchor(0, 1, 1),)
    title_anchors: tuple[Anchor, ...] = (Anchor(0, 1, 1),)
    unit: str | None = None
    segments: tuple[Segment, ...] = ()
    link: str | None = None
    updated: str | None = None
    directives: tuple[Directive, ...] = ()
    beads: tuple[Bead, ...] = ()
    codes: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    reference_beads: tuple[Bead, ...] = ()
    versions: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """What names this article, in whatever language: its id, unit and link, and the links of its other versions."""
        return frozenset(key for key in (self.id, self.unit, self.link, *self.versions) if key)

    def location(self, offset: int, field: str = "text") -> Location:
        """Where this code point of the text (or title) stands in the file."""
        anchors, text = (self.title_anchors, self.title or "") if field == "title" else (self.anchors, self.text)
        anchor = anchors[max(0, bisect_right(anchors, offset, key=lambda a: a.start) - 1)]
        feeds = line_feeds(text)
        before = bisect_left(feeds, offset)
        count = before - bisect_left(feeds, anchor.start)
        if not count:
            return Location(self.path, anchor.line, anchor.column + offset - anchor.start, self.unit)
        return Location(self.path, anchor.line + count, offset - feeds[before - 1], self.unit)


@lru_cache(maxsize=4)
def line_feeds(text: str) -> tuple[int, ...]:
    """The offsets of the line feeds of a text. Kept, as a document with many findings asks for the place of each."""
    found, at = [], text.find("\n")
    while at >= 0:
        found.append(at)
        at = text.find("\n", at + 1)
    return tuple(found)
