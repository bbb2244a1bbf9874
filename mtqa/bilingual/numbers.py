"""The numbers of a text, and which of them a translation has kept.

A number is known by its figures without marks and noughts at its ends: "1.500", "1,5" thousand and "1 500 000" share the
figures 15, so that marks and words of scale ("Milliarde", "billion") need not be understood. What is lost that way is a
number wrong by a power of ten.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mtqa.languages import language
from mtqa.text import words

_FIGURES = re.compile(r"\d+(?:[.,’' \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}:]\d+)*")
_GROUP = re.compile(r"[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}’'](?!\d{3}(?!\d))")
_PARTS = re.compile(r"[.,:]")
# What a measure may be converted by: miles, pounds, inches, feet, acres, gallons, ounces, square miles, both ways.
FACTORS = (1.609, 2.205, 2.54, 3.281, 2.471, 3.785, 28.35, 2.59)
MOST = 60  # numbers of a stretch: more are a table, whose cells are nobody's sentence
NEAR = 0.03  # of a converted value, which is rounded
_CONVERTED = re.compile(
    r"\b(?:miles?\b|meilen?\b|milles\b|millas?\b|inch|zoll\b|pouce|pulgad|f[eo]{2}t\b|fuß|pieds?\b|pies\b|pounds?\b|pfund|livres?\b"
    r"|libras?\b|ounce|unze|onzas?\b|acres?\b|gallon|gal[oó]n|yards?\b|fahrenheit|lbs?\b|mph\b)",
    re.I,
)
_TIME = re.compile(r"\d{1,2}[.,]\d{2}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text: [start, end) in it, its figures, and its value as far as one reading of it goes."""

    start: int
    end: int
    text: str
    figures: str
    value: float


@lru_cache(maxsize=512)
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers in figures, in order; a time or date in figures is several."""
    return tuple(_all(text))


def _all(text: str) -> Iterator[Number]:
    for match in _FIGURES.finditer(text):
        start = match.start()
        for piece in _cut(match[0]):
            yield _number(start, piece)
            start += len(piece) + 1


def _cut(run: str) -> list[str]:
    """A run of figures and marks cut where no one number can go on: at spaces before other than three, dates, times."""
    pieces = []
    for part in _GROUP.split(run):
        apart = _PARTS.split(part)
        is_date = len(apart) > 2 and len(set(_PARTS.findall(part))) == 1 and any(len(one) != 3 for one in apart[1:])
        pieces += apart if is_date or ":" in part else [part]
    return [piece for piece in pieces if piece]


def _number(start: int, text: str) -> Number:
    bare = re.sub(r"[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}’']", "", text)
    marks = [c for c in bare if c in ".,"]
    is_grouped = bool(marks) and len(set(marks)) == 1 and all(len(p) == 3 for p in _PARTS.split(bare)[1:])
    plain = re.sub(r"[.,]", "", bare) if is_grouped or not marks else _decimal(bare)
    digits = re.sub(r"\D", "", bare).strip("0") or "0"
    return Number(start, start + len(text), text, digits, float(plain))


def _decimal(bare: str) -> str:
    """A number whose last mark is the decimal one."""
    whole, _, rest = bare.replace(",", ".").rpartition(".")
    return f"{whole.replace('.', '')}.{rest}"


@lru_cache(maxsize=512)
def said(text: str, lang: str) -> frozenset[str]:
    """The figures of the numbers that a text has in words, those inside compounds and after hyphens too."""
    cardinals = language(lang).cardinals
    found: set[int] = set()
    for word in words(text, lang):
        small = word.text.lower()
        parts = [small, *re.split(r"[-‐]", small)]
        values = [cardinals[part] for part in parts if part in cardinals]
        found.update(values)
        if len(values) > 1:
            found.add(sum(values))
        elif not values and language(lang).compound_links:
            found.update(_compound(small, cardinals))
    return frozenset(str(value).strip("0") or "0" for value in found)


def _compound(word: str, cardinals: Mapping[str, int]) -> Iterator[int]:
    """The value of a German or Dutch number in one word: "einundzwanzig", "drieëntwintig", "dreihundert"."""
    for link in ("und", "en", "ën"):
        ones, found, tens = word.partition(link)
        ones = "eins" if ones == "ein" else ones
        if found and ones in cardinals and tens in cardinals:
            yield cardinals[ones] + cardinals[tens]
    for big in ("hundert", "honderd", "tausend", "duizend"):
        times, found, _ = word.partition(big)
        if found and times in cardinals:
            yield cardinals[times] * (100 if big[0] == "h" else 1000)


def unmatched(source: str, source_lang: str, target: str, target_lang: str) -> tuple[list[Number], list[Number]]:
    """The numbers of either side, (source's, target's), that the other has in no form."""
    here, there = list(numbers(source)), list(numbers(target))
    if max(len(here), len(there)) > MOST:
        return [], []
    _pair_off(here, there, lambda one, other: one.figures == other.figures)
    _pair_off(here, there, _same)
    if _CONVERTED.search(source) or _CONVERTED.search(target):
        here = [one for one in here if not any(_converted(one, other) for other in numbers(target))]
        there = [one for one in there if not any(_converted(one, other) for other in numbers(source))]
    here, there = ([part for number in side for part in _time(number)] for side in (here, there))
    _pair_off(here, there, _same)
    in_words = said(source, source_lang), said(target, target_lang)
    return _not_said(here, in_words[1]), _not_said(there, in_words[0])


def _not_said(some: Sequence[Number], in_words: frozenset[str]) -> list[Number]:
    return [number for number in some if number.figures not in in_words]


def words_lost(source: str, source_lang: str, target: str, target_lang: str) -> list[str]:
    """The values of number words of the source, as figures, that the target has neither in words nor in figures.

    One and two are left out: they are articles and pairs as often.
    """
    there = said(target, target_lang) | {number.figures for number in numbers(target)}
    return sorted(said(source, source_lang) - there - {"0", "1", "2"})


def _pair_off(here: list[Number], there: list[Number], likes: Callable[[Number, Number], bool]) -> None:
    """Take out of both lists what is the same on the other side, each number once."""
    for number in list(here):
        match = next((one for one in there if likes(number, one)), None)
        if match:
            here.remove(number)
            there.remove(match)


def _time(number: Number) -> list[Number]:
    """What may be a time with a stop ("15.30") as hours and minutes, anything else as it is."""
    if not _TIME.fullmatch(number.text):
        return [number]
    hours, minutes = _PARTS.split(number.text)
    return [_number(number.start, hours), _number(number.end - len(minutes), minutes)]


def _same(one: Number, other: Number) -> bool:
    if one.figures == other.figures:
        return True
    shorter, longer = sorted((one.text, other.text), key=len)
    if len(longer) == 4 and len(shorter) == 2 and longer.isdigit() and shorter.isdigit():
        return longer.endswith(shorter)  # "the 90s", "1990er"
    return abs(one.value - other.value) == 12 and max(one.value, other.value) < 25  # "3 p.m.", "15 Uhr"


def _converted(one: Number, other: Number) -> bool:
    if not one.value or not other.value or max(one.value, other.value) < 3:
        return False
    ratio = one.value / other.value
    return any(abs(max(ratio, 1 / ratio) / factor - 1) < NEAR for factor in FACTORS)
