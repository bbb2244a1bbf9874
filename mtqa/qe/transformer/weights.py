"""Weights on disk: half-precision safetensors of at most 30 MB, with the step, the positions read and the data's hash."""

import os
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn

from mtqa.errors import ConfigError


def save(file: Path, model: nn.Module, told: dict[str, object]) -> None:
    """Write the weights; `told` says how they were made and comes back from `load`. Whole or not at all."""
    state = {name: value.detach().to("cpu", torch.float16).contiguous() for name, value in model.state_dict().items()}
    written = file.with_name(f"{file.name}.part")
    save_file(state, written, {name: str(value) for name, value in told.items()})
    os.replace(written, file)


def load(file: Path, model: nn.Module, strict: bool = True) -> dict[str, str]:
    """Put the weights into a model in place and say how they were made.

    With `strict` off, what only one of the two has is left alone. Raises ConfigError where the file is missing, damaged or
    of another shape.
    """
    try:
        with safe_open(file, framework="pt") as stream:
            state = {name: stream.get_tensor(name).float() for name in stream.offset_keys()}
            told = dict(stream.metadata() or {})
        model.load_state_dict(state, strict=strict)
    except Exception as error:  # safetensors raises classes of its own
        raise ConfigError(f"{file}: no weights for this network: {str(error).splitlines()[0]}") from error
    return told
