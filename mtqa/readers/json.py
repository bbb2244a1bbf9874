"""JSON: an array of rows as JSONL has them, one row on its own, or a JSON Feed (https://jsonfeed.org/version/1.1)."""

import json
import re
from collections.abc import Iterator
from functools import partial

from mtqa.readers import jsonl
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.rows import documents
from mtqa.readers.files.source import Source
from mtqa.readers.files.window import Window
from mtqa.readers.jsontext.objects import Item, items
from mtqa.readers.jsontext.strings import anchors_in
from mtqa.segment import Anchor, Document

NAMES = ("json", "jsonfeed")
SUFFIXES = (".json",)
_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org\\?/version')
_START = re.compile(r'\s*(?:\{\s*"|\[\s*\{)')
_OURS = re.compile(r'\s*\{\s*"schema":\s*"mtqa')  # a report or a baseline that lies beside what is checked
_TEXT = re.compile(r'"(?:target|text)"\s*:')
_LANGUAGE = re.compile(r'"language"\s*:\s*"([^"\\]*)"')


def sniff(head: str) -> bool:
    """Whether it starts as an object or an array of objects does, and names a text or a feed; what mtqa wrote is none."""
    if _OURS.match(head):
        return False
    return _START.match(head) is not None and (_TEXT.search(head) or _FEED.search(head)) is not None


def has_rows(head: str) -> bool:
    """Whether it is JSONL, one row a line, by another name."""
    return jsonl.sniff(head) and not (head.lstrip().startswith("{") and _FEED.search(head))


def read(source: Source) -> Iterator[Document | Problem]:
    """The documents of the rows or feed items, one at a time; what cannot be read is a problem with its line."""
    start = source.head.lstrip()[:1]
    if start not in ("{", "["):
        yield source.problem(1, "is not JSON: an object or an array of objects was expected")
    elif start == "{" and _FEED.search(source.head):
        from mtqa.readers.jsontext.feed_item import document

        lang = _LANGUAGE.search(source.head.partition('"items"')[0])
        told = lang[1] if lang else None
        for item, row in _objects(source, 2, "items"):
            if not (source.skips and source.skips(f"{told}\n{item.text}")):
                yield row if isinstance(row, Problem) else document(source, item, row, told)
    elif has_rows(source.head):
        yield from jsonl.read(source)
    else:
        for item, row in _objects(source, 0 if start == "{" else 1):
            if isinstance(row, Problem):
                yield row
            else:
                yield from documents(source, item.line, row, partial(_anchors, item, row))


def _objects(source: Source, depth: int, key: str | None = None) -> Iterator[tuple[Item, dict[str, object] | Problem]]:
    """The objects at a depth of brackets, decoded; a problem for each that cannot be."""
    found = False
    for item in items(Window(source.chunks(), source.max_bytes), depth, key):
        found = True
        try:
            yield item, json.loads(item.text)
        except json.JSONDecodeError as error:
            line = item.line + error.lineno - 1
            yield (
                item,
                source.problem(line, f"is not valid JSON: {error.msg}" if item.is_closed else "ends in mid-object"),
            )
        except (ValueError, RecursionError):
            yield item, source.problem(item.line, "is not usable JSON: a number too long, or lists in lists too deep")
    if not found:
        yield Item("", 1, 1), source.problem(None, "holds no articles: an array of objects was expected")


def _anchors(item: Item, row: dict[str, object], name: str) -> tuple[Anchor, ...]:
    return anchors_in(item.text, name, str(row[name]), item.line, item.column)
