"""A101: words of the source language, or of English as pivot, left in the text."""

from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.foreign import is_native_compound
from mtqa.lexicon.leftover import SURE, Leftover, leftovers, rare_words
from mtqa.lexicon.table import languages
from mtqa.segment import Segment

PIVOT = "en"
SOURCES = ("en", "de", "fr", "es")  # looked through where nothing says from which language the text comes
UNTOLD = 2.6  # foreignness asked for then
SHORTEST_UNTOLD = 4  # letters asked for then


@check(
    "A101",
    Category.UNTRANSLATED,
    Severity.MAJOR,
    example("Les ministres ont rejeté la ⟦Vereinbarung⟧ de lundi.", "fr", source_lang="de"),
    example("La ville a fermé ses ⟦Krankenhäuser⟧ faute de ⟦Pflegekräften⟧.", "fr", source_lang="de"),
    example("Le maire a promis des écoles ⟦kostenlose⟧ dès l'automne.", "fr", source_lang="de"),
    example("La police a ⟦arrested⟧ trois hommes près du port.", "fr", source_lang="de"),
    example("Le juge Bergmann a parlé à la Frankfurter Allgemeine Zeitung.", "fr", source_lang="de"),
    example("Il a crié « Feierabend », puis il est sorti.", "fr", source_lang="de"),
    example("The ministers turned the ⟦Vereinbarung⟧ down on Monday.", "en", source_lang="de"),
    example("The council adopted a ⟦Bayern-weit⟧ ban on fireworks.", "en", source_lang="de"),
    example("The opposition called the budget ⟦dépensier⟧ and voted against it.", "en", source_lang="fr"),
    example("The Bundestag met on Monday; the Kindergarten next door stayed shut.", "en", source_lang="de"),
    example("Die Regierung hat den Vertrag ⟦despite⟧ aller Warnungen unterschrieben.", "de", source_lang="en"),
    example("Sie leitet das Institut des hautes études in Paris.", "de", source_lang="fr"),
    example("El alcalde visitó la ⟦Feuerwehr⟧ tras el incendio.", "es", source_lang="de"),
    example("El alcalde visitó a los bomberos tras el incendio.", "es", source_lang="de"),
)
def untranslated_word(segment: Segment) -> Iterator[Hit]:
    """A word of another language stands in the text.

    A reader meets a word that he cannot understand, and sees at once that a machine wrote the text. A word is marked
    when it is rare in the target language and at home in the source, or in English, through which much is translated:
    by its frequency in both (wordfreq), by the dictionaries and lemmas of both (simplemma), by whether it comes apart
    into words of the source (German and Dutch compounds), and by whether the target's own news uses it. With a capital
    it must be a noun of a language that writes nouns so, not a name: nouns stand after determiners, inflect, and are not
    used in other languages. Neighbours are marked as one span. Quoted and bracketed foreign words, institutions, runs of
    names and loans stay silent. Where the source is neither given nor inferred, more evidence is asked for.
    Not seen: words that both languages have; names and brands; a foreign word at home in the target's news; a single
    quoted word; German nouns beside a name.
    """
    text, target, given = segment.target, segment.target_lang, segment.source_lang
    if target not in languages() or not rare_words(text, target):
        return
    for one, source in _best(text, target, given):
        message = f"'{text[one.start : one.end]}' is {language(source).name}, left untranslated"
        yield Hit(one.start, one.end, message[:90], confidence=min(0.98, 0.6 + one.score / 10))


def _best(text: str, target: str, given: str | None) -> list[tuple[Leftover, str]]:
    """The leftovers of every source that comes into question, each place for the language that it fits best."""
    found = [
        (one, source)
        for source in (dict.fromkeys((given, PIVOT)) if given else SOURCES)
        if source != target and source in languages()
        for one in leftovers(text, target, source, SURE if given else UNTOLD)
        if given or _is_telling(text[one.start : one.end], source)
    ]
    kept: list[tuple[Leftover, str]] = []
    for one, source in sorted(found, key=lambda row: (row[0].start - row[0].end, -row[0].score)):
        if all(one.end <= other.start or other.end <= one.start for other, _ in kept):
            kept.append((one, source))
    return sorted(kept)


def _is_telling(word: str, source: str) -> bool:
    """Whether a word tells its language on its own: long enough, and no noun that may as well be a surname."""
    return len(word) >= SHORTEST_UNTOLD and (word[0].islower() or is_native_compound(word, source))
