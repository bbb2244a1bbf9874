"""Where the strings of a JSON object stand in its text."""

import re
from functools import cache

from mtqa.readers.files.trace import Traced, Tracer, verbatim
from mtqa.segment import Anchor

_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def unescaped(raw: str, origin: int = 0) -> Traced:
    """The text of a JSON string, traced to `raw`, which stands between the quotation marks at `origin`.

    Half a surrogate pair becomes the replacement character.
    """
    if "\\" not in raw:
        return verbatim(raw, origin)
    tracer, at = Tracer(), 0
    for escape in _ESCAPE.finditer(raw):
        tracer.keep(raw[at : escape.start()], origin + at)
        tracer.put(_character(escape[0]), origin + escape.start())
        at = escape.end()
    tracer.keep(raw[at:], origin + at)
    return tracer.traced()


def _character(escape: str) -> str:
    if escape[1] == "u":
        units = bytes.fromhex(escape[2:6] + escape[8:12])
        return units.decode("utf-16-be", "replace")
    return _SIMPLE.get(escape[1], escape[1])


def whole(text: str) -> str:
    """The text with the replacement character for half a surrogate pair, which JSON can write and nothing can print."""
    return text if text.isascii() else _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def string_in(text: str, name: str, value: str) -> Traced | None:
    """The string that `name` has in the JSON object `text`, if it is found where it decodes to `value` (a `whole` one).

    A key written with escapes is not found. Of nested objects any whose value is the same will do.
    """
    if "\\" not in text:  # the common case, without decoding
        at = text.rfind(f'"{value}"')
        return verbatim(value, at + 1) if at >= 0 and text.count(f'"{value}"') == 1 else _search(text, name, value)
    return _search(text, name, value)


def _search(text: str, name: str, value: str) -> Traced | None:
    found = None
    for match in _pair(name).finditer(text):
        traced = unescaped(match[1], match.start(1))
        if traced.text == value:
            found = traced  # the last of a doubled key is what counts
    return found


@cache
def _pair(name: str) -> re.Pattern[str]:
    return re.compile(rf'"{re.escape(name)}"\s*:\s*"([^"\\]*+(?:\\.[^"\\]*+)*+)"', re.S)


def anchors_in(text: str, name: str, value: str, line: int, column: int) -> tuple[Anchor, ...]:
    """Anchors of a string in a JSON object that begins at this line and column; the object's own where it is not found."""
    traced = string_in(text, name, whole(value))
    return traced.anchors(text, line, column) if traced else (Anchor(0, line, column),)
