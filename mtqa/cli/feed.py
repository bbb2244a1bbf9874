"""`mtqa feed`: what is new in feeds, once or again and again, and their scores over time."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from signal import SIG_DFL, SIGINT, SIGTERM, default_int_handler, signal
from threading import Event, current_thread, main_thread
from typing import Any

import click

from mtqa.cli.command import FAILED, INTERRUPTED, Command, tell, told_in_one_line
from mtqa.cli.feed_run import FeedRun, History
from mtqa.cli.network import network
from mtqa.cli.options import FILE, common, configuration
from mtqa.cli.outputs import outputs
from mtqa.errors import ConfigError
from mtqa.finding import Severity
from mtqa.gate import Gate, thresholds

TERMINATED = 143  # as a shell tells SIGTERM
EXAMPLES = """\b
Examples:
  mtqa feed https://example.org/fr.xml --state feeds.db
  mtqa feed https://example.org/fr.xml --state feeds.db --follow --watch 300 --output-format jsonl -o new.jsonl
  mtqa feed --history --state feeds.db

\b
Exit codes: 0 clean or nothing new, 1 the gate fails, 2 wrong usage or a feed that could not be read."""


@click.command(cls=Command, epilog=EXAMPLES, short_help="Check what is new in feeds, and remember it.")
@common
@network
@click.option(
    "--state", type=FILE, required=True, envvar="MTQA_STATE", metavar="FILE", help="What is remembered (SQLite)."
)
@click.option("--watch", type=click.FloatRange(0.1), metavar="SECONDS", help="Ask again and again, so far apart.")
@click.option("--history", is_flag=True, help="Show scores over time, and ask nothing: a table, json or html.")
@click.option("--by", type=click.Choice(["hour", "day", "week"]), help="Periods of the history; else as fits.")
@click.option(
    "--output-format",
    multiple=True,
    metavar="NAME[=FILE]",
    help="As for check.",
)
@click.option("--output", "-o", type=FILE, metavar="FILE", help="Write there; concise, full and jsonl go to its end.")
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), "never"]),
    metavar="SEVERITY",
    help="minor, major (default), critical or never.",
)
@click.option(
    "--min-score", multiple=True, metavar="[LEVEL=]N", help="Fail when a document, sentence or feed scores less."
)
@click.option(
    "--max-findings-per-1000-words", type=click.FloatRange(0), metavar="N", help="Fail when there are more, over all."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; an unreadable feed stays 2.")
def feed(
    paths: tuple[str, ...], output: Path | None, output_format: tuple[str, ...], exit_zero: bool, **given: Any
) -> None:
    """Check what is new or changed in feeds, print it, and remember it.

    URL is an RSS, Atom or JSON feed; PATH is one in a file. Only what was not told before is checked; a drop of a feed's
    scores against its own past is a finding, D201 score-drop. Ctrl-C ends a watch after the item in hand.
    """
    stop, caught = Event(), list[int]()
    with told_in_one_line():
        config = configuration(given)
        if given["history"]:
            History(given["state"], paths, given).write(outputs(output_format, output, None), bool(output_format))
            return
        if not paths:
            raise ConfigError("no feed: give addresses or files of feeds (see --help)")
        gate = Gate(thresholds(config.fail_on, config.min_score, config.max_findings_per_1000_words))
        wanted = outputs(output_format, output, config.output_format)
        with closing(FeedRun(paths, config, given, wanted, stop)) as run, stopped_by_signals(stop, caught):
            run.write(gate)
    for reason in gate.reasons():
        tell(f"failed: {reason}")
    if caught and given["watch"] is None:
        sys.exit(INTERRUPTED if caught[0] == SIGINT else TERMINATED)
    if run.problems:
        sys.exit(FAILED)
    sys.exit(1 if gate.reasons() and not exit_zero else 0)


@contextmanager
def stopped_by_signals(stop: Event, caught: list[int]) -> Iterator[None]:
    """The first Ctrl-C or SIGTERM ends the run after the item in hand, the second one at once."""
    if current_thread() is not main_thread():
        yield
        return

    def end(number: int, _: object) -> None:
        caught.append(number)
        stop.set()
        signal(SIGINT, default_int_handler)
        signal(SIGTERM, SIG_DFL)

    before = [(number, signal(number, end)) for number in (SIGINT, SIGTERM)]
    try:
        yield
    finally:
        for number, handler in before:
            signal(number, handler)
