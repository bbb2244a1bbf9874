"""A Markdown file into its document: front matter, blocks, text."""

import re
from collections.abc import Iterator

from mtqa.readers.commonmark.blocks import RawBlock, comments, raw_blocks, references
from mtqa.readers.commonmark.inline import read_inline
from mtqa.readers.files.directives import directives
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.readers.files.tag import primary
from mtqa.readers.files.trace import Traced, join, verbatim
from mtqa.segment import Block, Document, Kind
from mtqa.text import shape

_FRONT = re.compile(r"\s*(?:---\n(.*?)\n(?:---|\.\.\.)|\+\+\+\n(.*?)\n\+\+\+)[ \t]*(?:\n|\Z)", re.S)
_TITLE = re.compile(
    r"""^title\s*[:=]\s*(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s"'\n|>][^\n]*?))\s*$""", re.M
)
_LANG = re.compile(r"""^(?:lang|language|locale)\s*[:=]\s*["']?([\w-]+)""", re.M)


def documents(source: Source) -> Iterator[Document | Problem]:
    """The one document of a file. Its headings stay in the text; a title in the front matter is the title."""
    text, doubts = source.text()
    yield from doubts
    front = _FRONT.match(text)
    about = text[: front.end()] if front else ""
    found = list(_blocks(text, len(about)))
    title = _title(about)
    if title and found and _folded(found[0][0].text) == _folded(title.text):
        title = None  # the text has it
    if not found and title:
        found, title = [(title, Kind.HEADING)], None
    if not found:
        yield source.problem(None, "has no text besides markup")
        return
    blocks, start = [], 0
    for traced, kind in found:
        blocks.append(Block(start, start + len(traced.text), kind))
        start += len(traced.text) + 1
    body = join([traced for traced, _ in found])
    lang = _LANG.search(about)
    yield Document(
        id=source.stem,
        path=source.path,
        text=body.text,
        title=title.text if title else None,
        target_lang=source.target_lang or primary(lang[1] if lang else None),
        source_lang=source.source_lang,
        blocks=tuple(blocks),
        anchors=body.anchors(text),
        title_anchors=(title or verbatim("")).anchors(text),
        directives=directives([verbatim(text[start:end], start) for start, end in comments(text, len(about))], text),
    )


def _blocks(text: str, start: int) -> Iterator[tuple[Traced, Kind]]:
    """The blocks of text, traced to the file, with their kinds."""
    defined = references(text)
    for raw in raw_blocks(text, start):
        traced = read_inline(_joined(text, raw), defined).strip()
        if traced.text:
            yield traced, raw.kind or shape(traced.text)


def _joined(text: str, raw: RawBlock) -> Traced:
    return join([verbatim(part, start) for start, part in raw.lines])


def _title(front: str) -> Traced | None:
    match = _TITLE.search(front)
    group = next((name for name in ("double", "single", "bare") if match and match[name]), None)
    return verbatim(match[group], match.start(group)).strip() if match and group else None


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
