"""Which word, which class of word and which ending a token is, as numbers for the tagger's embeddings.

The counts say how often neighbours were seen; from classes the tagger learns what kind of word should stand where, from
endings what agrees with what.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from mtqa.qe.counts import counts, hashed, kind
from mtqa.qe.tokens import normal

CLASSES = 8192  # clusters, endings and marks of all languages, hashed
WORDS = 32_768  # the 20,000 frequent words of each language, hashed; 0 is any other word
ENDINGS = 16_384  # the last three letters, hashed
Numbers = npt.NDArray[np.uint16]


def identities(sentences: Sequence[Sequence[str]], lang: str) -> list[Numbers]:
    """For each sentence of T tokens the numbers of class, word and ending, (T, 3).

    Raises KeyError for a language without counts.
    """
    if counts(lang) is None:
        raise KeyError(lang)
    return [np.array([identity(token, lang) for token in s], np.uint16).reshape(len(s), 3) for s in sentences]


@lru_cache(maxsize=32768)
def identity(token: str, lang: str) -> tuple[int, int, int]:
    """Numbers of a token's class, below CLASSES, of its word, below WORDS, and of its ending, below ENDINGS."""
    table = counts(lang)
    known = table.classes if table else {}
    spelt = normal(token)
    word = 1 + hashed(f"{lang} {spelt}") % (WORDS - 1) if spelt in known else 0
    ending = hashed(f"{lang} -{spelt[-3:]}") % ENDINGS
    return hashed(f"{lang} {kind(token, spelt, known)}") % CLASSES, word, ending
