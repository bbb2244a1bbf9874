"""The one way into XML: no document types, no entities but those of HTML, nothing ever fetched or expanded.

Elements are found by our own cutter (tags.py), which knows line and column of every character, reads broken XML as far as
it makes sense, and cannot be made to expand an entity: it never reads a declaration of one.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from mtqa.errors import InputError
from mtqa.readers.files.trace import Traced, Tracer
from mtqa.readers.web.tags import Piece, Token, attributes, keep_text, pieces

_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)\b", re.I)
_ASIDE = re.compile(r"<!--(?s:.*?)(?:-->|\Z)|<!\[CDATA\[(?s:.*?)(?:\]\]>|\Z)")  # where it is text
_RESTARTS = 10  # unclosed children of one element; what follows more of them is lost


@dataclass(frozen=True, slots=True)
class Child:
    """An element: its name with prefix, its attributes, the offsets of its content, and whether elements stand in it."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int
    has_elements: bool


def refuse_doctype(head: str) -> None:
    """Raise InputError where XML declares a document type or an entity, which can read files and fill the memory."""
    if _DOCTYPE.search(head) and _DOCTYPE.search(_ASIDE.sub("", head)):
        raise InputError(
            "declares a document type (DTD), refused as unsafe: delete the <!DOCTYPE ...> and its entities"
        )


def root(head: str) -> tuple[str, dict[str, str]]:
    """The name and attributes of the first element, "" where there is none."""
    first = next((piece for piece in pieces(head, is_xml=True) if piece.token is Token.OPEN), None)
    return (first.name, attributes(first.attributes)) if first else ("", {})


def children(text: str) -> tuple[list[Child], int | None]:
    """The elements directly inside the element that `text` is, and the offset of the first tag that does not fit, if any.

    A child that is never closed ends where the first element inside it begins, and what follows is read as its siblings.
    """
    found: list[Child] = []
    broken: int | None = None
    at, outer = 0, ""
    for _ in range(_RESTARTS):
        scan = _Scan(text, at, outer)
        found += scan.found
        broken = scan.broken if broken is None else broken
        if scan.restart is None:
            break
        at, outer = scan.restart, root(text)[0]
    return found, broken


class _Scan:
    """One pass over the children of an element, from an offset on at which elements named `outer` are open already.

    `restart` is where the next pass has to begin, if one has.
    """

    def __init__(self, text: str, at: int, *outer: str) -> None:
        self.found: list[Child] = []
        self.broken: int | None = None
        self.restart: int | None = None
        self._stack = [name for name in outer if name]
        self._counts: Counter[str] = Counter(self._stack)
        self._child = Piece(Token.OPEN, 0, 0)
        self._inner: int | None = None  # where the first element in the child begins
        for piece in pieces(text, at, is_xml=True):
            if piece.token is Token.OPEN:
                self._open(piece)
            elif piece.token is Token.CLOSE and not self._close(piece):
                break
        if len(self._stack) > 1:
            self._cut_off(len(text), len(text))

    def _open(self, piece: Piece) -> None:
        if len(self._stack) == 1:
            self._child, self._inner = piece, None
        elif self._inner is None and self._stack:
            self._inner = piece.start
        self._stack.append(piece.name)
        self._counts[piece.name] += 1

    def _close(self, piece: Piece) -> bool:
        """Take in an end tag; False where the element itself ends."""
        if not self._stack or piece.name != self._stack[-1]:
            self.broken = piece.start if self.broken is None else self.broken
            if not self._counts[piece.name]:
                return True
        depth = len(self._stack)
        while self._stack and (closed := self._stack.pop()) != piece.name:
            self._counts[closed] -= 1
        self._counts[piece.name] -= 1
        if len(self._stack) == 1:
            self.found.append(self._ended(piece.start))
        elif not self._stack and depth > 1:
            self._cut_off(piece.start, piece.start)
        return bool(self._stack)

    def _cut_off(self, end: int, broken: int) -> None:
        """The element ends inside a child."""
        self.broken = broken if self.broken is None else self.broken
        self.restart = self._inner
        is_whole = self._inner is None
        child = self._ended(end if self._inner is None else self._inner)
        self.found.append(child if is_whole else replace(child, has_elements=False))
        self._stack = []

    def _ended(self, end: int) -> Child:
        child = self._child
        return Child(child.name, attributes(child.attributes), child.end, end, self._inner is not None)


def characters(text: str, start: int, end: int) -> Traced:
    """The characters of an element's content, entities and CDATA read, tags left out."""
    tracer = Tracer()
    for piece in pieces(text, start, end, is_xml=True):
        if piece.token is Token.TEXT:
            keep_text(tracer, text, piece.start, piece.end)
        elif piece.token is Token.CDATA:
            tracer.keep(text[piece.start : piece.end], piece.start)
    return tracer.traced()
