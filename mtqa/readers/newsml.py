"""NewsML-G2 (IPTC): one document a news item, its headline as title, its inline NITF or XHTML as text."""

import re
from collections.abc import Iterator

from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.segment import Document

NAMES = ("newsml",)
SUFFIXES = (".newsml", ".nml")
_SNIFF = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(?:\w+:)?(?:newsItem|newsMessage)[\s>]", re.S)


def sniff(head: str) -> bool:
    """Whether the first element is <newsItem> or <newsMessage>."""
    return _SNIFF.match(head) is not None


def read(source: Source) -> Iterator[Document | Problem]:
    """The documents of the items, one at a time; raises InputError where it is no NewsML-G2, or has a document type."""
    from mtqa.readers.web.news_items import documents

    return documents(source)
