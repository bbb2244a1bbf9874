"""Fine-tuning of one tagger: few steps, held near where it started, stopped where the choosing part is happiest."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from mtqa.qe import metrics
from mtqa.qe.examples import UNJUDGED
from mtqa.qe.network import Tagger
from mtqa.qe.train import Settings, losses
from mtqa.qe.tune.batches import Row, batched


@dataclass(frozen=True, slots=True)
class TuneSettings:
    """`rate` is AdamW's; `near` pulls each weight to where it started (Li et al. 2018, L2-SP)."""

    epochs: int = 20
    rate: float = 3e-4
    batch: int = 32
    near: float = 0.01
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
    curve, chosen = [loss_on(model, choosing, settings)], 0
    for epoch in range(1, settings.epochs + 1):
        model.train()
        for batch in batched(learnt, settings.batch, draw.permutation(len(learnt)).tolist()):
            loss, _, _ = losses(model, batch, Settings())
            away = [(one - anchor).square().sum() for one, anchor in zip(model.parameters(), anchors, strict=True)]
            optimiser.zero_grad(set_to_none=True)
            (loss + settings.near * torch.stack(away).sum()).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
        curve.append(loss_on(model, choosing, settings))
        if curve[-1] < min(curve[:-1]):
            best, chosen = deepcopy(model), epoch
    return Tuned(best.eval(), chosen, tuple(round(one, 5) for one in curve))


@torch.no_grad()
def loss_on(model: Tagger, rows: Sequence[Row], settings: TuneSettings) -> float:
    """Mean loss over rows."""
    model.eval()
    batches = batched(rows, settings.batch, range(len(rows)))
    total = [(float(losses(model, batch, Settings())[0]), len(batch.tags)) for batch in batches]
    return sum(loss * size for loss, size in total) / sum(size for _, size in total)


@torch.no_grad()
def word_auc(models: Sequence[Tagger], rows: Sequence[Row]) -> float | None:
    """AUC of P(not ok) over words with errors and words without, the models' mean."""
    good: list[float] = []
    bad: list[float] = []
    for batch in batched(rows, 64, range(len(rows))):
        seen = [losses(model.eval(), batch, Settings())[1] for model in models]  # (B, T, tags) each
        chances = 1 - torch.stack([one.softmax(-1)[..., 0] for one in seen]).mean(0)
        good += chances[batch.tags == 0].tolist()
        bad += chances[(batch.tags > 0) & (batch.tags < UNJUDGED)].tolist()
    return metrics.auc(bad, good)
