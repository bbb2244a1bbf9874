"""Pure functions over text: words with their offsets, blocks, the shape of a word. All are cached or cheap."""

import re
from functools import lru_cache
from typing import NamedTuple

from mtqa.segment import Block, Kind


class Word(NamedTuple):
    """A word and its place: [start, end) in code points. `text` is as written."""

    text: str
    start: int
    end: int


APOSTROPHES = "'’ʼ＇"
# A word: letters, with digits, inner hyphens, apostrophes and full stops of abbreviations ("U.S.") kept inside by the caller's choice.
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f]|[-‐‑](?=[^\W_])|['’ʼ](?=[^\W\d_])|\u00ad)*")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|dell|all|dall|nell|sull|un|quest|quell|sant|bell|com|dov|cos)['’ʼ]", re.I)
ELIDING = frozenset({"fr", "it", "ca"})
UNSPLIT = frozenset({"aujourd", "quelqu", "presqu", "prud", "entr"})


@lru_cache(maxsize=4096)
def words(text: str, lang: str = "und") -> tuple[Word, ...]:
    """The words of a text, without digits and marks; elided forms ("l'", "dell'") are words of their own in fr and it.

    Hyphenated words stay whole. An elided form keeps its apostrophe: "l'armée" gives "l'" and "armée".
    """
    found: list[Word] = []
    eliding = lang in ELIDING
    for match in _WORD.finditer(text):
        start, end = match.span()
        while eliding and (elided := _ELISION.match(text, start, end)) and elided.end() < end:
            found.append(Word(elided.group(), start, elided.end()))
            start = elided.end()
        found.append(Word(text[start:end], start, end))
    return tuple(found)


def is_capitalised(word: str) -> bool:
    """Whether a word starts with a capital and goes on small: "Moskau", not "NATO"."""
    return word[:1].isupper() and (len(word) == 1 or not word[1:].isupper())


def is_acronym(word: str) -> bool:
    """Two capitals and more, nothing small but a plural s: "NATO", "PKWs"."""
    return len(word) > 1 and (word.isupper() or (word[:-1].isupper() and len(word) > 2 and word[-1] == "s"))


def match_case(model: str, word: str) -> str:
    """`word` written as `model` is: capitalised, all capitals, or as it stands."""
    if is_acronym(model):
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


TERMINAL = ".!?…。！？"
CLOSING = "\"'”“’»«)]›‹ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
HEADING_WORDS = 16  # longer lines without a full stop are paragraphs cut off, not headings


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a mark that ends a sentence, closing quotes and brackets aside."""
    return line.rstrip(CLOSING).endswith(tuple(TERMINAL))


@lru_cache(maxsize=256)
def blocks(text: str) -> tuple[Block, ...]:
    """Lines as blocks where the format knows none; lines wrapped at a margin are joined again.

    A block is a heading when it is short and ends without a mark, an item when it starts as a list does, a table when
    bars divide it.
    """
    found: list[Block] = []
    wrapped = _is_wrapped(text)
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        body = start + len(line) - len(line.lstrip())
        if body < end:
            if wrapped and found and found[-1].end == start - 1 and found[-1].kind is not Kind.TABLE:
                found[-1] = Block(found[-1].start, end, Kind.PARAGRAPH)
            else:
                found.append(Block(body, end, shape(text[body:end])))
        start += len(line)
    return tuple(found)


_ITEM = re.compile(r"(?:[•·▪‣*–—-]|\d{1,2}[.)])\s+\S")


def shape(line: str) -> Kind:
    """What one line looks like on its own."""
    if _ITEM.match(line):
        return Kind.ITEM
    if line.count("|") >= 2 or line.endswith("|"):
        return Kind.TABLE
    if not ends_sentence(line) and len(line.split()) <= HEADING_WORDS and not line.endswith((",", ";", ":")):
        return Kind.HEADING
    return Kind.PARAGRAPH


def _is_wrapped(text: str) -> bool:
    """Whether the lines were broken at a margin: three in a row and more of 50 to 100 characters, few of them ending a sentence."""
    lines = [line.rstrip() for line in text.splitlines()]
    full = [line for line in lines if 50 <= len(line) <= 100]
    longest = max(map(len, lines), default=0)
    return len(full) >= 3 and longest <= 100 and sum(map(ends_sentence, full)) * 2 < len(full)
