"""Where an edit of a document's text stands among the characters of its file, and how it is written there."""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from mtqa.fix.edits import Edit
from mtqa.readers.files.rows import TEXT_NAMES
from mtqa.readers.files.trace import Traced, line_feeds
from mtqa.readers.jsontext.strings import string_in, whole
from mtqa.segment import Document

_LINE_END = re.compile(r"\r\n|\r|\n")
_ESCAPED = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.S)


class Change(NamedTuple):
    """[start, end) of the characters of a file, or of one row of it, is replaced with `text`."""

    start: int
    end: int
    text: str


class Lines:
    """The characters of a text file, line ends as they are, by line and column; `written` is how text stands in it."""

    def __init__(self, raw: str, written: Callable[[str], str] = str) -> None:
        self._raw, self._written = raw, written
        self._feeds: dict[str, list[int]] = {}
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(raw))]
        first = _LINE_END.search(raw)
        self._line_end = first[0] if first else "\n"

    def changes(self, document: Document, edit: Edit) -> Iterator[Change]:
        """The ways to make an edit; none where markup stands inside it, several where some stands at its place."""
        text = (document.title or "") if edit.field == "title" else document.text
        written = self._written(edit.text).replace("\n", self._line_end)
        if edit.start == edit.end:
            before = self._at(document, edit.start - 1, edit.field) + 1 if edit.start else None
            after = self._at(document, edit.start, edit.field) if edit.start < len(text) else None
            for place in dict.fromkeys((after, before)):
                if place is not None:
                    yield Change(place, place, written)
            return
        start = self._at(document, edit.start, edit.field)
        last = self._at(document, edit.end - 1, edit.field)
        end = last + (2 if self._raw.startswith("\r\n", last) else 1)
        if _LINE_END.sub("\n", self._raw[start:end]) == text[edit.start : edit.end]:
            yield Change(start, end, written)

    def _at(self, document: Document, offset: int, field: str) -> int:
        """Where `document.location` places an offset, without counting its lines each time."""
        anchors, text = (
            (document.title_anchors, document.title or "") if field == "title" else (document.anchors, document.text)
        )
        if field not in self._feeds:
            self._feeds[field] = line_feeds(text)
        feeds = self._feeds[field]
        anchor = anchors[max(0, bisect_right(anchors, offset, key=lambda a: a.start) - 1)]
        first, after = bisect_left(feeds, anchor.start), bisect_left(feeds, offset)
        if first == after:
            return self._starts[anchor.line - 1] + anchor.column - 1 + offset - anchor.start
        return self._starts[anchor.line - 1 + after - first] + offset - feeds[after - 1] - 1


class Row:
    """The characters of a JSONL row, by the strings in it."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        row = json.loads(raw)
        self._row: Mapping[str, object] = row if isinstance(row, dict) else {}
        self._found: dict[str, Traced | None] = {}

    def changes(self, document: Document, edit: Edit) -> Iterator[Change]:
        """The way to make an edit; none where the string is not found in the row."""
        traced = self._string("title" if edit.field == "title" else text_name(self._row))
        if traced is None:
            return
        ends = traced.origin(edit.end - 1) if edit.end else traced.origin(0)
        end = ends + (self._length(ends) if edit.end else 0)
        start = end if edit.start == edit.end else traced.origin(edit.start)
        yield Change(start, end, self._written(edit.text))

    def _string(self, name: str) -> Traced | None:
        if name not in self._found:
            value = self._row.get(name)
            self._found[name] = string_in(self._raw, name, whole(value)) if isinstance(value, str) else None
        return self._found[name]

    def _length(self, at: int) -> int:
        """How many characters of the row the one at an offset takes: an escape takes several."""
        escape = _ESCAPED.match(self._raw, at)
        return len(escape[0]) if escape else 1

    def _written(self, text: str) -> str:
        """A text as a part of a string: beyond ASCII in escapes where the row has no other way."""
        is_escaping = self._raw.isascii() and "\\u" in self._raw
        return json.dumps(text, ensure_ascii=is_escaping)[1:-1]


def text_name(row: Mapping[str, object]) -> str:
    """The key under which a row has its text."""
    return next((name for name in TEXT_NAMES if row.get(name) is not None), TEXT_NAMES[0])


def spliced(raw: str, changes: list[Change]) -> str | None:
    """The characters with the changes made; None where two of them overlap."""
    pieces, at = [], 0
    for change in sorted(changes):
        if change.start < at:
            return None
        pieces += [raw[at : change.start], change.text]
        at = change.end
    return "".join([*pieces, raw[at:]])
