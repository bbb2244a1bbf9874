"""`python -m mtqa.qe.train SHARDS... --out FOLDER`: one loop, one seed, resumable, on the CPU or a GPU.

Shards come from mtqa.qe.make_shards. The last twentieth of each shard is held out for the dev curve (log.jsonl).
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from mtqa.qe import metrics
from mtqa.qe.counts import STEPS
from mtqa.qe.examples import BEYOND, UNJUDGED, Rows, read_shard
from mtqa.qe.features import COUNTED, FEATURES
from mtqa.qe.network import Tagger, TaggerConfig
from mtqa.qe.precision import autocast
from mtqa.qe.tags import TAGS

CHUNK = 4096  # rows read and shuffled together
THINNED = 3  # a row may look as if up to 2^(1.25 * 3) times less text had been counted


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one length: features (B, T, F), identities (B, T, 3), tags (B, T), broken (B)."""

    features: Tensor
    identities: Tensor
    tags: Tensor
    broken: Tensor

    def to(self, device: str) -> "Batch":
        """The same on a device, features as float32."""
        return Batch(
            self.features.float().to(device), self.identities.to(device), self.tags.to(device), self.broken.to(device)
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train. `rate` is AdamW's peak, reached after `warm` steps and brought to zero along a half cosine.

    `thinned` is the share of rows whose counts are lowered: a page from a field that the counted text has little of.
    `hidden` names columns of features.FEATURES by their first letters, with commas: they tell the network nothing.
    """

    batch: int = 256
    epochs: float = 2.0
    rate: float = 2e-3
    warm: int = 200
    decay: float = 0.01
    sentence_weight: float = 0.3
    thinned: float = 0.5
    ok_weight: float = 1.0
    seed: int = 1
    save_every: int = 200
    hidden: str = ""

    @property
    def hidden_columns(self) -> list[int]:
        """The columns of features that are hidden."""
        starts = tuple(filter(None, self.hidden.split(",")))
        return [number for number, name in enumerate(FEATURES) if name.startswith(starts)]


def batches(
    shards: Sequence[Rows], size: int, draw: np.random.Generator, dev: bool, skipped: int = 0
) -> Iterator[Batch]:
    """Training rows shuffled within chunks, the dev part in order; without the first so many batches."""
    spans = []
    for number, (x, *_) in enumerate(shards):
        cut = len(x) - len(x) // 20
        first, last = (cut, len(x)) if dev else (0, cut)
        spans += [(number, at, min(at + CHUNK, last)) for at in range(first, last, CHUNK)]
    order = range(len(spans)) if dev else draw.permutation(len(spans))
    for place in order:
        number, first, last = spans[place]
        x, who, y, broken = shards[number]
        rows = np.arange(first, last) if dev else first + draw.permutation(last - first)
        for at in range(0, len(rows) - size + 1, size):
            if skipped:
                skipped -= 1
                continue
            chosen = rows[at : at + size]
            yield Batch(
                torch.from_numpy(x[chosen]),
                torch.from_numpy(who[chosen].astype(np.int64)),
                torch.from_numpy(y[chosen].astype(np.int64)),
                torch.from_numpy(broken[chosen]),
            )


def batch_count(shards: Sequence[Rows], size: int) -> int:
    """How many batches of training rows `batches` gives."""
    lengths = [len(x) - len(x) // 20 for x, *_ in shards]
    return sum(min(CHUNK, length - at) // size for length in lengths for at in range(0, length, CHUNK))


def thinned(features: Tensor, share: float, draw: np.random.Generator) -> Tensor:
    """Features (B, T, F) of which a share of the rows have lower counts, as less text would have given."""
    rows = len(features)
    steps = draw.integers(1, THINNED + 1, rows) * (draw.random(rows) < share)
    lost = torch.from_numpy((steps * STEPS).astype(np.float32))[:, None, None]  # (B, 1, 1)
    counted = features[..., : len(COUNTED)]
    return torch.cat([(counted - lost).clamp(min=0), features[..., len(COUNTED) :]], dim=-1)


def losses(model: Tagger, batch: Batch, settings: Settings) -> tuple[Tensor, Tensor, Tensor]:
    """Loss, tag logits (B, T, tags) and sentence logits (B)."""
    y = batch.tags
    mask = (y != BEYOND).to(batch.features.dtype)
    tags, sentence = model(batch.features, batch.identities, mask)
    weight = torch.ones(len(TAGS), device=y.device)
    weight[0] = settings.ok_weight
    known = torch.where(y == UNJUDGED, BEYOND, y)
    tag_loss = nn.functional.cross_entropy(tags.flatten(0, 1).float(), known.flatten(), weight, ignore_index=BEYOND)
    sentence_loss = nn.functional.binary_cross_entropy_with_logits(sentence.float(), batch.broken.float())
    return tag_loss + settings.sentence_weight * sentence_loss, tags, sentence


@torch.no_grad()
def evaluate(model: Tagger, shards: Sequence[Rows], settings: Settings, device: str) -> dict[str, float]:
    """Loss, AUC of token P(not ok) and AUC of the sentence output on the dev part."""
    model.eval()
    total, good, bad, clean, broken_ones = 0.0, [], [], [], []
    count = 0
    for batch in batches(shards, settings.batch, np.random.default_rng(0), dev=True):
        y, broken = batch.tags, batch.broken
        loss, tags, sentence = losses(model, batch.to(device), settings)
        chance = 1 - tags.float().softmax(-1)[..., 0].cpu()
        good += chance[y == 0][:2000].tolist()
        bad += chance[(y > 0) & (y < UNJUDGED)][:2000].tolist()
        clean += sentence[broken == 0].tolist()
        broken_ones += sentence[broken == 1].tolist()
        total, count = total + float(loss), count + 1
    model.train()
    return {
        "loss": total / max(1, count),
        "token_auc": metrics.auc(bad, good) or 0.0,
        "sentence_auc": metrics.auc(broken_ones, clean) or 0.0,
    }


def standardise(model: Tagger, shards: Sequence[Rows], hidden: Sequence[int] = ()) -> None:
    """Set the model's mean and scale from the first rows of each shard; `hidden` columns tell it nothing."""
    some = np.concatenate([x[:2000][y[:2000] != BEYOND] for x, _, y, _ in shards]).astype(np.float32)
    model.mean.copy_(torch.from_numpy(some.mean(0)))
    model.scale.copy_(torch.from_numpy(1 / np.maximum(some.std(0), 1e-2)))
    model.scale[list(hidden)] = 0


def train(folders: Sequence[Path], out: Path, settings: Settings, config: TaggerConfig, device: str = "cpu") -> None:
    """Train to the end of `settings.epochs`, from out/checkpoint.pt where there is one; writes model.safetensors.

    What is drawn at a step depends on the seed and the step alone, so that a run that was broken off ends with the same
    weights as one that was not.
    """
    torch.manual_seed(settings.seed)
    out.mkdir(parents=True, exist_ok=True)
    found = [shard for folder in folders for shard in sorted(folder.glob("[0-9]*"))]
    shards = [read_shard(shard) for shard in found if (shard / "broken.u8").stat().st_size]
    model = Tagger(config)
    standardise(model, shards, settings.hidden_columns)
    model.to(device)
    optimiser = torch.optim.AdamW(model.parameters(), lr=settings.rate, weight_decay=settings.decay)
    per_epoch = batch_count(shards, settings.batch)
    steps = int(per_epoch * settings.epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate_at(step, steps, settings.warm))
    step = resume(out, model, optimiser, schedule)
    started = time.time()
    while step < steps:
        epoch, done = divmod(step, per_epoch)
        order = np.random.default_rng([settings.seed, epoch])
        for batch in batches(shards, settings.batch, order, dev=False, skipped=done):
            draw = np.random.default_rng([settings.seed, epoch, step])
            torch.manual_seed(int(draw.integers(2**63)))  # of the dropout
            row = replace(batch.to(device), features=thinned(batch.features.float(), settings.thinned, draw).to(device))
            with autocast(device):
                loss, _, _ = losses(model, row, settings)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            if step % settings.save_every == 0 or step == steps:
                told: dict[str, float] = {
                    "step": step,
                    "rows": step * settings.batch,
                    "seconds": round(time.time() - started),
                }
                told |= {k: round(v, 5) for k, v in evaluate(model, shards, settings, device).items()}
                save(out, model, optimiser, schedule, step, told)
            if step >= steps:
                break
    config.save(out)
    save_file(weights(model), out / "model.safetensors")


def weights(model: Tagger) -> dict[str, Tensor]:
    """The weights as they are kept: the embeddings' tables, nine tenths of them, as 16-bit floats."""
    half = {id(table.weight) for table in model.tables}
    named = dict(model.named_parameters()) | dict(model.named_buffers())
    return {name: (w.half() if id(w) in half else w).detach().cpu().contiguous() for name, w in named.items()}


def rate_at(step: int, steps: int, warm: int) -> float:
    """The share of the peak rate at a step."""
    if step < warm:
        return (step + 1) / warm
    return 0.5 * (1 + float(np.cos(np.pi * min(1.0, (step - warm) / max(1, steps - warm)))))


def save(out: Path, model: Tagger, optimiser: Any, schedule: Any, step: int, told: dict[str, Any]) -> None:
    """Write a checkpoint and a line of the log."""
    state = {
        "model": model.state_dict(),
        "optimiser": optimiser.state_dict(),
        "schedule": schedule.state_dict(),
        "step": step,
    }
    torch.save(state, out / "checkpoint.tmp")
    (out / "checkpoint.tmp").replace(out / "checkpoint.pt")
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(told) + "\n")
    print(json.dumps(told), flush=True)


def resume(out: Path, model: Tagger, optimiser: Any, schedule: Any) -> int:
    """Load the checkpoint, if there is one; returns its step."""
    if not (out / "checkpoint.pt").is_file():
        return 0
    state = torch.load(out / "checkpoint.pt", weights_only=True)
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    return int(state["step"])


def load(folder: Path) -> Tagger:
    """A trained model from its config.json and model.safetensors."""
    model = Tagger(TaggerConfig.load(folder))
    model.load_state_dict(load_file(folder / "model.safetensors"))
    return model.eval()


def main() -> None:
    """Train from the command line; every setting is an option."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shards", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--embedded", type=int, default=TaggerConfig().embedded)
    parser.add_argument("--width", type=int, default=TaggerConfig().width)
    for one in fields(Settings):
        parser.add_argument(f"--{one.name.replace('_', '-')}", type=type(one.default), default=one.default)
    given = vars(parser.parse_args())
    shards, out, device = given.pop("shards"), given.pop("out"), given.pop("device")
    config = TaggerConfig(embedded=given.pop("embedded"), width=given.pop("width"))
    train(shards, out, Settings(**given), config, device)


if __name__ == "__main__":
    main()
