"""Minimal pairs: how often the broken sentence of two is the one that looks worse."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import log
from pathlib import Path
from typing import Any

from mtqa.qe import metrics
from mtqa.qe.characters import CharacterModel, learnt
from mtqa.qe.evaluate.readings import SURE, Reading, read
from mtqa.qe.labelled import MinimalPair, files, minimal_pairs
from mtqa.review import Settings
from mtqa.segment import Document

SIZE = 150  # pairs of each phenomenon at most
Result = dict[str, Any]


def told(reading: Reading) -> float:
    """Surprise at what rules found."""
    return sum(-log(max(SURE, 1 - f.hit.confidence)) for f in reading.rules)


def doubt(reading: Reading) -> float:
    """Surprise if the sentence is sound, by the model's own word on the whole sentence."""
    chances = (s.probability for s in reading.review.sentences)
    return sum(-log(max(SURE, chance)) for chance in chances if chance is not None)


RULES: dict[str, Callable[[Reading], float]] = {"rules": told}
TAGGER: dict[str, Callable[[Reading], float]] = {
    "tagger": Reading.raw,
    "tagger, sentence": doubt,
    "rules and tagger": Reading.together,
}


def evaluate_pairs(
    data: Path, settings: Settings, seed: int = 1, size: int = SIZE, with_source: bool = False
) -> Result:
    """Accuracy by raw score, ties a half, for each file of pairs/dev: by phenomenon, and over what the target shows.

    With the source only files whose pairs have one are read, and rules see it.

    Floors: chance is .5; `characters` is a character 6-gram model by surprise per character, `characters, sum` by the
    whole surprise. Intervals are of the summary, drawn by pair.
    """
    scores = RULES | (TAGGER if settings.estimator else {})
    models: dict[str, CharacterModel | None] = {}
    found: Result = {"seed": seed, "pairs of a phenomenon at most": size}
    for file in files(data / "pairs" / "dev"):
        chosen = drawn([one for one in minimal_pairs(file) if one.source or not with_source], seed, size)
        if not chosen:
            continue
        if not with_source:
            chosen = [replace(one, source=None) for one in chosen]
        for lang in {pair.lang for pair in chosen} - models.keys():
            models[lang] = learnt(data, lang)
        won = list(outcomes(chosen, settings, scores, models))
        found[file.name.partition(".jsonl")[0]] = figures(chosen, won)
    return found


def drawn(pairs: Sequence[MinimalPair], seed: int, size: int) -> list[MinimalPair]:
    """At most `size` pairs of each phenomenon."""
    by: dict[str, list[MinimalPair]] = defaultdict(list)
    for pair in pairs:
        by[pair.phenomenon].append(pair)
    draw = random.Random(seed)
    return [pair for some in by.values() for pair in (draw.sample(some, size) if len(some) > size else some)]


def outcomes(
    pairs: Sequence[MinimalPair],
    settings: Settings,
    scores: dict[str, Callable[[Reading], float]],
    models: dict[str, CharacterModel | None],
) -> Iterator[dict[str, float]]:
    """For each pair and score 1 where the broken sentence looks worse, 0 where the sound one does, else a half."""
    documents = (_document(text, pair) for pair in pairs for text in (pair.good, pair.bad))
    readings = read(documents, settings)
    for pair, good, bad in zip(pairs, readings, readings, strict=False):
        row = {name: won(score(good), score(bad)) for name, score in scores.items()}
        if model := models[pair.lang]:
            row["characters"] = won(model.mean(pair.good), model.mean(pair.bad))
            row["characters, sum"] = won(model.total(pair.good), model.total(pair.bad))
        yield row


def _document(text: str, pair: MinimalPair) -> Document:
    source = pair.source_lang if pair.source_lang and len(pair.source_lang) == 2 else None
    return Document("pair", "pair", text, target_lang=pair.lang, source=pair.source, source_lang=source)


def won(good: float, bad: float) -> float:
    """1, 0, or a half for a tie."""
    return 0.5 if good == bad else float(bad > good)


def figures(pairs: Sequence[MinimalPair], won: Sequence[dict[str, float]]) -> Result:
    """The summary over pairs whose error the target shows, then every phenomenon."""
    seen = [row for pair, row in zip(pairs, won, strict=True) if pair.is_seen]
    by: dict[str, list[dict[str, float]]] = defaultdict(list)
    for pair, row in zip(pairs, won, strict=True):
        by[pair.phenomenon if pair.is_seen else f"{pair.phenomenon} (needs the source)"].append(row)
    return {
        "summary": {name: {"n": len(seen), "accuracy": mean, "interval": gap} for name, mean, gap in _summary(seen)},
        "phenomena": {
            name: {"n": len(some)} | {score: sum(r[score] for r in some) / len(some) for score in some[0]}
            for name, some in sorted(by.items())
        },
    }


def _summary(seen: Sequence[dict[str, float]]) -> Iterator[tuple[str, float, tuple[float, float] | None]]:
    for name in seen[0] if seen else ():
        values = [row[name] for row in seen]
        yield name, sum(values) / len(values), metrics.bootstrap(values, lambda some: sum(some) / len(some))
