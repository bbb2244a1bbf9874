"""Files of many units, unit by unit: XLIFF and TMX as they stream by, PO between its quotation marks."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import BinaryIO, NamedTuple
from xml.sax.saxutils import escape

from mtqa.errors import InputError
from mtqa.fix.codec import Codec, characters, codec_of, decoded, refuse_shifting
from mtqa.readers import po
from mtqa.readers.files.decode import HEAD_BYTES, UTF8
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import MAX_BYTES, Source
from mtqa.readers.files.window import Window
from mtqa.readers.web.stream import Item
from mtqa.readers.web.units import TMX, XLIFF, Context, Units, of_unit, placed
from mtqa.segment import Anchor, Document

LARGEST = 128 * 1024 * 1024  # bytes of a PO file, which is held as a whole
_LINE_END = re.compile(r"\r\n?|\n")
_OF_PO = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


class Unit(NamedTuple):
    """A stretch of a file's characters that holds documents, with what stands before it, and the line and column where it begins.

    `read` gives the documents of the stretch, or of what has become of it, placed from line 1, column 1 on; none where it
    is broken. `written` is how text stands in it. A file's last unit may be empty, with the rest of the file before it.
    """

    before: str
    text: str
    line: int
    column: int
    read: Callable[[str], list[Document]]
    written: Callable[[str], str] = str

    def in_file(self, document: Document) -> Document:
        """A document of this unit, placed in the file."""
        return replace(document, anchors=tuple(map(self._anchor, document.anchors)))

    def _anchor(self, anchor: Anchor) -> Anchor:
        moved = self.column - 1 if anchor.line == 1 else 0
        return Anchor(anchor.start, anchor.line + self.line - 1, anchor.column + moved)


def units(stream: BinaryIO, path: str, format_name: str) -> tuple[Codec, Iterator[Unit]]:
    """How a file is written, and its units in order: together they are the file, without its byte order mark.

    Raises InputError, perhaps on the way, where it is no such file, or cannot be written back as it is.
    """
    if format_name != "po":
        codec = codec_of(stream)
        refuse_shifting(codec)
        return codec, _of_xml(characters(stream, codec), path, XLIFF if format_name == "xliff" else TMX)
    stream.seek(0)
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(f"has more than {LARGEST >> 20} MB, the most that is fixed of a PO file: split it")
    raw, codec = decoded(data)
    return codec, _of_po(raw, path)


def _of_xml(chunks: Iterator[str], path: str, told: Units) -> Iterator[Unit]:
    held = _Held(chunks)
    line, column = 1, 1
    for found in placed(Window(held.passing(), MAX_BYTES), told):
        if isinstance(found, Problem) or not found[0].is_closed:
            continue
        item, context = found
        before = held.before(item.offset, len(item.text))
        line, column = _after(before, line, column)
        yield Unit(before, item.text, line, column, partial(_xml_unit, path, context, told), escape)
        line, column = _after(item.text, line, column)
    yield Unit(held.rest(), "", line, column, lambda text: [])


class _Held:
    """The characters that have passed into a window, from the end of the last unit on."""

    def __init__(self, chunks: Iterator[str]) -> None:
        self._chunks = chunks
        self._pieces: list[str] = []
        self._text, self._at = "", 0  # what came before the pieces, and how much of it was let go
        self._offset = 0  # in the file, of what is held

    def passing(self) -> Iterator[str]:
        """The chunks, each kept as it passes."""
        for chunk in self._chunks:
            self._pieces.append(chunk)
            yield chunk

    def before(self, offset: int, length: int) -> str:
        """What stands before a stretch of so many characters at this offset of the file; it is then let go with it."""
        if self._pieces:
            self._text, self._at, self._pieces = self._text[self._at :] + "".join(self._pieces), 0, []
        start = self._at + offset - self._offset
        found = self._text[self._at : start]
        self._at, self._offset = start + length, offset + length
        return found

    def rest(self) -> str:
        """All that is left."""
        return "".join([self._text[self._at :], *self._pieces, *self._chunks])


def _after(text: str, line: int, column: int) -> tuple[int, int]:
    """Line and column behind a text that begins at these."""
    ends = [match.end() for match in _LINE_END.finditer(text)]
    return (line + len(ends), len(text) - ends[-1] + 1) if ends else (line, column + len(text))


def _xml_unit(path: str, context: Context, told: Units, text: str) -> list[Document]:
    alone = Item(_LINE_END.sub("\n", text), 1, 1)
    found = list(of_unit(_source(path, text), alone, context, told))
    documents = [one for one in found if isinstance(one, Document)]
    return documents if len(documents) == len(found) else []


def _of_po(raw: str, path: str) -> Iterator[Unit]:
    starts = [0, *(match.end() for match in re.finditer("\n", raw)), len(raw)]
    langs, at = po.Languages(), 0
    for entry in po.entries(_source(path, raw)):
        if isinstance(entry, Problem):
            continue
        if not entry.value("msgid").text and "msgctxt" not in entry.strings:
            langs = po.languages(entry.value("msgstr").text)
            continue
        start, end = starts[entry.line - 1], starts[entry.line - 1 + entry.lines]
        yield Unit(raw[at:start], raw[start:end], entry.line, 1, partial(_po_entry, path, langs), _po_text)
        at = end
    yield Unit(raw[at:], "", len(starts), 1, lambda text: [])


def _po_entry(path: str, langs: po.Languages, raw: str) -> list[Document]:
    source = _source(path, raw)
    found = list(po.entries(source))
    entries = [one for one in found if isinstance(one, po.Entry)]
    return list(po.of_entry(source, entries[0], langs)) if len(entries) == len(found) == 1 else []


def _po_text(text: str) -> str:
    return "".join(_OF_PO.get(c, c) for c in text)


def _source(path: str, raw: str) -> Source:
    return Source(path, io.BytesIO(raw.encode("utf-8", "surrogatepass")), raw[:HEAD_BYTES], UTF8)
