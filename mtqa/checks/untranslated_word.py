"""A101: words of the source language, or of English as pivot, left in the text."""

from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.leftover import SURE, Leftover, is_rare, leftovers
from mtqa.lexicon.table import languages
from mtqa.segment import Segment
from mtqa.text import words

PIVOT = "en"
UNTOLD = 3.0  # foreignness asked for where nothing says from which language the text comes
SOURCES = ("en", "de", "fr", "es")


@check("A101", Category.UNTRANSLATED, Severity.MAJOR,
    example("Les ministres ont rejeté la ⟦Vereinbarung⟧ de lundi.", "fr", source_lang="de"),
    example("Les ministres ont rejeté l'accord de lundi.", "fr", source_lang="de"),
    example("The ministers turned the ⟦Vereinbarung⟧ down.", "en", source_lang="de"),
)
def untranslated_word(segment: Segment) -> Iterator[Hit]:
    """A word of another language stands in the text.

    Not seen: x"""
    target = segment.target_lang
    if target not in languages() or not any([is_rare(word.text, target) for word in words(segment.target, target)]):
        return
    given = segment.source_lang
    sources = dict.fromkeys((given, PIVOT) if given else SOURCES)
    best = {}
    for source in sources:
        if source != target and source in languages():
            for one in leftovers(segment.target, target, source, SURE if given else UNTOLD):
                if one.number not in best or best[one.number][0].score < one.score:
                    best[one.number] = one, source
    for number in sorted(best):
        one, source = best[number]
        word = segment.target[one.start : one.end]
        yield Hit(one.start, one.end, f"'{word}' is {language(source).name}", confidence=min(0.98, 0.6 + one.score / 10))
