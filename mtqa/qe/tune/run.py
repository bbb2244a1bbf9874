"""The whole of `mtqa train`: read, part, tune, export, measure before and after."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from mtqa.errors import ConfigError, InputError
from mtqa.qe.evaluate import evaluate_gold
from mtqa.qe.shipped import SMALL
from mtqa.qe.tune.learner import Learner
from mtqa.qe.tune.limits import set_thresholds
from mtqa.qe.tune.parts import Parts, parted
from mtqa.qe.tune.rows import Labelled, read_labelled, tag_of
from mtqa.qe.tune.tuning import TuneSettings, is_taught, tune, word_auc
from mtqa.review import Settings

HELD_OUT = "held-out.jsonl"
Result = dict[str, Any]


def fine_tune(
    file: Path, out: Path, base: Path, settings: TuneSettings, share: float, with_model: Callable[[Path], Settings]
) -> Result:
    """Tune the networks of `base` on a labelled file, write a model's folder and say what it is worth on what was held out.

    `with_model` gives a run's settings with the model of a folder. Raises InputError for a file that cannot be used,
    ConfigError where there is nothing to start from or `out` holds something else.
    """
    refuse(out)
    learner = learner_of(base)
    parts = parted(read_labelled(file), share, settings.seed)
    learnt, choosing = learner.rows(parts.learnt), learner.rows(parts.choosing)
    if not any(is_taught(batch.tags).any() for batch in learner.batched(learnt, len(learnt), range(len(learnt)))):
        raise InputError(f"{file}: no error is of a kind that the model learns: see categories in reports/models.md")
    seeds = [replace(settings, seed=settings.seed + n) for n in range(len(learner.starts))]
    tuned = [tune(start, learner, learnt, choosing, seed) for start, seed in zip(learner.starts, seeds, strict=True)]
    models = [one.model for one in tuned]
    learner.keep(out, models)
    measured = set_thresholds(out, base, parts)
    held = hold_out(out, parts.held_out)
    before, after = (evaluate_gold(held, with_model(folder))["all"] for folder in (base, out))
    rows = learner.rows(parts.held_out)
    return {
        "passages": sizes(parts),
        "epochs": [one.epoch for one in tuned],
        "thresholds": ", ".join([f"of {base.name}, raised", *(f"{lang} of the file" for lang in measured)]),
        "left out": not_learnt(parts),
        "held-out": {
            "before": figures(before) | {"word_auc": word_auc(learner.starts, learner, rows)},
            "after": figures(after) | {"word_auc": word_auc(models, learner, rows)},
        },
    }


def learner_of(base: Path) -> Learner:
    """What reads and tunes the networks of a model's folder; raises ConfigError where there are none."""
    if (base / SMALL).is_file():
        from mtqa.qe.tune import small

        return small.learner(base)
    from mtqa.qe.tune import tagger

    return tagger.learner(base)


def refuse(out: Path) -> None:
    """Raise ConfigError where a folder holds anything but an earlier run."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / HELD_OUT).is_file())):
        raise ConfigError(f"{out}: is not empty: give a folder of its own")


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
    """How many errors are of categories that are not learnt."""
    errors = (e for part in (parts.learnt, parts.choosing) for row in part for e in row.passage.errors)
    return dict(Counter(e.category for e in errors if not tag_of(e.category)).most_common())


def figures(result: Result) -> Result:
    """Those of an evaluation that fit in a table."""
    return {key: value for key, value in result.items() if not isinstance(value, dict)}
