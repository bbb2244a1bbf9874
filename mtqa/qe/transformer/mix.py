"""What the transformer reads before it is told what damage is: languages, their shares, and the lines that may be used.

Only lines that the counts were made from (`mtqa.qe.parts`): what the network is fine-tuned on stays as new to it as a page
will be. Nothing that is measured on (`training_text.measured`), by hash.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mtqa.qe.corpora import lines, parted
from mtqa.qe.training_text import counted, fingerprint, is_measured, measured

# Share of what is read. The first four are measured on; the others have little text, and are read more often than it goes.
SHARES = {
    "fr": 0.26, "de": 0.22, "en": 0.18, "es": 0.11, "it": 0.05, "pt": 0.05, "nl": 0.03,
    "ru": 0.02, "pl": 0.02, "cs": 0.02, "uk": 0.02, "zh": 0.02,
}  # fmt: skip
LANGS = tuple(SHARES)
PAIRED = 0.12  # share of rows that hold translations with their sources, where there are any
LONGEST = 20_000  # characters of a line; what is longer is cut


@cache
def marked(data: Path) -> frozenset[int]:
    """The fingerprints of all that is measured on; some seconds the first time."""
    return measured(data)


def every_line(data: Path, lang: str, part: str) -> Iterator[tuple[str, str]]:
    """Genre and line of a part, in the files' order, whether measured on or not (see `may_be_read`)."""
    for file in sorted((data / "text" / lang).glob("*.txt.xz")):
        for found, _, line in parted(file):
            if found == part and line.strip():
                yield file.name.removesuffix(".txt.xz"), line.strip()[:LONGEST]


def may_be_read(data: Path, line: str) -> bool:
    """Whether nothing is measured on a line."""
    return not is_measured(line, marked(data))


def bilingual(data: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """The pairs of a folder parallel/<a>-<b> that may be read: both sides were counted, so no pair is fine-tuned on."""
    first, second = folder.name.split("-")
    known, known_too = fingerprints(data, first), fingerprints(data, second)
    for file in sorted(folder.glob("*.tsv.xz")):
        for line in lines(file):
            left, _, right = line.partition("\t")
            if fingerprint(left) not in known or fingerprint(right) not in known_too:
                continue
            if may_be_read(data, left) and may_be_read(data, right):
                yield left.strip(), right.strip()


@cache
def fingerprints(data: Path, lang: str) -> frozenset[int]:
    """The fingerprints of a language's counted lines."""
    return counted(data, lang)
