"""Acceptability: whether sentences that speakers reject are told from those that they accept."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from mtqa.qe import metrics
from mtqa.qe.characters import CharacterModel, learnt
from mtqa.qe.corpora import human_news
from mtqa.qe.evaluate.readings import Reading, read
from mtqa.qe.labelled import Rated, files, rated
from mtqa.review import Settings
from mtqa.segment import Document
from mtqa.sentences import split

ALARMS = 0.05  # share of human sentences above the thresholds of raw scores
SCORES: dict[str, Callable[[Reading], float]] = {"tagger": Reading.raw, "rules and tagger": Reading.together}
Result = dict[str, Any]


def evaluate_acceptability(data: Path, settings: Settings, seed: int = 1) -> Result:
    """MCC and AUC for each file of acceptability/dev, with intervals drawn by sentence.

    Nothing is chosen on these sentences: `findings` rejects what has a finding; a raw score rejects above the value that
    one in twenty sentences of human news (even part) exceeds, the character 6-gram model too. `random` rejects at the
    sentences' own rate; to find nothing has MCC 0 and AUC .5.
    """
    limits: dict[str, dict[str, float]] = {}
    models: dict[str, CharacterModel | None] = {}
    found: Result = {"seed": seed}
    for file in files(data / "acceptability" / "dev"):
        some = rated(file)
        lang = some[0].lang
        if lang not in limits:
            models[lang] = learnt(data, lang)
            limits[lang] = thresholds(data, lang, settings, models[lang])
        found[file.name.partition(".jsonl")[0]] = figures(some, settings, limits[lang], models[lang], seed)
    return found


def scored(reading: Reading, settings: Settings, model: CharacterModel | None) -> dict[str, float]:
    """The raw scores of a sentence, the higher the worse."""
    own = {name: score(reading) for name, score in SCORES.items()} if settings.estimator else {}
    return own | ({"characters": model.mean(reading.review.document.text)} if model else {})


def thresholds(data: Path, lang: str, settings: Settings, model: CharacterModel | None) -> dict[str, float]:
    """For each raw score the value that ALARMS of the sentences of human news exceed."""
    sentences = [_document(s.target, lang) for d in human_news(data, lang, "even") for s in split(d).segments]
    rows = [scored(reading, settings, model) for reading in read(sentences, settings)]
    return {
        name: sorted(row[name] for row in rows)[int((1 - ALARMS) * len(rows))] for name in (rows[0] if rows else ())
    }


def _document(text: str, lang: str) -> Document:
    return Document("sentence", "sentence", text, target_lang=lang)


def figures(
    some: Sequence[Rated], settings: Settings, limits: dict[str, float], model: CharacterModel | None, seed: int
) -> Result:
    """MCC and AUC of each way to reject."""
    good = [one.is_acceptable for one in some]
    readings = list(read((_document(one.text, one.lang) for one in some), settings))
    rows = [scored(reading, settings, model) for reading in readings]
    draw = random.Random(seed)
    rate = 1 - sum(good) / len(good)
    rejected = {
        "random": [draw.random() < rate for _ in some],
        "findings of rules": [bool(reading.rules) for reading in readings],
        "findings": [bool(reading.review.findings) for reading in readings],
        **{name: [row[name] > limit for row in rows] for name, limit in limits.items()},
    }
    shown = [reading.review.score for reading in readings]
    return {
        name: {
            "n": len(some),
            "rejected by speakers": rate,
            "rejected": sum(out) / len(out),
            "mcc": correlation(list(zip(out, good, strict=True))),
            "interval": metrics.bootstrap(list(zip(out, good, strict=True)), correlation),
            "auc": _auc([-row[name] for row in rows] if name in limits else shown, good)
            if name in limits or name == "findings"
            else None,
        }
        for name, out in rejected.items()
    }


def correlation(rows: Sequence[tuple[bool, bool]]) -> float:
    """MCC of (rejected, acceptable): rejecting what is not acceptable is right."""
    bad = [(out, not good) for out, good in rows]
    return metrics.mcc(
        sum(out and wrong for out, wrong in bad),
        sum(out and not wrong for out, wrong in bad),
        sum(wrong and not out for out, wrong in bad),
        sum(not out and not wrong for out, wrong in bad),
    )


def _auc(quality: Sequence[float], good: Sequence[bool]) -> float | None:
    sound = [q for q, is_good in zip(quality, good, strict=True) if is_good]
    return metrics.auc(sound, [q for q, is_good in zip(quality, good, strict=True) if not is_good])
