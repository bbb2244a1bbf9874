"""How frequent a word is in a language, by wordfreq 3.1 (web, books, subtitles, news; frozen at 2021)."""

import math
from functools import lru_cache

from mtqa.lexicon.table import STEPS_PER_ZIPF, entry

PER_BYTE = (0.0, *(10 ** ((step - 1) / STEPS_PER_ZIPF + 1 - 9) for step in range(1, 256)))
_ZIPF_PER_BYTE = (0.0, *(math.log10(share) + 9 for share in PER_BYTE[1:]))


def frequency(word: str, lang: str) -> float:
    """The share of this word among the words of a language, within 4 %; 0.0 below 1e-8 or in an unknown language.

    Case does not matter. A hyphenated word that has no entry of its own is as frequent as its rarest part.
    """
    own = PER_BYTE[entry(word, lang).frequency]
    if own or "-" not in word:
        return own
    return _of_rarest_part(word, lang)


@lru_cache(maxsize=8192)
def _of_rarest_part(word: str, lang: str) -> float:
    return min((frequency(part, lang) for part in word.split("-") if part), default=0.0)


def zipf(word: str, lang: str) -> float:
    """The frequency on the Zipf scale: log10 of occurrences in 10^9 words, 0.0 for an unknown word."""
    own = entry(word, lang).frequency
    if own or "-" not in word:
        return _ZIPF_PER_BYTE[own]
    found = frequency(word, lang)
    return math.log10(found) + 9 if found else 0.0
