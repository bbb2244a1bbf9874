"""`python -m mtqa.qe.transformer.throughput --threads 2`: how many positions a second pretraining reads here.

Real steps on invented pieces. Beside the clock it prints positions per second of processor time, which other processes
disturb less.
"""

import argparse
import json
import time
from collections.abc import Sequence
from statistics import median

import torch
from torch import nn

from mtqa.qe.precision import autocast
from mtqa.qe.transformer.masking import Edges, first_reading, sampled
from mtqa.qe.transformer.network import Encoder, SmallConfig
from mtqa.qe.transformer.pretrain import Settings, losses, optimiser_of
from mtqa.qe.transformer.tokenizer import FIRST_PIECE, tag

TEXT = 32  # pieces of a text


def timed(config: SmallConfig, batch: int, length: int, device: str, steps: int) -> dict[str, float]:
    """Positions a second by the clock and by processor time, the median of `steps` after two to warm up."""
    draw = torch.Generator().manual_seed(1)
    model, told = Encoder(config).to(device), Settings(batch=batch)
    optimiser = optimiser_of(model, told)
    begins = torch.rand(config.pieces, generator=draw) < 0.6
    edges = Edges(begins.to(device), torch.zeros_like(begins).to(device))
    clock, processor = [], []
    for _ in range(steps + 2):
        pieces = torch.randint(FIRST_PIECE, config.pieces, (batch, length), generator=draw).to(device)
        pieces[:, ::TEXT] = tag("fr")
        started = time.perf_counter(), time.process_time()
        with autocast(device):
            loss, _, _, logs = losses(model, first_reading(pieces, edges, draw), told)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        int(sampled(logs, draw).sum())  # waits for the device
        clock.append(time.perf_counter() - started[0])
        processor.append(time.process_time() - started[1])
    size = batch * length
    found = {"by_clock": size / median(clock[2:]), "by_processor": size / median(processor[2:])}
    return {name: round(value) for name, value in found.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line a setting."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--steps", type=int, default=8)
    parser.add_argument("--shapes", nargs="+", default=["16x128"], help="rows x pieces")
    parser.add_argument("--layers", type=int, default=SmallConfig().layers)
    parser.add_argument("--width", type=int, default=SmallConfig().width)
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    for shape in given.shapes:
        batch, length = map(int, shape.split("x"))
        config = SmallConfig(layers=given.layers, width=given.width, inner=2 * given.width)
        told = timed(config, batch, length, given.device, given.steps)
        print(json.dumps({"shape": shape, "threads": given.threads, "device": given.device, **told}), flush=True)


if __name__ == "__main__":
    main()
