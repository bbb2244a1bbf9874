"""Elements of some names out of a stream of XML, one at a time however long it is, and the tags around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.readers.files.problem import Problem
from mtqa.readers.files.window import TooLong, Window
from mtqa.readers.web.tags import attributes
from mtqa.readers.web.xml import refuse_doctype


@dataclass(frozen=True, slots=True)
class Item:
    """The text of an element, from tag to tag, and where it begins: line, column, characters of the stream before it."""

    text: str
    line: int
    column: int
    is_closed: bool = True
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Opening:
    """A tag around the elements, its name without prefix."""

    name: str
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of what an Opening began."""

    name: str


_VALUE_OR_END = re.compile(r""">|=\s*+(["'])""")
_ENDS = {mark: re.compile(f"[{mark}<]") for mark in "\"'"}  # no value holds a "<"


def mark(*names: str, around: tuple[str, ...] = ()) -> re.Pattern[str]:
    """What `items` looks for: elements of these names, and tags `around` them."""
    others = f"|<(/?)((?:[\\w-]{{1,30}}:)?(?:{'|'.join(around)}))(?=[\\s/>])" if around else "|<()()(?!)"
    wanted = f"<(/?)((?:[\\w-]{{1,30}}:)?(?:{'|'.join(names)}))(?=[\\s/>])"
    return re.compile(rf"<!\[CDATA\[|<!--|<!DOCTYPE\b|<!ENTITY\b|{wanted}{others}")


def items(window: Window, marks: re.Pattern[str]) -> Iterator[Item | Opening | Closing | Problem]:
    """The elements. Problems, with a path yet to be told, stand for those that are too long."""
    seen, opened = 0, ""
    while True:
        tag = ""
        try:
            match = window.search(marks, seen)
            if match is None:
                break
            start, text, tag = match.start() - window.at, match[0], match[2] or match[4]
            if text.startswith("<!"):
                seen = _after_section(window, start, text)
            elif match[4]:
                seen = _after_tag(window, start)
                if not opened:
                    yield from _around(window.text[window.at + start : window.at + seen], tag, bool(match[3]))
            elif tag and not match[1]:
                if opened:
                    yield _item(window, start, is_closed=False)
                else:
                    window.move(window.at + start)
                opened = ""
                end = _after_tag(window, 0)
                if window.text.startswith("/>", window.at + end - 2):
                    yield _item(window, end)
                    seen = 0
                    continue
                seen, opened = end, tag
            elif tag == opened:
                seen = _after_tag(window, start)
                yield _item(window, seen)
                seen, opened = 0, ""
            else:
                seen = start + len(text)
            if not opened:
                window.move(window.at + seen)
                seen = 0
        except TooLong as error:
            if opened or tag:
                limit = f"{window.limit / 1024 / 1024:g} million characters"
                yield Problem("", window.line, f"begins an item of more than {limit}: it was left out")
            window.move(window.at + error.reached)
            seen, opened = 0, ""
    if opened:
        yield _item(window, len(window.text) - window.at, is_closed=False)


def _around(text: str, name: str, is_end: bool) -> Iterator[Opening | Closing]:
    """What a tag around the elements says."""
    local = name.rpartition(":")[2]
    if not is_end:
        yield Opening(local, attributes(text[1 + len(name) :].removesuffix(">").removesuffix("/")))
    if is_end or text.endswith("/>"):
        yield Closing(local)


def _item(window: Window, length: int, is_closed: bool = True) -> Item:
    """The element of this length at the window's place, which moves on behind it."""
    item = Item(window.text[window.at : window.at + length], window.line, window.column, is_closed, window.passed)
    window.move(window.at + length)
    return item


def _after_tag(window: Window, start: int) -> int:
    """The distance to the end of the tag that begins at `start`; a ">" in an attribute's value does not end it."""
    at = start + 1
    while match := window.search(_VALUE_OR_END, at):
        at = match.end() - window.at
        if not match[1]:
            return at
        ends = window.search(_ENDS[match[1]], at)
        if ends is None or ends[0] == "<":  # the mark opens no value
            continue
        at = ends.end() - window.at
    return len(window.text) - window.at


def _after_section(window: Window, start: int, opening: str) -> int:
    """The distance to the end of a comment or CDATA section."""
    if opening[2:3] not in "-[":
        refuse_doctype(opening)
    closing = "-->" if opening == "<!--" else "]]>"
    end = window.find(closing, start + len(opening))
    return end + len(closing) if end >= 0 else len(window.text) - window.at
