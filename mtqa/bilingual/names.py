"""Names of a text and of its translation, and which of them account for each other."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from mtqa.bilingual.spelling import spelling_key
from mtqa.languages import language
from mtqa.lexicon.compound import compound
from mtqa.lexicon.concept import concepts
from mtqa.lexicon.name import nameness
from mtqa.lexicon.place import place, plain
from mtqa.segment import Segment
from mtqa.text import Word, words

SURE, SURE_OF_NOUNS = 0.5, 0.75  # nameness from which a capitalised word is a name; where nouns have capitals too
_POSSESSIVE = re.compile("['’]s?$")
SHORTEST = 4  # letters
PREFIX = 5  # letters that a name shares with its forms and what is made of it: "Europe", "europäisch"
ALIKE = 0.65  # of two spellings of a name: "Selenskyj", "Zelensky"; "Merkels", "Merkel"


@lru_cache(maxsize=256)
def names(text: str, lang: str, least: float) -> tuple[Word, ...]:
    """The words that are names at least so surely, in order; no acronyms, which are translated, and no times."""
    facts = language(lang)
    times = {word.lower() for word in (*facts.months, *facts.weekdays)}
    found = (word for word in words(text, lang) if len(word.text) >= SHORTEST and word.text.isalpha())
    return tuple(
        w for w in found if not w.text.isupper() and w.text.lower() not in times and nameness(w.text, lang) >= least
    )


def invented(segment: Segment) -> list[Word]:
    """The names of a target for which nothing in its source accounts."""
    least = SURE_OF_NOUNS if language(segment.target_lang).capital_nouns else SURE
    target = names(segment.target, segment.target_lang, least)
    return _strangers(target, segment.target_lang, segment.source or "", segment.source_lang or "und")


def lost(segment: Segment) -> list[Word]:
    """The names of a source for which nothing in the target accounts."""
    source, lang = segment.source or "", segment.source_lang or "und"
    some = [w for w in names(source, lang, SURE) if not (language(lang).capital_nouns and _is_noun(w.text, lang))]
    return _strangers(some, lang, segment.target, segment.target_lang)


def _is_noun(word: str, lang: str) -> bool:
    """Whether a word of a language whose nouns have capitals is one, or made of some."""
    return nameness(word, lang) < SURE_OF_NOUNS and bool(concepts(word.lower(), lang) or compound(word, lang))


def _strangers(some: Sequence[Word], lang: str, other: str, other_lang: str) -> list[Word]:
    there = [_POSSESSIVE.sub("", word.text) for word in words(other, other_lang)]
    return [word for word in some if not any(is_alike(word.text, lang, one, other_lang) for one in there)]


@lru_cache(maxsize=32_768)
def is_alike(name: str, lang: str, word: str, other_lang: str) -> bool:
    """Whether a word of the other language may be a name, a form or the translation of it."""
    return is_spelt_alike(name, lang, word, other_lang) or is_translation(name, lang, word, other_lang)


def is_spelt_alike(name: str, lang: str, word: str, other_lang: str) -> bool:
    """Whether a word may be a form or spelling of a name, or the other language's name of the place."""
    one, other = plain(name), plain(word)
    if one == other or one[:PREFIX] == other[:PREFIX] or one in other or (len(other) > SHORTEST and other in one):
        return True
    if word[:1].isupper() and spelling_key(name) == spelling_key(word):
        return True
    if word[:1].isupper() and Levenshtein.normalized_similarity(one, other) >= ALIKE:
        return True
    known = place(name, lang)
    return known is not None and known == place(word, other_lang)


def is_translation(one: str, lang: str, other: str, other_lang: str) -> bool:
    """Whether two words mostly mean the same, as words."""
    meant, said = concepts(one.lower(), lang), concepts(other.lower(), other_lang)
    return any(a[:SHORTEST] == b[:SHORTEST] for a in meant for b in said)


def surnames(text: str, lang: str) -> list[Word]:
    """The words with a capital that stand behind a form of address: people's names, though they may be words too."""
    found = words(text, lang)
    return [
        word
        for before, word in pairwise(found)
        if word.text[:1].isupper() and len(word.text) >= SHORTEST and not word.text.isupper()
        if text[before.end : word.start] in (" ", ". ")
        if before.text.lower() in language(lang).address
    ]
