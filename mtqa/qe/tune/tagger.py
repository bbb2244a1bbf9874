"""The taggers of counts as `mtqa train` fine-tunes them: features, identities, tags, and which words teach something."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import save_file
from torch import Tensor

from mtqa.errors import ConfigError
from mtqa.qe.examples import BEYOND, TAG_NUMBER, UNJUDGED
from mtqa.qe.export import export
from mtqa.qe.features import FEATURES, LANGS, features
from mtqa.qe.identity import Numbers, identities
from mtqa.qe.network import Tagger
from mtqa.qe.shipped import TAGGER
from mtqa.qe.tokens import tokens
from mtqa.qe.train import Batch, Settings, load
from mtqa.qe.train import losses as losses_of
from mtqa.qe.tune.learner import Learner
from mtqa.qe.tune.rows import Labelled
from mtqa.qe.tune.sentences import sentences

LONGEST = 64  # tokens of a row: what the tagger reads at a time; longer sentences are cut
RATE = 3e-4


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence: features (T, F), identities (T, 3), tag numbers (T; UNJUDGED: teaches nothing), whether it is broken."""

    x: npt.NDArray[np.float32]
    who: Numbers
    tags: tuple[int, ...]
    is_broken: bool


def learner(base: Path) -> Learner:
    """The taggers of a model's folder; raises ConfigError where there are none, or of another shape."""
    return Learner(taggers(base), sentence_rows, batched, losses, keep, RATE)


def taggers(base: Path) -> list[Tagger]:
    """The trained networks run1, run2 and so on."""
    folders = sorted(one.parent for one in base.glob("run*/model.safetensors"))
    if not folders:
        raise ConfigError(f"{base}: has no weights to start from: run*/model.safetensors is missing")
    try:
        found = [load(folder) for folder in folders]
    except Exception as error:  # safetensors, json and torch raise classes of their own for damaged files
        raise ConfigError(f"{base}: the weights cannot be read: {str(error).splitlines()[0]}") from error
    if any(one.config.features != len(FEATURES) for one in found):
        raise ConfigError(f"{base}: the weights are of another version of mtqa: their features are others")
    return found


def sentence_rows(passages: Iterable[Labelled]) -> list[Row]:
    """Every sentence of the passages in which some word teaches something."""
    found: list[Row] = []
    for segment, spans, is_broken in sentences(passages):
        lang = segment.target_lang
        words = tokens(segment.target, lang)[:LONGEST]
        tags = [0] * len(words)
        for start, end, tag in spans:
            for n, word in enumerate(words):
                if start < word.end and word.start < end:
                    tags[n] = TAG_NUMBER[tag] if tag else UNJUDGED
        if any(tag != UNJUDGED for tag in tags):
            source = segment.source_lang if segment.source_lang in LANGS else None
            [x] = features([words], lang, source)
            [who] = identities([[word.text for word in words]], lang)
            found.append(Row(x, who, tuple(tags), is_broken))
    return found


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


def losses(model: Tagger, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """As in training."""
    return losses_of(model, batch, Settings())


def keep(out: Path, tuned: Sequence[Tagger]) -> None:
    """Write the weights, as run1 and so on, and their mean as tagger.onnx."""
    for number, model in enumerate(tuned, 1):
        folder = out / f"run{number}"
        folder.mkdir(parents=True, exist_ok=True)
        model.config.save(folder)
        save_file({k: v.contiguous() for k, v in model.state_dict().items()}, folder / "model.safetensors")
    export(list(tuned), out / TAGGER)
