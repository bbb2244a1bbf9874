"""How strongly a word belongs to another language than the text's: the heart of the check for untranslated words."""

from functools import lru_cache

from mtqa.languages import language
from mtqa.lexicon.compound import compound
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known
from mtqa.lexicon.name import nameness
from mtqa.lexicon.table import CAPITAL, GOVERNED, SMALL, UNGOVERNED, entry, key

FLOOR = 1.0  # Zipf frequency that stands for "not listed": one in 10^8 words
KNOWN = 1.0  # worth of a dictionary entry of the source, in Zipf steps
KNOWN_HERE = 1.5  # and of one of the target, against
COMPOUND = 2.0  # Zipf frequency that a compound of the source's words stands for
SEEN_HERE = 0.3  # what each doubling of its occurrences in the target's own news takes off
LISTED = 2.5  # Zipf frequency from which a word that no dictionary has counts as one of the source
SHORTEST_COMPOUND, SHORTEST_PART = 10, 4
NAME_ENDINGS = (
    "mann", "berg", "feld", "bach", "hof", "burg", "stein", "meier", "meyer", "maier", "mayer", "dorf", "hausen", "heim",
    "schmid", "schmidt", "bauer", "müller", "burger", "berger", "brunner", "huber", "wald", "thal", "tal", "see", "haus",
    "werth", "brück", "brücken", "stadt", "städt", "kirchen", "ing", "macher", "hardt", "feldt", "reich", "graf", "vogel",
)  # fmt: skip


@lru_cache(maxsize=65536)
def foreignness(word: str, target: str, source: str) -> float:
    """How much more a word, as written, belongs to `source` than to `target`, in steps of ten times; 0.0 if not at all.

    The ratio of the frequencies, more if a dictionary of the source has the word or it is a compound of the source's
    words, less if the target's dictionary has it or its news uses it. From 2.0 on it is hardly a word of the target.
    Words of either language's loans, acronyms and words of one or two letters score 0.0. Names are judged as words:
    keep them away, or ask `nameness`.
    """
    spelt = key(word)
    if len(word) < 3 or (word.isupper() and len(word) < 6) or spelt in language(target).loans:
        return 0.0
    if "-" in spelt:
        return _of_parts(word, target, source)
    here, there = entry(word, target), zipf(word, source)
    belongs = _is_word(word, source)
    if not belongs and there < LISTED:
        if not is_native_compound(word, source):
            return 0.0
        there, belongs = max(there, COMPOUND), True
    score = there - max(zipf(word, target), FLOOR) + KNOWN * belongs - SEEN_HERE * (here.text >> 4)
    if is_known(word, target) or compound(word, target):
        score -= KNOWN_HERE
    return max(0.0, score)


def _of_parts(word: str, target: str, source: str) -> float:
    """A hyphenated word is as foreign as its most foreign part, where no part is a name."""
    scores = [foreignness(part, target, source) for part in word.split("-") if len(part) > 3]
    return max(scores, default=0.0)


def _is_word(word: str, source: str) -> bool:
    """Whether the source's dictionary has the word as written, and as a common word where nouns have capitals."""
    flags = entry(word, source).flags
    if word[:1].islower():
        return is_known(word, source)
    if language(source).capital_nouns:
        return bool(flags & CAPITAL) and not flags & UNGOVERNED
    return bool(flags & SMALL)


def is_native_compound(word: str, source: str) -> bool:
    """Whether a word is surely a compound: long, of full words, the last a noun, and without a surname's ending."""
    if len(word) < SHORTEST_COMPOUND or key(word).endswith(NAME_ENDINGS):
        return False
    parts = compound(word, source)
    if not parts or any(len(part) < SHORTEST_PART for part in parts):
        return False
    last = entry(parts[-1], source).flags
    return bool(last & (CAPITAL | GOVERNED)) if word[:1].isupper() else bool(last & SMALL)


def is_leftover_name(word: str, source: str) -> bool:
    """Whether a word with a capital is rather a name than a noun of the source that was left over."""
    return nameness(word, source) >= 0.5
