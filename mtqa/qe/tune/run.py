"""The whole of `mtqa train`: read, part, tune, export, measure before and after."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from safetensors.torch import save_file

from mtqa.errors import ConfigError, InputError
from mtqa.qe.evaluate import evaluate_gold
from mtqa.qe.examples import UNJUDGED
from mtqa.qe.export import export
from mtqa.qe.features import FEATURES
from mtqa.qe.network import Tagger
from mtqa.qe.thresholds import write
from mtqa.qe.train import load
from mtqa.qe.tune.batches import sentence_rows
from mtqa.qe.tune.limits import thresholds
from mtqa.qe.tune.parts import Parts, parted
from mtqa.qe.tune.rows import Labelled, read_labelled, tag_of
from mtqa.qe.tune.tuning import Tuned, TuneSettings, tune, word_auc
from mtqa.review import Settings

HELD_OUT = "held-out.jsonl"
Result = dict[str, Any]


def fine_tune(
    file: Path, out: Path, base: Path, settings: TuneSettings, share: float, with_model: Callable[[Path], Settings]
) -> Result:
    """Tune the taggers of `base` on a labelled file, write a model's folder and say what it is worth on what was held out.

    `with_model` gives a run's settings with the model of a folder. Raises InputError for a file that cannot be used,
    ConfigError where there is nothing to start from or `out` holds something else.
    """
    refuse(out)
    starts = taggers(base)
    parts = parted(read_labelled(file), share, settings.seed)
    learnt, choosing = sentence_rows(parts.learnt), sentence_rows(parts.choosing)
    if not any(0 < tag < UNJUDGED for row in learnt for tag in row.tags):
        raise InputError(f"{file}: no error is of a kind that the tagger learns: see categories in reports/models.md")
    tuned = [tune(start, learnt, choosing, replace(settings, seed=settings.seed + n)) for n, start in enumerate(starts)]
    keep(out, tuned)
    limits, measured = thresholds(out, base, parts)
    write(out, limits, out.resolve().name)
    held = hold_out(out, parts.held_out)
    before, after = (evaluate_gold(held, with_model(folder))["all"] for folder in (base, out))
    rows = sentence_rows(parts.held_out)
    models = [one.model for one in tuned]
    return {
        "passages": sizes(parts),
        "epochs": [one.epoch for one in tuned],
        "thresholds": ", ".join([f"of {base.name}, raised", *(f"{lang} of the file" for lang in measured)]),
        "left out": not_learnt(parts),
        "held-out": {
            "before": figures(before) | {"word_auc": word_auc(starts, rows)},
            "after": figures(after) | {"word_auc": word_auc(models, rows)},
        },
    }


def refuse(out: Path) -> None:
    """Raise ConfigError where a folder holds anything but an earlier run."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / HELD_OUT).is_file())):
        raise ConfigError(f"{out}: is not empty: give a folder of its own")


def taggers(base: Path) -> list[Tagger]:
    """The trained networks of a model's folder; raises ConfigError where there are none, or of another shape."""
    folders = sorted(one.parent for one in base.glob("run*/model.safetensors"))
    if not folders:
        raise ConfigError(f"{base}: has no weights to start from: run*/model.safetensors is missing")
    try:
        found = [load(folder) for folder in folders]
    except Exception as error:  # safetensors, json and torch raise classes of their own for damaged files
        raise ConfigError(f"{base}: the weights cannot be read: {str(error).splitlines()[0]}") from error
    if any(one.config.features != len(FEATURES) for one in found):
        raise ConfigError(f"{base}: the weights are of another version of mtqa: their features are others")
    return found


def keep(out: Path, tuned: Sequence[Tuned]) -> None:
    """Write the weights, as run1 and so on, and their mean as tagger.onnx."""
    for number, one in enumerate(tuned, 1):
        folder = out / f"run{number}"
        folder.mkdir(parents=True, exist_ok=True)
        one.model.config.save(folder)
        save_file({k: v.contiguous() for k, v in one.model.state_dict().items()}, folder / "model.safetensors")
    export([one.model for one in tuned], out / "tagger.onnx")


def hold_out(out: Path, rows: Sequence[Labelled]) -> Path:
    """Write the held-out passages in the form that `mtqa evaluate gold` reads."""
    file = out / HELD_OUT
    with file.open("w", encoding="utf-8") as stream:
        for row in rows:
            document = row.passage.document
            told = {
                "id": document.id,
                "text": document.text,
                "tgt_lang": document.target_lang,
                "src_lang": document.source_lang,
                "errors": [
                    {
                        "start": e.start,
                        "end": e.end,
                        "category": e.category,
                        "severity": e.severity,
                        "obvious": e.is_obvious,
                    }
                    for e in row.passage.errors
                ],
            }
            stream.write(json.dumps(told, ensure_ascii=False) + "\n")
    return file


def sizes(parts: Parts) -> Result:
    """Passages and errors of each part."""
    named = {"learnt": parts.learnt, "choosing": parts.choosing, "held-out": parts.held_out}
    return {
        name: {"passages": len(rows), "errors": sum(len(row.passage.errors) for row in rows)}
        for name, rows in named.items()
    }


def not_learnt(parts: Parts) -> Result:
    """How many errors are of categories that the tagger does not learn."""
    errors = (e for part in (parts.learnt, parts.choosing) for row in part for e in row.passage.errors)
    return dict(Counter(e.category for e in errors if not tag_of(e.category)).most_common())


def figures(result: Result) -> Result:
    """Those of an evaluation that fit in a table."""
    return {key: value for key, value in result.items() if not isinstance(value, dict)}
