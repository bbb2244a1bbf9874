"""A211: what the source denies, the target asserts."""

from collections.abc import Iterator

from mtqa.bilingual.negation import asserted
from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment


@source_check(
    "A211",
    Category.MISTRANSLATION,
    Severity.MINOR,
    example(
        "Le pont sera ⟦ouvert⟧ cette année.",
        "fr",
        source="Die Brücke wird dieses Jahr nicht geöffnet.",
        source_lang="de",
    ),
    example("The mayor ⟦signed⟧ the plan.", "en", source="El alcalde nunca firmó el plan.", source_lang="es"),
    example(
        "Le bac ⟦n'assure⟧ le passage en hiver.",
        "fr",
        source="Die Fähre verkehrt im Winter nie.",
        source_lang="de",
    ),
    example("⟦The ferry sails in winter⟧.", "en", source="Die Fähre verkehrt im Winter nie.", source_lang="de"),
    example(
        "Le bac coûte plus cher qu'on ne le pensait, mais nul ne s'en plaint.",
        "fr",
        source="Die Fähre kostet mehr, als man dachte, doch niemand beschwert sich.",
        source_lang="de",
    ),
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
    """What the source denies stands here, and no denial near it.

    The reader is told the opposite, in perfect grammar. Of the words beside a negation of the source one has its
    translation in the target, and around that stands neither a negation nor a word that translators use instead ("only",
    "without", "fail"); the target has fewer negations than the source, too: marked is that word. Or a particle has lost
    the other half of its no ("n'a été"), or nothing in all of a short target denies anything. The other way round
    translators put things too often ("doubtful": "not sure") to be marked.
    Not seen: a negation gained; one of several that is lost, where the tables of translations do not have what it denies
    (models/lexicon/concepts); "un-" and "-less"; contrasts ("not ... but").
    """
    place = asserted(segment.source or "", segment.source_lang or "und", segment.target, segment.target_lang)
    if place:
        message = f"the source denies what “{segment.target[slice(*place)][:40]}” asserts"
        yield Hit(*place, message, confidence=0.6)
