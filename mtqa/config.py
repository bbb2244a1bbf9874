"""Configuration: [tool.mtqa] of the closest pyproject.toml, or the closest mtqa.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from mtqa.errors import ConfigError
from mtqa.gate import min_scores


@dataclass(frozen=True, slots=True)
class Config:
    """The keys of [tool.mtqa]; a hyphen in a key is an underscore here. `languages` maps path patterns to language tags.

    `languages` values are a target tag ("fr") or {target = "fr", source = "de"}. `min_score` is by level: sentence, document,
    feed. `per_path_ignores` maps path patterns to codes. `baseline`, `glossary`, `source` and `reference` are seen from the
    file's folder; the last two may be patterns with {name}, the name of the checked file without its suffix. `columns` say
    what rows call what we call so (OURS=THEIRS,...).
    """

    lang: str | None = None
    source_lang: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str | None = None
    min_score: Mapping[str, float] = field(default_factory=dict)
    max_findings_per_1000_words: float | None = None
    baseline: str | None = None
    glossary: tuple[str, ...] = ()
    source: str | None = None
    reference: str | None = None
    columns: str | None = None
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    model: str | None = None
    jobs: int | None = None
    output_format: str | None = None
    languages: Mapping[str, Any] = field(default_factory=dict)
    folder: Path = Path()

    def pair(self, path: str) -> tuple[str | None, str | None]:
        """Target and source language for a path: the first pattern of `languages` that matches, else lang and source_lang."""
        place = Path(path)
        inside = place.resolve()
        relative = inside.relative_to(self.folder.resolve()) if inside.is_relative_to(self.folder.resolve()) else place
        for pattern, value in self.languages.items():
            if fnmatch(path if "://" in path else relative.as_posix(), pattern.replace("**", "*")):
                return (value, self.source_lang) if isinstance(value, str) else (value["target"], value.get("source"))
        return self.lang, self.source_lang


KEYS = {f.name.replace("_", "-"): f.type for f in fields(Config) if f.name != "folder"}
LISTS = frozenset({"select", "ignore", "allow", "exclude", "glossary"})
TAGS = frozenset({"lang", "source-lang"})
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")  # BCP 47, of languages that have a code
KINDS: dict[str, tuple[type, ...]] = {
    "min-score": (int, float, dict),
    "max-findings-per-1000-words": (int, float),
    "jobs": (int,),
    "languages": (dict,),
    "per-path-ignores": (dict,),
}


def load(start: Path, file: Path | None = None) -> Config:
    """The configuration that holds in a folder; raises ConfigError for a file that cannot be read or an unknown key."""
    if file is not None:
        return _read(file)
    for folder in (start.resolve(), *start.resolve().parents):
        for candidate in (folder / "mtqa.toml", folder / "pyproject.toml"):
            if candidate.is_file() and (candidate.name == "mtqa.toml" or "mtqa" in _parse(candidate).get("tool", {})):
                return _read(candidate)
    return Config(folder=start)


def _read(file: Path) -> Config:
    table = _parse(file)
    if file.name == "pyproject.toml":
        table = table.get("tool", {}).get("mtqa", {})
    values = {key.replace("-", "_"): _value(key, value, file) for key, value in table.items()}
    return replace(Config(folder=file.parent), **values)


def _parse(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{file}: cannot be read as TOML: {error}") from error


def _value(key: str, value: Any, file: Path) -> Any:
    if key not in KEYS:
        raise ConfigError(f"{file}: unknown key '{key}'; known keys: {', '.join(sorted(KEYS))}")
    if key in LISTS:
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise ConfigError(f"{file}: '{key}' must be a list of strings, not {value!r}")
        return tuple(value)
    if not isinstance(value, KINDS.get(key, (str,))) or isinstance(value, bool):
        raise ConfigError(f"{file}: '{key}' cannot be {value!r}")
    if key == "jobs" and isinstance(value, int) and value < 1:
        raise ConfigError(f"{file}: 'jobs' must be 1 or more, not {value}")
    if key in TAGS:
        return language_tag(value, f"{file}: '{key}'")
    if key == "min-score":
        return min_scores(value, f"{file}: 'min-score'")
    if key == "per-path-ignores" and isinstance(value, dict):
        return {pattern: _codes(pattern, codes, file) for pattern, codes in value.items()}
    if isinstance(value, dict):
        return {pattern: _languages(pattern, pair, file) for pattern, pair in value.items()}
    return value


def _languages(pattern: str, value: Any, file: Path) -> str | dict[str, str]:
    where = f"{file}: languages.'{pattern}'"
    if isinstance(value, str):
        return language_tag(value, where)
    if isinstance(value, dict) and "target" in value and set(value) <= {"target", "source"}:
        return {role: language_tag(tag, where) for role, tag in value.items()}
    raise ConfigError(f"{where} must be a tag or {{target, source}}, not {value!r}")


def _codes(pattern: str, value: Any, file: Path) -> tuple[str, ...]:
    codes = [value] if isinstance(value, str) else value
    if not isinstance(codes, list) or not codes or not all(isinstance(code, str) and code for code in codes):
        raise ConfigError(f"{file}: per-path-ignores.'{pattern}' must be a list of codes, not {value!r}")
    return tuple(codes)


def language_tag(value: Any, where: str) -> str:
    """The value, where it is a language tag; raises ConfigError, naming `where` it stands, where it is none."""
    if not isinstance(value, str) or not _TAG.fullmatch(value):
        raise ConfigError(f"{where} must be a language tag, such as fr or pt-BR, not {value!r}")
    return value
