"""The transformer as `mtqa train` fine-tunes it: a row is a text of one of two shapes beside what counting knows of it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from torch import Tensor

from mtqa.qe.examples import BEYOND
from mtqa.qe.transformer.export import load, write
from mtqa.qe.transformer.network import Small
from mtqa.qe.transformer.rows import SHAPES, UNKNOWN, Shard, arrays
from mtqa.qe.transformer.rows import Labelled as Text
from mtqa.qe.transformer.tokenizer import Vocabulary
from mtqa.qe.transformer.train import Batch, Settings, loss_of, tensors
from mtqa.qe.tune.learner import Learner
from mtqa.qe.tune.rows import Labelled
from mtqa.qe.tune.sentences import sentences

RATE = 1e-4
DEVICE = "cpu"


def learner(base: Path) -> Learner:
    """The transformer of a model's folder; raises ConfigError where its weights or its vocabulary are missing."""
    vocabulary = Vocabulary(base / "tokenizer.json")
    return Learner([load(base)], partial(sentence_rows, vocabulary), batched, losses, partial(keep, base), RATE)


def sentence_rows(vocabulary: Vocabulary, passages: Iterable[Labelled]) -> list[Shard]:
    """Every sentence of the passages in which some word teaches something, as a shard of one row."""
    found: list[Shard] = []
    for segment, spans, is_broken in sentences(passages):
        marked = tuple((start, end, tag or UNKNOWN) for start, end, tag in spans)
        text = Text(segment.target, segment.target_lang, segment.source_lang, None, marked)
        for _, shard in arrays(vocabulary, [text]):
            if (shard.tags != BEYOND).any():
                shard.broken[0] = is_broken
                found.append(shard)
    return found


def batched(rows: Sequence[Shard], size: int, order: Sequence[int]) -> Iterator[Batch]:
    """Rows together, in an order, those of each shape apart."""
    for start in range(0, len(order), size):
        chosen = [rows[n] for n in order[start : start + size]]
        for _, pieces in SHAPES:
            alike = [row for row in chosen if row.pieces.shape[1] == pieces]
            if alike:
                yield tensors(Shard(*map(np.concatenate, zip(*alike, strict=True))), DEVICE)


def losses(model: Small, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """As in training."""
    return loss_of(model, batch, Settings())


def keep(base: Path, out: Path, tuned: Sequence[Small]) -> None:
    """Write a model's folder with the vocabulary of the one that it started from."""
    write(out, tuned[0], base)
