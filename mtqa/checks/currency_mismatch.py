"""A203: a currency or unit that the source does not have."""

from collections.abc import Iterator

from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.quantities.compared import Pair, compared
from mtqa.quantities.counted import Named, currencies
from mtqa.quantities.units import kind, name
from mtqa.segment import Segment


@source_check(
    "A203",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    example(
        "Le pont a coûté 13 millions de ⟦dollars⟧.",
        "fr",
        source="Die Brücke kostete 13 Millionen Euro.",
        source_lang="de",
    ),
    example("Die Brücke kostete 13 Millionen ⟦€⟧.", "de", source="The bridge cost $13 million.", source_lang="en"),
    example("La ciudad está a ⟦10 kilómetros⟧.", "es", source="The town is 10 miles away.", source_lang="en"),
    example("Le vol dure ⟦12 jours⟧.", "fr", source="Der Flug dauert 12 Stunden.", source_lang="de"),
    example("Le pont a coûté 13 millions d'euros.", "fr", source="Die Brücke kostete 13 Mio. €.", source_lang="de"),
    example("La ciudad está a 16 kilómetros.", "es", source="The town is 10 miles away.", source_lang="en"),
    example("Es waren 20 °C.", "de", source="It was 68 °F (20 °C).", source_lang="en"),
)
def currency_mismatch(segment: Segment) -> Iterator[Hit]:
    """A currency or unit where the source has another one.

    A sum in the wrong currency is a wrong sum, ten miles are no ten kilometres. Marked is a currency that the source has
    not, where the source has one that the target has not; and a number that is the source's, with another unit of the
    kind beside it. A measure that was converted rightly is none.
    Not seen: currencies and units that the language's file does not list; dollars of one country for those of another.
    """
    sides = segment.source or "", segment.source_lang or "und", segment.target, segment.target_lang
    own, its = currencies(*sides[2:]), currencies(*sides[:2])
    marked = list(_wrong_currencies(own, its))
    yield from marked
    for pair in compared(*sides).pairs:
        wrong = _other_unit(pair)
        if wrong and not any(hit.start < wrong.end and wrong.start < hit.end + 1 for hit in marked):
            yield wrong


def _wrong_currencies(own: list[Named], its: list[Named]) -> Iterator[Hit]:
    """The currencies of the target that the source lacks, where it has others that the target lacks."""
    here, there = {code for one in its for code in one.codes}, {code for one in own for code in one.codes}
    lost = [one for one in its if one.is_sure and not one.codes & there]
    for one in own:
        if one.is_sure and not one.codes & here and lost:
            message = f"the source has {name(lost.pop(0).codes)}, not {name(one.codes)}"
            yield Hit(one.start, one.end, message, confidence=0.85)
            here |= one.codes


def _other_unit(pair: Pair) -> Hit | None:
    """The number of the target where both sides have one and the same, in two units of a kind."""
    its, own = pair
    if not its.units or not own.units or its.units & own.units or not its.values & own.values:
        return None
    shared = {kind(code) for code in its.units} & {kind(code) for code in own.units}
    if not shared or shared == {"money"}:
        return None
    message = f"the source has {its.text[:20]} {name(its.units)}, not {name(own.units)}"
    return Hit(own.start, own.unit_end or own.end, message, confidence=0.8)
