"""The file as it stands, under what was read from it: what a fix may replace, and how many bytes a column is."""

import sys
from collections.abc import Iterator

from mtqa.errors import InputError
from mtqa.finding import Finding
from mtqa.readers.files.source import MAX_BYTES, opened
from mtqa.render._place import Region, is_file
from mtqa.report import Review
from mtqa.segment import Anchor, Document

AS_IT_STANDS = (Anchor(0, 1, 1),)  # the anchors of a text that is its file
MARKUP = frozenset('<>&"\\')  # may end an element, an entity, a string
SEPARATORS = frozenset(",;\t")
MAX_LINES = 50  # of a span that is compared
LOOKING_BACK = 1_000_000  # characters of lines held: what is suppressed comes after the findings of its article
MOST_READINGS = 20  # of a file, over which its lines are not told: a feed whose titles come last would be read for each


class RawLines:
    """Lines of files, read forward with some held for looking back: ask for them about in the order of the input.

    A file that has gone, standard input, and a line over 8 MB have none; nor has a file that was read again too often.
    """

    def __init__(self) -> None:
        self._path, self._number, self._again = "", 0, 0
        self._lines: Iterator[tuple[int, str | None]] = iter(())
        self._held: dict[int, str | None] = {}
        self._characters = 0
        self._document: Document | None = None
        self._texts: list[str] = []
        self._counted = ("", 1, 0)  # a line, a column of it, and the bytes before

    def line(self, document: Document, number: int) -> str | None:
        """A line of the document's file without its line feed; None where it cannot be told."""
        if stands_in_file(document):
            if self._document is not document:
                self._document, self._texts = document, document.text.split("\n")
            return self._texts[number - 1] if number <= len(self._texts) else None
        if not is_file(document.path):
            return None
        if document.path != self._path:
            self._path, self._again = document.path, 0
            self._open()
        elif number <= self._number and number not in self._held:
            self._again += 1
            self._open()
        while self._number < number:
            self._read_on()
        return self._held.get(number)

    def _open(self) -> None:
        self._number, self._held, self._characters = 0, {}, 0
        self._lines = _lines_of(self._path) if self._again <= MOST_READINGS else iter(())

    def _read_on(self) -> None:
        self._number, line = next(self._lines, (sys.maxsize, None))
        self._held[self._number] = line
        self._characters += len(line or "")
        while self._characters > LOOKING_BACK and len(self._held) > 1:
            self._characters -= len(self._held.pop(next(iter(self._held))) or "")

    def text(self, document: Document, place: Region) -> str | None:
        """What stands in the file in a region; None where it cannot be told."""
        if place.end_line - place.line > MAX_LINES:
            return None
        rows: list[str] = []
        for number in range(place.line, place.end_line + 1):
            row = self.line(document, number)
            if row is None:
                return None
            first = place.column - 1 if number == place.line else 0
            rows.append(row[first : place.end_column - 1] if number == place.end_line else row[first:])
        return "\n".join(rows)

    def byte_column(self, document: Document, line: int, column: int) -> int:
        """The 1-based column in bytes of UTF-8; of a line that cannot be read, the column itself."""
        raw = self.line(document, line)
        if raw is None:
            return column
        last, start, before = self._counted
        if last is not raw or column < start:
            start, before = 1, 0
        before += len(raw[start - 1 : column - 1].encode("utf-8", "surrogatepass"))
        self._counted = (raw, column, before)
        return before + 1


def stands_in_file(document: Document) -> bool:
    """Whether the document's text is its file's, character for character."""
    return document.anchors == AS_IT_STANDS and document.title is None


def replacement(review: Review, finding: Finding, stands: str | None) -> str | None:
    """What may take the place of what `stands` in the file under a finding; None where that is not simple, or not asked for.

    The file must hold the marked words letter for letter, without tags, entities or escapes between them, and where it is
    not plain text the suggestion must hold nothing that its format could mistake for markup.
    """
    fix, document = finding.hit.suggestion, review.document
    if fix is None or fix == finding.text or stands != finding.text:
        return None
    if not stands_in_file(document):
        told = MARKUP | SEPARATORS if document.path.endswith((".csv", ".tsv")) else MARKUP
        if not told.isdisjoint(fix) or "\n" in fix:
            return None
    return fix


def _lines_of(path: str) -> Iterator[tuple[int, str | None]]:
    try:
        with opened(path, sys.stdin.buffer, None, None, MAX_BYTES) as source:
            for number, line in source.lines():
                yield number, None if line is None else line.rstrip("\r\n")
    except (InputError, OSError):  # it was there when it was read: nothing is told of it now
        return
