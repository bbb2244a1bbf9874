"""TMX 1.4: one document a translation, beside its source."""

import re
from collections.abc import Iterator

from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.segment import Document

NAMES = ("tmx",)
SUFFIXES = (".tmx",)
_SNIFF = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<tmx[\s>]", re.S)


def sniff(head: str) -> bool:
    """Whether the first element is <tmx>."""
    return _SNIFF.match(head) is not None


def read(source: Source) -> Iterator[Document | Problem]:
    """The documents of the translations, one at a time; raises InputError where it is no TMX, or has a document type.

    The source is the variant in `srclang`, else the first; every other one is a document, those of one unit by one name.
    """
    from mtqa.readers.web.units import TMX, documents

    return documents(source, TMX)
