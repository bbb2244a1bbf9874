"""RSS (0.9x, 1.0, 2.0) and Atom feeds, one item at a time however long the feed is."""

import re
from collections.abc import Iterator

from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.segment import Document

NAMES = ("feed", "rss", "atom")
SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
_SNIFF = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?(?:rss|feed|RDF)[\s>]", re.S)


def sniff(head: str) -> bool:
    """Whether the first element is that of a feed."""
    return _SNIFF.match(head) is not None


def read(source: Source) -> Iterator[Document | Problem]:
    """The documents of the items, one at a time. Raises InputError where it is no feed, or has a document type."""
    from mtqa.readers.web.feed_items import documents

    return documents(source)
