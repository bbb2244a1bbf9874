"""`mtqa report`: the HTML report, with JSON and Markdown beside it."""

import sys
from pathlib import Path
from typing import Any

import click

from mtqa.cli.command import FAILED, Command, told_in_one_line
from mtqa.cli.network import network
from mtqa.cli.options import FILE, common, configuration
from mtqa.cli.run import Run, opened

FORMATS = (("html", "html"), ("json", "json"), ("md", "markdown"))


@click.command(cls=Command, short_help="Write a report: HTML, with JSON and Markdown beside it.")
@common
@network
@click.option(
    "--output", "-o", type=FILE, default=Path("reports"), show_default=True, metavar="FOLDER", help="Where to."
)
def report(paths: tuple[str, ...], output: Path, **given: Any) -> None:
    """Write a report: one self-contained HTML file, with JSON and Markdown beside it.

    PATH is a file, a folder, an address or - (standard input). Exits with 0 whatever is found, with 2 where an input
    could not be read.
    """
    from mtqa.spool import Spool

    with told_in_one_line():
        run = Run(paths, configuration(given), given, [output], is_on_screen=False)
        kept = Spool(run.reviews())
        for suffix, name in FORMATS:
            file = output / f"report.{suffix}"
            with opened(file) as stream:
                run.write(stream, name, kept)
            click.echo(f"wrote {file}", err=True)
        kept.close()
    sys.exit(FAILED if run.problems else 0)
