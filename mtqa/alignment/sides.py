"""The sentences of a text, with what a translation of them keeps."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

from mtqa.lexicon.concept import concepts
from mtqa.segment import Block
from mtqa.sentences import places

PREFIX = 5  # letters by which cognates are known: "Minister", "ministre" share four, "président", "Präsident" seven
SHORTEST = 4  # letters of a word that may be a cognate
QUESTIONS = "?？¿"
_TOKEN = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: [start, end) in its text, the number of its block, its keys, and whether it asks.

    Keys are its numbers, what its words mean (`mtqa.lexicon.concept`), and the beginnings of names and of words that are
    not known, plain: what both languages may spell alike.
    """

    start: int
    end: int
    block: int
    keys: Counter[str]
    asks: bool

    @property
    def length(self) -> int:
        """Code points."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a pair."""

    text: str
    sentences: tuple[Sentence, ...]


def side(text: str, lang: str, laid: tuple[Block, ...] = ()) -> Side:
    """A text cut into sentences."""
    found, numbers = [], dict[int, int]()
    for start, end, block in places(text, lang, laid):
        number = numbers.setdefault(block.start, len(numbers))
        said = text[start:end]
        found.append(Sentence(start, end, number, keys(said, lang), any(mark in said for mark in QUESTIONS)))
    return Side(text, tuple(found))


def keys(text: str, lang: str) -> Counter[str]:
    """What a translation is likely to have too, and how often."""
    found: Counter[str] = Counter({" ".join(text.split()): 1})  # a sentence that was copied is known by itself
    for token in _TOKEN.findall(text):
        if token.isdigit():
            found[token.lstrip("0") or "0"] += 1
            continue
        meant = concepts(token.lower(), lang)
        found.update({f"={plain(one)[:PREFIX]}" for one in meant})
        if token[0].isupper() or (not meant and len(token) >= SHORTEST):
            found[plain(token)[:PREFIX]] += 1
    return found


@lru_cache(maxsize=32_768)
def plain(word: str) -> str:
    """A word in small letters without accents, and with letters that languages spell differently made one."""
    bare = "".join(c for c in normalize("NFKD", word.casefold()) if not combining(c))
    for old, new in (("ph", "f"), ("th", "t"), ("k", "c"), ("z", "c"), ("y", "i"), ("w", "v")):
        bare = bare.replace(old, new)
    return bare
