"""Markdown (CommonMark, with tables, strikethrough and front matter): the text that a reader sees, markup left out."""

import re
from collections.abc import Iterator

from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.segment import Document

NAMES = ("markdown", "md")
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_SNIFF = re.compile(r"\s*(?:#{1,6} \S|---\n\w+:)|.*\]\(https?://", re.S)


def sniff(head: str) -> bool:
    """Whether it starts with a heading or front matter, or links as Markdown does."""
    return _SNIFF.match(head[:4096]) is not None


def read(source: Source) -> Iterator[Document | Problem]:
    """The one document of a file. Its headings stay in the text; a title in the front matter is the title."""
    from mtqa.readers.commonmark.document import documents

    return documents(source)
