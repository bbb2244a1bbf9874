"""What differs between the networks that `mtqa train` fine-tunes: how they are read, how texts become batches, the loss."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from torch import Tensor, nn

from mtqa.qe.tune.rows import Labelled


class Learner(NamedTuple):
    """A kind of network. A row is a sentence as it reads it; a batch has `tags` (B, T), as numbers of examples.TAG_NUMBER.

    `starts` are the networks of a model's folder, whose mean the model says; `losses` gives the loss, tag logits
    (B, T, tags) and sentence logits (B); `keep` writes tuned networks as a model's folder. `rate` is AdamW's.
    """

    starts: Sequence[nn.Module]
    rows: Callable[[Iterable[Labelled]], list[Any]]
    batched: Callable[[Sequence[Any], int, Sequence[int]], Iterator[Any]]
    losses: Callable[[Any, Any], tuple[Tensor, Tensor, Tensor]]
    keep: Callable[[Path, Sequence[Any]], None]
    rate: float
