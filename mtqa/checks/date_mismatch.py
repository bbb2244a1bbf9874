"""A202: a day, month, weekday or time that the source does not have."""

from collections.abc import Iterator, Sequence

from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.quantities.compared import compared
from mtqa.quantities.extract import months
from mtqa.segment import Segment
from mtqa.text import Word, words

YEAR, WEEK = 12, 7


@source_check(
    "A202",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    example("Le conseil se réunit le 12 ⟦mars⟧.", "fr", source="Der Rat tagt am 12. Mai.", source_lang="de"),
    example("Le conseil se réunit le ⟦15⟧ mai.", "fr", source="Der Rat tagt am 12. Mai.", source_lang="de"),
    example("The vote is on ⟦Tuesday⟧.", "en", source="El voto es el jueves.", source_lang="es"),
    example("Der Zug fährt um ⟦17.30 Uhr⟧.", "de", source="The train leaves at 4:30 p.m.", source_lang="en"),
    example(
        "Le conseil siège le 12 mai à 14h30.", "fr", source="The council sits at 2:30 p.m. on 12 May.", source_lang="en"
    ),
    example("Stichtag war der 12.05.2024.", "de", source="The date was May 12, 2024.", source_lang="en"),
    example("Der Rat tagt am Montag und am Freitag.", "de", source="The council meets twice.", source_lang="en"),
)
def date_mismatch(segment: Segment) -> Iterator[Hit]:
    """A day of the month, a month, a weekday or a time where the source has another one.

    Engines that learn from loose translations put one day for another, and the reader comes on the wrong one. Compared are
    the names of months and weekdays of both languages, the numbers beside months, dates in figures and times of either
    clock; marked is one that the source has not, where the source has one of the kind that the target has not.
    Not seen: "yesterday" for a weekday; abbreviated names; times in words; weekdays by number.
    """
    yield from _wrong_names(segment)
    found = compared(segment.source or "", segment.source_lang or "und", segment.target, segment.target_lang)
    for number, partner in found.wrong():
        if partner and (number.is_time or number.is_day):
            message = f"the source has {partner.text[:20]}, not {number.text[:20]}"
            yield Hit(number.start, number.end, message, confidence=0.9)


def _wrong_names(segment: Segment) -> Iterator[Hit]:
    source, source_lang = segment.source or "", segment.source_lang or "und"
    facts, others = language(segment.target_lang), language(source_lang)
    here, there = words(segment.target, segment.target_lang), words(source, source_lang)
    in_figures = _in_figures(source, source_lang), _in_figures(segment.target, segment.target_lang)
    for size in (YEAR, WEEK):
        own, its = _named(here, facts, size), _named(there, others, size)
        excused = in_figures if size == YEAR else (frozenset[int](), frozenset[int]())
        lost = [number for number in its if number not in own and number not in excused[1]]
        for number, word in own.items():
            if number not in its and number not in excused[0] and lost:
                name = _names(others, size)[lost.pop(0)]
                yield Hit(word.start, word.end, f"the source has “{name}”, not “{word.text}”", confidence=0.9)


def _in_figures(text: str, lang: str) -> frozenset[int]:
    """The months of dates in figures, from nought."""
    return frozenset(month - 1 for month in months(text, lang))


def _names(facts: Language, size: int) -> Sequence[str]:
    return facts.months if size == YEAR else facts.weekdays


def _named(found: Sequence[Word], facts: Language, size: int) -> dict[int, Word]:
    """The months or weekdays among words, each once, by their number in the year or week, from nought."""
    names = [name.lower() for name in _names(facts, size)]
    if len(names) != size:
        return {}
    numbered: dict[int, Word] = {}
    for word in found:
        small = word.text.lower()
        if small in names and not (size == YEAR and facts.capital_months and word.text.islower()):
            numbered.setdefault(names.index(small), word)  # "march" and "may" are words too
    return numbered
