"""Labelled passages as rows of the tagger: features, identities, tags, and which words teach something."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from mtqa.finding import Severity
from mtqa.qe.corpora import Error
from mtqa.qe.examples import BEYOND, TAG_NUMBER, UNJUDGED
from mtqa.qe.features import FEATURES, LANGS, features
from mtqa.qe.identity import Numbers, identities
from mtqa.qe.tokens import tokens
from mtqa.qe.train import Batch
from mtqa.qe.tune.rows import Labelled, tag_of
from mtqa.segment import Segment
from mtqa.sentences import split
from mtqa.text import Word

LONGEST = 64  # tokens of a row: what the tagger reads at a time; longer sentences are cut


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence: features (T, F), identities (T, 3), tag numbers (T; UNJUDGED: teaches nothing), whether it is broken.

    It is broken where it holds an error above minor.
    """

    x: npt.NDArray[np.float32]
    who: Numbers
    tags: tuple[int, ...]
    is_broken: bool


def sentence_rows(passages: Iterable[Labelled]) -> list[Row]:
    """Every sentence of the passages in which some word teaches something."""
    found: list[Row] = []
    for one in passages:
        for segment in split(one.passage.document).segments:
            lang = segment.target_lang
            words = tokens(segment.target, lang)[:LONGEST]
            tags, is_broken = _labels(words, segment, one.passage.errors)
            if any(tag != UNJUDGED for tag in tags):
                source = segment.source_lang if segment.source_lang in LANGS else None
                [x] = features([words], lang, source)
                [who] = identities([[word.text for word in words]], lang)
                found.append(Row(x, who, tags, is_broken))
    return found


def _labels(words: Sequence[Word], segment: Segment, errors: Sequence[Error]) -> tuple[tuple[int, ...], bool]:
    inside = [e for e in errors if e.start < segment.end and segment.start < e.end]
    tags = [0] * len(words)
    for error in inside:
        tag = tag_of(error.category)
        for n, word in enumerate(words):
            if error.start < segment.start + word.end and segment.start + word.start < error.end:
                tags[n] = TAG_NUMBER[tag] if tag else UNJUDGED
    return tuple(tags), any(e.severity != Severity.MINOR for e in inside)


def batched(rows: Sequence[Row], size: int, order: Sequence[int]) -> Iterator[Batch]:
    """Rows together, in an order, as long as the longest of them."""
    for start in range(0, len(order), size):
        chosen = [rows[n] for n in order[start : start + size]]
        length = max(len(row.tags) for row in chosen)
        x = np.zeros((len(chosen), length, len(FEATURES)), np.float32)
        who = np.zeros((len(chosen), length, 3), np.int64)
        y = np.full((len(chosen), length), BEYOND, np.int64)
        for n, row in enumerate(chosen):
            x[n, : len(row.tags)] = row.x
            who[n, : len(row.tags)] = row.who
            y[n, : len(row.tags)] = row.tags
        broken = np.array([row.is_broken for row in chosen], np.float32)
        yield Batch(torch.from_numpy(x), torch.from_numpy(who), torch.from_numpy(y), torch.from_numpy(broken))
