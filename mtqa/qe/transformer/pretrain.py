"""`python -m mtqa.qe.transformer.pretrain ROWS --vocabulary models/small --out RUN --minutes 60`: reads, and learns to doubt.

ROWS comes from mtqa.qe.transformer.pack. Stops after its minutes, at --steps, or at SIGTERM, and goes on from there when
called again. RUN gets checkpoint.pt (with the optimiser), model.safetensors (half precision, to be kept), config.json and
log.jsonl (losses, and the dev curve). On a GPU: --device cuda --batch 256. --compile takes half a minute and a C++ compiler,
and makes steps a third shorter.
"""

import argparse
import json
import signal
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from mtqa.qe import metrics
from mtqa.qe.precision import autocast
from mtqa.qe.transformer import pack, weights
from mtqa.qe.transformer.masking import MASKED, Edges, Task, first_reading, sampled, second_reading
from mtqa.qe.transformer.network import Encoder, SmallConfig, texts_of
from mtqa.qe.transformer.tokenizer import Vocabulary

SIZES = ("width", "layers", "heads", "inner")  # of the network, to be tried out


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read. A step is one update; two steps read one batch of `batch` rows twice.

    `rate` is AdamW's, reached after `warm` steps and held; along the last `cool` steps before `steps` it falls to zero.
    """

    batch: int = 16
    steps: int = 1_000_000
    rate: float = 1e-3
    warm: int = 400
    cool: int = 0
    decay: float = 0.02
    masked: float = MASKED  # share of words to be guessed; the dev curve always asks for MASKED
    doubt_weight: float = 10.0  # the doubts' loss is some tenth of the guesses'
    seed: int = 1
    log_every: int = 200
    save_every: int = 400


class Reader:
    """Batches of rows, the same for the same seed and step: arrays by their weights, rows with replacement."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.arrays, weights, self.hash = pack.load(folder)
        self.names = list(weights)
        self.chances = np.array([weights[name] for name in self.names])
        self.settings = settings

    def batch(self, step: int) -> Tensor:
        """Pieces (B, T)."""
        draw = np.random.default_rng([self.settings.seed, step])
        of_each = draw.multinomial(self.settings.batch, self.chances)
        rows = [
            self.arrays[name][np.sort(draw.integers(0, len(self.arrays[name]), size))]
            for name, size in zip(self.names, of_each, strict=True)
            if size
        ]
        return torch.from_numpy(np.concatenate(rows).astype(np.int64))


def losses(model: Encoder, task: Task, settings: Settings) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The whole loss, its two parts detached, and the log probabilities of the guesses (N, pieces) detached."""
    states = model(task.read, texts_of(task.read))  # (B, T, width)
    logs = model.guesses(states.flatten(0, 1)[task.hidden]).float().log_softmax(-1)  # (N, pieces)
    each = -logs.gather(1, task.answer.unsqueeze(1)).squeeze(1)
    guess = (each * task.counts).sum() / task.counts.sum().clamp(min=1)
    doubts = model.doubts(states).float()  # (B, T)
    each = nn.functional.binary_cross_entropy_with_logits(doubts, task.wrong, reduction="none")
    doubt = (each * task.judged).sum() / task.judged.sum().clamp(min=1)
    return guess + settings.doubt_weight * doubt, guess.detach(), doubt.detach(), logs.detach()


def rate_at(step: int, settings: Settings, begun: int = 0) -> float:
    """The share of the peak rate at a step, for an optimiser that is new since the step `begun`."""
    left = settings.steps - step
    return min(1.0, (step - begun + 1) / settings.warm, left / settings.cool if settings.cool else 1.0)


def optimiser_of(model: nn.Module, settings: Settings) -> Any:
    """AdamW; norms and biases do not decay."""
    parts = list(model.parameters())
    groups = [
        {"params": [p for p in parts if p.ndim > 1], "weight_decay": settings.decay},
        {"params": [p for p in parts if p.ndim < 2], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=settings.rate, betas=(0.9, 0.98), fused=True)


class Run:
    """A pretraining and where it stands."""

    losses = staticmethod(losses)

    def __init__(self, rows: Path, vocabulary: Path, out: Path, settings: Settings, config: SmallConfig, device: str):
        torch.manual_seed(settings.seed)
        out.mkdir(parents=True, exist_ok=True)
        self.out, self.settings, self.config, self.device, self.rows = out, settings, config, device, rows
        self.reader = Reader(rows, settings)
        self.edges = Edges.of(Vocabulary(vocabulary / "tokenizer.json"), device)
        self.model = Encoder(config).to(device)
        self.optimiser = optimiser_of(self.model, settings)
        self.step, self.begun, self.seconds, self.positions = 0, 0, 0.0, 0
        self.sums: Counter[str] = Counter()
        if (out / "checkpoint.pt").is_file():
            self.resume()

    def go_on(self, minutes: float) -> None:
        """Read until the time or the steps are up, or SIGTERM comes; then save."""
        stopped: list[int] = []
        signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
        started, before = time.monotonic(), self.seconds
        while self.step < self.settings.steps and not stopped and time.monotonic() - started < 60 * minutes:
            self.two_steps()
            self.seconds = before + time.monotonic() - started
            if self.step % self.settings.log_every < 2:
                self.log()
            if self.step % self.settings.save_every < 2:
                self.save()
        self.save()

    def two_steps(self) -> None:
        """Read one batch twice."""
        pieces = self.reader.batch(self.step).to(self.device)
        draw = torch.Generator().manual_seed(self.settings.seed * 1_000_003 + self.step)
        task = first_reading(pieces, self.edges, draw, self.settings.masked)
        guessed = sampled(self.update(task, "first"), draw)
        self.update(second_reading(pieces, task, guessed, self.edges, draw, self.settings.masked), "second")

    def update(self, task: Task, reading: str) -> Tensor:
        """One step; returns the log probabilities of the guesses (N, pieces)."""
        for group in self.optimiser.param_groups:
            group["lr"] = self.settings.rate * rate_at(self.step, self.settings, self.begun)
        with autocast(self.device):
            loss, guess, doubt, logs = self.losses(self.model, task, self.settings)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        self.positions += task.read.numel()
        self.sums.update({f"{reading}_guess": float(guess), f"{reading}_doubt": float(doubt), f"{reading}_steps": 1})
        return logs

    def told(self) -> dict[str, object]:
        """Where the run stands."""
        return {
            "step": self.step,
            "positions": self.positions,
            "seconds": round(self.seconds),
            "data": self.reader.hash,
        }

    def log(self) -> None:
        """A line with the mean losses since the last one, and the dev curve."""
        line = self.told()
        for name in ("first_guess", "first_doubt", "second_guess", "second_doubt"):
            line[name] = round(self.sums[name] / max(1, self.sums[f"{name.partition('_')[0]}_steps"]), 4)
        self.sums.clear()
        line |= measured(self.model, self.rows, self.edges, self.settings, self.device)
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)

    def save(self) -> None:
        """Write the checkpoint and the weights to be kept."""
        state: dict[str, object] = {"model": self.model.state_dict(), "optimiser": self.optimiser.state_dict()}
        state |= {"step": self.step, "seconds": self.seconds, "positions": self.positions, "begun": self.begun}
        torch.save(state, self.out / "checkpoint.part")
        (self.out / "checkpoint.part").replace(self.out / "checkpoint.pt")
        self.config.save(self.out / "config.json")
        weights.save(self.out / "model.safetensors", self.model, self.told())

    def resume(self) -> None:
        """Go on from the checkpoint."""
        state = torch.load(self.out / "checkpoint.pt", map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds, self.positions = state["step"], state["seconds"], state["positions"]
        self.begun = state.get("begun", 0)

    def begin_from(self, file: Path) -> None:
        """Go on from kept weights without a checkpoint: the optimiser warms up again, steps and positions are counted on."""
        told = weights.load(file, self.model)
        self.step = self.begun = int(told.get("step", 0))
        self.positions = int(told.get("positions", 0))


@torch.no_grad()
def measured(model: Encoder, rows: Path, edges: Edges, settings: Settings, device: str) -> dict[str, float]:
    """Loss of the guesses by language, and the AUC of doubts about the network's own guesses, on the dev rows."""
    model.eval()
    found: dict[str, float] = {}
    right: list[float] = []
    wrong: list[float] = []
    for file in sorted(rows.glob("dev.*.u16")):
        dev = torch.from_numpy(pack.read(file)[: 2 * settings.batch].astype(np.int64)).to(device)
        guesses = []
        draw = torch.Generator().manual_seed(0)
        for pieces in torch.split(dev, settings.batch):
            task = first_reading(pieces, edges, draw)
            with autocast(device):
                _, guess, _, logs = losses(model, task, settings)
                again = second_reading(pieces, task, sampled(logs, draw), edges, draw)
                doubts = model.doubts(model(again.read, texts_of(again.read))).float()
            guesses.append(float(guess))
            asked = again.judged > 0
            wrong += doubts[asked & (again.wrong > 0)].tolist()
            right += doubts[asked & (again.wrong == 0)].tolist()[:2000]
        found[f"dev_{file.name.split('.')[1]}"] = round(sum(guesses) / max(1, len(guesses)), 4)
    model.train()
    return found | {"dev_doubt_auc": round(metrics.auc(wrong, right) or 0.0, 4)}


def main(arguments: Iterable[str] | None = None) -> None:
    """Pretrain from the command line; every setting is an option."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--from", dest="begin", type=Path, help="model.safetensors to begin with, where RUN has no checkpoint"
    )
    parser.add_argument("--minutes", type=float, default=1e6)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--compile", action="store_true", help="by torch.compile")
    for one in fields(Settings):
        parser.add_argument(f"--{one.name.replace('_', '-')}", type=type(one.default), default=one.default)
    for name in SIZES:
        parser.add_argument(f"--{name}", type=int, default=getattr(SmallConfig(), name))
    given = vars(parser.parse_args(list(arguments) if arguments is not None else None))
    rows, vocabulary, out, begin = (given.pop(name) for name in ("rows", "vocabulary", "out", "begin"))
    minutes, device, is_compiled = given.pop("minutes"), given.pop("device"), given.pop("compile")
    sizes = {name: given.pop(name) for name in SIZES}
    config = SmallConfig(pieces=Vocabulary(vocabulary / "tokenizer.json").size, **sizes)
    run = Run(rows, vocabulary, out, Settings(**given), config, device)
    if begin and not run.step:
        run.begin_from(begin)
    if is_compiled:
        run.losses = torch.compile(losses, dynamic=False)
    run.go_on(minutes)


if __name__ == "__main__":
    main()
