"""JSONL: one article a line, {"id", "target" or "text", "target_lang" or "lang", "title", "source", ...}."""

import json
from collections.abc import Iterator

from mtqa.readers.files.problem import Problem
from mtqa.readers.files.rows import documents
from mtqa.readers.files.source import Source
from mtqa.readers.jsontext.strings import anchors_in
from mtqa.segment import Anchor, Document

NAMES = ("jsonl",)
SUFFIXES = (".jsonl", ".ndjson")


def sniff(head: str) -> bool:
    """Whether the first line is an object on its own, and so is what follows, as far as it is seen."""
    first, _, rest = head.strip().partition("\n")
    if not first.startswith("{"):
        return False
    if not first.rstrip().endswith("}"):
        return '"target"' in first or '"text"' in first  # a first line longer than what is seen
    return is_row(first) and (not rest.strip() or rest.lstrip().startswith("{"))


def is_row(line: str) -> bool:
    """Whether a line is a JSON object."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def read(source: Source) -> Iterator[Document | Problem]:
    """The documents of the rows, one at a time; a row that cannot be read is a problem with its line."""
    seen = False
    for number, line in source.lines():
        if line is None:
            seen = True
            yield source.problem(number, f"has {source.too_long('a row')}")
        elif not line.isspace():
            seen = True
            yield from _row(source, number, line)
    if not seen:
        yield source.problem(None, "has no rows: one JSON object a line was expected")


def _row(source: Source, number: int, line: str) -> Iterator[Document | Problem]:
    try:
        row = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        yield source.problem(number, f"is not valid JSON: {error.msg} (column {error.colno})")
    except (ValueError, RecursionError):
        yield source.problem(number, "is not usable JSON: a number too long, or lists in lists too deep")
    else:
        theirs = dict(source.columns)
        shown = {name: row[key] for name, key in theirs.items() if key in row} if isinstance(row, dict) else {}
        named = {k: v for k, v in row.items() if k not in theirs} | shown if theirs and isinstance(row, dict) else row

        def anchors(name: str) -> tuple[Anchor, ...]:
            key = theirs.get(name, name)
            return anchors_in(line, key, row[key], number, 1)

        yield from documents(source, number, named, anchors)
