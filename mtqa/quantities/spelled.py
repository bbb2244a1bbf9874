"""Numbers in words: how the words of a number add up, apart or fused into one."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from mtqa.languages import Language, language


@dataclass(frozen=True, slots=True)
class Sum:
    """A number as far as it is read: what earlier words of scale closed, what is open, the last power of ten."""

    closed: Decimal = Decimal(0)
    open: Decimal | None = None
    power: int = 0
    highest: int = 0  # power of all

    @property
    def value(self) -> Decimal:
        """The number so far."""
        return self.closed + (self.open or 0)


def with_cardinal(so_far: Sum, value: int, is_linked: bool = False) -> Sum | None:
    """A number with one more word, or None where the word starts another: "twenty" and "one", not "one" and "two"."""
    if so_far.open is None:
        is_free = not so_far.power or value < 10**so_far.power
        return Sum(so_far.closed, Decimal(value), so_far.power, so_far.highest) if is_free else None
    grown = _grown(int(so_far.open), value, is_linked) if so_far.open == int(so_far.open) else None
    return None if grown is None else Sum(so_far.closed, Decimal(grown), so_far.power, so_far.highest)


def _grown(number: int, value: int, is_linked: bool) -> int | None:
    """What a word makes of a number under a thousand."""
    rest = number % 100
    if value == 100:
        return number * 100 if 0 < number < 100 else None
    if value == 20 and rest == 4:
        return number - 4 + 80  # quatre-vingts
    if 10 <= value < 20 and rest in (60, 80):
        return number + value  # soixante-quinze, quatre-vingt-dix
    if 0 < value < 10 and rest % 10 == 0 and (rest >= 20 or (rest and value >= 7)):
        return number + value  # trente-cinq, dix-sept
    if is_linked and 0 < rest < 10 and value in range(20, 100, 10):
        return number + value  # einundzwanzig
    return number + value if number and not rest and 0 < value < 100 else None


def with_scale(so_far: Sum, power: int) -> Sum | None:
    """A number with a word of scale after it: "thousand", "Milliarden", "mil millones"."""
    size, highest = Decimal(10) ** power, max(power, so_far.highest)
    if so_far.power and power > so_far.power:
        return Sum(so_far.value * size, None, power, highest + so_far.power)
    if so_far.open is None and so_far.power:
        return None
    return Sum(so_far.closed + (1 if so_far.open is None else so_far.open) * size, None, power, highest)


@dataclass(frozen=True, slots=True)
class Fused:
    """What a word of several number words is worth, and whether more letters follow ("dreijährig")."""

    value: Decimal
    is_whole: bool


@lru_cache(maxsize=8192)
def fused(word: str, lang: str) -> Fused | None:
    """The value of a number written as one word, or of the number that a word starts with; None where it starts with none."""
    facts = language(lang)
    if not facts.fuses_numbers:
        return None
    found, at = Sum(), 0
    is_linked = False
    for match in _pieces(lang).finditer(word):
        if match.start() != at:
            break
        piece = match[0]
        if piece in facts.fused_links and not (piece in facts.cardinals and found.open is None):
            is_linked, at = True, match.end()
            continue
        grown = _with_piece(found, piece, facts, is_linked)
        if grown is None:
            break
        found, at, is_linked = grown, match.end(), False
    if not at or not found.value:
        return None
    half = word[at:] in facts.fused_halves
    return Fused(found.value + (Decimal("0.5") if half else 0), at == len(word) or half)


def _with_piece(so_far: Sum, piece: str, facts: Language, is_linked: bool) -> Sum | None:
    if piece in facts.scales:
        return with_scale(so_far, facts.scales[piece])
    value = facts.cardinals[piece] if piece in facts.cardinals else facts.number_pieces[piece]
    return with_cardinal(so_far, value, is_linked)


@cache
def _pieces(lang: str) -> re.Pattern[str]:
    facts = language(lang)
    some = {
        *facts.cardinals,
        *facts.number_pieces,
        *facts.fused_links,
        *(w for w in facts.scales if facts.scales[w] == 3),
    }
    return re.compile("|".join(re.escape(one) for one in sorted(some, key=lambda one: (-len(one), one))))


_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:e|er|ème|th|st|nd|rd)?$)")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(word: str) -> int | None:
    """The value of a Roman number up to 99, an ordinal ending after it or not: "XXe"."""
    match = _ROMAN.match(word)
    if not match or not match[0]:
        return None
    values = [_LETTERS[letter] for letter in match[0]]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
