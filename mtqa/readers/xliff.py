"""XLIFF 1.2 and 2.x: one document a translation unit (1.2) or segment (2.x), beside its source."""

import re
from collections.abc import Iterator

from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.segment import Document

NAMES = ("xliff", "xlf")
SUFFIXES = (".xlf", ".xliff", ".mqxliff", ".sdlxliff")
_SNIFF = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(?:\w+:)?xliff[\s>]", re.S)


def sniff(head: str) -> bool:
    """Whether the first element is <xliff>."""
    return _SNIFF.match(head) is not None


def read(source: Source) -> Iterator[Document | Problem]:
    """The documents of the units, one at a time; raises InputError where it is no XLIFF, or has a document type.

    A unit without a translation has nothing to check, and is passed over, as is one that is not to be translated, by
    itself or by what stands around it. A translation is checked whatever its state and approval: programs that translate by
    machine call their work "new" as well as "translated". Translations that are only offered (alt-trans, matches) are none.
    """
    from mtqa.readers.web.units import XLIFF, documents

    return documents(source, XLIFF)
