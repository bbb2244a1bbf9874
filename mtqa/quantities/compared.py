"""Which quantities of a text and of its translation are the same."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from mtqa.quantities.extract import quantities
from mtqa.quantities.quantity import Form, Quantity
from mtqa.quantities.units import is_converted, kind

MOST = 60  # quantities of a stretch: more are a table, whose cells are nobody's sentence
ROUNDED = Decimal("0.03")  # that a number may be off that was rounded: "1,987", "nearly 2,000"
Pair = tuple[Quantity, Quantity]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Quantities that go with each other, (source's, target's), and those of either side that go with none."""

    pairs: tuple[Pair, ...]
    lost: tuple[Quantity, ...]
    new: tuple[Quantity, ...]

    def wrong(self) -> Iterator[tuple[Quantity, Quantity | None]]:
        """The target's quantities that go with none, each with the one lost that it most likely stands for, if any."""
        lost = list(self.lost)
        for number in self.new:
            partner = max(lost, key=lambda one, number=number: _likeness(number, one), default=None)  # type: ignore[misc]
            if partner:
                lost.remove(partner)
            yield number, partner


def _likeness(one: Quantity, other: Quantity) -> tuple[bool, bool, bool, int, int]:
    """How much two quantities have in common: the kind, the unit, the form, figures, the length."""
    is_kind = (one.is_time, one.is_day) == (other.is_time, other.is_day)
    alike = sum(a == b for a, b in zip(one.text, other.text, strict=False))
    is_measure = bool(one.units & other.units)
    return is_kind, is_measure, one.form == other.form, alike, -abs(len(one.text) - len(other.text))


@lru_cache(maxsize=64)
def compared(source: str, source_lang: str, target: str, target_lang: str) -> Comparison:
    """The quantities of a source beside those of its translation, each used once; hints account for any number of them."""
    here, there = quantities(source, source_lang), quantities(target, target_lang)
    lost, new = ([one for one in side if one.form != Form.HINT] for side in (here, there))
    if max(len(lost), len(new)) > MOST:
        return Comparison((), (), ())
    pairs: list[Pair] = []
    for is_alike in (_is_same_measure, _is_same, _is_same_time, _is_decade, _is_converted, _is_same_bare, _is_rounded):
        pairs += _paired(lost, new, is_alike)
    said, meant = ([one for one in side if one.form == Form.HINT] for side in (here, there))
    _paired(said, meant, _is_same)  # "first" and "erste" account for each other
    split = _split(lost, new), _split(new, lost)
    lost = [one for one in lost if one not in split[0] and not any(_is_same(one, hint) for hint in meant)]
    new = [one for one in new if one not in split[1] and not any(_is_same(one, hint) for hint in said)]
    return Comparison(tuple(pairs), tuple(lost), tuple(new))


def _paired(lost: list[Quantity], new: list[Quantity], is_alike: Callable[[Quantity, Quantity], bool]) -> list[Pair]:
    """Take what is alike out of both lists and return it; of several, what stands nearest in the row."""
    pairs = []
    ends = max([one.end for one in lost], default=1), max([one.end for one in new], default=1)
    for one in list(lost):
        alike = [
            (abs(one.start / ends[0] - some.start / ends[1]), n) for n, some in enumerate(new) if is_alike(one, some)
        ]
        if alike:
            lost.remove(one)
            pairs.append((one, new.pop(min(alike)[1])))
    return pairs


def _is_same_measure(one: Quantity, other: Quantity) -> bool:
    return bool(one.units & other.units or not (one.units or other.units)) and _is_same(one, other)


def _is_same(one: Quantity, other: Quantity) -> bool:
    if one.is_time and other.is_time:
        return bool(one.minutes & other.minutes)
    return bool(one.values & other.values)


def _is_same_time(one: Quantity, other: Quantity) -> bool:
    """Whether a time is the other, as figures with a stop or as an hour by itself."""
    if one.minutes and other.minutes:
        return bool(one.minutes & other.minutes)
    timed, plain = (one, other) if one.is_time else (other, one)
    hours = {Decimal(minute // 60) for minute in timed.minutes if minute % 60 == 0 and timed.is_time}
    return any(value in hours or value + 12 in hours for value in plain.values)


def _is_decade(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other's last two figures, of a decade or a season: "1990s" and "90s", "2019/20"."""
    return any(
        1000 <= year < 2100 and year % 100 in others.values and (year % 10 == 0 or others.is_short_year)
        for years, others in ((one, other), (other, one))
        for year in years.values
    )


def _is_converted(one: Quantity, other: Quantity) -> bool:
    """Whether two measures are the same in two units."""
    return any(
        is_converted(value, code, found, unit)
        for code in one.units
        for unit in other.units - one.units
        if kind(code) == kind(unit)
        for value in one.values
        for found in other.values
    )


def _is_same_bare(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are the same but for the words of scale, which one leaves to the words around it."""
    return bool(one.power) != bool(other.power) and bool(one.bare_values & other.bare_values)


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether the target says of an exact number that it is about a round one."""
    return (
        other.is_rough
        and not one.is_rough
        and any(
            abs(exact - about) <= ROUNDED * about and _figures(about) < _figures(exact)
            for exact in one.values
            for about in other.values
        )
    )


def _figures(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _split(some: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """Those of some that the other side has in two pieces, or that are such pieces: "20.53", "20 sec 53"."""
    found = [one for one in some if (halves := _halves(one)) and all(_has(others, half) for half in halves)]
    for halves in filter(None, map(_halves, others)):
        if all(_has(some, half) for half in halves):
            found += [one for one in some if one.values & set(halves)]
    return found


def _has(some: Sequence[Quantity], value: Decimal) -> bool:
    return any(value in one.values for one in some)


def _halves(one: Quantity) -> tuple[Decimal, ...]:
    """The figures before and after the only mark of a number, as numbers."""
    halves = one.text.replace(",", ".").split(".")
    return tuple(map(Decimal, halves)) if len(halves) == 2 and all(map(str.isdecimal, halves)) else ()
