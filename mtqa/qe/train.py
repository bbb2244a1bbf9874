"""`python -m mtqa.qe.train SHARDS... --out FOLDER`: one loop, one seed, resumable, on the CPU or a GPU.

Shards come from mtqa.qe.make_shards. The last twentieth of each shard is held out for the dev curve (log.jsonl).
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from mtqa.qe import metrics
from mtqa.qe.examples import BEYOND, read_shard
from mtqa.qe.network import Tagger, TaggerConfig
from mtqa.qe.tags import TAGS

CHUNK = 4096  # rows read and shuffled together


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train. `rate` is AdamW's peak, reached after `warm` steps and brought to zero along a half cosine."""

    batch: int = 256
    epochs: float = 2.0
    rate: float = 2e-3
    warm: int = 200
    decay: float = 0.01
    sentence_weight: float = 0.3
    ok_weight: float = 1.0
    seed: int = 1
    save_every: int = 200


def batches(
    shards: Sequence[Any], size: int, draw: np.random.Generator, dev: bool
) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Features (B, T, F), tags (B, T), broken (B); training rows shuffled within chunks, the dev part in order."""
    spans = []
    for number, (x, _, _) in enumerate(shards):
        cut = len(x) - len(x) // 20
        first, last = (cut, len(x)) if dev else (0, cut)
        spans += [(number, at, min(at + CHUNK, last)) for at in range(first, last, CHUNK)]
    order = range(len(spans)) if dev else draw.permutation(len(spans))
    for place in order:
        number, first, last = spans[place]
        x, y, broken = (part[first:last] for part in shards[number])
        rows = np.arange(last - first) if dev else draw.permutation(last - first)
        for at in range(0, len(rows) - size + 1, size):
            chosen = rows[at : at + size]
            yield (
                torch.from_numpy(x[chosen]),
                torch.from_numpy(y[chosen].astype(np.int64)),
                torch.from_numpy(broken[chosen]),
            )


def losses(model: Tagger, x: Tensor, y: Tensor, broken: Tensor, settings: Settings) -> tuple[Tensor, Tensor, Tensor]:
    """Loss, tag logits (B, T, tags) and sentence logits (B)."""
    mask = (y != BEYOND).to(x.dtype)
    tags, sentence = model(x, mask)
    weight = torch.ones(len(TAGS), device=x.device)
    weight[0] = settings.ok_weight
    tag_loss = nn.functional.cross_entropy(tags.flatten(0, 1).float(), y.flatten(), weight, ignore_index=BEYOND)
    sentence_loss = nn.functional.binary_cross_entropy_with_logits(sentence.float(), broken.float())
    return tag_loss + settings.sentence_weight * sentence_loss, tags, sentence


@torch.no_grad()
def evaluate(model: Tagger, shards: Sequence[Any], settings: Settings, device: str) -> dict[str, float]:
    """Loss, AUC of token P(not ok) and AUC of the sentence output on the dev part."""
    model.eval()
    total, good, bad, clean, broken_ones = 0.0, [], [], [], []
    count = 0
    for x, y, broken in batches(shards, settings.batch, np.random.default_rng(0), dev=True):
        loss, tags, sentence = losses(model, x.float().to(device), y.to(device), broken.to(device), settings)
        chance = 1 - tags.float().softmax(-1)[..., 0].cpu()
        good += chance[y == 0][:2000].tolist()
        bad += chance[(y > 0) & (y != BEYOND)][:2000].tolist()
        clean += sentence[broken == 0].tolist()
        broken_ones += sentence[broken == 1].tolist()
        total, count = total + float(loss), count + 1
    model.train()
    return {
        "loss": total / max(1, count),
        "token_auc": metrics.auc(bad, good) or 0.0,
        "sentence_auc": metrics.auc(broken_ones, clean) or 0.0,
    }


def standardise(model: Tagger, shards: Sequence[Any]) -> None:
    """Set the model's mean and scale from the first rows of each shard."""
    some = np.concatenate([x[:2000][y[:2000] != BEYOND] for x, y, _ in shards]).astype(np.float32)
    model.mean.copy_(torch.from_numpy(some.mean(0)))
    model.scale.copy_(torch.from_numpy(1 / np.maximum(some.std(0), 1e-2)))


def train(folders: Sequence[Path], out: Path, settings: Settings, config: TaggerConfig, device: str = "cpu") -> None:
    """Train to the end of `settings.epochs`, from out/checkpoint.pt where there is one; writes model.safetensors."""
    torch.manual_seed(settings.seed)
    out.mkdir(parents=True, exist_ok=True)
    found = [shard for folder in folders for shard in sorted(folder.glob("[0-9]*"))]
    shards = [read_shard(shard) for shard in found if (shard / "broken.u8").stat().st_size]
    model = Tagger(config)
    standardise(model, shards)
    model.to(device)
    optimiser = torch.optim.AdamW(model.parameters(), lr=settings.rate, weight_decay=settings.decay)
    per_epoch = sum((len(x) - len(x) // 20) // settings.batch for x, _, _ in shards)
    steps = int(per_epoch * settings.epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate_at(step, steps, settings.warm))
    step = resume(out, model, optimiser, schedule)
    started = time.time()
    while step < steps:
        draw = np.random.default_rng([settings.seed, step])
        for x, y, broken in batches(shards, settings.batch, draw, dev=False):
            with torch.autocast(device, torch.bfloat16):
                loss, _, _ = losses(model, x.float().to(device), y.to(device), broken.to(device), settings)
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
    save_file({k: v.contiguous().cpu() for k, v in model.state_dict().items()}, out / "model.safetensors")


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
    for one in fields(Settings):
        parser.add_argument(f"--{one.name.replace('_', '-')}", type=type(one.default), default=one.default)
    given = vars(parser.parse_args())
    shards, out, device = given.pop("shards"), given.pop("out"), given.pop("device")
    train(shards, out, Settings(**given), TaggerConfig(), device)


if __name__ == "__main__":
    main()
