"""What stands next to what: patterns of words and classes around a token, as 64-bit keys.

A pattern is a tuple of (offset, kind): kind "w" is the word itself, "c" its class. Its key at token i mixes the hashes at
i + offset; a token at place k of a pattern looks it up at i = its own position - offset[k], so each pattern of n places
gives n columns.
"""

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Pattern = tuple[tuple[int, str], ...]
WIDTH = 4  # boundary tokens on either side of a sentence: the widest pattern reaches so far


def _pattern(text: str) -> Pattern:
    """ "w.w" is a word, anything, a word; "wcc" a word and the classes of the next two."""
    return tuple((offset, kind) for offset, kind in enumerate(text) if kind != ".")


SHAPES = (
    "w", "ww", "w.w", "w..w", "www", "ww.w", "w.ww", "wwww",
    "cc", "ccc", "cccc", "ccccc", "wc", "cw", "wcc", "cwc", "ccw", "wcw",
)  # fmt: skip
PATTERNS: tuple[Pattern, ...] = tuple(map(_pattern, SHAPES))
COLUMNS: tuple[tuple[int, int], ...] = tuple(
    (number, place) for number, pattern in enumerate(PATTERNS) for place in range(len(pattern))
)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_ODD = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB)
_MULTIPLIERS = [np.uint64(number) for number in _ODD]


def keys(pattern: int, words: Keys, classes: Keys) -> Keys:
    """The key of one pattern at each position of a stream of hashes (N,) -> (N,); positions off the end wrap round."""
    with np.errstate(over="ignore"):
        mixed = np.full(words.shape, np.uint64(pattern + 1) * _MIX)
        for place, (offset, kind) in enumerate(PATTERNS[pattern]):
            hashes = words if kind == "w" else classes
            mixed ^= np.concatenate((hashes[offset:], hashes[:offset])) if offset else hashes
            mixed *= _MULTIPLIERS[place]
            mixed ^= mixed >> np.uint64(29)
    return mixed
