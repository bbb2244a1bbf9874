"""The torch back end: imported where it is needed, and what goes wrong in it told in one line."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from mtqa.errors import ConfigError, MtqaError

SHOWN = 160  # characters of a library's own message


def library(shown: str, name: str = "transformers") -> Any:
    """transformers, or another library of the back end; raises ConfigError where mtqa[torch] is not installed."""
    # transformers would ask a service of the hub to convert the repository of anyone whose weights are a pickle.
    os.environ.setdefault("DISABLE_SAFETENSORS_CONVERSION", "1")
    try:
        if name == "transformers":
            import_module("torch")
        module = import_module(name)
    except ImportError as error:
        raise ConfigError(
            f"{shown}: this model needs the torch back end: pip install 'mtqa[torch]' ({first_line(error)})"
        ) from error
    if name == "transformers":
        module.utils.logging.set_verbosity_error()
        module.utils.logging.disable_progress_bar()
    if name == "huggingface_hub":
        module.utils.logging.set_verbosity_error()
        if not sys.stderr.isatty():
            module.utils.disable_progress_bars()
    return module


@contextmanager
def told_in_one_line(shown: str) -> Iterator[None]:
    """Turn whatever the back end raises while it loads a model into a ConfigError of one line."""
    try:
        yield
    except MtqaError:
        raise
    except MemoryError as error:
        raise ConfigError(f"{shown}: the model does not fit into memory") from error
    except Exception as error:  # the libraries raise classes of many others, from safetensors to httpx
        raise ConfigError(f"{shown}: {reason(error)}") from error


def reason(error: BaseException) -> str:
    """What an exception of the hub, of torch or of transformers means to a user."""
    names = [one.__name__ for raised in chain(error) for one in type(raised).__mro__]
    for name, told in REASONS.items():
        if name in names:
            return told
    text = " ".join(first_line(one) for one in chain(error))
    for part, told in PARTS.items():
        if part in text:
            return told
    return f"the model cannot be loaded: {first_line(error)}"


def chain(error: BaseException) -> list[BaseException]:
    """An exception and what it was raised from or after."""
    found = [error]
    while (before := found[-1].__cause__ or found[-1].__context__) is not None and before not in found:
        found.append(before)
    return found


def first_line(error: BaseException) -> str:
    """The first line of a message, cut; the class where there is none."""
    line = next(iter(str(error).strip().splitlines()), "") or type(error).__name__
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


# The first that fits counts: a gated repository is a missing one to the hub's classes.
REASONS = {
    "GatedRepoError": "the model is gated: accept its terms on huggingface.co, then `hf auth login`",
    "RevisionNotFoundError": "the hub has no such revision of this model",
    "RepositoryNotFoundError": "no folder of this name, and no such model on the hub (or it is private: `hf auth login`)",
    "DisabledRepoError": "the hub has disabled this model",
    "LocalEntryNotFoundError": "no folder of this name, and the hub cannot be reached: see the network, or give a folder",
    "OfflineModeIsEnabled": "no folder of this name, and the hub is switched off (HF_HUB_OFFLINE): give a folder",
    "RemoteEntryNotFoundError": "is no model of the transformers library: a file of it is missing on the hub",
    "UnpicklingError": "the weights are a pickle that holds more than tensors: refused; use a model with safetensors",
    "SafetensorError": "the model is damaged: its safetensors cannot be read",
    "OutOfMemoryError": "the model does not fit into the device's memory",
}
PARTS = {
    "contains custom code": "the model brings its own code, which mtqa does not run: use one that transformers knows",
    "Weights only load failed": REASONS["UnpicklingError"],
    "ignore_mismatched_sizes": "the model is damaged: its weights are of another shape than config.json says",
}
