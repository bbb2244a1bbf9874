"""A201: a number that the source does not have."""

from collections.abc import Iterator

from mtqa.bilingual.numbers import Number, numbers, unmatched, words_lost
from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment

SMALL = 12  # numbers up to this come and go with the wording: "one of", "a second time"


@source_check(
    "A201",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    example("Le pont a coûté ⟦14⟧ millions.", "fr", source="Die Brücke kostete 13 Millionen.", source_lang="de"),
    example(
        "Die Fabrik entlässt ⟦2.400⟧ Arbeiter.", "de", source="The plant lays off 2,500 workers.", source_lang="en"
    ),
    example("Ein ⟦8⟧-Sterne-Hotel am See.", "de", source="Un hôtel de cinq étoiles au bord du lac.", source_lang="fr"),
    example("Die Brücke kostete 1,3 Milliarden.", "de", source="The bridge cost 1.3 billion.", source_lang="en"),
    example("Vingt-trois maisons ont brûlé.", "fr", source="23 houses burned down.", source_lang="en"),
    example("Einundzwanzig Züge fielen aus.", "de", source="21 trains were cancelled.", source_lang="en"),
    example("El tren sale a las 15.30.", "es", source="The train leaves at 3:30 p.m.", source_lang="en"),
    example("La ville est à 16 kilomètres.", "fr", source="The town is 10 miles away.", source_lang="en"),
    example(
        "Ils ont vécu là dans les années 90.", "fr", source="Sie lebten dort in den 1990er Jahren.", source_lang="de"
    ),
)
def number_mismatch(segment: Segment) -> Iterator[Hit]:
    """A number in figures for which the source has another.

    Wrong figures are what readers of news believe and cannot see. Numbers are compared by their figures, whatever marks
    and words of scale go with them; written in words, as decades, hours of either clock and converted measures they
    count as the same. Marked is a number of the target that the source has in no form, where the source has one that the
    target has in no form; without such a partner only one above twelve is marked, as minor.
    Not seen: stretches of more than sixty numbers (tables); numbers in words on both sides; wrong by a power of ten; two
    numbers that changed places.
    """
    sides = (segment.source or "", segment.source_lang or "und", segment.target, segment.target_lang)
    lost, new = unmatched(*sides)
    in_words = words_lost(*sides) if new and not lost else []
    again = {number.figures for number in numbers(sides[0])}
    for number in new:
        partner = _closest(number, lost)
        if partner:
            lost.remove(partner)
            message = f"the source has {partner.text[:20]}, not {number.text[:20]}"
            yield Hit(number.start, number.end, message, confidence=0.9)
        elif in_words and number.value <= SMALL:
            message = f"the source has {in_words.pop()} in words, not {number.text[:20]}"
            yield Hit(number.start, number.end, message, confidence=0.7)
        elif number.value > SMALL and len(number.figures) > 1 and number.figures not in again:
            message = f"{number.text[:20]} does not stand in the source"
            yield Hit(number.start, number.end, message, confidence=0.5, severity=Severity.MINOR)


def _closest(number: Number, lost: list[Number]) -> Number | None:
    """Of the numbers that were lost the one that is most like this one in length and figures."""

    def likeness(other: Number) -> tuple[int, int]:
        return sum(a == b for a, b in zip(number.text, other.text, strict=False)), -abs(
            len(number.text) - len(other.text)
        )

    return max(lost, key=likeness, default=None)
