"""What a number of a text is: where it stands, what it may be worth, what it counts."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Form(Enum):
    """How a quantity is said. A hint accounts for a number of the other side and is never wrong by itself."""

    FIGURES = "figures"
    WORDS = "words"
    HINT = "hint"  # an ordinal, a pair, part of a compound, a Roman number, a lone "thousand"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at [start, end) of a text, with each value that it may have by the conventions of its language.

    `minutes` are those after midnight that a time may mean; `units` the codes of what is counted ("km", "EUR"), several
    where a word means several; `power` the power of ten of the words of scale that go with it.
    """

    start: int
    end: int
    text: str
    values: frozenset[Decimal]
    form: Form = Form.FIGURES
    units: frozenset[str] = frozenset()
    unit_end: int = 0  # where the unit ends that follows, if one does
    minutes: frozenset[int] = frozenset()
    power: int = 0
    figures: str = ""  # those before words of scale, as written
    is_rough: bool = False  # "about", "nearly" stands before it
    is_time: bool = False  # surely one, and no number with a stop
    is_day: bool = False  # of a month
    is_short_year: bool = False  # may be one: an apostrophe or a dash stands before it

    @property
    def bare_values(self) -> frozenset[Decimal]:
        """The values without the words of scale."""
        return frozenset(value.scaleb(-self.power) for value in self.values) if self.power else self.values

    @property
    def value(self) -> Decimal:
        """The value by the language's own conventions where there are several: the smallest."""
        return min(self.values)
