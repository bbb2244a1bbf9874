"""Where a model of the transformers library lies and what it is: a folder, or an id of the Hugging Face hub.

Only config.json is read here; the weights are loaded at the first use.
"""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from mtqa.errors import ConfigError
from mtqa.qe.hub.backend import library, told_in_one_line
from mtqa.qe.hub.settings import FILE, HubSettings, read_settings

HUB_ID = re.compile(r"([\w.-]+/[\w.-]+)(?:@([\w./-]+))?")
WEIGHTS = ("*.safetensors", "*.bin")
PIECE = 1 << 20  # bytes hashed at either end of a weights file: reading all of a large one would take seconds


class Kind(StrEnum):
    """What a model is trained to say, by its class in transformers."""

    TOKENS = "token classifier"
    SEQUENCE = "sequence classifier or regressor"
    CAUSAL = "causal language model"
    MASKED = "masked language model"


AUTO_CLASS = {
    Kind.TOKENS: "AutoModelForTokenClassification",
    Kind.SEQUENCE: "AutoModelForSequenceClassification",
    Kind.CAUSAL: "AutoModelForCausalLM",
    Kind.MASKED: "AutoModelForMaskedLM",
}
ENDINGS = {
    "ForTokenClassification": Kind.TOKENS,
    "ForSequenceClassification": Kind.SEQUENCE,
    "ForCausalLM": Kind.CAUSAL,
    "GPT2LMHeadModel": Kind.CAUSAL,
    "OpenAIGPTLMHeadModel": Kind.CAUSAL,
    "ForMaskedLM": Kind.MASKED,
    "BertForPreTraining": Kind.MASKED,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A model before its weights are loaded: a folder's path or a hub id with its commit, config.json, kind, name, settings.

    `is_cut_off`: the hub cannot be reached, so that only what was fetched before is at hand.
    """

    where: str
    revision: str | None
    config: dict[str, Any]
    kind: Kind
    name: str
    settings: HubSettings
    is_cut_off: bool = False

    @property
    def labels(self) -> list[str]:
        """The names of a classifier's outputs, in order."""
        named = self.config.get("id2label") or {"0": "LABEL_0", "1": "LABEL_1"}
        return [str(named[key]) for key in sorted(named, key=int)]


def is_hub_folder(folder: Path) -> bool:
    """Whether a folder holds a model of the transformers library, or settings that point to one."""
    if (folder / FILE).is_file():
        return True
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except OSError:
        return False
    except ValueError:
        return not (folder / "thresholds.json").is_file()
    return isinstance(config, dict) and ("architectures" in config or "model_type" in config)


def is_hub_id(name: str) -> bool:
    """Whether a name has the shape owner/name or owner/name@revision."""
    return HUB_ID.fullmatch(name) is not None


def find(name: str) -> Place:
    """The model in a folder or on the hub; raises ConfigError where there is none, or none of a kind that is of use here."""
    folder = Path(name)
    if not folder.is_dir():
        return _on_hub(name, HubSettings())
    settings = read_settings(folder)
    if settings.model is None:
        return _in_folder(folder, settings)
    beside = folder / settings.model
    return _in_folder(beside, settings) if beside.is_dir() else _on_hub(settings.model, settings)


def _in_folder(folder: Path, settings: HubSettings) -> Place:
    library(str(folder))
    config = _config(folder / "config.json", str(folder))
    name = settings.name or folder.resolve().name
    return Place(str(folder), None, config, _kind(config, str(folder)), f"{_safe(name)}-{digest(folder)}", settings)


def _on_hub(name: str, settings: HubSettings) -> Place:
    found = HUB_ID.fullmatch(name)
    if found is None:
        raise ConfigError(f"{name}: no folder of a model, and no id of the hub (owner/name or owner/name@revision)")
    library(name)
    hub = library(name, "huggingface_hub")
    where, revision = found.groups()
    with told_in_one_line(name):
        is_cut_off = not _answers(hub, where, revision)
        file = Path(hub.hf_hub_download(where, "config.json", revision=revision, local_files_only=is_cut_off))
    commit = file.parent.name  # the cache keeps each file under snapshots/<commit>/
    config = _config(file, name)
    shown = settings.name or where
    return Place(where, commit, config, _kind(config, name), f"{_safe(shown)}@{commit[:7]}", settings, is_cut_off)


def _answers(hub: Any, where: str, revision: str | None) -> bool:
    """Whether the hub can be reached; raises what it says where it refuses. It is asked but once.

    The library itself would ask six times, for half a minute: too long for a folder's name with a slip in it.
    """
    try:
        hub.get_hf_file_metadata(hub.hf_hub_url(where, "config.json", revision=revision))
    except hub.errors.HfHubHTTPError as error:
        if error.response.status_code < 500:
            raise
        return False
    except Exception:  # classes of httpx or its successor, as the hub's version has it: the cache is asked next
        return False
    return True


def _config(file: Path, shown: str) -> dict[str, Any]:
    try:
        config = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(f"{shown}: no model: config.json is missing") from error
    except (OSError, ValueError) as error:
        raise ConfigError(f"{shown}: the model is damaged: config.json: {error}") from error
    if not isinstance(config, dict):
        raise ConfigError(f"{shown}: the model is damaged: config.json holds no object")
    return config


def _kind(config: dict[str, Any], shown: str) -> Kind:
    """What the class in `architectures` is for."""
    classes = config.get("architectures")
    classes = [str(one) for one in classes] if isinstance(classes, list) else []
    for one in classes:
        for ending, kind in ENDINGS.items():
            if one.endswith(ending):
                return kind
    came = ", ".join(classes) or "no architectures"
    wanted = "; ".join(Kind)
    raise ConfigError(f"{shown}: config.json names {came}, which mtqa cannot use; what it takes: {wanted}")


def digest(folder: Path) -> str:
    """Six figures that tell models apart: of config.json, and of the size and both ends of each weights file."""
    seen = sha256((folder / "config.json").read_bytes())
    for file in sorted(one for pattern in WEIGHTS for one in folder.glob(pattern)):
        size = file.stat().st_size
        seen.update(f"{file.name} {size}".encode())
        with file.open("rb") as stream:
            seen.update(stream.read(PIECE))
            stream.seek(max(0, size - PIECE))
            seen.update(stream.read(PIECE))
    return seen.hexdigest()[:6]


def _safe(name: str) -> str:
    """A name without what parts a signature."""
    return re.sub(r"[|:\s]", "-", name)
