"""A102: a place called as the source calls it, or misspelt by a letter."""

from collections.abc import Iterator, Sequence

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.apart import is_beside_name, is_quoted
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known
from mtqa.lexicon.place import exonym, is_genitive, nearest_place
from mtqa.lexicon.table import languages
from mtqa.segment import Segment
from mtqa.text import Word, is_acronym, match_case, words

PIVOT = "en"
UNTOLD = ("en", "de", "fr", "es")
RARE = 2.3  # Zipf frequency in the target up to which a name is no club's, person's or brand's there
USED, RATIO = 3.3, 1.3  # up to which it may be used, this much less than the target's own name, after a preposition


@check("A102", Category.UNTRANSLATED, Severity.MAJOR,
    example("Le cessez-le-feu a été annoncé à ⟦Moskau⟧ lundi.", "fr", source_lang="de", fix="Moscou"),
    example("Le cessez-le-feu a été annoncé à Moscou lundi.", "fr", source_lang="de"),
    example("The talks in ⟦Warschau⟧ went on.", "en", source_lang="de", fix="Warsaw"),
)
def source_exonym(segment: Segment) -> Iterator[Hit]:
    """A place.

    Not seen: x"""
    target = segment.target_lang
    if target not in languages():
        return
    found = words(segment.target, target)
    given = segment.source_lang
    sources = [tag for tag in (dict.fromkeys((given, PIVOT)) if given else UNTOLD) if tag != target and tag in languages()]
    for n, word in enumerate(found):
        if word.text[0].isupper() and len(word.text) > 2:
            for source in sources:
                if hit := _hit(found, n, segment.target, target, source):
                    yield hit
                    break


def _hit(found: Sequence[Word], n: int, text: str, target: str, source: str) -> Hit | None:
    word = found[n]
    own = exonym(word.text, source, target)
    if own and _is_leftover(found, n, text, target, source, own):
        own = None if is_genitive(word.text, source) else match_case(word.text, own) if is_acronym(word.text) else own
        return Hit(word.start, word.end, f"'{word.text}' is {language(source).name}", own, 0.95)
    near = None if own else nearest_place(word.text, source, target)
    if near and not is_beside_name(found, n, text, target):
        return Hit(word.start, word.end, f"'{word.text}' looks like '{near.target_name}' misspelt", near.target_name, 0.8)
    return None


def is_after_preposition(found,n,target):
    return n>0 and found[n - 1].text.lower() in language(target).prepositions


def _is_leftover(found, n, text, target, source, own) -> bool:
    word = found[n].text
    here = zipf(word, target)
    if is_known(word.lower(), target) or is_beside_name(found, n, text, target) or is_quoted(found, n, text, target, source):
        return False
    if here <= RARE:
        return True
    after = is_after_preposition(found,n,target)
    return after and here <= USED and here + RATIO <= zipf(own.rpartition(" ")[2], target)
