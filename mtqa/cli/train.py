"""`mtqa train`: a shipped model, fine-tuned on a labelled file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli.evaluate import named
from mtqa.cli.options import FILE, settings
from mtqa.config import Config
from mtqa.errors import ConfigError

if TYPE_CHECKING:
    from mtqa.review import Settings


@click.command(short_help="Fine-tune the model on labelled passages.")
@click.argument("file", type=FILE)
@click.option("--out", type=FILE, required=True, metavar="DIR", help="The new model's folder, for --model DIR.")
@click.option("--base", default="tagger", show_default=True, metavar="NAME|DIR", help="The model to start from.")
@click.option(
    "--held-out",
    type=click.FloatRange(0.05, 0.5),
    default=0.2,
    show_default=True,
    metavar="SHARE",
    help="Of the documents, never learnt from.",
)
@click.option("--epochs", type=click.IntRange(1, 1000), default=20, show_default=True, metavar="N")
@click.option("--seed", default=1, show_default=True, metavar="N", help="Of the parting and the learning.")
def train(file: Path, out: Path, base: str, held_out: float, epochs: int, seed: int) -> None:
    """Fine-tune a model on FILE: passages with their errors marked, one JSON object a line.

    {"id": "a1", "text": "...", "tgt_lang": "fr", "src_lang": "de",
    "errors": [{"start": 3, "end": 9, "category": "grammar"}]}

    A part of the documents is held out, and what rules and model find there is told before and after.
    """
    try:
        from mtqa.qe.tune.run import fine_tune
        from mtqa.qe.tune.tuning import TuneSettings
    except ImportError as error:
        raise ConfigError(f"training needs torch: pip install 'mtqa[train]' ({error})") from error
    from mtqa.lexicon.table import folder
    from mtqa.qe.results import shown, write

    start = folder() / base if (folder() / base).is_dir() else Path(base)
    result = fine_tune(file, out, start, TuneSettings(epochs=epochs, seed=seed), held_out, with_model)
    page = write(out, "training", " ".join(["mtqa", *map(named, sys.argv[1:])]), result)[1]
    for line in told(result["held-out"], shown):
        click.echo(line)
    if not any(result["epochs"]):
        click.echo("nothing was gained: the weights are those that it started from", err=True)
    click.echo(f"wrote {out} (see {page})", err=True)


def with_model(folder: Path) -> "Settings":
    """The settings of a plain run with the model of a folder."""
    return settings(Config(model=str(folder)))


def told(table: dict[str, dict[str, Any]], shown: Any) -> list[str]:
    """Before and after as lines, a figure each."""
    before, after = table["before"], table["after"]
    rows = [("held-out documents", "before", "after"), *((k, shown(before[k]), shown(after[k])) for k in before)]
    return [f"{name:<20}{one:>10}{other:>10}" for name, one, other in rows]
