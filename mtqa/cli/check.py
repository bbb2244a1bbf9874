"""`mtqa check`: findings and scores, and the gate."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from mtqa.cli.options import FILE, common, configuration, told_in_one_line
from mtqa.cli.run import Run, opened
from mtqa.config import Config
from mtqa.errors import ConfigError
from mtqa.finding import Severity
from mtqa.gate import Gate, Thresholds
from mtqa.report import Review

SEVERITIES = [severity.value for severity in Severity]


@click.command()
@common
@click.option("--output-format", metavar="NAME", help="concise (default), full, json, jsonl, markdown or html.")
@click.option("--output", "-o", type=FILE, metavar="FILE", help="Write there instead of standard output.")
@click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), help="Least severity that fails (default major).")
@click.option("--min-score", type=click.FloatRange(0, 100), metavar="N", help="Fail when a document scores less.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; unreadable input stays 2.")
def check(paths: tuple[str, ...], output: Path | None, exit_zero: bool, **given: Any) -> None:
    """Check documents, and fail when they are broken. PATH is a file, a folder or - (standard input)."""
    with told_in_one_line():
        config = configuration(given)
        gate = Gate(thresholds(config))
        run = Run(paths, config, given)
        with opened(output) as stream:
            run.write(stream, config.output_format or "concise", past(gate, run.reviews()))
    for reason in gate.reasons():
        click.echo(f"mtqa: failed: {reason}", err=True)
    if run.problems:
        sys.exit(2)
    sys.exit(1 if gate.reasons() and not exit_zero else 0)


def thresholds(config: Config) -> Thresholds:
    """What fails a run; raises ConfigError for a severity that does not exist."""
    wanted = config.fail_on or Severity.MAJOR.value
    if wanted not in (*SEVERITIES, "never"):
        raise ConfigError(f"'fail-on' must be minor, major, critical or never, not {wanted!r}")
    return Thresholds(None if wanted == "never" else Severity(wanted), config.min_score)


def past(gate: Gate, reviews: Iterable[Review]) -> Iterator[Review]:
    """Show each review to the gate as it passes."""
    for review in reviews:
        gate.add(review)
        yield review
