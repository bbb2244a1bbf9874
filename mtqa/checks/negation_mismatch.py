"""A211: what the source denies, the target asserts."""

from collections.abc import Iterator

from mtqa.bilingual.negation import denies
from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment


@source_check(
    "A211",
    Category.MISTRANSLATION,
    Severity.MINOR,
    example(
        "⟦Le pont sera ouvert cette année.⟧",
        "fr",
        source="Die Brücke wird dieses Jahr nicht geöffnet.",
        source_lang="de",
    ),
    example("⟦The mayor signed the plan.⟧", "en", source="El alcalde nunca firmó el plan.", source_lang="es"),
    example("No es seguro.", "es", source="It is doubtful.", source_lang="en"),
    example("Le pont ne sera pas ouvert.", "fr", source="Die Brücke wird nicht geöffnet.", source_lang="de"),
    example(
        "Der Bürgermeister kam ohne Antwort zurück.",
        "de",
        source="The mayor returned with no answer.",
        source_lang="en",
    ),
    example("Seule la mairie est ouverte.", "fr", source="Nur das Rathaus ist geöffnet.", source_lang="de"),
)
def negation_mismatch(segment: Segment) -> Iterator[Hit]:
    """A sentence whose source says no, and nothing in it does.

    The reader is told the opposite, in perfect grammar. The source has a word that says no by itself; the target has
    neither such a word nor one that translators use instead ("only", "without", "fail"). The other way round translators
    put things too often ("doubtful": "not sure") to be marked.
    Not seen: a negation gained; one of two that is lost; "un-" and "-less"; contrasts ("not ... but").
    """
    if (
        denies(segment.source or "", segment.source_lang or "und")
        and denies(segment.target, segment.target_lang) is False
    ):
        yield Hit(0, len(segment.target), "the source says no, and this does not", confidence=0.6)
