"""A102: a place called as the source language calls it, or misspelt by a letter."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.apart import is_beside_name, is_quoted
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known
from mtqa.lexicon.place import exonym, is_genitive, nearest_place
from mtqa.lexicon.table import languages
from mtqa.segment import Segment
from mtqa.text import Word, is_acronym, words

PIVOT = "en"
SOURCES = ("en", "de", "fr", "es")  # looked through where nothing says from which language the text comes
RARE = 2.3  # Zipf frequency in the target up to which a name is no club's, person's or brand's there
FAMOUS = 3.5  # times ten that it must be more frequent in the source, where nothing else says that this is the source
USED, RATIO = 3.3, 1.3  # up to which it may be used, this much less than the target's own name, after a preposition


@check(
    "A102",
    Category.UNTRANSLATED,
    Severity.MAJOR,
    example("Le sommet s'est tenu à ⟦Warschau⟧ mardi.", "fr", source_lang="de", fix="Varsovie"),
    example("Les marchés de ⟦Schanghai⟧ et de Tokyo ont reculé.", "fr", source_lang="de", fix="Shanghai"),
    example("L'avion a décollé de ⟦Bucharest⟧ à l'aube.", "fr", source_lang="de", fix="Bucarest"),
    example("Les convois de ⟦Teherans⟧ ont passé la frontière.", "fr", source_lang="de"),
    example("Le sommet s'est tenu à Varsovie mardi.", "fr", source_lang="de"),
    example("Le Bayern München a battu l'Eintracht Frankfurt.", "fr", source_lang="de"),
    example("The embassy in ⟦Kopenhagen⟧ was evacuated.", "en", source_lang="de", fix="Copenhagen"),
    example("Flights to ⟦Buccharest⟧ were cancelled.", "en", source_lang="de", fix="Bucharest"),
    example("The embassy in Copenhagen was evacuated.", "en", source_lang="de"),
    example("Die Gespräche in ⟦Varsovie⟧ dauerten bis Mitternacht.", "de", source_lang="fr", fix="Warschau"),
    example("Die Pariser Zeitung Le Monde berichtet aus Warschau.", "de", source_lang="fr"),
    example("La reunión de ⟦Genf⟧ terminó sin acuerdo.", "es", source_lang="de", fix="Ginebra"),
    example("La reunión de Ginebra terminó sin acuerdo.", "es", source_lang="de"),
)  # fmt: skip
def source_exonym(segment: Segment) -> Iterator[Hit]:
    """A place has the name that the source language, or English, gives it, and not the target's.

    Readers look for a city that their maps do not have. A name is marked when it is a place's in the source (a table of
    our own, and CLDR's countries and cities), when the target calls that place otherwise, accents aside, and hardly ever
    uses the source's name itself. Where the target does use it, for a club or a person, only a preposition before it
    tells that the place is meant. A word that no language has and that misses a well-known place's name by one letter is
    marked too. German genitives are marked without a suggestion. Where the source is unknown, a preposition must come before,
    or the name must be famous there.
    Not seen: places that are in neither table; names beside another name ("Bayern München") or in a foreign quotation;
    adjectives and inhabitants; articles and prepositions that the right name may want.
    """
    target, given = segment.target_lang, segment.source_lang
    if target not in languages():
        return
    found = words(segment.target, target)
    for n, (word, start, end) in enumerate(found):
        if word[0].isupper() and len(word) > 2:
            for source, own, is_sure in readings(word, target, given):
                if is_sure and _is_leftover(found, n, segment.target, target, source, own, given is None):
                    fix = None if is_genitive(word, source) else own.upper() if is_acronym(word) else own
                    yield Hit(start, end, f"'{word}' is the {language(source).name} name of {own}"[:90], fix, 0.95)
                    break
                if not is_sure and not is_beside_name(found, n, segment.target, target):
                    yield Hit(start, end, f"'{word}' is no known name; {own}?"[:90], own, 0.8)
                    break


@lru_cache(maxsize=8192)
def readings(word: str, target: str, given: str | None) -> tuple[tuple[str, str, bool], ...]:
    """What places a word may name: the language that calls them so, the target's name, and whether by the very letters."""
    tags = dict.fromkeys((given, PIVOT)) if given else SOURCES
    sources = [tag for tag in tags if tag != target and tag in languages()]
    found = [(source, own, True) for source in sources if (own := exonym(word, source, target))]
    if not found:
        near = [(source, nearest_place(word, source, target)) for source in sources]
        found = [(source, place.target_name, False) for source, place in near if place]
    return tuple(found)


def _is_leftover(found: Sequence[Word], n: int, text: str, target: str, source: str, own: str, untold: bool) -> bool:
    """Whether the source's name stands for the place here, not for a word, a person, a club or a title of the target."""
    word = found[n].text
    if is_known(word.lower(), target) or is_beside_name(found, n, text, target):
        return False
    if is_quoted(found, n, text, target, source):
        return False
    here = zipf(word, target)
    after = n > 0 and found[n - 1].text.lower() in language(target).prepositions
    if here <= RARE:
        return after or not untold or zipf(word, source) - here >= FAMOUS
    return after and here <= USED and here + RATIO <= zipf(own.rpartition(" ")[2], target)
