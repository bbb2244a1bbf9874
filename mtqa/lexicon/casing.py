"""Which words stand small, or with a capital, wherever they stand inside sentences of human text.

`mtqa.lexicon.learn` counts and writes `capitals.<lang>.txt`: a line for each share of capitals in SHARES, with the words
whose capitals stay at or below it, and a last one for ALWAYS, with the words that have a capital at least so often.
"""

from functools import cache
from typing import NamedTuple

from mtqa.lexicon.table import folder

SHARES = (0.001, 0.005, 0.02)
ALWAYS = 0.99
UNKNOWN = 1.0


class Casing(NamedTuple):
    """What is known of one language."""

    small: dict[str, float]
    always: frozenset[str]


@cache
def casing(lang: str) -> Casing:
    """The table of a primary language tag; an empty one where nothing was learnt."""
    path = folder() / "lexicon" / f"capitals.{lang}.txt"
    if not path.is_file():
        return Casing({}, frozenset())
    *lines, last = path.read_text(encoding="utf-8").splitlines()
    small = {word: share for line, share in zip(lines, SHARES, strict=True) for word in line.split("\t")[1:]}
    return Casing(small, frozenset(last.split("\t")[1:]))


def capital_share(word: str, lang: str) -> float:
    """The share of SHARES that a word's capitals stay below inside sentences; UNKNOWN (1.0) where they do not, or nobody knows.

    `word` is spelled as `text.lowered` does.
    """
    return casing(lang).small.get(word, UNKNOWN)


def is_always_capital(word: str, lang: str) -> bool:
    """Whether human text writes this word with a capital, ninety-nine times in a hundred and more."""
    return word in casing(lang).always
