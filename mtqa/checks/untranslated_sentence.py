"""A103: a sentence or a clause that was not translated."""

from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.stretch import foreign_stretch
from mtqa.lexicon.table import languages
from mtqa.segment import Segment

PIVOT = "en"
UNTOLD = ("en", "de", "fr", "es")


@check("A103", Category.UNTRANSLATED, Severity.CRITICAL,
    example("Le ministre a dit que ⟦die Verhandlungen nicht abgebrochen werden⟧.", "fr", source_lang="de"),
    example("Le ministre a dit que les pourparlers ne seraient pas rompus.", "fr", source_lang="de"),
    example("⟦Le conseil a rejeté le projet de loi sur les retraites⟧.", "en", source_lang="fr"),
)
def untranslated_sentence(segment: Segment) -> Iterator[Hit]:
    """A clause.

    Not seen: x"""
    target = segment.target_lang
    if target not in languages():
        return
    given = segment.source_lang
    found = [(s, tag) for tag in (dict.fromkeys((given, PIVOT)) if given else UNTOLD) if tag in languages() and tag != target and (s := foreign_stretch(segment.target, target, tag))]
    if found:
        stretch, tag = max(found)
        yield Hit(stretch.start, stretch.end, f"{language(tag).name} left untranslated", confidence=0.9)
