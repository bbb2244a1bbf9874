"""Training examples on disk: features and tags of clean and corrupted sentences, as arrays of fixed shape.

A shard is a folder, named after its row length T, with features.f16 (N, T, F), tags.u8 (N, T; 255 beyond the sentence) and
broken.u8 (N).
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from mtqa.qe.features import FEATURES, features
from mtqa.qe.tags import TAGS
from mtqa.qe.tokens import tokens
from mtqa.text import Word

LENGTHS = (32, 64)  # tokens a row: fixed shapes; longer sentences are cut
FILES = ("features.f16", "tags.u8", "broken.u8")
BEYOND = 255
BATCH = 256
Features = npt.NDArray[np.float16]
Tags = npt.NDArray[np.uint8]
TAG_NUMBER = {tag: number for number, tag in enumerate(TAGS)}


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its error spans (start, end, tag): code points, end exclusive. No span: a clean text."""

    text: str
    lang: str
    source_lang: str | None
    spans: tuple[tuple[int, int, str], ...] = ()


def tag_numbers(words: Iterable[Word], spans: Iterable[tuple[int, int, str]]) -> list[int]:
    """The tag number of each token; where spans overlap, the last one counts."""
    marked = list(spans)
    found = []
    for word in words:
        inside = [tag for start, end, tag in marked if start < word.end and word.start < end]
        found.append(TAG_NUMBER[inside[-1]] if inside else 0)
    return found


def write_shards(folder: Path, examples: Iterable[Example]) -> int:
    """Write one shard for each of LENGTHS below a folder and return how many rows there are."""
    rows = 0
    stream = iter(examples)
    with ExitStack() as stack:
        shards = {length: _files(stack, folder / str(length)) for length in LENGTHS}
        while batch := list(islice(stream, BATCH)):
            for group in _by_pair(batch):
                for length, x, y, broken in arrays(group):
                    one, two, three = shards[length]
                    x.tofile(one)
                    y.tofile(two)
                    broken.tofile(three)
                    rows += len(x)
    return rows


def _files(stack: ExitStack, folder: Path) -> list[BinaryIO]:
    folder.mkdir(parents=True, exist_ok=True)
    return [stack.enter_context((folder / name).open("wb")) for name in FILES]


def _by_pair(batch: list[Example]) -> Iterator[list[Example]]:
    pairs: dict[tuple[str, str | None], list[Example]] = {}
    for example in batch:
        pairs.setdefault((example.lang, example.source_lang), []).append(example)
    yield from pairs.values()


def arrays(group: list[Example]) -> Iterator[tuple[int, Features, Tags, Tags]]:
    """Examples of one language pair as rows: their length T, features (N, T, F), tags (N, T), broken (N)."""
    cut = [tokens(e.text, e.lang)[: LENGTHS[-1]] for e in group]
    made = features(cut, group[0].lang, group[0].source_lang)
    for length, shorter in zip(LENGTHS, (0, *LENGTHS), strict=False):
        chosen = [n for n, words in enumerate(cut) if shorter < len(words) <= length]
        x = np.zeros((len(chosen), length, len(FEATURES)), np.float16)
        y = np.full((len(chosen), length), BEYOND, np.uint8)
        for row, n in enumerate(chosen):
            x[row, : len(cut[n])] = made[n]
            y[row, : len(cut[n])] = tag_numbers(cut[n], group[n].spans)
        yield length, x, y, np.array([bool(group[n].spans) for n in chosen], np.uint8)


def read_shard(folder: Path) -> tuple[Features, Tags, Tags]:
    """Features (N, T, F), tags (N, T) and broken (N) of a shard, memory-mapped; its name is T."""
    one, two, three = (folder / name for name in FILES)
    broken = np.fromfile(three, np.uint8)
    shape = (len(broken), int(folder.name))
    x: Features = np.memmap(one, np.float16, "r", shape=(*shape, len(FEATURES)))
    y: Tags = np.memmap(two, np.uint8, "r", shape=shape)
    return x, y, broken
