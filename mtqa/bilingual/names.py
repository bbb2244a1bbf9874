"""Names of a text and of its translation, and which of them account for each other."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from mtqa.bilingual.spelling import spelling_key
from mtqa.languages import language
from mtqa.lexicon.concept import concepts
from mtqa.lexicon.name import nameness
from mtqa.lexicon.place import place, plain
from mtqa.segment import Segment
from mtqa.text import Word, words

SURE, LIKELY = 0.75, 0.5  # nameness from which a capitalised word is a name, or most likely one
POSSIBLE = 0.25  # the same where nouns have capitals too, and the word has no meaning that is known
TITLE = 0.5  # share of words with a capital from which a line is a title in which a capital tells nothing
_POSSESSIVE = re.compile("['’]s?$")
SHORTEST = 4  # letters
LONG = 8  # letters up to which a word is not made of others
PREFIX = 5  # letters that a name shares with its forms and what is made of it: "Europe", "europäisch"
ALIKE = 0.65  # of two spellings of a name: "Selenskyj", "Zelensky"; "Merkels", "Merkel"


@lru_cache(maxsize=256)
def names(text: str, lang: str, least: float) -> tuple[Word, ...]:
    """The words that are names at least so surely, in order; no acronyms, which are translated, and no times."""
    facts = language(lang)
    times = {word.lower() for word in (*facts.months, *facts.weekdays)}
    found = (bare(word) for word in words(text, lang))
    return tuple(
        w
        for w in found
        if len(w.text) >= SHORTEST and w.text.isalpha() and not w.text.isupper()
        if w.text.lower() not in times and nameness(w.text, lang) >= least
    )


def bare(word: Word) -> Word:
    """A word without the "'s" of a possessive."""
    text = _POSSESSIVE.sub("", word.text)
    return Word(text, word.start, word.start + len(text))


def invented(segment: Segment) -> list[Word]:
    """The sure names of a target for which nothing in its source accounts."""
    target = names(segment.target, segment.target_lang, SURE)
    return _strangers(target, segment.target_lang, segment.source or "", segment.source_lang or "und")


def lost(segment: Segment) -> list[Word]:
    """The sure names of a source for which nothing in the target accounts."""
    lang = segment.source_lang or "und"
    return _strangers(names(segment.source or "", lang, SURE), lang, segment.target, segment.target_lang)


def missing(segment: Segment) -> list[Word]:
    """The words of a source that may be names, more or less surely, and for which nothing in the target accounts."""
    lang = segment.source_lang or "und"
    return _strangers(possible_names(segment.source or "", lang), lang, segment.target, segment.target_lang)


@lru_cache(maxsize=256)
def possible_names(text: str, lang: str) -> tuple[Word, ...]:
    """The words that are likely to be names or have a capital where it tells something; no acronyms and times."""
    if language(lang).capital_nouns:
        some = names(text, lang, POSSIBLE)
        return tuple(w for w in some if nameness(w.text, lang) >= SURE or not concepts(w.text.lower(), lang))
    spoken = words(text, lang)
    is_title = sum(word.text[:1].isupper() for word in spoken) > TITLE * len(spoken)
    inside = set() if is_title else {word.start for word in spoken[1:] if _follows_a_word(text, word.start)}
    return tuple(
        w
        for w in names(text, lang, 0.0)
        if nameness(w.text, lang) >= LIKELY or (w.text[0].isupper() and w.start in inside)
    )


def _follows_a_word(text: str, start: int) -> bool:
    """Whether a word at this place starts neither a sentence nor a quotation."""
    return text[start - 1] in " -" and text[start - 2] not in '.:!?»”"'


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
    if known is not None and known == place(word, other_lang):
        return True
    return _ends_in(word, other_lang, name, lang) or _ends_in(name, lang, word, other_lang)


def _ends_in(made: str, lang: str, name: str, other_lang: str) -> bool:
    """Whether a word is made of others, the last of them the name of a place: "Niederösterreichs", "Austria"."""
    if not language(lang).capital_nouns or len(made) <= LONG or (known := place(name, other_lang)) is None:
        return False
    tails = (made[at:].capitalize() for at in range(2, len(made) - SHORTEST))
    return any(place(one, lang) == known for tail in tails for one in (tail, tail.removesuffix("s")))


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
