"""What a number counts, and the currencies that a text names."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mtqa.languages import Language, language
from mtqa.quantities.figures import SPACES
from mtqa.quantities.tokens import Token, tokens
from mtqa.quantities.units import SIGNS, kind

_BESIDE = re.compile(rf"[{SPACES}]{{0,2}}[-‐‑]?|\.[{SPACES}]|[’']")
NONE: frozenset[str] = frozenset()
LONGEST = 3  # words of a unit: "miles per hour"


def after(text: str, some: Sequence[Token], end: int, facts: Language) -> tuple[frozenset[str], int]:
    """The codes of the unit whose name or sign follows a number that ends before a piece, and the piece after the unit."""
    start = end + (end < len(some) and some[end].small in facts.of_words)
    if start >= len(some) or not _BESIDE.fullmatch(text, some[start - 1].end, some[start].start):
        return NONE, end
    if some[start].kind == "sign":
        codes = _codes(SIGNS.get("".join(some[start].text.split()).upper(), ""))
        return codes, start + 1
    for size in range(LONGEST, 0, -1):
        found = facts.units.get("_".join(token.small for token in some[start : start + size]))
        if found:
            return _codes(found), min(start + size, len(some))
    return NONE, end


def before(text: str, some: Sequence[Token], at: int, facts: Language) -> frozenset[str]:
    """The codes of a currency whose sign or code stands before a number: "$5", "HUF 18 million"."""
    if not at or not _BESIDE.fullmatch(text, some[at - 1].end, some[at].start):
        return NONE
    token = some[at - 1]
    if token.kind == "sign" and token.text not in "%°":
        return _codes(SIGNS.get(token.text, ""))
    is_code = token.text.isupper() and len(token.text) == 3
    return _codes(facts.units.get(token.small, "")) if is_code else NONE


def _codes(found: str) -> frozenset[str]:
    return frozenset(found.split("|")) if found else NONE


class Named(NamedTuple):
    """A currency at [start, end) of a text, and the codes that its name or sign may stand for.

    It `is_sure` where the name means nothing else, or follows a word of scale: "euros", "a million pounds".
    """

    start: int
    end: int
    codes: frozenset[str]
    is_sure: bool


def currencies(text: str, lang: str) -> list[Named]:
    """The currencies of a text, by sign, name or code."""
    facts, some = language(lang), tokens(text, lang)
    found: list[Named] = []
    for at, token in enumerate(some):
        spelt = SIGNS.get(token.text, "") if token.kind == "sign" else facts.units.get(token.small, "")
        if not spelt or (token.small == spelt.lower() and not token.text.isupper()):
            continue  # "rub" is a word, "RUB" a code
        codes = _codes(spelt)
        is_money = {kind(code) == "money" for code in codes}
        after_scale = any(before.small in facts.scales for before in some[max(0, at - 2) : at])
        if True in is_money:
            is_sure = token.kind == "sign" or after_scale or len(codes) == 1
            found.append(Named(token.start, token.end, codes, is_sure))
    return found
