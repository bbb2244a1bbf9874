"""Labelled passages as rows of the tagger: features, tags, and which words teach something."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from mtqa.finding import Severity
from mtqa.qe.corpora import Error
from mtqa.qe.examples import BEYOND, TAG_NUMBER
from mtqa.qe.features import FEATURES, LANGS, features
from mtqa.qe.tokens import tokens
from mtqa.qe.tune.rows import Labelled, tag_of
from mtqa.segment import Segment
from mtqa.sentences import split
from mtqa.text import Word

LONGEST = 64  # tokens of a row: what the tagger reads at a time; longer sentences are cut


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence: features (T, F), tag numbers (T; BEYOND: teaches nothing), whether it holds an error above minor."""

    x: npt.NDArray[np.float32]
    tags: tuple[int, ...]
    is_broken: bool


def sentence_rows(passages: Iterable[Labelled]) -> list[Row]:
    """Every sentence of the passages that has words."""
    found: list[Row] = []
    for one in passages:
        for segment in split(one.passage.document).segments:
            words = tokens(segment.target, segment.target_lang)[:LONGEST]
            if words:
                source = segment.source_lang if segment.source_lang in LANGS else None
                [x] = features([words], segment.target_lang, source)
                found.append(Row(x, *_labels(words, segment, one.passage.errors)))
    return found


def _labels(words: Sequence[Word], segment: Segment, errors: Sequence[Error]) -> tuple[tuple[int, ...], bool]:
    inside = [e for e in errors if e.start < segment.end and segment.start < e.end]
    tags = [0] * len(words)
    for error in inside:
        tag = tag_of(error.category)
        for n, word in enumerate(words):
            if error.start < segment.start + word.end and segment.start + word.start < error.end:
                tags[n] = TAG_NUMBER[tag] if tag else BEYOND
    return tuple(tags), any(e.severity != Severity.MINOR for e in inside)


def batched(rows: Sequence[Row], size: int, order: Sequence[int]) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor]]:
    """Features (B, T, F), mask (B, T), tags (B, T) and broken (B), in an order."""
    for start in range(0, len(order), size):
        chosen = [rows[n] for n in order[start : start + size]]
        length = max(len(row.tags) for row in chosen)
        x = np.zeros((len(chosen), length, len(FEATURES)), np.float32)
        mask = np.zeros((len(chosen), length), np.float32)
        y = np.full((len(chosen), length), BEYOND, np.int64)
        for n, row in enumerate(chosen):
            x[n, : len(row.tags)] = row.x
            mask[n, : len(row.tags)] = 1
            y[n, : len(row.tags)] = row.tags
        broken = np.array([row.is_broken for row in chosen], np.float32)
        yield torch.from_numpy(x), torch.from_numpy(mask), torch.from_numpy(y), torch.from_numpy(broken)
