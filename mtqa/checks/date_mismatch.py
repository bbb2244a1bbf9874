"""A202: a month or a day of the week that the source does not have."""

from collections.abc import Iterator, Sequence

from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.segment import Segment
from mtqa.text import Word, words

YEAR, WEEK = 12, 7
NEAR = 2  # words between a month that is a word too and its number: "12 May", "May 12"


@source_check(
    "A202",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    example("Le conseil se réunit le 12 ⟦mars⟧.", "fr", source="Der Rat tagt am 12. Mai.", source_lang="de"),
    example("The vote is on ⟦Tuesday⟧.", "en", source="El voto es el jueves.", source_lang="es"),
    example("Le conseil se réunit le 12 mai.", "fr", source="The council meets on 12 May.", source_lang="en"),
    example("Der Rat tagt am Montag und am Freitag.", "de", source="The council meets twice.", source_lang="en"),
)
def date_mismatch(segment: Segment) -> Iterator[Hit]:
    """A month or weekday where the source has another one.

    Engines that learn from loose translations put one day for another, and the reader comes on the wrong one. Compared are
    the names of months and weekdays of both languages; marked is one that the source has not, where the source has one
    that the target has not.
    Not seen: dates in figures (A201 has their numbers); "yesterday" for a weekday; abbreviations; weekdays by number.
    """
    facts, others = language(segment.target_lang), language(segment.source_lang or "und")
    here, there = words(segment.target, segment.target_lang), words(segment.source or "", segment.source_lang or "und")
    for size in (YEAR, WEEK):
        own, its = _named(here, facts, size), _named(there, others, size)
        lost = [number for number in its if number not in own]
        for number, word in own.items():
            if number not in its and lost:
                name = _names(others, size)[lost.pop(0)]
                yield Hit(word.start, word.end, f"the source has “{name}”, not “{word.text}”", confidence=0.9)


def _names(facts: Language, size: int) -> Sequence[str]:
    return facts.months if size == YEAR else facts.weekdays


def _named(found: Sequence[Word], facts: Language, size: int) -> dict[int, Word]:
    """The months or weekdays among words, each once, by their number in the year or week."""
    names = [name.lower() for name in _names(facts, size)]
    if len(names) != size:
        return {}
    numbered: dict[int, Word] = {}
    for at, word in enumerate(found):
        small = word.text.lower()
        if small in names and _is_date(found, at, facts, size):
            numbered.setdefault(names.index(small), word)
    return numbered


def _is_date(found: Sequence[Word], at: int, facts: Language, size: int) -> bool:
    """Whether a name of a month is meant as one: "march" and "may" are words too."""
    is_small = found[at].text.islower()
    return not (size == YEAR and facts.capital_months and is_small)
