"""How much a word looks like one of a language: mean log-probability of its letter trigrams, from small hashed tables."""

from collections import Counter
from functools import cache, lru_cache
from math import log
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from mtqa.lexicon.table import folder

SLOTS = 1 << 14
FLOOR = 0.1  # sightings that stand for a trigram never seen


def trigrams(word: str) -> list[str]:
    """The letter trigrams of a word with its edges: "^la", "la$" for "la"."""
    edged = f"^{word.lower()}$"
    return [edged[i : i + 3] for i in range(len(edged) - 2)]


def slot(trigram: str) -> int:
    """Where a trigram stands in the table."""
    return crc32(trigram.encode()) % SLOTS


def learnt(words: Counter[str]) -> npt.NDArray[np.float16]:
    """A table (SLOTS,) of log-probabilities from words with their counts; long words and short count by occurrences."""
    seen = np.full(SLOTS, FLOOR)
    for word, times in words.items():
        for trigram in trigrams(word):
            seen[slot(trigram)] += times
    table: npt.NDArray[np.float16] = np.log(seen / seen.sum()).astype(np.float16)
    return table


@lru_cache(maxsize=8192)
def likeness(word: str, lang: str) -> float:
    """Mean log-probability of a word's trigrams, about -12 to -5; that of chance in a language without a table."""
    found = _values(lang)
    if found is None or not word:
        return -log(SLOTS)
    return sum([found[number] for number in _slots(word)]) / len(word)


@lru_cache(maxsize=4)  # a word is asked for in each language in turn
def _slots(word: str) -> list[int]:
    return [slot(trigram) for trigram in trigrams(word)]


@cache
def _values(lang: str) -> list[float] | None:
    """The table as numbers of Python, which single look-ups read ten times as fast."""
    found = table(lang)
    return None if found is None else found.astype(np.float64).tolist()


@cache
def table(lang: str) -> npt.NDArray[np.float16] | None:
    """The shipped table of a language, or None."""
    file: Path = folder() / "counts" / f"{lang}.trigrams"
    return np.fromfile(file, np.float16) if file.is_file() else None
