"""Files mended: text and Markdown as a whole, JSONL row by row, XLIFF, TMX and PO unit by unit."""

import io
import os
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from mtqa.errors import InputError
from mtqa.finding import Finding
from mtqa.fix.codec import Codec, codec_of, decoded, refuse_shifting
from mtqa.fix.mend import Mender, is_same_document
from mtqa.fix.replace import put_in_place
from mtqa.readers import formats
from mtqa.readers.files.decode import HEAD_BYTES, UTF8
from mtqa.readers.files.source import MAX_BYTES, Source
from mtqa.segment import Anchor, Document

if TYPE_CHECKING:
    from mtqa.fix.units import Unit

FIXABLE = ("text", "markdown", "jsonl", "xliff", "tmx", "po")  # the formats that are written, by their first names
ESCAPED = "surrogateescape"  # bytes of a row that are no UTF-8 go out as they came in


class Change(NamedTuple):
    """A stretch of a file's characters before and after, without the byte order mark; together the stretches are the file."""

    before: str
    after: str
    codec: Codec


@dataclass(frozen=True, slots=True)
class Fixer:
    """Applies what is suggested by the findings in a document, as far as they are wanted."""

    find: Callable[[Document], Sequence[Finding]]
    is_wanted: Callable[[Finding], bool]


@dataclass(slots=True)
class Outcome:
    """What came of a file: how many suggestions of each code were applied, and a line for each thing that could not be."""

    fixed: Counter[str] = field(default_factory=Counter)
    troubles: list[str] = field(default_factory=list)


def fix_file(file: Path, format_name: str, fixer: Fixer) -> Outcome:
    """Apply suggestions to a file in place; raises InputError or OSError where it cannot be read or written."""
    outcome, is_changed = Outcome(), False
    with file.open("rb") as old, SpooledTemporaryFile(MAX_BYTES) as new:
        before = os.fstat(old.fileno())
        for was, now, codec in changes(old, str(file), format_name, fixer, outcome):
            is_changed |= was != now
            new.write(codec.mark if not new.tell() else b"")
            new.write(now.encode(codec.name, ESCAPED if codec.name == "utf-8" else "strict"))
        if is_changed:
            new.seek(0)
            put_in_place(file, new, before)
    return outcome


def changes(stream: BinaryIO, path: str, format_name: str, fixer: Fixer, outcome: Outcome) -> Iterator[Change]:
    """The stretches of a file before and after, in order; raises InputError where it cannot be read or written back."""
    if format_name == "jsonl":
        return _rows(stream, path, fixer, outcome)
    if format_name in ("xliff", "tmx", "po"):
        return _units(stream, path, format_name, fixer, outcome)
    return _whole(stream, path, format_name, fixer, outcome)


def _units(stream: BinaryIO, path: str, format_name: str, fixer: Fixer, outcome: Outcome) -> Iterator[Change]:
    from mtqa.fix.units import units

    codec, found = units(stream, path, format_name)
    for unit in found:
        yield Change(unit.before, unit.before, codec)
        yield Change(unit.text, _unit(unit, path, codec, fixer, outcome), codec)


def _unit(unit: "Unit", path: str, codec: Codec, fixer: Fixer, outcome: Outcome) -> str:
    """A unit's characters, mended in each of its documents."""

    def find(document: Document) -> Sequence[Finding]:
        return fixer.find(unit.in_file(document))

    text, fixed = unit.text, Counter[str]()
    try:
        documents = unit.read(text)
        for number in range(len(documents)):
            read = partial(_one, unit.read, documents, number)
            text, more = Mender(read, find, fixer.is_wanted, codec.has, written=unit.written).mended(text)
            fixed += more
            documents = unit.read(text) if more else documents
    except InputError as error:
        outcome.troubles.append(f"{path}:{unit.line}: {error}")
        return unit.text
    outcome.fixed += fixed
    return text


def _one(read: Callable[[str], list[Document]], before: list[Document], number: int, text: str) -> Document | None:
    """The document of this number among those of a unit; None where another one has changed."""
    after = read(text)
    is_same = len(after) == len(before) and all(
        n == number or is_same_document(one, other) for n, (one, other) in enumerate(zip(before, after, strict=True))
    )
    return after[number] if is_same else None


def _whole(stream: BinaryIO, path: str, format_name: str, fixer: Fixer, outcome: Outcome) -> Iterator[Change]:
    stream.seek(0)
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return  # the readers tell that it is too long
    raw, codec = decoded(data)
    mender = Mender(partial(_read, path, format_name, 1), fixer.find, fixer.is_wanted, codec.has)
    mended, fixed = mender.mended(raw)
    if decoded(codec.bytes_of(mended)) != (mended, codec) and mended != raw:
        raise InputError("would be read in another encoding once fixed: save it as UTF-8")
    outcome.fixed += fixed
    yield Change(raw, mended, codec)


def _rows(stream: BinaryIO, path: str, fixer: Fixer, outcome: Outcome) -> Iterator[Change]:
    codec = codec_of(stream)
    refuse_shifting(codec)
    errors = ESCAPED if codec.name == "utf-8" else "strict"
    text = io.TextIOWrapper(stream, codec.name, errors, newline="\n")
    try:
        for number, line in enumerate(iter(partial(text.readline, MAX_BYTES), ""), 1):
            yield Change(line, _row(line, number, path, codec, fixer, outcome), codec)
    except UnicodeDecodeError as error:
        raise InputError("has bytes that are not in the file's encoding: save it as UTF-8") from error
    finally:
        text.detach()


def _row(line: str, number: int, path: str, codec: Codec, fixer: Fixer, outcome: Outcome) -> str:
    if not line.endswith("\n") and len(line) >= MAX_BYTES:
        return line  # a part of a row that is too long, as the readers tell
    mender = Mender(partial(_read, path, "jsonl", number), fixer.find, fixer.is_wanted, codec.has, is_row=True)
    try:
        mended, fixed = mender.mended(line)
    except InputError as error:
        outcome.troubles.append(f"{path}:{number}: {error}")
        return line
    outcome.fixed += fixed
    return mended


def _read(path: str, format_name: str, line: int, raw: str) -> Document | None:
    """The document of a file's characters, or of those of its row at this line; None where there is not just one."""
    try:
        data = BOM_UTF8 + raw.encode("utf-8")
        source = Source(path, io.BytesIO(data), raw[:HEAD_BYTES], UTF8)
        found = list(formats()[format_name].read(source))
    except (InputError, UnicodeEncodeError):  # the readers tell of the first; the second are bytes that are no UTF-8
        return None
    (document, *others) = found or (None,)
    if not isinstance(document, Document) or others:
        return None
    if line == 1:
        return document
    anchors, title_anchors = _moved(document.anchors, line - 1), _moved(document.title_anchors, line - 1)
    return replace(document, anchors=anchors, title_anchors=title_anchors)


def _moved(anchors: tuple[Anchor, ...], lines: int) -> tuple[Anchor, ...]:
    return tuple(replace(anchor, line=anchor.line + lines) for anchor in anchors)
