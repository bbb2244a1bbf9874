"""Fine-tuning of one network: few steps, held near where it started, stopped where the choosing part is happiest."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from mtqa.qe import metrics
from mtqa.qe.examples import UNJUDGED
from mtqa.qe.tune.learner import Learner


@dataclass(frozen=True, slots=True)
class TuneSettings:
    """`near` pulls each weight to where it started (Li et al. 2018, L2-SP)."""

    epochs: int = 20
    batch: int = 32
    near: float = 0.01
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Tuned:
    """A network as it was after `epoch` epochs (0: as it came), with the choosing part's loss after each."""

    model: nn.Module
    epoch: int
    losses: tuple[float, ...]


def tune(
    start: nn.Module, learner: Learner, learnt: Sequence[Any], choosing: Sequence[Any], settings: TuneSettings
) -> Tuned:
    """The best of all epochs on the choosing part, the start among them: it never gets worse there."""
    torch.manual_seed(settings.seed)
    draw = np.random.default_rng(settings.seed)
    model, best = deepcopy(start), deepcopy(start)
    anchors = [one.detach().clone() for one in model.parameters()]
    optimiser = torch.optim.AdamW(model.parameters(), lr=learner.rate, weight_decay=0.0)
    curve, chosen = [loss_on(model, learner, choosing, settings)], 0
    for epoch in range(1, settings.epochs + 1):
        model.train()
        for batch in learner.batched(learnt, settings.batch, draw.permutation(len(learnt)).tolist()):
            loss, _, _ = learner.losses(model, batch)
            away = [(one - anchor).square().sum() for one, anchor in zip(model.parameters(), anchors, strict=True)]
            optimiser.zero_grad(set_to_none=True)
            (loss + settings.near * torch.stack(away).sum()).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
        curve.append(loss_on(model, learner, choosing, settings))
        if curve[-1] < min(curve[:-1]):
            best, chosen = deepcopy(model), epoch
    return Tuned(best.eval(), chosen, tuple(round(one, 5) for one in curve))


@torch.no_grad()
def loss_on(model: nn.Module, learner: Learner, rows: Sequence[Any], settings: TuneSettings) -> float:
    """Mean loss over rows."""
    model.eval()
    batches = learner.batched(rows, settings.batch, range(len(rows)))
    total = [(float(learner.losses(model, batch)[0]), len(batch.tags)) for batch in batches]
    return sum(loss * size for loss, size in total) / sum(size for _, size in total)


@torch.no_grad()
def word_auc(models: Sequence[nn.Module], learner: Learner, rows: Sequence[Any]) -> float | None:
    """AUC of P(not ok) over words with errors and words without, the models' mean."""
    good: list[float] = []
    bad: list[float] = []
    for batch in learner.batched(rows, 64, range(len(rows))):
        seen = [learner.losses(model.eval(), batch)[1] for model in models]  # (B, T, tags) each
        chances = 1 - torch.stack([one.softmax(-1)[..., 0] for one in seen]).mean(0)
        good += chances[batch.tags == 0].tolist()
        bad += chances[is_taught(batch.tags)].tolist()
    return metrics.auc(bad, good)


def is_taught(tags: Tensor) -> Tensor:
    """Where tags (B, T) are those of a known error, as a mask."""
    return (tags > 0) & (tags < UNJUDGED)
