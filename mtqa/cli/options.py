"""The options that commands share, and the configuration that they override."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.config import Config, language_tag, load
from mtqa.errors import ConfigError
from mtqa.gate import min_scores
from mtqa.ignores import PathIgnores

if TYPE_CHECKING:
    from mtqa.glossary.lookup import Glossary
    from mtqa.review import Settings

FILE = click.Path(path_type=Path)


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of check and report: inputs, languages, choice of checks, processes."""
    options = [
        click.argument("paths", nargs=-1, metavar="[PATH|URL|-]..."),
        click.option("--lang", metavar="TAG", help="Target language, such as fr; else detected."),
        click.option("--source-lang", metavar="TAG", help="Source language; inferred from what was left over."),
        click.option("--source", metavar="FILE", help="The source text; {name} stands for the checked file's name."),
        click.option("--reference", metavar="FILE", help="A reference translation, to measure BLEU, chrF and TER."),
        click.option(
            "--input-format",
            metavar="NAME",
            help="text, markdown, html, json, jsonl, csv, feed, newsml, xliff, tmx or po.",
        ),
        click.option(
            "--columns", metavar="OURS=THEIRS,...", help="Names in CSV and JSONL, such as target=fr,source=de."
        ),
        click.option("--allow", type=FILE, metavar="FILE", help="Words and names that may stand, one a line."),
        click.option("--glossary", type=FILE, multiple=True, metavar="FILE", help="CSV of terms; may be repeated."),
        click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out paths when walking folders."),
        click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes (default 1)."),
        click.option("--quiet", "-q", is_flag=True, help="No progress on standard error."),
    ]
    return _with(options, choosing(command))


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose checks and model."""
    options = [
        click.option("--select", multiple=True, metavar="CODES", help="Only these codes, prefixes or names (A,L101)."),
        click.option("--ignore", multiple=True, metavar="CODES", help="Leave out these codes, prefixes or names."),
        click.option(
            "--model",
            metavar="NAME|DIR|HUB-ID|none",
            help="Model beside the rules: the shipped tagger by default; others: reports/models.md.",
        ),
        click.option("--config", type=FILE, metavar="FILE", help="Instead of the closest mtqa.toml."),
    ]
    return _with(options, command)


def _with(options: list[Callable[..., Any]], command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(options):
        command = option(command)
    return command


def configuration(given: dict[str, Any]) -> Config:
    """The configuration file's values, overridden by the options given."""
    config = load(Path.cwd(), given.get("config"))
    keys = ("lang", "source_lang", "model", "jobs", "fail_on", "max_findings_per_1000_words", "output_format")
    options = {key: given.get(key) for key in keys}
    for key in ("lang", "source_lang"):
        if options[key] is not None:
            options[key] = language_tag(options[key], f"--{key.replace('_', '-')}")
    if given.get("min_score"):
        options["min_score"] = {**config.min_score, **min_scores(given["min_score"], "--min-score")}
    lists = {key: split_codes(given.get(key, ())) for key in ("select", "ignore", "exclude")}
    chosen: dict[str, Any] = {key: value for key, value in {**options, **lists}.items() if value not in (None, ())}
    if "lang" in chosen or "source_lang" in chosen:
        chosen["languages"] = {}
    allow = allowed_words(given["allow"]) if given.get("allow") else ()
    glossary = (*(str(config.folder / file) for file in config.glossary), *map(str, given.get("glossary", ())))
    chosen |= {key: str(given[key]) for key in ("source", "reference", "columns") if given.get(key)}
    for key in ("source", "reference"):
        if key not in chosen and (value := getattr(config, key)):
            chosen[key] = value if "://" in value else str(config.folder / value)
    return replace(config, **chosen, allow=(*config.allow, *allow), glossary=glossary)


def split_codes(values: Iterable[str]) -> tuple[str, ...]:
    """`--select A,L3 --select F` as one list."""
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


def allowed_words(file: Path) -> tuple[str, ...]:
    """The lines of an allow file, without comments (#); raises ConfigError where it cannot be read."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: the allow list cannot be read: {error}") from error
    return tuple(word for line in lines if (word := line.partition("#")[0].strip()))


def settings(config: Config) -> "Settings":
    """What the pipeline applies; raises ConfigError for a model or a choice of checks that does not exist."""
    from mtqa.checks import selected
    from mtqa.qe.shipped import open_model
    from mtqa.review import Settings

    chosen = selected(config.select, config.ignore)
    codes = model_codes(config.select, config.ignore)
    estimator, name = open_model(config.model if codes else "none")
    if not chosen and not estimator:
        raise ConfigError("no check is selected: see `mtqa checks` for codes and names")
    allow = frozenset(word.casefold() for word in config.allow)
    return Settings(
        chosen,
        allow=allow,
        estimator=estimator,
        model=name,
        model_codes=codes,
        path_ignores=PathIgnores(str(config.folder), tuple(config.per_path_ignores.items())),
        glossary=glossary(config),
    )


def glossary(config: Config) -> "Glossary | None":
    """The terms of the glossary files, None without one; tells what is odd in them, raises ConfigError where they are wrong."""
    if not config.glossary:
        return None
    from mtqa.cli.command import tell
    from mtqa.glossary.table import read_glossary

    found = read_glossary([Path(file) for file in config.glossary])
    for warning in found.warnings:
        tell(f"warning: {warning}")
    return found


def model_codes(select: tuple[str, ...], ignore: tuple[str, ...]) -> frozenset[str]:
    """The codes of a model's findings that are selected."""
    from mtqa.checks import is_named
    from mtqa.qe.hub.labels import HUB_KINDS
    from mtqa.qe.tags import KINDS

    kept = (k for k in (*KINDS, *HUB_KINDS) if not is_named(k.code, k.name, ignore))
    return frozenset(k.code for k in kept if not select or is_named(k.code, k.name, select))
