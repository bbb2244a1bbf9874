"""Training examples on disk: features and tags of clean and corrupted sentences, as arrays of fixed shape.

A shard is a folder, named after its row length T, with features.f16 (N, T, F), identities.u16 (N, T, 3), tags.u8 (N, T; 255
beyond the sentence, 254 where nobody knows) and broken.u8 (N).
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
from mtqa.qe.identity import Numbers, identities
from mtqa.qe.tags import TAGS
from mtqa.qe.tokens import tokens
from mtqa.text import Word

LENGTHS = (32, 64)  # tokens a row: fixed shapes; longer sentences are cut
FILES = ("features.f16", "identities.u16", "tags.u8", "broken.u8")
BEYOND, UNJUDGED = 255, 254
UNSURE = "unsure"  # the tag of a span that is neither damage nor sound
BATCH = 256
Features = npt.NDArray[np.float16]
Tags = npt.NDArray[np.uint8]
Rows = tuple[Features, Numbers, Tags, Tags]  # (N, T, F), (N, T, 3), (N, T), (N)
TAG_NUMBER = {tag: number for number, tag in enumerate(TAGS)} | {UNSURE: UNJUDGED}


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
                for length, made in arrays(group):
                    for number, file in enumerate(shards[length]):
                        made[number].tofile(file)
                    rows += len(made[0])
    return rows


def _files(stack: ExitStack, folder: Path) -> list[BinaryIO]:
    folder.mkdir(parents=True, exist_ok=True)
    return [stack.enter_context((folder / name).open("wb")) for name in FILES]


def _by_pair(batch: list[Example]) -> Iterator[list[Example]]:
    pairs: dict[tuple[str, str | None], list[Example]] = {}
    for example in batch:
        pairs.setdefault((example.lang, example.source_lang), []).append(example)
    yield from pairs.values()


def arrays(group: list[Example]) -> Iterator[tuple[int, Rows]]:
    """Examples of one language pair as rows: their length T, and features, identities, tags and broken of the N rows."""
    cut = [tokens(e.text, e.lang)[: LENGTHS[-1]] for e in group]
    made = features(cut, group[0].lang, group[0].source_lang)
    who = identities([[word.text for word in words] for words in cut], group[0].lang)
    for length, shorter in zip(LENGTHS, (0, *LENGTHS), strict=False):
        chosen = [n for n, words in enumerate(cut) if shorter < len(words) <= length]
        x = np.zeros((len(chosen), length, len(FEATURES)), np.float16)
        ids = np.zeros((len(chosen), length, 3), np.uint16)
        y = np.full((len(chosen), length), BEYOND, np.uint8)
        for row, n in enumerate(chosen):
            x[row, : len(cut[n])] = made[n]
            ids[row, : len(cut[n])] = who[n]
            y[row, : len(cut[n])] = tag_numbers(cut[n], group[n].spans)
        yield length, (x, ids, y, np.array([is_broken(group[n]) for n in chosen], np.uint8))


def is_broken(example: Example) -> bool:
    """Whether a span of an example is surely damage."""
    return any(tag != UNSURE for _, _, tag in example.spans)


def read_shard(folder: Path) -> Rows:
    """The arrays of a shard, memory-mapped; its name is T."""
    one, two, three, four = (folder / name for name in FILES)
    broken = np.fromfile(four, np.uint8)
    shape = (len(broken), int(folder.name))
    x: Features = np.memmap(one, np.float16, "r", shape=(*shape, len(FEATURES)))
    ids: Numbers = np.memmap(two, np.uint16, "r", shape=(*shape, 3))
    y: Tags = np.memmap(three, np.uint8, "r", shape=shape)
    return x, ids, y, broken
