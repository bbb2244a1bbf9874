"""Tokens as the counts and the tagger see them: words, numbers and marks, with their offsets."""

import re
from collections.abc import Sequence
from functools import lru_cache

from mtqa.text import Word, words

_LINK = re.compile(
    r"\S*(?:://|www\.|@\w)\S*|\b(?:[\w-]+\.)+(?:com|org|net|info|gov|eu|de|at|ch|fr|be|es|it|uk|nl|pt|gr)\b(?:/\S*)?"
)
_REST = re.compile(r"\d+(?:[.,:]\d+)*|[^\w\s]|\w")


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
    spans = [m.span() for m in _LINK.finditer(text)] if "." in text or "@" in text else []
    return [n for n, word in enumerate(found) if any(start < word.end and word.start < end for start, end in spans)]
