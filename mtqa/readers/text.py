"""Plain text: one document a file, title and all."""

from collections.abc import Iterator

from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.segment import Document

NAMES = ("text",)
SUFFIXES = (".txt", ".text")


def sniff(head: str) -> bool:
    """Never: what nothing else fits is text."""
    return False


def read(source: Source) -> Iterator[Document | Problem]:
    """The text as it stands; its lines tell the blocks (text.blocks)."""
    text, doubts = source.text()
    yield from doubts
    if text.isspace() or not text:
        yield source.problem(None, "has nothing but white space: an article was expected")
        return
    yield Document(source.stem, source.path, text, target_lang=source.target_lang, source_lang=source.source_lang)
