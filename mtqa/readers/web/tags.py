"""HTML and XML cut into tags and text, each with its place. Any text at all is cut, broken or not, in linear time."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from html import unescape
from typing import NamedTuple

from mtqa.readers.files.trace import Tracer


class Token(Enum):
    """What a piece of markup is."""

    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    CDATA = auto()
    RAW = auto()  # what stands in a script, verbatim
    COMMENT = auto()  # one that speaks to mtqa, without its marks


class Piece(NamedTuple):
    """A piece of markup: [start, end) in the text. `name` is the tag's, in lower case unless it is XML."""

    token: Token
    start: int
    end: int
    name: str = ""
    attributes: str = ""


# A quotation mark opens a value only after "=", as in browsers: <a title=L'été> is one tag.
_MARKUP = re.compile(
    r"""<!--(?:>|->|(?s:.*?)(?:--!?>|\Z))|<!\[CDATA\[(?s:.*?)(?:\]\]>|\Z)|<[!?][^>]*+>?"""
    r"""|<(/?)([A-Za-z_][^\s/>]*+)((?>[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')|=)*+)(?:>|\Z)"""
)
_DIRECTIVE = re.compile(r"<!--\s*mtqa-\w")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)\s*+(?:=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?""")
# Elements whose content is no markup: https://html.spec.whatwg.org/#parsing-html-fragments
RAW_TEXT = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"})
_ENTITY = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def pieces(text: str, start: int = 0, end: int | None = None, *, is_xml: bool = False) -> Iterator[Piece]:
    """The tags, texts and CDATA sections of a stretch of markup; declarations are left out, and other people's comments."""
    end = len(text) if end is None else end
    at = start
    while match := _MARKUP.search(text, at, end):
        if match.start() > at:
            yield Piece(Token.TEXT, at, match.start())
        at = match.end()
        if text.startswith("<![CDATA[", match.start()):
            inner = at - 3 if text.endswith("]]>", match.start(), at) else at
            yield Piece(Token.CDATA, match.start() + 9, inner)
        elif _DIRECTIVE.match(text, match.start(), at):
            yield Piece(Token.COMMENT, match.start() + 4, at - 3 if text.endswith("-->", match.start(), at) else at)
        if not match[2]:
            continue
        name = match[2] if is_xml else match[2].lower()
        yield Piece(Token.CLOSE if match[1] else Token.OPEN, match.start(), at, name, match[3])
        if name in RAW_TEXT and not is_xml and not match[1]:
            closing = _closing(name).search(text, at, end)
            inner = closing.start() if closing else end
            if inner > at:
                yield Piece(Token.RAW, at, inner, name)
            at = inner
        elif is_xml and match[3].endswith("/"):
            yield Piece(Token.CLOSE, at, at, name)
    if at < end:
        yield Piece(Token.TEXT, at, end)


def attributes(text: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case; of a doubled name the first counts."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found


def keep_text(tracer: Tracer, text: str, start: int, end: int) -> None:
    """Add text to `tracer` with its entities read. An ampersand that starts none is one."""
    at = start
    for entity in _ENTITY.finditer(text, start, end):
        read = unescape(entity[0])
        if read != entity[0]:
            tracer.keep(text[at : entity.start()], at)
            tracer.put(read, entity.start())
            at = entity.end()
    tracer.keep(text[at:end], at)


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>]|\Z)", re.I)
