"""The body of a feed item or a JSON field: HTML without a page around it, or plain text."""

import re
from dataclasses import dataclass

from mtqa.readers.files.trace import Traced, join
from mtqa.readers.web.article import line_kind
from mtqa.readers.web.elements import KNOWN
from mtqa.readers.web.markup import Line, page
from mtqa.segment import Block, Kind

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*+)[^<>]*>")
_DIRECTIVE = re.compile(r"<!--\s*mtqa-\w")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,31}|#\d+|#[xX][0-9a-fA-F]+);")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A traced text and its blocks; none where the lines have to tell them. `comments` speak to mtqa, without their marks."""

    text: Traced
    blocks: tuple[Block, ...] = ()
    comments: tuple[Traced, ...] = ()


def read_fragment(traced: Traced) -> Fragment:
    """Text that may be HTML: with a tag of HTML or an entity in it, it is; else it stays as it is."""
    if not _is_html(traced.text):
        return Fragment(traced)
    found = page(traced.text)
    beside = Kind.FURNITURE
    lines = [
        (line, beside if found.containers[line.container].is_furniture else line_kind(line)) for line in found.lines
    ]
    joined = join_lines(lines)
    comments = tuple(traced.cut(start, end) for start, end in found.comments)
    return Fragment(joined.text.through(traced), joined.blocks, comments)


def _is_html(text: str) -> bool:
    if "<" in text and any(tag[1].lower() in KNOWN for tag in _TAG.finditer(text)):
        return True
    if "<!--" in text and _DIRECTIVE.search(text):
        return True
    return "&" in text and _ENTITY.search(text) is not None


def join_lines(lines: list[tuple[Line, Kind]]) -> Fragment:
    """The lines as one text, a line feed between them, each a block."""
    blocks, start = [], 0
    for line, kind in lines:
        blocks.append(Block(start, start + len(line.text), kind))
        start += len(line.text) + 1
    return Fragment(join([line.traced for line, _ in lines]), tuple(blocks))
