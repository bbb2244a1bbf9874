"""How strongly a word belongs to another language than the text's: the heart of the check for untranslated words."""

from functools import lru_cache

from mtqa.languages import language
from mtqa.lexicon.compound import parts_of
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known, lemma
from mtqa.lexicon.table import CAPITAL, GOVERNED, SMALL, UNGOVERNED, entry, key, languages

FLOOR = 1.0  # Zipf frequency that stands for "not listed": one in 10^8 words
KNOWN = 1.0  # worth of a dictionary entry of the source, in Zipf steps
KNOWN_HERE = 1.5  # and of one of the target, against
SEEN_HERE = 0.3  # what each doubling of its occurrences in the target's own news takes off
AT_HOME = 3.0  # Zipf frequency of a base in the target from which its inflected forms belong there too
LISTED = 2.5  # Zipf frequency from which a word that no dictionary has counts as one of the source
RARE, LONG = 2.0, 8  # least Zipf frequency that a dictionary word of so many letters stands for, and any compound
SHORTEST_COMPOUND, SHORTEST_PART, COMMON_PART = 10, 4, 3.3
FREQUENT, FAR = 4.0, 2.2  # Zipf frequency of a noun that every foreign text cites, and its distance from the next there
MISWRITTEN, MISWRITTEN_UP_TO = (
    0.5,
    4.5,
)  # what a small initial adds where nouns have capitals; Zipf of web text's English
TWO_PARTS, THREE_PARTS = 2.8, 1.0  # foreignness of every part of a hyphenated word with capitals


@lru_cache(maxsize=32768)
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
        return _of_parts(word, target, source)
    if not (word[1:].islower() or word.isupper()):
        return 0.0
    here, there, own = entry(word, target), zipf(word, source), max(zipf(word, target), FLOOR)
    if max(there, RARE) + KNOWN + MISWRITTEN <= own:
        return 0.0
    belongs = _is_word(word, source)
    if (belongs and len(word) >= LONG) or (not belongs and is_native_compound(word, source)):
        there, belongs = max(there, RARE), True
    if not belongs and there < LISTED:
        return 0.0
    score = there - own + KNOWN * belongs
    if is_miswritten(word, target):
        return max(0.0, score + MISWRITTEN)
    score -= SEEN_HERE * (here.text >> 4)
    if score <= 0:
        return 0.0
    if is_known(word, target) or is_native_compound(word, target) or _is_inflected(word, target):
        score -= KNOWN_HERE
    return max(0.0, score)


def _is_inflected(word: str, target: str) -> bool:
    """Whether a word is a word of the target with one of its endings, though no list has the form."""
    bases = (
        word[: -len(end)] for end in language(target).inflections if word.endswith(end) and len(word) > len(end) + 3
    )
    return any(is_known(base, target) or zipf(base, target) >= AT_HOME for base in bases)


@lru_cache(maxsize=16384)
def is_miswritten(word: str, target: str) -> bool:
    """Whether a word is written small that a language with noun capitals knows with a capital alone, or not at all."""
    if not language(target).capital_nouns or not word[:1].islower() or zipf(word, target) > MISWRITTEN_UP_TO:
        return False
    found = entry(word, target)
    small = found.text >> 4 > 2 and found.text & 15 < 12  # from four times on; three are English quoted
    return not found.flags & SMALL and not small and found.frequency > 0


def _of_parts(word: str, target: str, source: str) -> float:
    """How foreign a hyphenated word is: its most foreign part that cannot be a name, or the whole where all parts are.

    "NRW-weit" by its second part. Where the target writes nouns with capitals ("Rash-Penalty-Challenge"), two parts must
    both be very foreign, as loans are compounded freely, or three a little.
    """
    parts = word.split("-")
    common = [part for part in parts if part[:1].islower()]
    if language(source).capital_nouns:
        *rest, head = parts
        sure = is_native_compound(head, source) and not any(_is_name(part, source) for part in rest)
        if sure or all(part in common or _is_sure_noun(part, source) for part in parts):
            common.append(head)  # but "DFB-Pokal" and "Nordrhein-Westfalen" are names
    best = max((foreignness(part, target, source) for part in common if len(part) > 3), default=0.0)
    if best or not language(target).capital_nouns or language(source).capital_nouns:
        return best
    scores = [is_known(part.lower(), source) and foreignness(part.lower(), target, source) for part in parts]
    least = TWO_PARTS if len(parts) == 2 else THREE_PARTS
    return max(scores) if min(scores) >= least else 0.0


def _is_word(word: str, source: str) -> bool:
    """Whether the source's dictionary has the word as written, and as a common word where nouns have capitals."""
    flags = entry(word, source).flags
    if word[:1].islower():
        return is_known(word, source)
    return bool(flags & (CAPITAL if language(source).capital_nouns else SMALL))


@lru_cache(maxsize=16384)
def is_native_compound(word: str, source: str) -> bool:
    """Whether a word is surely a compound: long, of full words, the last a noun, and without a surname's ending."""
    if len(word) < SHORTEST_COMPOUND or not language(source).compound_links or not word[1:].islower():
        return False
    if key(word).endswith(language(source).name_endings):
        return False
    parts = parts_of(word, source)
    if not parts or min(map(len, parts)) < SHORTEST_PART or max(zipf(part, source) for part in parts) < COMMON_PART:
        return False
    last = entry(parts[-1], source).flags
    return bool(last & (CAPITAL | GOVERNED)) if word[:1].isupper() else bool(last & SMALL)


@lru_cache(maxsize=16384)
def is_noun(word: str, source: str) -> bool:
    """Whether a word with a capital is a common noun of a language that writes nouns so, rather than a name.

    Nouns stand after determiners, compound, inflect, and stay in their own language; names are used everywhere.
    """
    found = entry(word, source)
    if not word[1:].islower():
        return False
    if is_native_compound(word, source):
        return True
    if not found.flags & (CAPITAL | GOVERNED) or not _stays_at_home(word, source):
        return False
    if found.flags & GOVERNED:
        return True
    if key(word).endswith(language(source).name_endings):
        return False
    return not found.flags & UNGOVERNED or zipf(word, source) >= FREQUENT or _inflects(word, source)


def _is_name(word: str, source: str) -> bool:
    flags = entry(word, source).flags
    return not word.isupper() and (bool(flags & UNGOVERNED) or not flags & (SMALL | CAPITAL))


def _is_sure_noun(word: str, source: str) -> bool:
    return is_noun(word, source) and (bool(entry(word, source).flags & GOVERNED) or is_native_compound(word, source))


def _stays_at_home(word: str, source: str) -> bool:
    """Whether hardly any other language uses a word, kin aside, or far less. 236 of 245 German nouns under zipf 4 that
    people translated are listed in one language more at most; surnames and brands in four and five.
    """
    abroad = sorted(zipf(word, lang) for lang in languages() if lang != source)[:-1]
    own = zipf(word, source)
    return sum(map(bool, abroad)) <= (1 if own < FREQUENT else 3) or (own >= FREQUENT and own - abroad[-1] >= FAR)


def _inflects(word: str, source: str) -> bool:
    base = key(lemma(word, source) or word)
    return base not in {key(word), key(word).removesuffix("s")}


@lru_cache(maxsize=64)
def function_words(source: str, target: str) -> frozenset[str]:
    """The function words of the source that are none of the target and ten times rarer there."""
    home = language(target).closed
    return frozenset(
        word
        for word in language(source).closed
        if word not in home and zipf(word, source) - max(zipf(word, target), FLOOR) >= 1.0
    )
