"""`mtqa check`: findings and scores, and the gate."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from mtqa.cli.command import FAILED, Command, tell, told_in_one_line
from mtqa.cli.fixing import fixing, fixing_of, show_diff
from mtqa.cli.kept import kept
from mtqa.cli.network import network
from mtqa.cli.noting import Noting
from mtqa.cli.options import FILE, common, configuration
from mtqa.cli.outputs import files, is_on_screen, outputs, write
from mtqa.cli.run import Run
from mtqa.errors import ConfigError
from mtqa.finding import Severity
from mtqa.gate import Gate, thresholds
from mtqa.report import Review

SEVERITIES = [severity.value for severity in Severity]
OUTPUT_HELP = (
    "concise, full, json, jsonl, markdown, html, github, gitlab, junit, rdjson, sarif; NAME=FILE for more of them."
)
MIN_SCORE_HELP = "Fail when a document scores less, or with LEVEL= a sentence, document or the whole feed."
EXAMPLES = """\b
Examples:
  mtqa check article.txt --lang fr
  mtqa check feed.xml --output-format full
  mtqa check https://example.org/feed.xml
  mtqa check - --input-format jsonl --output-format jsonl < rows.jsonl
  mtqa check content/ --output-format github --output-format sarif=mtqa.sarif
  mtqa check content/ --changed-since main --baseline mtqa-baseline.json

\b
Exit codes: 0 clean, 1 the gate fails (with --diff: something would change), 2 wrong usage or unreadable input."""


@click.command(cls=Command, epilog=EXAMPLES, short_help="Check documents, and fail when they are broken.")
@common
@network
@click.option("--output-format", multiple=True, metavar="NAME[=FILE]", help=OUTPUT_HELP)
@click.option("--output", "-o", type=FILE, metavar="FILE", help="Write there instead of standard output.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    metavar="SEVERITY",
    help="minor, major (default), critical or never.",
)
@click.option("--min-score", multiple=True, metavar="[LEVEL=]N", help=MIN_SCORE_HELP)
@click.option(
    "--max-findings-per-1000-words", type=click.FloatRange(0), metavar="N", help="Fail when there are more, over all."
)
@click.option("--baseline", type=FILE, metavar="FILE", help="Findings known there neither fail the run nor are shown.")
@click.option("--write-baseline", is_flag=True, help="Write all findings there (mtqa-baseline.json), drop the fixed.")
@click.option("--changed-since", metavar="REV", help="Count only what differs from where the branch left REV (git).")
@fixing
@click.option("--write-notes", is_flag=True, help="Write the findings into checked XLIFF 1.2 files, as notes.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; unreadable input stays 2.")
def check(
    paths: tuple[str, ...], output: Path | None, output_format: tuple[str, ...], exit_zero: bool, **given: Any
) -> None:
    """Check documents, and fail when they are broken.

    PATH is a file, a folder, an http(s) address or - (standard input): text, Markdown, HTML, JSON, JSONL,
    CSV, RSS, Atom, NewsML-G2, XLIFF, TMX or PO.
    """
    with told_in_one_line():
        config = configuration(given)
        gate = Gate(thresholds(config.fail_on, config.min_score, config.max_findings_per_1000_words))
        if given["diff"] and output_format:
            raise ConfigError("--diff with --output-format: --diff shows a patch and nothing else; give one of them")
        wanted = outputs(output_format, output, config.output_format)
        run = Run(paths, config, given, files(wanted), is_on_screen=is_on_screen(wanted))
        aside = kept(config, given, run)
        mending = fixing_of(run, config, aside, given)
        if mending and given["diff"]:
            differs = show_diff(mending, output, given["quiet"])
            sys.exit(FAILED if run.problems or mending.failures else int(differs and not exit_zero))
        if mending:
            mending.fix()
        reviews = mending.watch(aside.reviews()) if mending else aside.reviews()
        noting = Noting(run) if given["write_notes"] else None
        reviews = noting.watch(reviews) if noting else reviews
        write(run, wanted, past(gate, reviews), gate.reasons)
        aside.close()
        if noting:
            noting.write()
    if mending:
        tell(f"{mending.told()}; {mending.told_left()}")
    for reason in gate.reasons():
        tell(f"failed: {reason}")
    if run.problems or (mending and mending.failures) or (noting and noting.failures):
        sys.exit(FAILED)
    sys.exit(1 if gate.reasons() and not exit_zero else 0)


def past(gate: Gate, reviews: Iterable[Review]) -> Iterator[Review]:
    """Show each review to the gate as it passes."""
    for review in reviews:
        gate.add(review)
        yield review
