"""Tokens as the counts and the tagger see them: words, numbers and marks, with their offsets."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from mtqa.text import Word, words

_ADDRESS = re.compile(r"://|www\.|@\w")
# A name has labels of at most 63 characters (RFC 1035); with no bound on them, one long word would be read again and again.
_DOMAIN = re.compile(
    r"\b(?:[\w-]{1,63}\.){1,10}(?:com|org|net|info|gov|eu|de|at|ch|fr|be|es|it|uk|nl|pt|gr)\b(?:/\S*)?"
)
# What stands for an inline tag (readers/web/inline.py) is no mark: as one, it cost good sentences their score.
_REST = re.compile(r"\d+(?:[.,:]\d+)*|[^\w\s\N{OBJECT REPLACEMENT CHARACTER}]|\w")


@lru_cache(maxsize=1024)
def tokens(text: str, lang: str) -> tuple[Word, ...]:
    """The words of a text (`text.words`) and, between them, numbers and single marks, in order."""
    found: list[Word] = []
    at = 0
    for word in words(text, lang):
        found += between(text, at, word.start)
        found.append(word)
        at = word.end
    return (*found, *between(text, at, len(text)))


def between(text: str, start: int, end: int) -> list[Word]:
    """Numbers and marks in a stretch without words."""
    return [Word(m.group(), *m.span()) for m in _REST.finditer(text, start, end)]


def normal(token: str) -> str:
    """A token as it is counted: small, straight apostrophes, one figure for every number of its shape."""
    if token[:1].isdigit():
        shape = "0000" if len(token) == 4 and token.isdigit() else "0,0"
        return "0" * len(token) if len(token) < 4 and token.isdigit() else shape
    return token.lower().replace("’", "'")


def in_links(text: str, found: Sequence[Word]) -> list[int]:
    """The places of tokens that belong to a web or e-mail address: nobody translated those."""
    spans = _links(text) if "." in text or "@" in text else []
    ends = [end for _, end in spans]
    after = [(n, word, bisect_right(ends, word.start)) for n, word in enumerate(found)] if spans else []
    return [n for n, word, link in after if link < len(spans) and spans[link][0] < word.end]


def _links(text: str) -> list[tuple[int, int]]:
    """The spans of addresses, in order: between two spaces the whole, or as much as reads like a domain."""
    found = []
    for part in re.finditer(r"\S+", text):
        if _ADDRESS.search(text, *part.span()):
            found.append(part.span())
        else:
            found += [domain.span() for domain in _DOMAIN.finditer(text, *part.span())]
    return found
