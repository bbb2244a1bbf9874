"""A model of characters, a floor to measure against: interpolated counts of one to six characters in hashed tables."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mtqa.qe.corpora import parted

ORDER = 6
SLOTS = 1 << 22
MIXED = 2.0  # sightings that the shorter context counts for
GENRES = ("news", "encyclopedia", "speech", "official", "everyday")
CHARACTERS = 8_000_000  # of each language at most, genres in equal parts
ALPHABET = 256.0  # characters that are equally likely before anything is seen
Counts = npt.NDArray[np.float32]


class CharacterModel:
    """Surprise of each character of a text after the five before it."""

    def __init__(self, texts: Iterable[str]) -> None:
        codes = encoded("\n" + "\n".join(texts) + "\n")
        self.tables: list[Counts] = [counted(slots) for slots in hashes(codes)]

    def surprise(self, text: str) -> npt.NDArray[np.float64]:
        """-log P of each character, (len(text),); a new line stands before the text."""
        slots = hashes(encoded("\n" * ORDER + text))
        chance = np.full(len(text), 1 / ALPHABET)
        for order in range(1, ORDER + 1):
            seen = self.tables[order][slots[order][ORDER - order + 1 :]]
            before = self.tables[order - 1][slots[order - 1][ORDER - order + 1 : -1]]
            chance = (seen + MIXED * chance) / (before + MIXED)
        found: npt.NDArray[np.float64] = -np.log(np.minimum(chance, 1.0))
        return found

    def mean(self, text: str) -> float:
        """Surprise per character of a text and its end; 0 of an empty one."""
        return float(self.surprise(text + "\n").mean()) if text else 0.0

    def total(self, text: str) -> float:
        """Surprise of a whole text and its end."""
        return float(self.surprise(text + "\n").sum())


def encoded(text: str) -> npt.NDArray[np.uint64]:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).astype(np.uint64)


def hashes(codes: npt.NDArray[np.uint64]) -> list[npt.NDArray[np.int64]]:
    """For each order n from 0 to ORDER the slots of the runs of n characters, (len - n + 1,)."""
    found = [np.zeros(len(codes) + 1, np.int64)]
    mixed = np.zeros(len(codes) + 1, np.uint64)
    for order in range(1, ORDER + 1):
        mixed = (mixed[:-1] ^ codes[order - 1 :]) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
        found.append((mixed % np.uint64(SLOTS)).astype(np.int64))
    return found


def counted(slots: npt.NDArray[np.int64]) -> Counts:
    """How often each slot comes."""
    return np.bincount(slots, minlength=SLOTS).astype(np.float32)


def learnt(data: Path, lang: str) -> CharacterModel | None:
    """The model of a language's text, held-out lines left out; None where there is no text."""
    texts = list(training_lines(data, lang))
    return CharacterModel(texts) if texts else None


def training_lines(data: Path, lang: str) -> Iterator[str]:
    """The first lines of each genre."""
    for genre in GENRES:
        file = data / "text" / lang / f"{genre}.txt.xz"
        left = CHARACTERS // len(GENRES)
        for part, _, line in parted(file) if file.is_file() else ():
            if left <= 0:
                break
            if part != "test":
                left -= len(line)
                yield line
