"""Texts as tokens that terms are compared by: words, numbers and single signs, with the forms that a word may be of."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mtqa.glossary.term import Case
from mtqa.languages import language
from mtqa.lexicon.lemma import lemma
from mtqa.lexicon.table import key
from mtqa.text import APOSTROPHES, words

_REST = re.compile(r"\d+|[^\w\s]|[^\W\d]|_")  # what stands between words
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_HYPHENS = re.compile("[\N{HYPHEN}\N{NON-BREAKING HYPHEN}]")
CHAIN = 3  # lemmas of lemmas: "Vereinigten" is one of "Vereinigte", which is one of "vereinigt"
SHORTEST_NAME = 3  # letters of a name without the genitive's s


class Token(NamedTuple):
    """A word, number or sign at [start, end); `glued` where no space stands before it."""

    text: str
    start: int
    end: int
    glued: bool


@lru_cache(maxsize=4096)
def tokens(text: str, lang: str) -> tuple[Token, ...]:
    """The tokens of a text in their order."""
    found: list[Token] = []
    for start, end in _spans(text, lang):
        found.append(Token(text[start:end], start, end, bool(found) and found[-1].end == start))
    return tuple(found)


def _spans(text: str, lang: str) -> Iterator[tuple[int, int]]:
    at = 0
    for _, start, end in words(text, lang):
        yield from (match.span() for match in _REST.finditer(text, at, start))
        yield start, end
        at = end
    yield from (match.span() for match in _REST.finditer(text, at))


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """A word composed (NFC), with straight apostrophes and hyphens and no soft hyphens; its case as it is."""
    composed = word if word.isascii() else unicodedata.normalize("NFC", word)
    return _HYPHENS.sub("-", _APOSTROPHE.sub("'", composed)).replace("\N{SOFT HYPHEN}", "")


@lru_cache(maxsize=65536)
def forms(word: str, lang: str) -> tuple[str, ...]:
    """What a word may be a form of, itself first: its dictionary forms, and a name without the genitive's s."""
    spelt = plain(word)
    found = [key(spelt)]
    if not spelt[:1].isalpha():
        return tuple(found)
    if found[0].endswith("'s"):
        spelt = spelt[:-2]
        found.append(key(spelt))
    for _ in range(CHAIN):
        spelt = lemma(spelt, lang) or ""
        if not spelt or key(spelt) in found:
            break
        found.append(key(spelt))
    if len(found) == 1 and "-" in found[0]:
        joined = "-".join(forms(part, lang)[-1] for part in plain(word).split("-") if part)
        found += [joined] * (joined != found[0])  # "maires-adjoints"
    if len(found) == 1 and found[0][-1:] == "s" and len(found[0]) > SHORTEST_NAME and "s" in language(lang).inflections:
        found.append(found[0][:-1])
    return tuple(found)


def agrees(term: str, word: str, case: Case) -> bool:
    """Whether the letters of a word agree with those of the term's as `case` asks."""
    if case is Case.ANY:
        return True
    term, word = plain(term), plain(word)
    if case is Case.EXACT:
        return term == word
    return all(there.isupper() for own, there in zip(term, word, strict=False) if own.isupper())
