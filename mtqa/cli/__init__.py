"""The command line. Exit codes: 0 clean, 1 the gate fails, 2 usage, configuration or unreadable input."""

import click

from mtqa import __version__
from mtqa.cli.check import check
from mtqa.cli.checks import checks
from mtqa.cli.command import Commands
from mtqa.cli.evaluate import evaluate
from mtqa.cli.feed import feed
from mtqa.cli.report import report
from mtqa.cli.train import train


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mtqa")
def main() -> None:
    """Find what is broken in machine-translated news, mark it, and score every sentence."""


for command in (check, feed, report, checks, evaluate, train):
    main.add_command(command)
