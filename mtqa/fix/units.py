"""Files of many units mended unit by unit: XLIFF and TMX between their tags, PO between its quotation marks."""

import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple
from xml.sax.saxutils import escape

from mtqa.errors import InputError
from mtqa.readers import po
from mtqa.readers.files.decode import HEAD_BYTES, UTF8
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import MAX_BYTES, Source
from mtqa.readers.files.window import Window
from mtqa.readers.web.stream import Item, Opening, items, mark
from mtqa.readers.web.units import TMX, XLIFF, Units, of_unit
from mtqa.segment import Document

LARGEST = 128 * 1024 * 1024  # bytes of a file that is held to be mended
_LINE_END = re.compile(r"\r\n?")
_OF_PO = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


class Unit(NamedTuple):
    """A stretch of a file's characters that holds one document, [start, end); how it is read alone, and how text is written."""

    start: int
    end: int
    read: Callable[[str], Document | None]
    written: Callable[[str], str]


def units(raw: str, path: str, format_name: str) -> Iterator[Unit]:
    """The units of a file's characters, in order. Raises InputError where it is no such file."""
    yield from (
        _of_po(raw, path) if format_name == "po" else _of_xml(raw, path, XLIFF if format_name == "xliff" else TMX)
    )


def _of_xml(raw: str, path: str, told: Units) -> Iterator[Unit]:
    context, at = told.begins, 0
    for item in items(Window(iter([raw]), MAX_BYTES), mark(*told.names, around=told.around)):
        if isinstance(item, Opening):
            context = told.within(context, item)
        elif isinstance(item, Item) and item.is_closed:
            start = raw.index(item.text, at)
            at = start + len(item.text)

            def read(text: str, context: object = context) -> Document | None:
                alone = Item(_LINE_END.sub("\n", text), 1, 1)
                return _only(list(of_unit(_source(path, text), alone, context, told)))  # type: ignore[arg-type]

            yield Unit(start, at, read, escape)


def _of_po(raw: str, path: str) -> Iterator[Unit]:
    starts = [0, *(match.end() for match in re.finditer("\n", raw)), len(raw)]
    langs = po.Languages()
    for entry in po.entries(_source(path, raw)):
        if isinstance(entry, Problem):
            continue
        if not entry.value("msgid").text and "msgctxt" not in entry.strings:
            langs = po.languages(entry.value("msgstr").text)
            continue
        first, last = entry.line - 1, entry.line - 1 + entry.lines
        yield Unit(starts[first], starts[last], partial(_po_entry, path, langs), _po_text)


def _po_entry(path: str, langs: po.Languages, raw: str) -> Document | None:
    source = _source(path, raw)
    found = [one for one in po.entries(source) if not isinstance(one, Problem)]
    return _only(list(po.of_entry(source, found[0], langs))) if len(found) == 1 else None


def _po_text(text: str) -> str:
    return "".join(_OF_PO.get(c, c) for c in text)


def _only(found: list[Document]) -> Document | None:
    """The document of a unit that has just one; a change in one of several could not be told from one in another."""
    return found[0] if len(found) == 1 else None


def _source(path: str, raw: str) -> Source:
    return Source(path, io.BytesIO(raw.encode("utf-8", "surrogatepass")), raw[:HEAD_BYTES], UTF8)


def refuse_large(size: int) -> None:
    """Raise InputError for a file that is too large to be held."""
    if size > LARGEST:
        raise InputError(f"has more than {LARGEST >> 20} MB, the most that is fixed: split it")
