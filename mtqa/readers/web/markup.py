"""HTML into the lines that a reader of the page sees, each with its place in the file and in the page's structure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from mtqa.readers.files.trace import Traced, Tracer
from mtqa.readers.web.elements import (
    BLOCKS,
    CELLS,
    HEADINGS,
    IMPLIED_END,
    ITEMS,
    KNOWN,
    LEAVES,
    VOID,
    is_block,
    is_debris,
    is_furniture,
    is_hidden,
)
from mtqa.readers.web.tags import Piece, Token, attributes, keep_text, pieces

_DEPTH = 256  # elements deeper than this count as their parent (browsers stop at 512); it keeps hostile pages linear
_GAP = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_BREAKS = ("", " ", "\n")
_HANDED_DOWN = ITEMS | HEADINGS | {"figcaption"}


@dataclass(frozen=True, slots=True)
class Container:
    """An element that holds blocks. `parent` is an index into the page's containers, -1 at the top."""

    parent: int
    tag: str
    lang: str | None = None
    is_main: bool = False
    is_article: bool = False
    is_furniture: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The text between two breaks. `tag` is the block it stands in; `links`, `bold` and `chrome` are shares of its characters.

    `chrome` is what stands in furniture inside its container: a button, a byline.
    """

    traced: Traced
    tag: str
    container: int
    links: float
    bold: float
    chrome: float

    @property
    def text(self) -> str:
        """What is read."""
        return self.traced.text


@dataclass(frozen=True, slots=True)
class Page:
    """The lines and containers of a page, its raw scripts of linked data, its <title> and <meta> elements.

    `comments` are what stands in the comments that speak to mtqa: [start, end).
    """

    lines: tuple[Line, ...]
    containers: tuple[Container, ...]
    scripts: tuple[tuple[int, int], ...] = ()
    title: Traced | None = None
    metas: tuple[tuple[int, dict[str, str]], ...] = ()
    comments: tuple[tuple[int, int], ...] = ()


def page(text: str, start: int = 0, end: int | None = None) -> Page:
    """Read the page that stands in `text[start:end]`; places are offsets in `text`."""
    walk = _Walk(text)
    walk.read(pieces(text, start, end))
    return Page(
        tuple(walk.lines),
        tuple(walk.containers),
        tuple(walk.scripts),
        walk.title,
        tuple(walk.metas),
        tuple(walk.comments),
    )


@dataclass(slots=True)
class _Open:
    """An element that is open: `container` is the one that it is or stands in."""

    tag: str
    line_tag: str
    container: int
    hidden: bool
    link: bool
    bold: bool
    chrome: bool


@dataclass
class _Walk:
    text: str
    lines: list[Line] = field(default_factory=list)
    containers: list[Container] = field(default_factory=lambda: [Container(-1, "body")])
    scripts: list[tuple[int, int]] = field(default_factory=list)
    title: Traced | None = None
    metas: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=lambda: [_Open("", "body", 0, False, False, False, False)])
    tracer: Tracer = field(default_factory=Tracer)
    tag: str = ""  # of the line that is being read, as the next four
    container: int = 0
    links: int = 0
    bold: int = 0
    chrome: int = 0
    closed: str = ""  # the tag that has just been closed, with nothing after it
    script_type: str = ""

    def read(self, found: Iterable[Piece]) -> None:
        """Take in the pieces of a page."""
        for piece in found:
            is_tag = piece.token in (Token.OPEN, Token.CLOSE)
            if is_tag and piece.name not in KNOWN and is_debris(piece.name, piece.attributes):
                if not self.stack[-1].hidden:
                    self.add(piece.start, piece.end)
            elif piece.token is Token.OPEN:
                self.open(piece)
            elif piece.token is Token.CLOSE:
                self.close(piece.name)
                self.closed = piece.name
            elif piece.token is Token.RAW:
                self.raw(piece)
            elif piece.token is Token.COMMENT:
                self.comments.append((piece.start, piece.end))
            elif not self.stack[-1].hidden and piece.token is Token.TEXT:
                self.add(piece.start, piece.end)
                self.closed = ""
        self.flush()

    def raw(self, piece: Piece) -> None:
        """A script of linked data, or the page's title."""
        if piece.name == "script" and "ld+json" in self.script_type:
            self.scripts.append((piece.start, piece.end))
        elif piece.name == "title" and self.title is None and len(self.stack) < 5:
            tracer = Tracer()
            keep_text(tracer, self.text, piece.start, piece.end)
            self.title = tracer.traced().strip()

    def open(self, piece: Piece) -> None:
        """An element begins."""
        name = piece.name
        about = attributes(piece.attributes) if piece.attributes.strip(" /") else {}
        if name in VOID:
            self.void(name, piece.start, about)
            return
        self.end_implied(name)
        block = is_block(name)
        if block:
            self.flush()
        elif name == "a" and self.closed == "a" and self.tracer.last not in _BREAKS:
            self.tracer.put(" ", piece.start)  # neighbouring links are set apart by style, not by a space
        elif name == "script":
            self.script_type = about.get("type", "").lower()
        self.closed = ""
        if len(self.stack) < _DEPTH:
            self.stack.append(self.opened(name, block, about, piece))

    def opened(self, name: str, block: bool, about: dict[str, str], piece: Piece) -> _Open:
        """The element, with what it hands down to those inside it."""
        above = self.stack[-1]
        container, chrome = above.container, above.chrome
        inner = furniture = is_furniture(name, about)
        if block and name not in LEAVES:
            lang = about.get("lang") or about.get("xml:lang") or self.containers[container].lang
            self.containers.append(
                Container(
                    container,
                    name,
                    lang,
                    name == "main" or about.get("role") == "main",
                    name == "article" or "articlebody" in about.get("itemprop", "").lower(),
                    furniture,
                )
            )
            container, chrome, inner = len(self.containers) - 1, False, False
        hidden = above.hidden or is_hidden(name, about) or (name == "sup" and self.is_note(piece.end))
        bold = above.bold or name in ("b", "strong")
        line_tag = _line_tag(name, above.line_tag) if block else above.line_tag
        return _Open(name, line_tag, container, hidden, above.link or name == "a", bold, chrome or inner)

    def is_note(self, start: int) -> bool:
        """Whether a superscript is the mark of a footnote: a link."""
        return self.text[start : start + 200].lstrip()[:3].lower() in ("<a ", "<a\n")

    def void(self, name: str, start: int, about: dict[str, str]) -> None:
        """An element without content."""
        if name == "br" and not self.stack[-1].hidden:
            self.line_break(start)
        elif name == "hr":
            self.flush()
        elif name == "meta":
            self.metas.append((start, about))

    def line_break(self, start: int) -> None:
        """One <br> breaks the line inside a block; two in a row end the block."""
        if self.tracer.last == "\n":
            self.flush()
        elif self.tracer.length:
            self.tracer.put("\n", start)

    def end_implied(self, name: str) -> None:
        """Close what the opening of this element closes."""
        if name in BLOCKS and self.nearest_block() == "p":
            self.pop_to("p")
        if rule := IMPLIED_END.get(name):
            ending, limit = rule
            for depth in range(len(self.stack) - 1, 0, -1):
                tag = self.stack[depth].tag
                if tag in ending:
                    self.flush_if_block(tag)
                    del self.stack[depth:]
                if tag in ending or tag in limit:
                    return

    def nearest_block(self) -> str:
        """The innermost open block."""
        return next((above.tag for above in reversed(self.stack) if above.tag in BLOCKS), "")

    def close(self, name: str) -> None:
        """An element ends; a stray end tag does nothing, but </p> and </br> break the line as browsers have it."""
        if name in ("html", "body"):
            return
        if is_block(name):
            self.flush()
        limit = BLOCKS if not is_block(name) else frozenset({"table"}) if name in CELLS | {"tr"} else CELLS | {"table"}
        for above in reversed(self.stack):
            if above.tag == name:
                self.pop_to(name)
                return
            if above.tag in limit:
                return

    def pop_to(self, name: str) -> None:
        """Close everything up to and with the innermost element of this name, which is open."""
        self.flush_if_block(name)
        while self.stack.pop().tag != name:
            pass

    def flush_if_block(self, name: str) -> None:
        """End the line where a block ends."""
        if is_block(name):
            self.flush()

    def add(self, start: int, end: int) -> None:
        """Text as it is shown: white space collapsed, entities read."""
        if not self.tracer.length:
            self.tag, self.container = self.stack[-1].line_tag, self.stack[-1].container
        before, at = self.tracer.length, start
        for gap in _GAP.finditer(self.text, start, end):
            self.words(at, gap.start())
            if self.tracer.last not in _BREAKS:
                self.tracer.put(" ", gap.start())
            at = gap.end()
        self.words(at, end)
        above, added = self.stack[-1], self.tracer.length - before
        self.links += added * above.link
        self.bold += added * above.bold
        self.chrome += added * above.chrome

    def words(self, start: int, end: int) -> None:
        """Text with single spaces only."""
        if start < end and self.text[start] == " " and self.tracer.last in _BREAKS:
            start += 1
        keep_text(self.tracer, self.text, start, end)

    def flush(self) -> None:
        """End the line."""
        if not self.tracer.length:
            return
        traced, length = self.tracer.traced().strip(), self.tracer.length
        if traced.text:
            shares = (self.links / length, self.bold / length, self.chrome / length)
            self.lines.append(Line(traced, self.tag, self.container, *shares))
        self.tracer = Tracer()
        self.links = self.bold = self.chrome = 0


def _line_tag(name: str, above: str) -> str:
    """The tag that tells what a line in this block is: a paragraph in a list item is part of the item."""
    return above if name in ("p", "div") and above in _HANDED_DOWN else name
