"""CSV and TSV: one article a row, under a header with the names that JSONL rows have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mtqa.errors import InputError
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.rows import IGNORE, TEXT_NAMES, documents
from mtqa.readers.files.rows import NAMES as FIELDS
from mtqa.readers.files.source import Columns, Source
from mtqa.readers.files.trace import Traced, Tracer, verbatim
from mtqa.readers.files.window import TooLong, Window
from mtqa.segment import Anchor, Document

NAMES = ("csv", "tsv")
SUFFIXES = (".csv", ".tsv", ".tab")
_DELIMITERS = ",;\t|"
_MARKS, _MARKS_AND_FEED, _DOUBLED = re.compile('"+'), re.compile('"+|\n'), re.compile('""')


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of a row, traced to its text, and the line where it begins."""

    cells: tuple[Traced, ...]
    text: str
    line: int


def sniff(head: str) -> bool:
    """Whether the first line is a header that names a text and something else."""
    first = head.lstrip("\n").partition("\n")[0]
    return any(len(names) > 1 and _text_column(names) is not None for names in _headers(first))


def read(source: Source) -> Iterator[Document | Problem]:
    """The documents of the rows, one at a time. Raises InputError where the header names no text."""
    delimiter = _delimiter(source)
    rows = records(Window(source.chunks(), source.max_bytes), delimiter)
    header: tuple[str, ...] | None = None
    count = 0
    for row in rows:
        if isinstance(row, Problem):
            yield source.problem(row.line, row.message)
        elif header is None:
            header = _ours(_names([cell.text for cell in row.cells]), source.columns)
            if _text_column(header) is None:
                found = ", ".join(name[:30] for name in header[:12])
                raise InputError(f'has no column "target" or "text" in its first line: it names {found}')
        elif any(cell.text.strip() for cell in row.cells):
            count += 1
            if len(row.cells) > len(header):
                cells = f"has {len(row.cells)} cells, but the header names {len(header)}"
                yield source.problem(row.line, f"{cells}: the last were left out")
            yield from _documents(source, header, row)
    if not count:
        yield source.problem(None, "has a header but no rows" if header else "has no rows")


def _ours(names: tuple[str, ...], columns: Columns) -> tuple[str, ...]:
    """The names of the columns as mtqa calls them; raises InputError where one that was named is not there."""
    theirs = {_names([name])[0]: own for own, name in columns}
    if missing := theirs.keys() - set(names):
        raise InputError(f'has no column "{min(missing)}" in its first line: it names {", ".join(names)[:200]}')
    return tuple(theirs.get(name, "" if name in theirs.values() else name) for name in names)


def _documents(source: Source, header: tuple[str, ...], row: Record) -> Iterator[Document | Problem]:
    cells = {name: cell for name, cell in zip(header, row.cells, strict=False) if name in (*FIELDS, IGNORE)}

    def anchors(name: str) -> tuple[Anchor, ...]:
        return cells[name].anchors(row.text, row.line)

    return documents(source, row.line, {name: cell.text for name, cell in cells.items()}, anchors)


def records(window: Window, delimiter: str) -> Iterator[Record | Problem]:
    """The rows. A quotation mark opens a cell only at its start and closes it only before a delimiter or the line's end.

    One that is never closed is a problem, and is read as it stands, with its line.
    """
    literal = 0  # the line whose quotation marks are read as they stand
    while window.at < len(window.text) or window.grow():
        line = window.line
        try:
            cells, length = _cells(window, delimiter, line == literal)
        except _Unclosed:
            literal = line
            yield Problem("", line, 'opens a cell with a quotation mark (") that is never closed: it was read as text')
            continue
        except TooLong:
            yield Problem(
                "", line, f"has more than {window.limit / 1024 / 1024:g} million characters: the row was left out"
            )
            _skip_line(window)
            continue
        yield Record(tuple(cells), window.text[window.at : window.at + length], line)
        window.move(window.at + length)


def _cells(window: Window, delimiter: str, is_literal: bool) -> tuple[list[Traced], int]:
    """The cells of the row at the window's place, traced to the row, and its length with the line feed."""
    cells: list[Traced] = []
    at = 0
    while True:
        is_quoted = not is_literal and window.text.startswith('"', window.at + at)
        end = _quoted_end(window, at, delimiter) if is_quoted else None
        if end is not None:
            cells.append(_unquoted(window.text[window.at + at + 1 : window.at + end - 1], at + 1))
        else:
            end = _plain_end(window, at, delimiter)
            cells.append(verbatim(window.text[window.at + at : window.at + end], at))
        after = window.text[window.at + end : window.at + end + 1]
        if after != delimiter:
            return cells, end + len(after)
        at = end + 1


def _plain_end(window: Window, start: int, delimiter: str) -> int:
    match = window.search(_ends(delimiter), start)
    return match.start() - window.at if match else len(window.text) - window.at


def _quoted_end(window: Window, start: int, delimiter: str) -> int | None:
    """The distance to the end of the quoted cell that begins at `start`; None where its line shows that it is no such cell.

    Inside a cell quotation marks are doubled; where one is not, the writer did not know the rule, and the cell has to end
    on its line.
    """
    at, is_loose = start + 1, False
    try:
        while match := window.search(_MARKS if not is_loose else _MARKS_AND_FEED, at):
            at = match.end() - window.at
            if match[0] == "\n":
                return None
            after = window.text[match.end() : match.end() + 1]
            if len(match[0]) % 2 and after in ("", delimiter, "\n"):
                return at
            if len(match[0]) % 2:
                if "\n" in window.text[window.at + start : match.start()]:
                    raise _Unclosed
                is_loose = True
    except TooLong:
        raise _Unclosed from None
    if is_loose:
        return None
    raise _Unclosed


def _unquoted(inner: str, origin: int) -> Traced:
    """The inside of a quoted cell, doubled quotation marks read as one."""
    tracer, at = Tracer(), 0
    for match in _DOUBLED.finditer(inner):
        tracer.keep(inner[at : match.start() + 1], origin + at)
        at = match.end()
    tracer.keep(inner[at:], origin + at)
    return tracer.traced()


def _skip_line(window: Window) -> None:
    """Go on to the next line without keeping this one."""
    while (feed := window.text.find("\n", window.at)) < 0:
        window.move(len(window.text))
        if not window.grow():
            return
    window.move(feed + 1)


class _Unclosed(Exception):
    """A quoted cell has no end."""


@cache
def _ends(delimiter: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(delimiter)}\n]")


def _delimiter(source: Source) -> str:
    """The delimiter with which the first line names a text, else the one that cuts it into most cells."""
    first = source.head.lstrip("\n").partition("\n")[0]
    best = max(_headers(first), key=lambda names: (_text_column(names) is not None, len(names)))
    return next(d for d, names in zip(_DELIMITERS, _headers(first), strict=True) if names == best)


def _headers(line: str) -> list[tuple[str, ...]]:
    """The first line cut at each delimiter."""
    return [_names([cell.strip().strip('"') for cell in line.split(delimiter)]) for delimiter in _DELIMITERS]


def _names(cells: list[str]) -> tuple[str, ...]:
    return tuple(cell.strip().lower().replace(" ", "_").replace("-", "_") for cell in cells)


def _text_column(names: tuple[str, ...]) -> str | None:
    return next((name for name in TEXT_NAMES if name in names), None)
