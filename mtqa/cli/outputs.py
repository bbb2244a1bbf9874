"""Where findings go: one format on standard output or in --output, any number of others each in a file of its own."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from mtqa.cli.run import Run, opened
from mtqa.errors import ConfigError
from mtqa.report import Review

DEFAULT = "concise"
STEP_SUMMARY = "_step_summary"  # what the format github adds to the page of a GitHub Actions run


@dataclass(frozen=True, slots=True)
class Output:
    """A format and where it is written to: a file, or standard output where there is none."""

    format: str
    file: Path | None = None
    appends: bool = False


def outputs(wanted: Sequence[str], file: Path | None, configured: str | None) -> list[Output]:
    """The outputs that `--output-format NAME` and `NAME=FILE` ask for, the one without a file of its own first.

    That one goes to `file` (--output); where none is given, it is the configured one, or concise. In GitHub Actions
    the format github comes with a step summary. Raises ConfigError for an unknown format, a missing file, two
    for the same place.
    """
    named = [tuple(value.partition("=")[::2]) for value in wanted]
    for value in wanted:
        if value.endswith("=") and value.count("=") == 1:  # NAME=$FILE in a shell where FILE is not set
            raise ConfigError(f"--output-format {value}: a file was expected after the =, as in {value}FILE")
    plain = [name for name, place in named if not place]
    if len(plain) > 1:
        other = plain[1]
        raise ConfigError(f"two formats for one output: give '{other}' a file, as in --output-format {other}=FILE")
    first = Output(plain[0] if plain else configured or DEFAULT, file)
    found = [first, *(Output(name, Path(place)) for name, place in named if place)]
    for output in found:
        refuse_format(output.format)
    refuse_twins(files(found))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and any(output.format == "github" for output in found):
        found.append(Output(STEP_SUMMARY, Path(summary), appends=True))
    return found


def refuse_format(name: str) -> None:
    """Raise ConfigError for a format that does not exist."""
    from mtqa.render import formats

    if name not in formats():
        raise ConfigError(f"no output format '{name}'; there are {', '.join(formats())}")


def refuse_twins(places: Sequence[Path]) -> None:
    """Raise ConfigError where two outputs would be written into one file."""
    seen: set[Path] = set()
    for place in places:
        if place.resolve() in seen:
            raise ConfigError(f"{place}: two outputs for one file: give each its own")
        seen.add(place.resolve())


def files(wanted: Iterable[Output]) -> list[Path]:
    """The files that will be written."""
    return [output.file for output in wanted if output.file is not None]


def is_on_screen(wanted: Sequence[Output]) -> bool:
    """Whether findings go to a terminal, where progress would stand among them."""
    return wanted[0].file is None and sys.stdout.isatty()


def write(run: Run, wanted: Sequence[Output], reviews: Iterable[Review], reasons: Callable[[], list[str]]) -> None:
    """Write every output. The first is written while the reviews come, the others from a copy on disk.

    `reasons` says, once the reviews are through, why the run fails: the step summary begins with it.
    Raises MtqaError, before anything is checked, where a file cannot be written.
    """
    from mtqa.spool import Spool

    first, *others = wanted
    for output in others:
        with opened(output.file, appends=True):
            pass  # it can be written
    with closing(Spool(reviews)) as kept:
        with opened(first.file, first.appends) as stream:
            run.write(stream, first.format, kept.live() if others else reviews)
        for output in others:
            with opened(output.file, output.appends) as stream:
                if output.format == STEP_SUMMARY:
                    stream.write(verdict(reasons()))
                run.write(stream, output.format, kept)


def verdict(reasons: Sequence[str]) -> str:
    """Whether a run passes, and why not, as the head of a summary in Markdown."""
    from mtqa.render.markdown import cell

    if not reasons:
        return "## mtqa: passed\n\n"
    return "## mtqa: failed\n\n" + "".join(f"- {cell(reason)}\n" for reason in reasons) + "\n"
