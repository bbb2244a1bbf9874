"""The quantities of a text: numbers in figures and words, times, dates, with what they count."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from mtqa.languages import Language, language
from mtqa.quantities.clock import of_date, of_stop, of_time
from mtqa.quantities.counted import after, before
from mtqa.quantities.figures import SPACES, readings
from mtqa.quantities.quantity import Form, Quantity
from mtqa.quantities.runs import Run, run, short_scale, with_half
from mtqa.quantities.spelled import fused, roman
from mtqa.quantities.tokens import Token, tokens

_TIMES = ("noon", "hour", "clock")
_RANGE = re.compile(rf"[{SPACES}]?(?:[-–—]|\b[^\W\d_]{{1,4}}\b)[{SPACES}]?")
_PARTS = re.compile(r"\d+")
_BEFORE_SHORT_YEARS = re.compile(r"['’/–-]|[^\W\d_]")
MANY = 10  # words for so many have numbers before them: "two decades", "three dozen"


@lru_cache(maxsize=512)
def quantities(text: str, lang: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order; offsets are code points. "One" alone is an article as often, and left out."""
    return tuple(_ranged(text, list(_found(text, tokens(text, lang), language(lang)))))


def months(text: str, lang: str) -> frozenset[int]:
    """The months that the dates in figures of a text may name, from 1."""
    dates = (token for token in tokens(text, lang) if token.kind == "date")
    return frozenset(month for token in dates for month in of_date(token)[1])


def _found(text: str, some: Sequence[Token], facts: Language) -> Iterator[Quantity]:
    at = 0
    while at < len(some):
        token, end = some[at], at + 1
        if token.kind == "date":
            yield from of_date(token)[0]
        elif token.kind in _TIMES:
            yield of_time(token)
        elif token.kind in ("figures", "word"):
            values = readings(token.text, facts.tag) if token.kind == "figures" else frozenset[Decimal]()
            one = run(text, some, at, facts, values) if values or token.kind == "word" else None
            if one and one.end > at:
                units, end = after(text, some, one.end + bool(short_scale(some, at, one.end, facts)), facts)
                yield from _dressed(text, some, at, one, (units, some[end - 1].end if units else 0), facts)
                end = max(end, one.end)
            elif token.kind == "figures":
                yield from _apart(token)
            elif hints := _hints(token, facts):
                yield Quantity(token.start, token.end, token.text, hints, Form.HINT)
        at = end


def _apart(token: Token) -> Iterator[Quantity]:
    """Figures that no one number explains, each by itself."""
    for part in _PARTS.finditer(token.text):
        start = token.start + part.start()
        yield Quantity(start, start + len(part[0]), part[0], frozenset((Decimal(part[0]),)))


def _hints(token: Token, facts: Language) -> frozenset[Decimal]:
    """What a word that is no number may stand for."""
    if token.small in facts.number_hints:
        return frozenset(map(Decimal, facts.number_hints[token.small]))
    if (start := fused(token.small, facts.tag)) and start.value > 1:
        return frozenset((start.value,))
    value = roman(token.text) if token.text[:1] in "IVXLC" else None
    return frozenset() if value is None else frozenset((Decimal(value),))


def _dressed(
    text: str, some: Sequence[Token], at: int, one: Run, units: tuple[frozenset[str], int], facts: Language
) -> Iterator[Quantity]:
    """The quantity of a run with what it counts, and what it may be together with the word after it."""
    first, last, is_lone = some[at], some[one.end - 1], one.end == at + 1
    if is_lone and not one.readings and one.sum.value == 1:
        return
    short = short_scale(some, at, one.end, facts)
    values = frozenset(value.scaleb(short) for value in one.values | with_half(some, one, facts))
    if first.small in facts.scales and any(token.small in facts.halves for token in some[max(0, at - 2) : at]):
        values |= {value / 2 for value in values}  # "half a million"
    many = facts.number_hints.get(some[one.end].small, ()) if one.end < len(some) else ()
    values |= {value * times for value in values for times in many if times >= MANY}
    found = Quantity(first.start, last.end, text[first.start : last.end], values, _form(some, at, one, facts))
    yield replace(
        found,
        units=units[0] | before(text, some, at, facts),
        unit_end=units[1],
        minutes=of_stop(first) if is_lone and one.readings else frozenset(),
        power=one.sum.highest or short,
        figures=first.text if one.readings else "",
        is_rough=at > 0 and some[at - 1].small in facts.roughly,
        is_day=is_lone and one.sum.value <= 31 and _is_day(some, at, facts),
        is_short_year=bool(one.readings and first.start and _BEFORE_SHORT_YEARS.match(text[first.start - 1])),
    )


def _form(some: Sequence[Token], at: int, one: Run, facts: Language) -> Form:
    if one.readings:
        return Form.FIGURES
    small = some[at].small
    is_doubtful = one.end == at + 1 and (small in facts.scales or small in facts.doubtful_cardinals)
    is_counted = not facts.counters or (one.end < len(some) and some[one.end].small in facts.counters)
    return Form.HINT if is_doubtful or not is_counted else Form.WORDS


def _is_day(some: Sequence[Token], at: int, facts: Language) -> bool:
    """Whether a month stands beside a number, "of" between them or not."""
    following = some[at + 1 : at + 3]
    if following and following[0].small in facts.of_words:
        following = following[1:]
    return any(token.small in facts.months for token in [*some[max(0, at - 1) : at], *following[:1]])


def _ranged(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities, each with the scale and the units of the one that it goes up to too: "3 to 4 million"."""
    for index in range(len(found) - 1, 0, -1):
        low, high = found[index - 1], found[index]
        if low.form == Form.HINT or high.form == Form.HINT or not _RANGE.fullmatch(text, low.end, high.start):
            continue
        scaled = {value.scaleb(high.power) for value in low.values} if high.power and not low.power else set()
        found[index - 1] = replace(low, values=low.values | scaled, units=low.units or high.units)
    return found
