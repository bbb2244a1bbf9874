"""What a user tells of a model that its own config.json does not: mtqa_thresholds.json in the model's folder.

Every key may be left out:

| key | holds |
|---|---|
| model | the model that this folder speaks for: a hub id ("owner/name", "owner/name@revision") or a folder |
| name | what signatures call the model |
| langs | target languages that it speaks; segments in others get no estimate |
| labels | what its labels mean: {"LABEL_0": "ok", "LABEL_1": "bad"}; a tag of mtqa, a category, "ok" or "bad" |
| input | "target", "source-target" or "target-source": what the model reads |
| words | "first", "mean" or "max": which of a word's subwords speaks for it |
| worst, best | scores of a regressor that mean 0 and 1; worst may be the higher number |
| names | true: capitalised words that no dictionary has may be improbable, too |
| limits | {language or "*": {"high": ..., "low": ..., "sure": ...}}: P(bad), or bits of surprisal for a language model |
| note | anything: how the limits were made |
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from mtqa.errors import ConfigError
from mtqa.qe.estimator import Threshold

FILE = "mtqa_thresholds.json"
INPUTS = ("target", "source-target", "target-source")
WORDS = ("first", "mean", "max")


@dataclass(frozen=True, slots=True)
class HubSettings:
    """The keys of mtqa_thresholds.json."""

    model: str | None = None
    name: str | None = None
    langs: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    input: str | None = None
    words: str = "first"
    worst: float | None = None
    best: float | None = None
    names: bool = False
    limits: Mapping[str, Threshold] = field(default_factory=dict)
    note: str = ""

    def limit(self, lang: str) -> Threshold | None:
        """The limits for a target language, if there are any."""
        return self.limits.get(lang) or self.limits.get("*")


def read_settings(folder: Path) -> HubSettings:
    """The settings of a model's folder; raises ConfigError for a file that cannot be read, an unknown key or a wrong value."""
    file = folder / FILE
    if not file.is_file():
        return HubSettings()
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{file}: cannot be read as JSON: {error}") from error
    if not isinstance(told, dict):
        raise ConfigError(f"{file}: must be an object with keys, not {type(told).__name__}")
    known = [one.name for one in fields(HubSettings)]
    for key in told:
        if key not in known:
            raise ConfigError(f"{file}: unknown key '{key}'; known keys: {', '.join(known)}")
    settings = HubSettings(**{key: _value(file, key, value) for key, value in told.items()})
    if (settings.worst is None) != (settings.best is None) or (
        settings.worst is not None and settings.worst == settings.best
    ):
        raise ConfigError(f"{file}: 'worst' and 'best' must be two numbers that differ")
    return settings


def _value(file: Path, key: str, value: Any) -> Any:
    def is_right() -> bool:
        match key:
            case "langs":
                return isinstance(value, list) and all(isinstance(one, str) for one in value)
            case "labels":
                return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
            case "input":
                return value in INPUTS
            case "words":
                return value in WORDS
            case "worst" | "best":
                return _is_number(value)
            case "names":
                return isinstance(value, bool)
            case "limits":
                return isinstance(value, dict)
        return isinstance(value, str)

    if not is_right():
        raise ConfigError(f"{file}: '{key}' cannot be {json.dumps(value)[:60]}")
    if key == "limits":
        return {lang: _limit(file, lang, one) for lang, one in value.items()}
    return tuple(value) if key == "langs" else value


def _limit(file: Path, lang: str, told: Any) -> Threshold:
    """High, low (default: high) and sure (default: never) in their order."""
    if not isinstance(told, dict) or not set(told) <= {"high", "low", "sure"} or "high" not in told:
        raise ConfigError(f"{file}: the limits of '{lang}' must be high and, if wanted, low and sure")
    if not all(_is_number(one) for one in told.values()):
        raise ConfigError(f"{file}: the limits of '{lang}' must be numbers")
    limit = Threshold(**{"low": told["high"], "sure": float("inf")} | told)
    if not 0 < limit.low <= limit.high <= limit.sure:
        raise ConfigError(f"{file}: the limits of '{lang}' must be 0 < low <= high <= sure")
    return limit


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value and abs(value) < 1e9
