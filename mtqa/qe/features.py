"""What the tagger sees of each token: counts of its surroundings, word knowledge in target, source and pivot, shape.

Columns are named in FEATURES. A feature depends on its own sentence alone, so batches and their order change nothing.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from mtqa.languages import language
from mtqa.lexicon.compound import compound
from mtqa.lexicon.foreign import foreignness
from mtqa.lexicon.frequency import zipf
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

COUNTED = tuple(f"{SHAPES[number]}@{PATTERNS[number][place][0]}" for number, place in COLUMNS)
OF_WORD = (
    "zipf", "zipf_source", "zipf_pivot", "known", "known_source", "known_pivot", "foreign_source", "foreign_pivot",
    "like", "like_source", "like_pivot", "compound", "compound_source", "capital_share", "seen", "name",
    "capitalised", "acronym", "word", "number", "mark", "closed", "hyphen", "length",
)  # fmt: skip
OF_PLACE = ("first", "last", "after_mark", "before_mark", "twice_1", "twice_2", "twice_8", "twice_40", "pair_again")
OF_TEXT = (*(f"lang_{lang}" for lang in LANGS), *(f"source_{lang}" for lang in LANGS), "source_unknown")
FEATURES: tuple[str, ...] = (*COUNTED, *OF_WORD, *OF_PLACE, *OF_TEXT)


def features(sentences: Sequence[Sequence[Word]], lang: str, source_lang: str | None) -> list[Rows]:
    """For each sentence of T tokens an array (T, len(FEATURES)); raises KeyError for a language without counts."""
    table = counts(lang)
    if table is None:
        raise KeyError(lang)
    texts = [[token.text for token in sentence] for sentence in sentences]
    whole = np.array(of_text(lang, source_lang), np.float32)
    return [
        np.concatenate([rows, words_of(text, lang, source_lang), places(text), np.tile(whole, (len(text), 1))], axis=1)
        for rows, text in zip(table.rows(texts), texts, strict=True)
    ]


def words_of(text: Sequence[str], lang: str, source_lang: str | None) -> Rows:
    """Word knowledge, (T, len(OF_WORD))."""
    rows = [of_word(token, lang, source_lang) for token in text]
    return np.array(rows, np.float32).reshape(len(text), len(OF_WORD))


@lru_cache(maxsize=100_000)
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
    )


def places(text: Sequence[str]) -> Rows:
    """Position and repetition, (T, len(OF_PLACE))."""
    normals = [normal(token) for token in text]
    last_seen: dict[str, int] = {}
    pairs: set[tuple[str, str]] = set()
    rows = []
    for i, token in enumerate(normals):
        back = i - last_seen.get(token, -1000)
        pair = (normals[i - 1] if i else "", token)
        is_word = token[:1].isalpha()
        gaps = [float(is_word and back <= reach) for reach in (1, 2, 8, 40)]
        before, after = (
            i > 0 and not normals[i - 1][:1].isalnum(),
            i + 1 < len(text) and not normals[i + 1][:1].isalnum(),
        )
        rows.append(
            (float(i == 0), float(i == len(text) - 1), float(before), float(after), *gaps, float(pair in pairs))
        )
        last_seen[token] = i
        pairs.add(pair)
    return np.array(rows, np.float32).reshape(len(text), len(OF_PLACE))


def of_text(lang: str, source_lang: str | None) -> tuple[float, ...]:
    """Which languages."""
    target = (float(lang == other) for other in LANGS)
    source = (float(source_lang == other) for other in LANGS)
    return (*target, *source, float(source_lang is None))
