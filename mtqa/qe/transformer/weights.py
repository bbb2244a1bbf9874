"""Weights on disk: safetensors in half precision, with the step, the positions read and the data's hash.

`python -m mtqa.qe.transformer.weights RUN/model.safetensors models/small/model.safetensors` writes a copy to be kept in the
repository, of half the size: the matrices in 8 bits a value, with a scale for each row. A run goes on from it as from the
other: what rounding took away is learnt again within some hundred steps.
"""

import argparse
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from mtqa.errors import ConfigError
from mtqa.qe.transformer.table import SCALE

LARGE = 4096  # values from which a matrix is stored in 8 bits
WITHIN = "encoder."  # before the names of the pretrained part in the weights of a whole network


def save(file: Path, model: nn.Module, told: Mapping[str, object]) -> None:
    """Write the weights; `told` says how they were made and comes back from `load`. Whole or not at all."""
    state = {name: value.detach().to("cpu", torch.float16).contiguous() for name, value in model.state_dict().items()}
    _write(file, state, told)


def keep(run: Path, file: Path) -> None:
    """Write a copy of a run's weights with the matrices in 8 bits; raises ConfigError where there are none."""
    state, told = _read(run)
    kept: dict[str, Tensor] = {}
    for name, value in state.items():
        if value.ndim == 2 and value.numel() >= LARGE:
            kept[name + SCALE] = (value.abs().amax(1) / 127).clamp(min=1e-8)  # (rows)
            kept[name] = (value / kept[name + SCALE].unsqueeze(1)).round().to(torch.int8)
        else:
            kept[name] = value.half()
    _write(file, kept, told)


def load(file: Path, model: nn.Module) -> dict[str, str]:
    """Put the weights into a model in place and say how they were made.

    The pretrained part goes on from the weights of a whole network too; nothing is told then, as they were made for something
    else. Raises ConfigError where the file is missing, damaged or of another shape.
    """
    state, told = _read(file)
    ours = model.state_dict().keys()
    if not ours & state.keys() and any(WITHIN + name in state for name in ours):
        told, state = {}, {n.removeprefix(WITHIN): value for n, value in state.items() if n.startswith(WITHIN)}
    try:
        model.load_state_dict(state)
    except RuntimeError as error:
        raise ConfigError(f"{file}: no weights for this network: {str(error).splitlines()[0]}") from error
    return told


def provenance(file: Path) -> dict[str, str]:
    """How the weights were made; raises ConfigError where there are none."""
    return _read(file)[1]


def _write(file: Path, state: dict[str, Tensor], told: Mapping[str, object]) -> None:
    written = file.with_name(f"{file.name}.part")
    save_file(state, written, {name: str(value) for name, value in told.items()})
    os.replace(written, file)


def _read(file: Path) -> tuple[dict[str, Tensor], dict[str, str]]:
    """The weights as they are used, and what is told of them."""
    try:
        with safe_open(file, framework="pt") as stream:
            stored = {name: stream.get_tensor(name).float() for name in stream.offset_keys()}
            told = dict(stream.metadata() or {})
    except Exception as error:  # safetensors raises classes of its own
        raise ConfigError(f"{file}: no weights for this network: {str(error).splitlines()[0]}") from error
    scales = {name.removesuffix(SCALE): value for name, value in stored.items() if name.endswith(SCALE)}
    state = {name: value for name, value in stored.items() if not name.endswith(SCALE)}
    return {n: v * scales[n].unsqueeze(1) if n in scales else v for n, v in state.items()}, told


def main(arguments: Sequence[str] | None = None) -> None:
    """Copy from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("file", type=Path)
    given = parser.parse_args(arguments)
    keep(given.run, given.file)
    print(f"{given.file}: {given.file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
