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
    """The text of an element, from tag to tag, and where it begins."""

    text: str
    line: int
    column: int
    is_closed: bool = True


@dataclass(frozen=True, slots=True)
class Opening:
    """A tag around the elements, its name without prefix."""

    name: str
    attributes: dict[str, str]


def mark(*names: str, around: tuple[str, ...] = ()) -> re.Pattern[str]:
    """What `items` looks for: elements of these names, and tags `around` them."""
    others = f"|<((?:[\\w-]{{1,30}}:)?(?:{'|'.join(around)}))(?=[\\s/>])" if around else "|<()(?!)"
    wanted = f"<(/?)((?:[\\w-]{{1,30}}:)?(?:{'|'.join(names)}))(?=[\\s/>])"
    return re.compile(rf"<!\[CDATA\[|<!--|<!DOCTYPE\b|<!ENTITY\b|{wanted}{others}")


def items(window: Window, marks: re.Pattern[str]) -> Iterator[Item | Opening | Problem]:
    """The elements. Problems, with a path yet to be told, stand for those that are too long."""
    seen, opened = 0, ""
    while True:
        try:
            match = window.search(marks, seen)
            if match is None:
                break
            start, text, tag = match.start() - window.at, match[0], match[2]
            if text.startswith("<!"):
                seen = _after_section(window, start, text)
            elif match[3]:
                seen = _after_tag(window, start)
                if not opened:
                    tagged = window.text[window.at + start + len(text) : window.at + seen].rstrip("/>")
                    yield Opening(match[3].rpartition(":")[2], attributes(tagged))
            elif tag and not match[1]:
                if opened:
                    yield _item(window, start, is_closed=False)
                else:
                    window.move(window.at + start)
                end = _after_tag(window, 0)
                if window.text.startswith("/>", window.at + end - 2):
                    yield _item(window, end)
                    seen, opened = 0, ""
                    continue
                seen, opened = len(text), tag
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
            if opened:
                limit = f"{window.limit / 1024 / 1024:g} million characters"
                yield Problem("", window.line, f"begins an item of more than {limit}: it was left out")
            window.move(window.at + error.reached)
            seen, opened = 0, ""
    if opened:
        yield _item(window, len(window.text) - window.at, is_closed=False)


def _item(window: Window, length: int, is_closed: bool = True) -> Item:
    """The element of this length at the window's place, which moves on behind it."""
    line, column, start = window.line, window.column, window.at
    window.move(start + length)
    return Item(window.text[start : start + length], line, column, is_closed)


def _after_tag(window: Window, start: int) -> int:
    """The distance to the end of the tag that begins at `start`."""
    end = window.find(">", start) + 1
    return end or len(window.text) - window.at


def _after_section(window: Window, start: int, opening: str) -> int:
    """The distance to the end of a comment or CDATA section."""
    if opening[2:3] not in "-[":
        refuse_doctype(opening)
    closing = "-->" if opening == "<!--" else "]]>"
    end = window.find(closing, start + len(opening))
    return end + len(closing) if end >= 0 else len(window.text) - window.at
