"""The objects of a JSON array, one at a time, however long the array is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.readers.files.window import Window

_TOKEN = re.compile(r'[\[\]{}"]')
_STRING_END = re.compile(r'[^"\\]*+(?:\\.[^"\\]*+)*+"', re.S)


@dataclass(frozen=True, slots=True)
class Item:
    """The text of an object in an array, and the line and column where it begins; unclosed at the end of a broken file."""

    text: str
    line: int
    column: int
    is_closed: bool = True


def items(window: Window, depth: int, key: str | None = None) -> Iterator[Item]:
    """The objects that stand inside `depth` brackets: 0 for one on its own, 1 in an array, 2 in the array named `key`.

    Raises TooLong.
    """
    level, seen, name, inside = 0, 0, "", False
    while match := window.search(_TOKEN, seen):
        seen = match.start() - window.at + 1
        if match[0] == '"':
            end = _string_end(window, seen)
            if level == 1:
                name = window.text[window.at + seen : window.at + end - 1]
            seen = end
        elif match[0] in "[{":
            inside = inside or (match[0] == "{" and level == depth and key in (None, name))
            if inside and level == depth:
                window.move(match.start())
                seen = 1
            level += 1
        else:
            level -= 1
            if inside and level == depth:
                yield Item(window.text[window.at : window.at + seen], window.line, window.column)
                inside = False
        if not inside:
            window.move(window.at + seen)
            seen = 0
    if inside:
        yield Item(window.text[window.at :], window.line, window.column, is_closed=False)


def _string_end(window: Window, start: int) -> int:
    """How far from `window.at` the string ends that begins at `start`; the end of the stream ends every string."""
    while not (match := _STRING_END.match(window.text, window.at + start)):
        window.more_than(len(window.text) - window.at)
        if not window.grow():
            return len(window.text) - window.at
    return match.end() - window.at
