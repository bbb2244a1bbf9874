"""A103: a sentence, or a clause of one, that was not translated."""

from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.stretch import foreign_stretch
from mtqa.lexicon.table import languages
from mtqa.segment import Segment

PIVOT = "en"
SOURCES = ("en", "de", "fr", "es", "it", "nl", "pt")  # looked through where nothing says where the text comes from
SURE = 12.0  # evidence from which a stretch is certain


@check(
    "A103",
    Category.UNTRANSLATED,
    Severity.CRITICAL,
    example("Le ministre a dit que ⟦die Verhandlungen nicht abgebrochen werden⟧.", "fr", source_lang="de"),
    example("⟦Der Stadtrat hat den Haushalt am Abend mit großer Mehrheit beschlossen⟧.", "fr", source_lang="de"),
    example("La police, ⟦which had been warned by neighbours⟧, est arrivée trop tard.", "fr", source_lang="de"),
    example("Le ministre a dit que les pourparlers ne seraient pas rompus.", "fr", source_lang="de"),
    example("Son premier album, « Das Leben ist kein Ponyhof », est sorti en mai.", "fr", source_lang="de"),
    example("⟦Le conseil a rejeté le projet de loi sur les retraites⟧.", "en", source_lang="fr"),
    example("She runs the Fédération des parents d'élèves in Lyon.", "en", source_lang="fr"),
    example("Die Polizei teilte mit, ⟦that nobody had been hurt in the fire⟧.", "de", source_lang="en"),
    example("Der Film „The Sound of the Sea“ läuft ab Freitag.", "de", source_lang="en"),
    example("El portavoz explicó que ⟦les négociations n'étaient pas terminées⟧.", "es", source_lang="fr"),
    example("El portavoz explicó que las negociaciones no habían terminado.", "es", source_lang="fr"),
)
def untranslated_sentence(segment: Segment) -> Iterator[Hit]:
    """Four words or more in a row are written in another language: a sentence or a clause that was not translated.

    It says nothing to the reader, and is the worst that translated news can do. The stretch is the one whose words are,
    summed up, most more frequent in the source (or English) than in the target; it must hold function words that the
    target does not have, as a clause does, and three words that are far more frequent in the source.
    Not seen: stretches inside a quotation or a bracket; titles in capitals; institutions' names; stretches of words that
    both languages share; languages without a table (other than by `language-shift`).
    """
    target, given = segment.target_lang, segment.source_lang
    if target not in languages():
        return
    tags = dict.fromkeys((given, PIVOT)) if given else SOURCES
    sources = [tag for tag in tags if tag != target and tag in languages()]
    found = [(s.score, s, tag) for tag in sources if (s := foreign_stretch(segment.target, target, tag))]
    if found:
        score, stretch, tag = max(found)
        message = f"{stretch.last - stretch.first + 1} words in a row are {language(tag).name}, left untranslated"
        yield Hit(stretch.start, stretch.end, message, confidence=min(0.99, 0.8 + score / SURE / 5))
