"""Quotation marks in a text: which way each one faces, and which two belong together.

Single marks (' ’ ‘ ‚) are left out: they cannot be told from apostrophes and commas.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from mtqa.languages import language

DOUBLE = '"«»„“”‹›'
OUTWARDS, INWARDS = ("«", "»"), ("»", "«")
IN_A_ROW = 4  # marks beside each other that are looked through
_LOOKED_THROUGH = DOUBLE + "\N{OBJECT REPLACEMENT CHARACTER}"  # which stands for an inline tag
_MARK = re.compile(f"[{DOUBLE}]")
_BEFORE_OPENING = "([{¿¡-‐‑–—/+=*|'’‘‚@#&\N{ZERO WIDTH SPACE}"
_AFTER_CLOSING = ")]}.,;:!?…-‐‑–—/*|'’‘"
_NEVER_FIRST = ")]}.,;:!?"
_ELLIPSES = ("...", "…", ". . .")
_OPENING_BRACKETS = "([{"


class Mark(NamedTuple):
    """A quotation mark at a code point.

    `seen` is what its neighbours say: "open" after a space and before a word, "close" the other way round, "" where a
    space or a word stands on both sides. `side` is what it is: what its glyph says where that faces one way only in the
    language, else `seen`.
    """

    at: int
    glyph: str
    side: str
    seen: str


class Quotation(NamedTuple):
    """Two marks that belong together; `depth` is 0 for a quotation inside no other."""

    opening: Mark
    closing: Mark
    depth: int


class Matching(NamedTuple):
    """The quotations of a stretch of text, and the marks that found no partner in it."""

    quotations: tuple[Quotation, ...]
    unclosed: tuple[Mark, ...]
    unopened: tuple[Mark, ...]


@cache
def facing(lang: str) -> dict[str, str]:
    """The glyphs that face one way only in a language; guillemets point outwards where both ways are not in print."""
    pairs = {(left, right) for left, right in language(lang).quotes if left != right}
    if INWARDS not in pairs:
        pairs.add(OUTWARDS)
    opening, closing = {left for left, _ in pairs}, {right for _, right in pairs}
    return dict.fromkeys(opening - closing, "open") | dict.fromkeys(closing - opening, "close")


def _seen(text: str, at: int) -> str:
    left, right = at - 1, at + 1
    while left >= 0 and text[left] in _LOOKED_THROUGH and at - left <= IN_A_ROW:
        left -= 1
    while right < len(text) and text[right] in _LOOKED_THROUGH and right - at <= IN_A_ROW:
        right += 1
    before = text[left] if left >= 0 else " "
    after = text[right] if right < len(text) else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = (after.isspace() or after in _AFTER_CLOSING) and not before.isspace()
    if opens and closes:  # a bracket, a dash or an ellipsis on one side
        opens, closes = before.isspace(), after.isspace()
    if opens and after in _NEVER_FIRST and not text.startswith(_ELLIPSES, right):
        opens = False
    if closes and before in _OPENING_BRACKETS:
        closes = False
    return "" if opens == closes else "open" if opens else "close"


@lru_cache(maxsize=512)
def marks(text: str, lang: str) -> tuple[Mark, ...]:
    """The double quotation marks of a text, in order; inches ('19"') and apostrophes ('l"eau') are none."""
    found: list[Mark] = []
    for match in _MARK.finditer(text):
        at, glyph = match.start(), match.group()
        seen = _seen(text, at)
        if glyph == '"' and (_is_inch(text, at, seen, len(found)) or is_apostrophe(text, at, lang)):
            continue
        found.append(Mark(at, glyph, facing(lang).get(glyph) or seen, seen))
    return tuple(found)


def _is_inch(text: str, at: int, seen: str, before: int) -> bool:
    return before % 2 == 0 and seen != "open" and at > 0 and text[at - 1].isdigit()


def is_apostrophe(text: str, at: int, lang: str) -> bool:
    """Whether the mark stands between a word that elides and the next, where an apostrophe belongs."""
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    return text[at + 1 : at + 2].isalpha() and text[start:at].lower() + "'" in language(lang).elided


def pair(found: tuple[Mark, ...], inside: bool = False) -> Matching:
    """Pair the marks of one stretch of text, which may start inside a quotation.

    A closing mark goes with the last open one; an undecided mark opens and closes in turns.
    """
    quotations: list[Quotation] = []
    waiting: list[Mark] = []
    unopened: list[Mark] = []
    for mark in found:
        if mark.side == "open" or not (mark.side or waiting or inside):
            waiting.append(mark)
        elif waiting:
            opening = waiting.pop()
            quotations.append(Quotation(opening, mark, len(waiting)))
        else:
            unopened.append(mark)
            inside = False
    return Matching(tuple(quotations), tuple(waiting), tuple(unopened))
