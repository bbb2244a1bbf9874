"""How strongly a word belongs to another language than the text's: the heart of the check for untranslated words."""

from functools import lru_cache

from mtqa.languages import language
from mtqa.lexicon.compound import compound
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known, lemma
from mtqa.lexicon.name import is_widespread, nameness
from mtqa.lexicon.table import CAPITAL, GOVERNED, SMALL, UNGOVERNED, entry, key

FLOOR = 1.0  # Zipf frequency that stands for "not listed": one in 10^8 words
KNOWN = 1.0  # worth of a dictionary entry of the source, in Zipf steps
KNOWN_HERE = 1.5  # and of one of the target, against
SEEN_HERE = 0.3  # what each doubling of its occurrences in the target's own news takes off
LISTED = 2.5  # Zipf frequency from which a word that no dictionary has counts as one of the source
RARE, LONG = 2.0, 8  # least Zipf frequency that a dictionary word of so many letters stands for, and any compound
SHORTEST_COMPOUND, SHORTEST_PART, COMMON_PART = 10, 4, 3.5
NOUN_FREQUENCY = 3.3  # Zipf frequency from which a dictionary noun that no other language uses is no surname
# Ends of surnames and of places; endings of common nouns as well, so they only turn off what is uncertain anyway.
NAME_ENDINGS = (
    "mann", "berg", "feld", "bach", "hof", "burg", "stein", "meier", "meyer", "maier", "mayer", "dorf", "hausen", "heim",
    "schmid", "schmidt", "bauer", "müller", "burger", "berger", "brunner", "huber", "wald", "thal", "tal", "see", "haus",
    "hofer", "hauser", "felder", "bacher", "dorfer", "steiner",
    "thaler", "reuter", "werth", "platz", "ring", "strasse", "gasse", "allee", "park", "brück", "brücken", "stadt", "städt", "kirchen", "ing",
    "macher", "hardt", "feldt", "reich", "graf", "vogel",
)  # fmt: skip


@lru_cache(maxsize=65536)
def foreignness(word: str, target: str, source: str) -> float:
    """How much more a word, as written, belongs to `source` than to `target`, in steps of ten times; 0.0 if not at all.

    The ratio of the frequencies, more if a dictionary of the source has the word or it is a compound of the source's
    words, less if the target's dictionary has it or its news uses it. From 2.0 on it is hardly a word of the target.
    Loans of the target, acronyms and words of one or two letters score 0.0; a hyphenated word scores as its most foreign
    part. Names are judged as words: ask `is_noun` of a word with a capital.
    """
    spelt = key(word)
    if len(word) < 3 or (word.isupper() and len(word) < 6) or spelt in language(target).loans:
        return 0.0
    if "-" in spelt:
        return max((foreignness(part, target, source) for part in _common_parts(word, source)), default=0.0)
    here, there = entry(word, target), zipf(word, source)
    belongs = _is_word(word, source)
    if (belongs and len(word) >= LONG) or (not belongs and is_native_compound(word, source)):
        there, belongs = max(there, RARE), True
    if not belongs and there < LISTED:
        return 0.0
    score = there - max(zipf(word, target), FLOOR) + KNOWN * belongs - SEEN_HERE * (here.text >> 4)
    if is_known(word, target) or is_native_compound(word, target):
        score -= KNOWN_HERE
    return max(0.0, score)


def _common_parts(word: str, source: str) -> list[str]:
    """The parts of a hyphenated word that cannot be names."""
    nouns = language(source).capital_nouns
    parts = word.split("-")
    nouns = nouns and not any(map(str.isupper, parts))  # "DFB-Pokal" is one
    return [part for part in parts if len(part) > 3 and (part[0].islower() or nouns)]


def _is_word(word: str, source: str) -> bool:
    """Whether the source's dictionary has the word as written, and as a common word where nouns have capitals."""
    flags = entry(word, source).flags
    if word[:1].islower():
        return is_known(word, source)
    return bool(flags & (CAPITAL if language(source).capital_nouns else SMALL))


@lru_cache(maxsize=16384)
def is_native_compound(word: str, source: str) -> bool:
    """Whether a word is surely a compound: long, of full words, the last a noun, and without a surname's ending."""
    if len(word) < SHORTEST_COMPOUND or not word[1:].islower() or key(word).endswith(NAME_ENDINGS):
        return False
    parts = compound(word, source)
    if not parts or min(map(len, parts)) < SHORTEST_PART or max(zipf(part, source) for part in parts) < COMMON_PART:
        return False
    last = entry(parts[-1], source).flags
    return bool(last & (CAPITAL | GOVERNED)) if word[:1].isupper() else bool(last & SMALL)


@lru_cache(maxsize=16384)
def is_noun(word: str, source: str) -> bool:
    """Whether a word with a capital is a common noun of a language that writes nouns so, rather than a name.

    Nouns stand after determiners, compound, inflect, and stay in their own language; names do not.
    """
    found = entry(word, source)
    if found.flags & GOVERNED or is_native_compound(word, source):
        return True
    if not found.flags & CAPITAL or key(word).endswith(NAME_ENDINGS):
        return False
    if zipf(word, source) >= NOUN_FREQUENCY and (not is_widespread(word, source) or nameness(word, source) < 0.5):
        return True
    base = key(lemma(word, source) or word)
    return not found.flags & UNGOVERNED and base not in {key(word), key(word).removesuffix("s")}
