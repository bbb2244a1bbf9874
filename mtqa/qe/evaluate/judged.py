"""Translations judged by people: error spans, tagged words, scores of segments. Intervals are drawn by document."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.qe import metrics
from mtqa.qe.characters import CharacterModel, learnt
from mtqa.qe.evaluate.marking import MAJOR, Judged, Levels, gold_levels, markings
from mtqa.qe.evaluate.pairs import told
from mtqa.qe.evaluate.readings import read
from mtqa.qe.labelled import JudgedSegment, files, has_tokens, judged_spans, judged_tokens
from mtqa.review import Settings
from mtqa.segment import Document

HALF = 0.5  # credit for an error found with the wrong severity, as in the WMT shared tasks on error spans
Result = dict[str, Any]
Counts = npt.NDArray[np.float64]


def evaluate_judged(data: Path, settings: Settings, seed: int = 1, with_source: bool = False) -> Result:
    """Character F1, word MCC and rank correlation for each file of judged/dev, floors beside.

    `f1` counts code points over all segments: all errors; `f1_major` major and critical ones alone; `f1_severity` gives
    half the credit for the wrong severity. The source is read with `with_source` alone.
    """
    models: dict[str, CharacterModel | None] = {}
    found: Result = {"seed": seed, "with source": with_source}
    for file in files(data / "judged" / "dev"):
        is_tagged = has_tokens(file)
        segments = judged_tokens(file) if is_tagged else judged_spans(file)
        if not with_source:
            segments = [replace(one, source=None) for one in segments]
        lang = segments[0].lang
        if lang not in models:
            models[lang] = learnt(data, lang)
        readings = read((_document(one) for one in segments), settings)
        judged = [Judged(one, reading) for one, reading in zip(segments, readings, strict=True)]
        marked = markings(judged, models[lang], settings.estimator is not None, seed)
        name = file.name.partition(".jsonl")[0]
        found[name] = {
            "size": {"segments": len(judged), "documents": len({one.segment.group for one in judged})},
            "words" if is_tagged else "spans": (word_figures if is_tagged else span_figures)(judged, marked),
            **correlations(judged, models[lang], settings),
        }
    return found


def _document(one: JudgedSegment) -> Document:
    return Document(
        one.group, one.group, one.text, target_lang=one.lang, source=one.source, source_lang=one.source_lang
    )


def span_figures(judged: Sequence[Judged], marked: dict[str, list[Levels]]) -> Result:
    """Character F1 of each way to mark."""
    gold = [gold_levels(one.segment) for one in judged]
    found: Result = {}
    for name, levels in marked.items():
        groups = summed(judged, [counts(g, p) for g, p in zip(gold, levels, strict=True)])
        found[name] = {
            "precision": _divided(groups, 0, 1),
            "recall": _divided(groups, 0, 2),
            **intervals("f1", groups, lambda c: f1_of(c[0], c[1], c[2])),
            **intervals("f1_major", groups, lambda c: f1_of(c[3], c[4], c[5])),
            **intervals("f1_severity", groups, lambda c: f1_of(c[6], c[1], c[2])),
        }
    return found


def counts(gold: Levels, predicted: Levels) -> Counts:
    """Code points that are right, marked, in error (all errors; then major ones); and right with credit for severity."""
    right = (gold > 0) & (predicted > 0)
    major_gold, major_predicted = gold == MAJOR, predicted == MAJOR
    credit = (right & (gold == predicted)).sum() + HALF * (right & (gold != predicted)).sum()
    numbers = [
        right.sum(),
        (predicted > 0).sum(),
        (gold > 0).sum(),
        (major_gold & major_predicted).sum(),
        major_predicted.sum(),
        major_gold.sum(),
        credit,
    ]
    return np.array(numbers, np.float64)


def f1_of(right: float, predicted: float, gold: float) -> float:
    """F1 from what is right, marked and in error; 0 where nothing is."""
    return float(2 * right / (predicted + gold)) if predicted + gold else 0.0


def word_figures(judged: Sequence[Judged], marked: dict[str, list[Levels]]) -> Result:
    """MCC and F1 of bad words for each way to mark; a tag that stands for no word counts as found sound."""
    found: Result = {}
    for name, levels in marked.items():
        groups = summed(judged, [confusion(one, p) for one, p in zip(judged, levels, strict=True)])
        whole = groups.sum(0)
        found[name] = {
            "bad": (whole[0] + whole[2]) / max(1, whole.sum()),
            "marked": (whole[0] + whole[1]) / max(1, whole.sum()),
            **intervals("mcc", groups, lambda c: metrics.mcc(int(c[0]), int(c[1]), int(c[2]), int(c[3]))),
            **intervals("f1_bad", groups, lambda c: metrics.f1(c[0], c[1], c[2])),
        }
    return found


def confusion(one: Judged, predicted: Levels) -> Counts:
    """True positives, false positives, false negatives and true negatives over the tagged words."""
    cells = np.zeros(4)
    for (start, end), bad in zip(one.segment.tokens, one.segment.is_bad, strict=True):
        out = bool((predicted[start:end] > 0).any())
        cells[(0 if out else 2) if bad else (1 if out else 3)] += 1
    return cells


def summed(judged: Sequence[Judged], some: Sequence[Counts]) -> Counts:
    """Counts by document, (documents, counts)."""
    groups: dict[str, Counts] = {}
    for one, row in zip(judged, some, strict=True):
        name = one.segment.group
        groups[name] = groups[name] + row if name in groups else row
    return np.array(list(groups.values()))


def intervals(name: str, groups: Counts, statistic: Callable[[Counts], float]) -> Result:
    """A figure over all documents and its interval."""
    drawn = metrics.bootstrap(list(groups), lambda some: statistic(np.sum(some, 0)))
    return {name: statistic(groups.sum(0)), f"{name} interval": drawn}


def _divided(groups: Counts, above: int, below: int) -> float | None:
    whole = groups.sum(0)
    return float(whole[above] / whole[below]) if whole[below] else None


def correlations(judged: Sequence[Judged], model: CharacterModel | None, settings: Settings) -> Result:
    """Spearman correlation of segment scores with what people gave, where they gave anything."""
    told_by_people = [one for one in judged if one.segment.quality is not None]
    if not told_by_people:
        return {}
    scores: dict[str, Callable[[Judged], float]] = {"rules": lambda one: -told(one.reading)}
    if settings.estimator:
        scores |= {
            "tagger": lambda one: -one.reading.raw(),
            "rules and tagger": lambda one: -one.reading.together(),
            "shown score": lambda one: one.reading.review.score,
        }
    if model:
        scores["characters"] = lambda one: -model.mean(one.segment.text)
    return {"spearman": {name: _ranked(told_by_people, score) for name, score in scores.items()}}


def _ranked(judged: Sequence[Judged], score: Callable[[Judged], float]) -> Result:
    groups: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for one in judged:
        groups[one.segment.group].append((score(one), one.segment.quality or 0.0))

    def correlation(some: Sequence[list[tuple[float, float]]]) -> float:
        flat = [pair for group in some for pair in group]
        return metrics.spearman([a for a, _ in flat], [b for _, b in flat])

    whole = list(groups.values())
    return {"correlation": correlation(whole), "interval": metrics.bootstrap(whole, correlation, times=200)}
