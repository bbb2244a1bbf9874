"""`mtqa evaluate`: what the checks are worth on labelled data."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from mtqa.cli.command import told_in_one_line
from mtqa.cli.options import FILE, choosing, configuration, settings

OUTPUT = click.option(
    "--output",
    "-o",
    type=FILE,
    default=Path("reports/evaluation"),
    show_default=True,
    metavar="FOLDER",
    help="Where to.",
)
DATA = click.argument("data", type=FILE, envvar="MTQA_DATA")
WITH_SOURCE = click.option(
    "--with-source", is_flag=True, help="Show the checks and the model the source, where the data have it."
)


@click.group(short_help="Measure on labelled data.")
def evaluate() -> None:
    """Measure on labelled data: marked passages, human-written news, damage put into it, pairs, judgements of people."""


@evaluate.command(short_help="Detection and precision on annotated passages.")
@click.argument("passages", type=FILE, envvar="MTQA_GOLD")
@click.option("--name", default="gold", show_default=True, help="Name of the result's files.")
@click.option("--without-source-lang", is_flag=True, help="Do not tell the checks what the source language is.")
@OUTPUT
@choosing
def gold(passages: Path, name: str, without_source_lang: bool, output: Path, **given: Any) -> None:
    """Tight detection, precision, clean passages and AUC on annotated passages (JSONL)."""
    from mtqa.qe.evaluate import evaluate_gold

    with told_in_one_line():
        keep(output, name, evaluate_gold(passages, settings(configuration(given)), not without_source_lang))


@evaluate.command(short_help="Broken passages against human news of the same length.")
@click.argument("passages", type=FILE, envvar="MTQA_GOLD")
@DATA
@click.option("--name", default="matched", show_default=True, help="Name of the result's files.")
@click.option("--seed", default=1, show_default=True)
@OUTPUT
@choosing
def matched(passages: Path, data: Path, name: str, seed: int, output: Path, **given: Any) -> None:
    """AUC of broken passages against human ones of matched length, and recall at 1, 2, 4 and 7 false alarms."""
    from mtqa.qe.evaluate import evaluate_matched

    with told_in_one_line():
        keep(output, name, evaluate_matched(passages, data, settings(configuration(given)), seed))


@evaluate.command(short_help="False alarms on human-written news.")
@DATA
@click.option("--part", type=click.Choice(["even", "odd", "all"]), default="odd", show_default=True)
@click.option("--wide", is_flag=True, help="Add held-out lines of news text: more words, for the catalogue.")
@OUTPUT
@choosing
def alarms(data: Path, part: str, wide: bool, output: Path, **given: Any) -> None:
    """False alarms per 1,000 words of human-written news, by language and check."""
    from mtqa.qe.evaluate import evaluate_alarms

    with told_in_one_line():
        name = "false-alarms-wide" if wide else "false-alarms"
        keep(output, name, evaluate_alarms(data, settings(configuration(given)), part=part, wide=wide))


@evaluate.command(short_help="Recall of source words put into human-written news.")
@DATA
@click.option("--seed", default=1, show_default=True)
@click.option("--targets", default="", help="Target languages, such as it,pt,nl, instead of fr,de,en,es.")
@click.option("--size", default=1000, show_default=True, help="Words in each direction at most.")
@OUTPUT
@choosing
def leftovers(data: Path, seed: int, targets: str, size: int, output: Path, **given: Any) -> None:
    """Recall of source words put into human-written news, from fr, de, en and es into each other."""
    from mtqa.qe.evaluate import evaluate_leftovers

    with told_in_one_line():
        into = tuple(filter(None, targets.split(",")))
        name = "-".join(("leftovers", *into))
        chosen = settings(configuration(given))
        keep(output, name, evaluate_leftovers(data, chosen, targets=into, seed=seed, size=size))


@evaluate.command(short_help="Recall of damage put into human-written news, by class.")
@DATA
@click.argument("work", type=FILE)
@click.option("--seeds", default=3, show_default=True, help="How many seeds.")
@click.option("--size", default=60, show_default=True, help="Damages of each class, for each seed and language pair.")
@click.option("--name", default="corruptions", show_default=True, help="Name of the result's files.")
@OUTPUT
@choosing
def corruptions(data: Path, work: Path, seeds: int, size: int, name: str, output: Path, **given: Any) -> None:
    """Recall of damage put into human news at 2 false alarms in 1,000 words. WORK: what python -m mtqa.qe.align wrote."""
    from mtqa.qe.evaluate import evaluate_corruptions

    with told_in_one_line():
        chosen = settings(configuration(given))
        keep(output, name, evaluate_corruptions(data, work, chosen, range(1, seeds + 1), size))


PART = click.option("--part", type=click.Choice(["even", "odd"]), default="odd", show_default=True)


@evaluate.command(short_help="Alignment of articles with their sources.")
@DATA
@PART
@click.option("--size", default=120, show_default=True, help="Articles of each pair of languages at most.")
@click.option("--seed", default=1, show_default=True)
@OUTPUT
def alignment(data: Path, part: str, size: int, seed: int, output: Path) -> None:
    """F1 of sentence links on human parallel news with sentences merged, split and dropped."""
    from mtqa.qe.evaluate import evaluate_alignment

    with told_in_one_line():
        keep(output, "alignment", evaluate_alignment(data, part, size, seed))


@evaluate.command(short_help="Faults put into human translations beside their sources.")
@DATA
@PART
@click.option("--size", default=120, show_default=True, help="Faults of each kind and pair of languages at most.")
@click.option("--seed", default=1, show_default=True)
@click.option("--name", default="faults", show_default=True, help="Name of the result's files.")
@OUTPUT
@choosing
def faults(data: Path, part: str, size: int, seed: int, name: str, output: Path, **given: Any) -> None:
    """Recall of numbers and names changed, sentences dropped, added and copied, negations dropped; false alarms beside."""
    from mtqa.checks import all_checks
    from mtqa.qe.evaluate import evaluate_faults

    with told_in_one_line():
        run = settings(configuration(given))
        spare = replace(run, checks=tuple(one for one in all_checks() if not one.default), estimator=None)
        keep(output, name, evaluate_faults(data, run, spare, part, size, seed))


@evaluate.command(short_help="Accuracy on minimal pairs.")
@DATA
@click.option("--seed", default=1, show_default=True)
@click.option("--size", default=150, show_default=True, help="Pairs of each phenomenon at most.")
@click.option("--name", default="pairs", show_default=True, help="Name of the result's files.")
@WITH_SOURCE
@OUTPUT
@choosing
def pairs(data: Path, seed: int, size: int, name: str, with_source: bool, output: Path, **given: Any) -> None:
    """How often the broken sentence of a minimal pair has the worse raw score, by phenomenon."""
    from mtqa.qe.evaluate import evaluate_pairs

    with told_in_one_line():
        keep(output, name, evaluate_pairs(data, settings(configuration(given)), seed, size, with_source))


@evaluate.command(short_help="Correlation with what speakers accept.")
@DATA
@click.option("--seed", default=1, show_default=True)
@click.option("--name", default="acceptability", show_default=True, help="Name of the result's files.")
@OUTPUT
@choosing
def acceptability(data: Path, seed: int, name: str, output: Path, **given: Any) -> None:
    """MCC and AUC on sentences that speakers accept or reject, thresholds from human news."""
    from mtqa.qe.evaluate import evaluate_acceptability

    with told_in_one_line():
        keep(output, name, evaluate_acceptability(data, settings(configuration(given)), seed))


@evaluate.command(short_help="Error spans, words and segments judged by people.")
@DATA
@click.option("--seed", default=1, show_default=True)
@click.option("--name", default="judged", show_default=True, help="Name of the result's files.")
@WITH_SOURCE
@OUTPUT
@choosing
def judged(data: Path, seed: int, name: str, with_source: bool, output: Path, **given: Any) -> None:
    """Character F1 against marked errors, MCC against tagged words, rank correlation with scores of segments."""
    from mtqa.qe.evaluate import evaluate_judged

    with told_in_one_line():
        keep(output, name, evaluate_judged(data, settings(configuration(given)), seed, with_source))


@evaluate.command(short_help="Correlation with BLEU, chrF and TER.")
@DATA
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--size",
    type=click.IntRange(0),
    default=20,
    show_default=True,
    help="Documents of ten segments, for each system; 0: all.",
)
@click.option("--name", default="references", show_default=True, help="Name of the result's files.")
@OUTPUT
@choosing
def references(data: Path, seed: int, size: int, name: str, output: Path, **given: Any) -> None:
    """Correlation of the score with BLEU, chrF and TER on outputs of several systems, by sentence and document."""
    from mtqa.qe.evaluate import evaluate_references

    with told_in_one_line():
        keep(output, name, evaluate_references(data, settings(configuration(given)), size, seed))


@evaluate.command(short_help="Ranking of translation systems against chrF.")
@DATA
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--size", type=click.IntRange(0), default=400, show_default=True, help="Segments of each language pair; 0: all."
)
@click.option("--name", default="systems", show_default=True, help="Name of the result's files.")
@OUTPUT
@choosing
def systems(data: Path, seed: int, size: int, name: str, output: Path, **given: Any) -> None:
    """Pairwise accuracy of system rankings against chrF of the same outputs, without and with the source."""
    from mtqa.qe.evaluate import evaluate_systems

    with told_in_one_line():
        keep(output, name, evaluate_systems(data, settings(configuration(given)), size, seed))


@evaluate.command(short_help="Fit the weights of the scores.")
@click.argument("passages", type=FILE, envvar="MTQA_GOLD")
@DATA
@OUTPUT
@choosing
def calibration(passages: Path, data: Path, output: Path, **given: Any) -> None:
    """Fit the scores' weights on annotated passages and human-written news, and say how well they hold."""
    from mtqa.qe.calibrate import calibrate

    with told_in_one_line():
        chosen = settings(configuration(given))
        name = "calibration-model" if chosen.estimator else "calibration-rules"
        keep(output, name, calibrate(passages, data, chosen))


def keep(folder: Path, name: str, result: dict[str, Any]) -> None:
    """Write a result with the command that made it, and tell where."""
    from mtqa.qe.results import write

    arguments = [named(argument) for argument in sys.argv[1:]]
    for file in write(folder, name, " ".join(["mtqa", *arguments]), result):
        click.echo(f"wrote {file}", err=True)


def named(argument: str) -> str:
    """An argument as a report shows it: the folder of data is DATA, other places outside go by their name."""
    place = Path(argument)
    return ("DATA" if (place / "text").is_dir() else place.name) if place.is_absolute() else argument
