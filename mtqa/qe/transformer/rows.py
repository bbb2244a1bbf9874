"""Labelled texts as rows of the network: pieces of the target and its source, what the counts know of each word, tags.

A shard is a folder with one folder a shape (words x pieces, "32x96"), and in it pieces.u16 (N, T), first.u8 and last.u8
(N, W), features.f16 (N, W, F; zeros in languages without counts), tags.u8 (N, W; 255 where there is no word or its tag is not
known) and broken.u8 (N).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from mtqa.errors import InputError
from mtqa.qe.examples import BEYOND, TAG_NUMBER
from mtqa.qe.features import LANGS as COUNTED_LANGS
from mtqa.qe.tokens import tokens
from mtqa.qe.transformer.known import KNOWN, known
from mtqa.qe.transformer.tokenizer import PAD, Piece, Vocabulary, first_pieces, source_tag, tag
from mtqa.segment import Segment
from mtqa.text import Word

SHAPES = ((32, 96), (64, 192))  # words and pieces of a row; a text goes into the first that holds it, or is cut
BATCH = 256
UNKNOWN = "?"  # the tag of a span that is neither sound nor of a known kind
Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its error spans (start, end, tag), in code points, end exclusive, and its source, if it has one.

    The tag UNKNOWN leaves the words of its span out of the training.
    """

    text: str
    lang: str
    source_lang: str | None = None
    source: str | None = None
    spans: tuple[tuple[int, int, str], ...] = ()


class Cut(NamedTuple):
    """A text cut into words and pieces; `pieces` has the tags and the source, `first` and `last` are places in it."""

    words: tuple[Word, ...]
    pieces: list[int]
    first: list[int]
    last: list[int]


class Shard(NamedTuple):
    """The arrays of a shape, memory-mapped; see the module."""

    pieces: Array
    first: Array
    last: Array
    features: Array
    tags: Array
    broken: Array


KINDS = {
    "pieces": np.uint16,
    "first": np.uint8,
    "last": np.uint8,
    "features": np.float16,
    "tags": np.uint8,
    "broken": np.uint8,
}


def cut(vocabulary: Vocabulary, text: str, lang: str, source: str | None = None, source_lang: str | None = None) -> Cut:
    """Words and pieces of a text, cut to the largest of SHAPES; a source that does not fit is cut too."""
    most_words, most_pieces = SHAPES[-1]
    pieces = vocabulary.pieces(text)[: most_pieces - 1]
    words = [word for word in tokens(text, lang)[:most_words] if pieces and word.end <= pieces[-1].end]
    first, last = edges(pieces, words)
    numbers = [tag(lang), *(piece.number for piece in pieces)]
    if source:
        beside = [source_tag(source_lang), *(piece.number for piece in vocabulary.pieces(source))]
        numbers += beside[: most_pieces - len(numbers)]
    return Cut(tuple(words), numbers, first, last)


def edges(pieces: Sequence[Piece], words: Sequence[Word]) -> tuple[list[int], list[int]]:
    """The places of each word's first and last piece behind the tag that opens the row."""
    first = first_pieces(pieces, words)
    last = first_pieces(pieces, [Word(word.text, max(word.start, word.end - 1), word.end) for word in words])
    return [place + 1 for place in first], [place + 1 for place in last]


def shape(made: Cut) -> tuple[int, int]:
    """The smallest shape that holds a text."""
    return next(one for one in SHAPES if len(made.words) <= one[0] and len(made.pieces) <= one[1])


def labels(words: Sequence[Word], spans: Sequence[tuple[int, int, str]]) -> list[int]:
    """The tag number of each word, BEYOND for UNKNOWN; where spans overlap, the last one counts."""
    found = []
    for word in words:
        inside = [kind for start, end, kind in spans if start < word.end and word.start < end]
        found.append(TAG_NUMBER.get(inside[-1], BEYOND) if inside else 0)
    return found


def arrays(vocabulary: Vocabulary, group: Sequence[Labelled]) -> Iterator[tuple[tuple[int, int], Shard]]:
    """Texts of one pair of languages as arrays, by shape."""
    lang, source_lang = group[0].lang, group[0].source_lang
    cuts = [cut(vocabulary, one.text, lang, one.source, source_lang) for one in group]
    segments = [Segment(one.text, lang, source_lang=source_lang) for one in group]
    counts = known(segments, [c.words for c in cuts]) if lang in COUNTED_LANGS else {}
    for size in SHAPES:
        chosen = [n for n, made in enumerate(cuts) if made.words and shape(made) == size]
        shard = empty(len(chosen), *size)
        for row, n in enumerate(chosen):
            fill(shard, row, cuts[n], group[n].spans, counts.get(n))
        yield size, shard


def empty(rows: int, words: int, pieces: int) -> Shard:
    """Arrays of a shape without anything in them."""
    wide = {"pieces": (pieces,), "features": (words, KNOWN), "broken": ()}
    made = {name: np.zeros((rows, *wide.get(name, (words,))), kind) for name, kind in KINDS.items()}
    made["pieces"][:], made["tags"][:] = PAD, BEYOND
    return Shard(**made)


def fill(
    shard: Shard, row: int, made: Cut, spans: Sequence[tuple[int, int, str]], counts: npt.NDArray[np.float32] | None
) -> None:
    """Put a text into a row."""
    shard.pieces[row, : len(made.pieces)] = made.pieces
    for array, values in ((shard.first, made.first), (shard.last, made.last), (shard.tags, labels(made.words, spans))):
        array[row, : len(values)] = values
    if counts is not None:
        shard.features[row, : len(counts)] = counts
    shard.broken[row] = any(kind != UNKNOWN for _, _, kind in spans)


def write(folder: Path, vocabulary: Vocabulary, texts: Iterable[Labelled]) -> int:
    """Write a shard and return how many rows it has."""
    rows, stream = 0, iter(texts)
    while some := list(islice(stream, BATCH)):
        pairs: dict[tuple[str, str | None], list[Labelled]] = {}
        for one in some:
            pairs.setdefault((one.lang, one.source_lang), []).append(one)
        for group in pairs.values():
            for size, shard in arrays(vocabulary, group):
                append(folder / "x".join(map(str, size)), shard)
                rows += len(shard.broken)
    return rows


def append(folder: Path, shard: Shard) -> None:
    """Add rows to the files of a shape."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in zip(Shard._fields, shard, strict=True):
        with file(folder, name).open("ab") as stream:
            array.tofile(stream)


def read(folder: Path) -> list[Shard]:
    """The shards of a folder, one a shape, without empty ones; raises InputError where there are none."""
    found = []
    for words, pieces in SHAPES:
        place = folder / f"{words}x{pieces}"
        size = file(place, "broken").stat().st_size if file(place, "broken").is_file() else 0
        if size:
            parts = zip(Shard._fields, empty(0, words, pieces), strict=True)
            found.append(Shard(*(mapped(file(place, name), array, size) for name, array in parts)))
    if not found:
        raise InputError(f"{folder}: no labelled rows; make them with mtqa.qe.transformer.make_rows")
    return found


def mapped(file: Path, like: Array, rows: int) -> Array:
    """A file as an array of `rows` rows, each shaped as those of `like`."""
    return np.memmap(file, like.dtype, "r").reshape(rows, *like.shape[1:])


def file(folder: Path, name: str) -> Path:
    """Where an array of a shape lies."""
    kind = np.dtype(KINDS[name])
    return folder / f"{name}.{kind.kind}{8 * kind.itemsize}"
