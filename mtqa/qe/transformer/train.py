"""`python -m mtqa.qe.transformer.train ROWS... --out RUN --from PRETRAINED/model.safetensors`: tags and verdicts.

ROWS are folders of mtqa.qe.transformer.make_rows; the last twentieth of each shape is held out for the dev curve (log.jsonl).
Stops at --steps, after --minutes or at SIGTERM, and goes on from RUN/checkpoint.pt when called again. On a GPU: --device cuda
--positions 65536.
"""

import argparse
import json
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from mtqa.qe import metrics
from mtqa.qe.examples import BEYOND
from mtqa.qe.precision import autocast
from mtqa.qe.tags import TAGS
from mtqa.qe.transformer import rows as labelled
from mtqa.qe.transformer import weights
from mtqa.qe.transformer.known import KNOWN, TAGGED
from mtqa.qe.transformer.network import Small, SmallConfig, texts_of

HELD_OUT = 20  # one row in so many is for the dev curve


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train. The rates are AdamW's peaks for the pretrained part and the new one, warmed up, then along a half cosine."""

    positions: int = 3072  # pieces a step: rows of 96 or of 192, so that all steps take as long
    steps: int = 4000
    encoder_rate: float = 3e-4
    rate: float = 1.5e-3
    warm: int = 200
    decay: float = 0.01
    sentence_weight: float = 0.3
    uncounted: float = 0.15  # share of rows whose counts are hidden, so that the encoder stands on its own
    seed: int = 1
    log_every: int = 250
    dev_rows: int = 1024


class Batch(NamedTuple):
    """Rows of one shape; see `rows`."""

    pieces: Tensor  # (B, T)
    first: Tensor  # (B, W)
    last: Tensor  # (B, W)
    features: Tensor  # (B, W, features)
    tags: Tensor  # (B, W)
    broken: Tensor  # (B)

    def run(self, model: Small) -> tuple[Tensor, Tensor]:
        """Tag logits (B, W, tags) and sentence logits (B). Where a word has no place (0, its row's tag), it is masked."""
        mask = (self.first > 0).float()
        texts = texts_of(self.pieces)
        out: tuple[Tensor, Tensor] = model(self.pieces, texts, self.first, self.last, self.features, mask)
        return out


class Reader:
    """Batches of rows, the same for the same seed and step: shards by their size, rows with replacement."""

    def __init__(self, folders: Sequence[Path], settings: Settings, device: str) -> None:
        self.shards = [shard for folder in folders for shard in labelled.read(folder)]
        self.settings, self.device = settings, device
        sizes = np.array([shard.pieces.size for shard in self.shards], np.float64)
        self.chances = sizes / sizes.sum()
        self.hash = sha256(b"".join(shard.pieces[::97].tobytes() for shard in self.shards)).hexdigest()[:16]

    def batch(self, step: int) -> Batch:
        """A batch for training; some rows without their counts."""
        draw = np.random.default_rng([self.settings.seed, step])
        shard = self.shards[draw.choice(len(self.shards), p=self.chances)]
        most = len(shard.broken) - len(shard.broken) // HELD_OUT
        size = self.settings.positions // shard.pieces.shape[1]
        batch = self.rows(shard, np.sort(draw.integers(0, most, size)))
        hidden = torch.from_numpy(draw.random(size) < self.settings.uncounted).to(self.device)
        return batch._replace(features=batch.features.masked_fill(hidden[:, None, None], 0.0))

    def held_out(self) -> Iterable[Batch]:
        """The dev rows, in order, in batches of the same shapes."""
        for shard in self.shards:
            start = len(shard.broken) - len(shard.broken) // HELD_OUT
            size = self.settings.positions // shard.pieces.shape[1]
            end = min(len(shard.broken), start + self.settings.dev_rows)
            for at in range(start, end - size + 1, size):
                yield self.rows(shard, np.arange(at, at + size))

    def rows(self, shard: labelled.Shard, chosen: Any) -> Batch:
        """Rows of a shard on the device."""
        return tensors(labelled.Shard(*(array[chosen] for array in shard)), self.device)


def tensors(shard: labelled.Shard, device: str) -> Batch:
    """A shard on a device."""
    whole = {"pieces": np.int64, "first": np.int64, "last": np.int64, "tags": np.int64}
    parts = {name: array.astype(whole.get(name, np.float32)) for name, array in shard._asdict().items()}
    return Batch(**{name: torch.from_numpy(part).to(device) for name, part in parts.items()})


def loss_of(model: Small, batch: Batch, settings: Settings) -> tuple[Tensor, Tensor, Tensor]:
    """Loss, tag logits (B, W, tags) and sentence logits (B)."""
    tags, sentence = batch.run(model)
    tag_loss = nn.functional.cross_entropy(tags.flatten(0, 1).float(), batch.tags.flatten(), ignore_index=BEYOND)
    sentence_loss = nn.functional.binary_cross_entropy_with_logits(sentence.float(), batch.broken)
    return tag_loss + settings.sentence_weight * sentence_loss, tags, sentence


def rate_at(step: int, settings: Settings) -> float:
    """The share of the peak rates at a step."""
    if step < settings.warm:
        return (step + 1) / settings.warm
    done = (step - settings.warm) / max(1, settings.steps - settings.warm)
    return 0.5 * (1 + float(np.cos(np.pi * min(1.0, done))))


class Run:
    """A training and where it stands."""

    loss_of = staticmethod(loss_of)

    def __init__(
        self, folders: Sequence[Path], out: Path, settings: Settings, config: SmallConfig, device: str
    ) -> None:
        torch.manual_seed(settings.seed)
        out.mkdir(parents=True, exist_ok=True)
        self.out, self.settings, self.config, self.device = out, settings, config, device
        self.reader = Reader(folders, settings, device)
        self.model = Small(config).to(device)
        encoder = [p for name, p in self.model.named_parameters() if name.startswith("encoder.")]
        other = [p for name, p in self.model.named_parameters() if not name.startswith("encoder.")]
        groups = [{"params": encoder, "lr": settings.encoder_rate}, {"params": other, "lr": settings.rate}]
        self.peaks = [settings.encoder_rate, settings.rate]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=settings.decay, fused=True)
        self.step, self.seconds = 0, 0.0
        if (out / "checkpoint.pt").is_file():
            self.resume()
        else:
            self.standardise()

    def standardise(self) -> None:
        """Set the counts' mean and scale from the first rows of each shard."""
        known = [known_words(shard.features[:1000]) for shard in self.reader.shards]
        some = np.concatenate(known).astype(np.float32)
        if len(some):
            self.model.mean.copy_(torch.from_numpy(some.mean(0)))
            self.model.scale.copy_(torch.from_numpy(1 / np.maximum(some.std(0), 1e-2)))

    def go_on(self, minutes: float) -> None:
        """Train until the steps or the time are up, or SIGTERM comes; then save."""
        stopped: list[int] = []
        signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
        started, before, losses = time.monotonic(), self.seconds, []
        while self.step < self.settings.steps and not stopped and time.monotonic() - started < 60 * minutes:
            losses.append(self.update())
            self.seconds = before + time.monotonic() - started
            if self.step % self.settings.log_every == 0 or self.step == self.settings.steps:
                self.log(sum(losses) / len(losses))
                self.save()
                losses.clear()
        self.save()

    def update(self) -> float:
        """One step; returns its loss."""
        for group, peak in zip(self.optimiser.param_groups, self.peaks, strict=True):
            group["lr"] = peak * rate_at(self.step, self.settings)
        self.model.train()
        torch.manual_seed(self.settings.seed * 1_000_003 + self.step)  # dropout alike, however often a run is resumed
        with autocast(self.device):
            loss, _, _ = self.loss_of(self.model, self.reader.batch(self.step), self.settings)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        return float(loss.detach())

    def told(self) -> dict[str, object]:
        """Where the run stands."""
        positions = self.step * self.settings.positions
        return {"step": self.step, "positions": positions, "seconds": round(self.seconds), "data": self.reader.hash}

    def log(self, loss: float) -> None:
        """A line with the mean loss since the last one, and the dev curve."""
        line = (
            self.told()
            | {"loss": round(loss, 4)}
            | measured(self.model, self.reader.held_out(), self.settings, self.device)
        )
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)

    def save(self) -> None:
        """Write the checkpoint and the weights to be kept."""
        state: dict[str, object] = {"model": self.model.state_dict(), "optimiser": self.optimiser.state_dict()}
        state |= {"step": self.step, "seconds": self.seconds}
        torch.save(state, self.out / "checkpoint.part")
        (self.out / "checkpoint.part").replace(self.out / "checkpoint.pt")
        self.config.save(self.out / "config.json")
        weights.save(self.out / "model.safetensors", self.model, self.told())

    def resume(self) -> None:
        """Go on from the checkpoint."""
        state = torch.load(self.out / "checkpoint.pt", map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]


def known_words(features: labelled.Array) -> labelled.Array:
    """Of features (N, W, F) those of words that have counts (K, F)."""
    flat = features.reshape(-1, features.shape[-1])
    found: labelled.Array = flat[flat.any(-1)]
    return found


@torch.no_grad()
def measured(model: Small, batches: Iterable[Batch], settings: Settings, device: str) -> dict[str, float]:
    """Dev loss, AUC of P(not ok) over words and of the verdicts: with and without counts, by kind of damage, of the tagger.

    A kind of damage has two figures, the second the tagger's.
    """
    model.eval()
    chances: dict[str, list[float]] = defaultdict(list)
    total = Counter[str]()
    for batch in batches:
        with autocast(device):
            loss, tags, sentence = loss_of(model, batch, settings)
            alone, _ = batch._replace(features=torch.zeros_like(batch.features)).run(model)
        seen = {"": tags, " without counts": alone, " of the tagger": batch.features[..., TAGGED]}
        for who, logits in seen.items():
            bad = 1 - logits.float().softmax(-1)[..., 0]
            for number, name in enumerate(TAGS):
                chances[name + who] += bad[batch.tags == number].tolist()
        for who, verdicts in {"": sentence, " of the tagger": batch.features[:, 0, -1]}.items():
            chances["broken" + who] += verdicts[batch.broken > 0].tolist()
            chances["whole" + who] += verdicts[batch.broken == 0].tolist()
        total.update({"loss": float(loss), "batches": 1})
    found: dict[str, float | None] = {"dev_loss": total["loss"] / max(1, total["batches"])}
    for who in ("", " without counts", " of the tagger"):
        damaged = [chance for name in TAGS[1:] for chance in chances[name + who]]
        found["token_auc" + who] = metrics.auc(damaged, chances["ok" + who])
    for who in ("", " of the tagger"):
        found["sentence_auc" + who] = metrics.auc(chances["broken" + who], chances["whole" + who])
        found |= {f"auc {name}{who}": metrics.auc(chances[name + who], chances["ok" + who]) for name in TAGS[1:]}
    return {name: round(value, 4) for name, value in found.items() if value is not None}


def main(arguments: Sequence[str] | None = None) -> None:
    """Train from the command line; every setting is an option."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--from", dest="begin", type=Path, help="weights of a pretraining; its config.json lies beside them"
    )
    parser.add_argument("--minutes", type=float, default=1e6)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--compile", action="store_true", help="by torch.compile, as in mtqa.qe.transformer.pretrain")
    for one in fields(Settings):
        parser.add_argument(f"--{one.name.replace('_', '-')}", type=type(one.default), default=one.default)
    given = vars(parser.parse_args(arguments))
    folders, out, begin, minutes, device = (given.pop(name) for name in ("rows", "out", "begin", "minutes", "device"))
    is_compiled = given.pop("compile")
    config = SmallConfig.load(begin.parent / "config.json") if begin else SmallConfig()
    config = replace(config, features=KNOWN, tags=len(TAGS))  # there may be more than at the pretraining
    run = Run(folders, out, Settings(**given), config, device)
    if begin and not run.step:
        weights.load(begin, run.model.encoder)
    if is_compiled:
        run.loss_of = torch.compile(loss_of, dynamic=False)
    run.go_on(minutes)


if __name__ == "__main__":
    main()
