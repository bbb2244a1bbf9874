"""Pure functions over text: words with their offsets, blocks, the shape of a word. All are cached or cheap."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from mtqa.segment import Block, Kind


class Word(NamedTuple):
    """A word and its place: [start, end) in code points. `text` is as written."""

    text: str
    start: int
    end: int


APOSTROPHES = "'’ʼ＇"
# A word: letters and digits after a letter, with hyphens, apostrophes and soft hyphens inside.
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f]|[-‐‑](?=[^\W_])|['’ʼ](?=[^\W\d_])|\u00ad)*")
_ELISION = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|dell|all|dall|nell|sull|un|quest|quell|sant|bell|com|dov|cos)['’ʼ]",
    re.I,
)
ELIDING = frozenset({"fr", "it", "ca"})
UNSPLIT = frozenset({"aujourd", "quelqu", "presqu", "prud", "entr"})


@lru_cache(maxsize=2048)
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


@lru_cache(maxsize=2048)
def lowered(text: str, lang: str = "und") -> tuple[str, ...]:
    """The words of a text in lower case with straight apostrophes, as the word sets of a Language spell them."""
    return tuple([word[0].lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for word in words(text, lang)])


@lru_cache(maxsize=2048)
def repeats_pair(text: str, lang: str = "und") -> bool:
    """Whether two words stand next to each other twice in a text, case aside: the cheap sign of a repetition."""
    spelt = lowered(text, lang)
    return len(set(pairwise(spelt))) < len(spelt) - 1


class Run(NamedTuple):
    """A stretch of items that is one unit said over and over: `times` times `unit` items from `start` on."""

    start: int
    unit: int
    times: int


def runs(items: Sequence[str], longest: int = 16) -> list[Run]:
    """What is repeated right after itself, units of up to `longest` items, the shortest unit first; linear in the items.

    What shorter units explain is left out: "a a a a" is one unit four times, not two twice.
    """
    found: list[Run] = []
    explained = bytearray(len(items))
    for unit in range(1, min(longest, len(items) // 2) + 1):
        same = 0
        for i in range(len(items) - unit + 1):
            if i + unit < len(items) and items[i] == items[i + unit]:
                same += 1
                continue
            start, end = i - same, i + unit
            if same >= unit and not all(explained[start:end]):
                found.append(Run(start, unit, (end - start) // unit))
                explained[start:end] = b"\1" * (end - start)
            same = 0
    return found


_QUOTATION_MARK = re.compile('["«»“”„‟]')


def is_quoted(text: str, at: int) -> bool:
    """Whether a place stands between quotation marks, or where they open or close outside this text."""
    before = len(_QUOTATION_MARK.findall(text, 0, at))
    return before % 2 == 1 or len(_QUOTATION_MARK.findall(text, at)) % 2 == 1


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
    """Whether the lines were broken at a margin: three and more of 50 to 100 characters, few ending a sentence."""
    lines = [line.rstrip() for line in text.splitlines()]
    full = [line for line in lines if 50 <= len(line) <= 100]
    longest = max(map(len, lines), default=0)
    return len(full) >= 3 and longest <= 100 and sum(map(ends_sentence, full)) * 2 < len(full)


def is_held_out(line: str) -> bool:
    """Whether a line of training text is kept apart for measuring: one in ten, by hash, the same on every machine."""
    return crc32(line.strip().encode()) % 10 == 0
