"""An article's blocks with their sentences, and what makes two stretches of text the same."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from mtqa.segment import Document, Kind, Segment
from mtqa.text import blocks

_TOKEN = re.compile(r"\w+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
CHARACTERS_PER_WORD = 2  # in scripts that put no space between words


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of an article: [start, end) in the document's text, its kind, its text, its sentences."""

    start: int
    end: int
    kind: Kind
    text: str
    sentences: tuple[Segment, ...]

    @property
    def is_prose(self) -> bool:
        """Whether people read this as running text or a heading, not as a list, a table or page furniture."""
        return self.kind in {Kind.PARAGRAPH, Kind.HEADING}


@lru_cache(maxsize=1)
def passages(document: Document) -> tuple[Passage, ...]:
    """The blocks of the document's text in order, each with the sentences that start in it."""
    sentences = [s for s in document.segments if s.field == "text"]
    found: list[Passage] = []
    at = 0
    for block in document.blocks or blocks(document.text):
        first = at
        while at < len(sentences) and sentences[at].start < block.end:
            at += 1
        own = tuple(s for s in sentences[first:at] if s.start >= block.start)
        kind = own[0].kind if own else block.kind
        found.append(Passage(block.start, block.end, kind, document.text[block.start : block.end], own))
    return tuple(found)


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of a text without case, marks and spaces: what is left of it when it is repeated."""
    return tuple(_TOKEN.findall(text.casefold()))


def length(text: str) -> int:
    """How many words a text has; in scripts without spaces, characters stand in for them."""
    unspaced = 0 if text.isascii() or not _UNSPACED.search(text) else len(_UNSPACED.findall(text))
    return max(len(tokens(text)), unspaced // CHARACTERS_PER_WORD)


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The share of words that two stretches have in common in the same order, of the longer one: 0 to 1."""
    longest = max(len(one), len(other))
    if not longest or min(len(one), len(other)) < longest / 2 or len(set(one) & set(other)) < longest / 2:
        return 0.0
    from rapidfuzz.distance import LCSseq

    return float(LCSseq.similarity(one, other)) / longest


def changed(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The words that only one of the two has."""
    return tuple(((Counter(one) - Counter(other)) + (Counter(other) - Counter(one))).elements())
