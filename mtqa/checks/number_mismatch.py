"""A201: a number that the source does not have."""

from collections.abc import Iterator
from decimal import Decimal

from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.quantities.compared import Comparison, compared
from mtqa.quantities.quantity import Form, Quantity
from mtqa.segment import Segment

SMALL = 12  # numbers up to this come and go with the wording: "one of", "a second time"
YEARS = range(1900, 2100)  # that translators add: "last October"
SHOWN = 20  # letters of a number in a message


@source_check(
    "A201",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    example("Le pont a coûté ⟦14⟧ millions.", "fr", source="Die Brücke kostete 13 Millionen.", source_lang="de"),
    example(
        "Die Fabrik entlässt ⟦2.400⟧ Arbeiter.", "de", source="The plant lays off 2,500 workers.", source_lang="en"
    ),
    example("Ein ⟦8⟧-Sterne-Hotel am See.", "de", source="Un hôtel de cinq étoiles au bord du lac.", source_lang="fr"),
    example("La dette atteint ⟦3 billions⟧.", "fr", source="The debt stands at 3 billion.", source_lang="en"),
    example("Only ⟦four⟧ ferries still sail.", "en", source="Solo tres transbordadores navegan.", source_lang="es"),
    example("La ville est à ⟦25⟧ kilomètres.", "fr", source="The town is 10 miles away.", source_lang="en"),
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
    """A number for which the source has another.

    Wrong figures are what readers of news believe and cannot see. Numbers are compared by their values, read by the
    conventions of each language: figures, number words and words of scale ("billion" is not everywhere the same); as
    decades, hours of either clock and converted measures they count as the same. Marked is a number of the target that the
    source has in no form, where the source has one that the target has in no form; without such a partner only figures
    above twelve that are no year are marked, as minor.
    Not seen: tables (over sixty numbers); two numbers that changed places; a number left out; one and first; ordinals in words.
    """
    found = compared(segment.source or "", segment.source_lang or "und", segment.target, segment.target_lang)
    for number, partner in found.wrong():
        if number.is_time or number.is_day:
            continue
        if partner:
            yield _instead_of(number, partner)
        elif number.form == Form.FIGURES and _is_telling(number, found):
            message = f"{number.text[:SHOWN]} does not stand in the source"
            yield Hit(number.start, number.end, message, confidence=0.5, severity=Severity.MINOR)


def _instead_of(number: Quantity, partner: Quantity) -> Hit:
    """A finding on the figures alone where both have the same words of scale."""
    if not (number.figures and partner.figures and number.power == partner.power):
        message = f"the source has {partner.text[:SHOWN]}, not {number.text[:SHOWN]}"
        return Hit(number.start, number.end, message, confidence=0.7)
    message = f"the source has {partner.figures[:SHOWN]}, not {number.figures[:SHOWN]}"
    return Hit(number.start, number.start + len(number.figures), message, confidence=0.9)


def _is_telling(number: Quantity, found: Comparison) -> bool:
    """Whether a number without a partner is likely to be wrong: no small one, no year, none that the source has once."""
    once = set[Decimal]().union(*(one.values for one, _ in found.pairs))
    return number.value > SMALL and number.value not in YEARS and not number.values & once
