"""HTML: the article of a page and the furniture that a translation pipeline leaves around it."""

import re
from collections.abc import Iterator

from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.segment import Document

NAMES = ("html",)
SUFFIXES = (".html", ".htm", ".xhtml")
_SNIFF = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|section|p|h1|meta)\b",
    re.I | re.S,
)


def sniff(head: str) -> bool:
    """Whether it starts with a doctype, or a tag that pages and pieces of them start with."""
    return _SNIFF.match(head) is not None


def read(source: Source) -> Iterator[Document | Problem]:
    """The one document of a page. The headline is its title, and no part of its text."""
    from mtqa.readers.web.page import documents

    return documents(source)
