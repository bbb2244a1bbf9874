"""The file as it stands, under what was read from it: what a fix may replace, and how many bytes a column is."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from mtqa.errors import InputError
from mtqa.finding import Finding
from mtqa.readers.files.source import opened
from mtqa.render._place import Region, is_file
from mtqa.report import Review
from mtqa.segment import Anchor, Document

AS_IT_STANDS = (Anchor(0, 1, 1),)  # the anchors of a text that is its file
MARKUP = frozenset('<>&"\\')  # may end an element, an entity, a string
SEPARATORS = frozenset(",;\t")
MAX_LINES = 50  # of a span that is compared


@dataclass(slots=True)
class RawLines:
    """Lines of files, read forward: ask for them in the order of the input, or a file is read again.

    A file that has gone, or standard input, has none.
    """

    _path: str = ""
    _number: int = 0
    _line: str | None = None
    _lines: Iterator[tuple[int, str | None]] = field(default_factory=lambda: iter(()))
    _document: Document | None = None
    _texts: list[str] = field(default_factory=list)

    def line(self, document: Document, number: int) -> str | None:
        """A line of the document's file without its line feed; None where it cannot be told."""
        if document.anchors == AS_IT_STANDS and document.title is None:
            if self._document is not document:
                self._document, self._texts = document, document.text.split("\n")
            return self._texts[number - 1] if number <= len(self._texts) else None
        if not is_file(document.path):
            return None
        if document.path != self._path or number < self._number:
            self._path, self._number, self._lines = document.path, 0, _lines_of(document.path)
        while self._number < number:
            self._number, self._line = next(self._lines, (sys.maxsize, None))
        return self._line if self._number == number else None

    def text(self, document: Document, place: Region) -> str | None:
        """What stands in the file in a region; None where it cannot be told."""
        if place.end_line - place.line > MAX_LINES:
            return None
        rows = [self.line(document, number) for number in range(place.line, place.end_line + 1)]
        kept = [row for row in rows if row is not None]
        if len(kept) < len(rows):
            return None
        kept[-1] = kept[-1][: place.end_column - 1]
        kept[0] = kept[0][place.column - 1 :]
        return "\n".join(kept)

    def byte_column(self, document: Document, line: int, column: int) -> int:
        """The 1-based column in bytes of UTF-8; of a line that cannot be read, the column itself."""
        raw = self.line(document, line)
        return column if raw is None else len(raw[: column - 1].encode("utf-8", "surrogatepass")) + 1


def replacement(review: Review, finding: Finding, stands: str | None) -> str | None:
    """What may take the place of what `stands` in the file under a finding; None where that is not simple, or not asked for.

    The file must hold the marked words letter for letter, without tags, entities or escapes between them, and where it is
    not plain text the suggestion must hold nothing that its format could mistake for markup.
    """
    fix, document = finding.hit.suggestion, review.document
    if fix is None or stands != finding.text:
        return None
    if document.anchors != AS_IT_STANDS or document.title is not None:
        told = MARKUP | SEPARATORS if document.path.endswith((".csv", ".tsv")) else MARKUP
        if not told.isdisjoint(fix) or "\n" in fix:
            return None
    return fix


def _lines_of(path: str) -> Iterator[tuple[int, str | None]]:
    try:
        with opened(path, sys.stdin.buffer, None, None, sys.maxsize) as source:
            for number, line in source.lines():
                yield number, None if line is None else line.rstrip("\r\n")
    except (InputError, OSError):  # it was there when it was read: nothing is told of it now
        return
