"""Fine-tuning of one tagger: few steps, held near where it started, stopped where the choosing part is happiest."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from mtqa.qe import metrics
from mtqa.qe.examples import BEYOND
from mtqa.qe.network import Tagger
from mtqa.qe.tune.batches import Row, batched


@dataclass(frozen=True, slots=True)
class TuneSettings:
    """`rate` is AdamW's; `near` pulls each weight to where it started (Li et al. 2018, L2-SP)."""

    epochs: int = 20
    rate: float = 3e-4
    batch: int = 32
    near: float = 0.01
    sentence_weight: float = 0.3
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Tuned:
    """A tagger as it was after `epoch` epochs (0: as it came), with the choosing part's loss after each."""

    model: Tagger
    epoch: int
    losses: tuple[float, ...]


def tune(start: Tagger, learnt: Sequence[Row], choosing: Sequence[Row], settings: TuneSettings) -> Tuned:
    """The best of all epochs on the choosing part, the start among them: it never gets worse there."""
    torch.manual_seed(settings.seed)
    draw = np.random.default_rng(settings.seed)
    model, best = deepcopy(start), deepcopy(start)
    anchors = [one.detach().clone() for one in model.parameters()]
    optimiser = torch.optim.AdamW(model.parameters(), lr=settings.rate, weight_decay=0.0)
    losses, chosen = [loss_on(model, choosing, settings)], 0
    for epoch in range(1, settings.epochs + 1):
        model.train()
        for x, mask, tags, broken in batched(learnt, settings.batch, draw.permutation(len(learnt)).tolist()):
            loss = _loss(model, x, mask, tags, broken, settings)
            away = [(one - anchor).square().sum() for one, anchor in zip(model.parameters(), anchors, strict=True)]
            optimiser.zero_grad(set_to_none=True)
            (loss + settings.near * torch.stack(away).sum()).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
        losses.append(loss_on(model, choosing, settings))
        if losses[-1] < min(losses[:-1]):
            best, chosen = deepcopy(model), epoch
    return Tuned(best.eval(), chosen, tuple(round(one, 5) for one in losses))


def _loss(model: Tagger, x: Tensor, mask: Tensor, tags: Tensor, broken: Tensor, settings: TuneSettings) -> Tensor:
    seen, sentence = model(x, mask)  # (B, T, tags), (B)
    taught = (tags != BEYOND).sum().clamp(min=1)  # a batch may teach nothing
    of_tags = (
        nn.functional.cross_entropy(seen.flatten(0, 1), tags.flatten(), ignore_index=BEYOND, reduction="sum") / taught
    )
    of_sentences = nn.functional.binary_cross_entropy_with_logits(sentence, broken)
    return of_tags + settings.sentence_weight * of_sentences


@torch.no_grad()
def loss_on(model: Tagger, rows: Sequence[Row], settings: TuneSettings) -> float:
    """Mean loss over rows."""
    model.eval()
    total = [
        (float(_loss(model, *batch, settings)), len(batch[0]))
        for batch in batched(rows, settings.batch, range(len(rows)))
    ]
    return sum(loss * size for loss, size in total) / sum(size for _, size in total)


@torch.no_grad()
def word_auc(models: Sequence[Tagger], rows: Sequence[Row]) -> float | None:
    """AUC of P(not ok) over words with errors and words without, the models' mean."""
    good: list[float] = []
    bad: list[float] = []
    for x, mask, tags, _ in batched(rows, 64, range(len(rows))):
        chances = torch.stack([1 - model.eval()(x, mask)[0].softmax(-1)[..., 0] for model in models]).mean(0)
        good += chances[(tags == 0) & (mask == 1)].tolist()
        bad += chances[(tags > 0) & (tags != BEYOND)].tolist()
    return metrics.auc(bad, good)
