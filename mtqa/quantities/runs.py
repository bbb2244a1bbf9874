"""Runs of pieces that are one number: figures, number words and words of scale."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from mtqa.languages import Language
from mtqa.quantities.figures import SPACES
from mtqa.quantities.spelled import Sum, fused, with_cardinal, with_scale
from mtqa.quantities.tokens import Token

_NEXT = re.compile(rf"[{SPACES}]?[-‐‑]?[{SPACES}]?|\.[{SPACES}]")
FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


@dataclass(frozen=True, slots=True)
class Run:
    """A number up to the piece before `end`; `readings` are those of its figures, none where it has none."""

    end: int
    sum: Sum
    readings: frozenset[Decimal]

    @property
    def values(self) -> frozenset[Decimal]:
        """What the run may be worth."""
        size = Decimal(10) ** self.sum.highest
        others = {value * size for value in self.readings} if len(self.readings) > 1 else set()
        return frozenset({self.sum.value, *others})


def run(text: str, some: Sequence[Token], at: int, facts: Language, readings: frozenset[Decimal]) -> Run:
    """The longest number that starts at a piece; it ends where it starts if the piece starts none."""
    found = Sum(open=max(readings)) if readings else Sum()
    end = index = at + bool(readings)
    is_linked = False
    while index < len(some) and (index == at or _NEXT.fullmatch(text, some[index - 1].end, some[index].start)):
        token = some[index]
        is_open = not readings or found.power or token.small in facts.scales  # "2020" and "eine" are two
        is_one = facts.cardinals.get(token.small) == 1 and found.power and not is_linked  # "65 Mio. ein"
        grown = _grown(found, token, facts) if is_open and not is_one else None
        if grown is not None:
            found, end, is_linked = grown, index + 1, False
        elif index > at and not is_linked and _is_link(token, found, facts):
            is_linked = True
        else:
            break
        index += 1
    return Run(end, found, readings)


def _is_link(token: Token, found: Sum, facts: Language) -> bool:
    is_after_hundreds = found.open is None or found.open % 100 == 0
    return token.small in (facts.hundreds_links if is_after_hundreds else facts.tens_links)


def _grown(found: Sum, token: Token, facts: Language) -> Sum | None:
    """A number with one more piece, or None where it does not belong."""
    if token.kind == "figures":
        is_rest = token.text.isdigit() and found.open is None and found.power == 3 and int(token.text) < 1000
        return with_cardinal(found, int(token.text)) if is_rest else None  # "6 mille 74"
    if token.kind != "word":
        return None
    if token.small in facts.scales:
        return with_scale(found, facts.scales[token.small])
    if token.small in facts.cardinals:
        return with_cardinal(found, facts.cardinals[token.small])
    whole = fused(token.small, facts.tag) if found == Sum() else None
    return Sum(open=whole.value) if whole and whole.is_whole else None


def with_half(some: Sequence[Token], one: Run, facts: Language) -> frozenset[Decimal]:
    """What a run is worth with a part of one after it, if any is: "½", "and a half", "and a half million"."""
    size = Decimal(10) ** one.sum.highest
    following = some[one.end : one.end + 4]
    if following and following[0].text in FRACTIONS and following[0].start - some[one.end - 1].end <= 1:
        return frozenset(value + FRACTIONS[following[0].text] * size for value in one.values)
    between = facts.tens_links | facts.hundreds_links | facts.indefinite
    for token, after in zip_longest(following, following[1:]):
        if token.small in facts.halves:
            power = facts.scales.get(after.small, 0) if after else 0
            return frozenset((value + size / 2).scaleb(power) for value in one.values)
        if token.small not in between:
            break
    return frozenset()


def short_scale(some: Sequence[Token], at: int, end: int, facts: Language) -> int:
    """The power of ten of a letter beside the sign of a currency: "$5m", "5 M€"."""
    power = facts.short_scales.get(some[end].small, 0) if end < len(some) else 0
    beside = [*some[max(0, at - 1) : at], *some[end + 1 : end + 2]]
    return power if any(token.kind == "sign" and token.text not in "%°" for token in beside) else 0
