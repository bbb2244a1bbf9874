"""How often patterns of words and classes were seen in human text: one memory-mapped table per language.

A table holds 2^n bytes, as many as the text needs: slot = key modulo its size, four bits of fingerprint, four bits of
log2 count. A key that was never counted reads as zero but for one in sixteen of those that fall on a full slot.
`mtqa.qe.count` writes the tables.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mtqa.lexicon.table import folder
from mtqa.qe.patterns import COLUMNS, PATTERNS, WIDTH, Keys, keys
from mtqa.qe.tokens import normal
from mtqa.text import is_capitalised

STEPS = 1.25  # log2 steps of one stored unit: 15 units reach 2^18.75
EDGE = "\N{START OF TEXT}"
Rows = npt.NDArray[np.float32]


@lru_cache(maxsize=16384)
def hashed(token: str) -> int:
    """A 64-bit hash of a string, the same on every machine."""
    return int.from_bytes(blake2b(token.encode(), digest_size=8).digest(), "little")


class Counts:
    """One language's counts and word classes. `where` holds <lang>.counts and <lang>.classes.txt."""

    def __init__(self, lang: str, where: Path) -> None:
        self.lang = lang
        self.table: npt.NDArray[np.uint8] = np.memmap(where / f"{lang}.counts", np.uint8, "r").view(np.ndarray)
        self.classes = read_classes(where / f"{lang}.classes.txt")
        self._hashed = lru_cache(maxsize=16384)(self._hash)

    def rows(self, sentences: Sequence[Sequence[str]]) -> list[Rows]:
        """For each sentence of T tokens, (T, columns) log2 counts of the patterns it stands in; see patterns.COLUMNS."""
        flat: list[str] = [EDGE] * WIDTH
        starts = []
        for sentence in sentences:
            starts.append(len(flat))
            flat += [*sentence, *[EDGE] * WIDTH]
        pairs = np.frombuffer(b"".join(map(self._hashed, flat)), np.uint64).reshape(-1, 2)
        words, classes = pairs[:, 0].copy(), pairs[:, 1].copy()
        looked = self.look_up(np.stack([keys(number, words, classes) for number in range(len(PATTERNS))]))
        found = np.zeros((len(flat), len(COLUMNS)), np.float32)
        for column, (number, place) in enumerate(COLUMNS):
            offset = PATTERNS[number][place][0]
            found[offset:, column] = looked[number, : len(flat) - offset]
        return [found[start : start + len(s)] for start, s in zip(starts, sentences, strict=True)]

    def _hash(self, token: str) -> bytes:
        """The hashes of a token and of its class."""
        word, its_class = hashes([token], self.classes)
        return word.tobytes() + its_class.tobytes()

    def look_up(self, wanted: Keys) -> npt.NDArray[np.float32]:
        """log2 of the counts of keys of any shape; 0 for what was not seen."""
        stored = self.table[(wanted & np.uint64(len(self.table) - 1)).astype(np.int64)]
        same = (stored >> 4) == fingerprint(wanted)
        return np.where(same, (stored & 15) * np.float32(STEPS), np.float32(0))


def hashes(tokens: Sequence[str], classes: dict[str, int]) -> tuple[Keys, Keys]:
    """The hashes of tokens and of their classes, (N,) each."""
    normals = [normal(t) for t in tokens]
    words = np.fromiter(map(hashed, normals), np.uint64, len(tokens))
    kinds = (hashed(kind(t, n, classes)) for t, n in zip(tokens, normals, strict=True))
    return words, np.fromiter(kinds, np.uint64, len(tokens))


def kind(token: str, spelt: str, classes: dict[str, int]) -> str:
    """The class of a token: its cluster, or for a rare word its ending, or "name" where it has a capital."""
    cluster = classes.get(spelt)
    if cluster is not None:
        return f"#{cluster}"
    if not spelt[:1].isalpha():
        return spelt
    return "#name" if is_capitalised(token) and token[:1] != spelt[:1] else f"-{spelt[-3:]}"


def fingerprint(wanted: Keys) -> npt.NDArray[np.uint8]:
    """Four bits of a key that its slot does not show."""
    return ((wanted >> np.uint64(48)) & np.uint64(15)).astype(np.uint8)


def read_classes(file: Path) -> dict[str, int]:
    """Word to cluster: line n of the file lists the words of cluster n."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return {word: number for number, line in enumerate(lines) for word in line.split()}


@cache
def counts(lang: str) -> Counts | None:
    """The shipped counts of a language, or None where there are none."""
    where = folder() / "counts"
    return Counts(lang, where) if (where / f"{lang}.counts").is_file() else None
