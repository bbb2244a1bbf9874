"""What the tagger sees of each token: counts of its surroundings, word knowledge in target, source and pivot, shape.

Columns are named in FEATURES. A feature depends on its own sentence alone, so batches and their order change nothing.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, product
from struct import Struct

import numpy as np
import numpy.typing as npt

from mtqa.languages import language
from mtqa.lexicon.compound import compound
from mtqa.lexicon.foreign import foreignness
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.gender import expanded, noun_cells
from mtqa.lexicon.lemma import is_known
from mtqa.lexicon.name import nameness
from mtqa.lexicon.table import entry
from mtqa.qe.counts import counts
from mtqa.qe.patterns import COLUMNS, PATTERNS, SHAPES
from mtqa.qe.tokens import normal
from mtqa.qe.trigrams import likeness
from mtqa.text import Word, is_acronym, is_capitalised

LANGS = ("fr", "de", "en", "es")
PIVOT = "en"
Rows = npt.NDArray[np.float32]

CELLS = ("m", "f", "n", "sg", "pl")  # what a noun is, or a determiner can govern
COUNTED = tuple(f"{SHAPES[number]}@{PATTERNS[number][place][0]}" for number, place in COLUMNS)
OF_WORD = (
    "zipf", "zipf_source", "zipf_pivot", "known", "known_source", "known_pivot", "foreign_source", "foreign_pivot",
    "like", "like_source", "like_pivot", "compound", "compound_source", "capital_share", "seen", "name",
    "capitalised", "acronym", "word", "number", "mark", "closed", "hyphen", "length", *(f"cell_{one}" for one in CELLS),
)  # fmt: skip
OF_PLACE = ("first", "last", "after_mark", "before_mark", "twice_1", "twice_2", "twice_8", "twice_40", "pair_again")
OF_TEXT = (*(f"lang_{lang}" for lang in LANGS), *(f"source_{lang}" for lang in LANGS), "source_unknown")
FEATURES: tuple[str, ...] = (*COUNTED, *OF_WORD, *OF_PLACE, *OF_TEXT)
_AFTER_COUNTS, _AFTER_WORDS = len(COUNTED), len(COUNTED) + len(OF_WORD)
_AFTER_PLACES = _AFTER_WORDS + len(OF_PLACE)
_OF_WORD = Struct(f"{len(OF_WORD)}f")


def features(sentences: Sequence[Sequence[Word]], lang: str, source_lang: str | None) -> list[Rows]:
    """For each sentence of T tokens an array (T, len(FEATURES)); raises KeyError for a language without counts."""
    table = counts(lang)
    if table is None:
        raise KeyError(lang)
    texts = [[token.text for token in sentence] for sentence in sentences]
    every = list(chain.from_iterable(texts))
    rows = np.empty((len(every), len(FEATURES)), np.float32)
    if every:
        np.concatenate(table.rows(texts), out=rows[:, :_AFTER_COUNTS])
    rows[:, _AFTER_COUNTS:_AFTER_WORDS] = words_of(every, lang, source_lang)
    rows[:, _AFTER_WORDS:_AFTER_PLACES] = _PLACES[list(chain.from_iterable(map(_places, texts)))]
    rows[:, _AFTER_PLACES:] = of_text(lang, source_lang)
    ends = np.cumsum([len(text) for text in texts])
    return [rows[end - len(text) : end] for end, text in zip(ends, texts, strict=True)]


def words_of(text: Sequence[str], lang: str, source_lang: str | None) -> Rows:
    """Word knowledge, (T, len(OF_WORD))."""
    rows = b"".join([_packed(token, lang, source_lang) for token in text])
    return np.frombuffer(rows, np.float32).reshape(len(text), len(OF_WORD))


@lru_cache(maxsize=32768)
def _packed(token: str, lang: str, source_lang: str | None) -> bytes:
    """`of_word` as a row of 32-bit floats: a fifth of the tuple's memory, and rows are joined without being unpacked."""
    return _OF_WORD.pack(*of_word(token, lang, source_lang))


def of_word(token: str, lang: str, source_lang: str | None) -> tuple[float, ...]:
    """What is known of a word wherever it stands. Without a source language, the best of the others speaks for it."""
    if not token[:1].isalpha():
        bare = (0.0,) * len(OF_WORD)
        return (*bare[:19], float(token[:1].isdigit()), float(not token[:1].isdigit()), *bare[21:])
    others = [source_lang] if source_lang else [other for other in LANGS if other not in (lang, PIVOT)]
    source = max(others, key=lambda other: foreignness(token, lang, other))
    pivot = PIVOT if lang != PIVOT else source
    found = entry(token, lang)
    return (
        zipf(token, lang),
        zipf(token, source),
        zipf(token, pivot),
        float(is_known(token, lang)),
        float(is_known(token, source)),
        float(is_known(token, pivot)),
        foreignness(token, lang, source),
        foreignness(token, lang, pivot),
        likeness(token, lang),
        likeness(token, source),
        likeness(token, pivot),
        float(compound(token, lang) is not None),
        float(compound(token, source) is not None),
        float(found.text & 15),
        float(found.text >> 4),
        nameness(token, lang),
        float(is_capitalised(token)),
        float(is_acronym(token)),
        1.0,
        0.0,
        0.0,
        float(normal(token) in language(lang).closed),
        float("-" in token),
        float(min(len(token), 20)),
        *agreement(token, lang),
    )


def agreement(token: str, lang: str) -> tuple[float, ...]:
    """For each of CELLS whether a determiner, or a noun of which that is sure, can be it."""
    small = normal(token)
    found = expanded(language(lang).determiners.get(small, ""), lang) or noun_cells(
        token if language(lang).capital_nouns else small, lang
    )
    known = {part for cell in found for part in cell.split(".")}
    return tuple(float(one in known) for one in CELLS)


def places(text: Sequence[str]) -> Rows:
    """Position and repetition, (T, len(OF_PLACE))."""
    rows: Rows = _PLACES[_places(text)].reshape(len(text), len(OF_PLACE))
    return rows


# Every row of OF_PLACE that there is; bit n of its number is column n.
_PLACES: Rows = np.array([row[::-1] for row in product((0, 1), repeat=len(OF_PLACE))], np.float32)
_FIRST, _LAST, _AFTER_MARK, _BEFORE_MARK, _PAIR_AGAIN = 1, 2, 4, 8, 256
_REACHES = ((1, 16), (2, 32), (8, 64), (40, 128))  # tokens back to the same word, and the bit


def _places(text: Sequence[str]) -> list[int]:
    """The numbers in _PLACES of the rows of `places`."""
    normals = [normal(token) for token in text]
    last_seen: dict[str, int] = {}
    pairs: set[tuple[str, str]] = set()
    numbers = [0] * len(text)
    before = ""
    for i, token in enumerate(normals):
        number = 0
        if token in last_seen and token[:1].isalpha():
            number = sum(bit for reach, bit in _REACHES if i - last_seen[token] <= reach)
        last_seen[token] = i
        if (before, token) in pairs:
            number |= _PAIR_AGAIN
        pairs.add((before, token))
        numbers[i] |= number
        if not token[:1].isalnum():
            if i:
                numbers[i - 1] |= _BEFORE_MARK
            if i + 1 < len(text):
                numbers[i + 1] |= _AFTER_MARK
        before = token
    if numbers:
        numbers[0] |= _FIRST
        numbers[-1] |= _LAST
    return numbers


def of_text(lang: str, source_lang: str | None) -> tuple[float, ...]:
    """Which languages."""
    target = (float(lang == other) for other in LANGS)
    source = (float(source_lang == other) for other in LANGS)
    return (*target, *source, float(source_lang is None))
