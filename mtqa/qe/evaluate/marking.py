"""Ways to mark a judged translation: what rules and model find, and floors that mark as much as people did.

A marking gives each code point a level: 0 sound, 1 a minor error, 2 a major or critical one.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mtqa.finding import Finding, Severity
from mtqa.qe.characters import CharacterModel
from mtqa.qe.evaluate.readings import Reading
from mtqa.qe.labelled import JudgedSegment
from mtqa.qe.metrics import Span
from mtqa.qe.tokens import tokens

Levels = npt.NDArray[np.int8]
MINOR, MAJOR = 1, 2


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged translation and what was made of it."""

    segment: JudgedSegment
    reading: Reading


def level(severity: Severity) -> int:
    """MINOR, or MAJOR for major and critical."""
    return MINOR if severity is Severity.MINOR else MAJOR


def painted(length: int, marks: Iterable[tuple[int, int, int]]) -> Levels:
    """The levels of a text of so many code points; where marks (start, end, level) overlap, the worse counts."""
    levels = np.zeros(length, np.int8)
    for start, end, worth in marks:
        np.maximum(levels[start:end], worth, out=levels[start:end])
    return levels


def gold_levels(one: JudgedSegment) -> Levels:
    """What people marked: error spans, or the words that are tagged BAD, which count as major."""
    marks = [(s.start, s.end, level(s.severity)) for s in one.spans]
    marks += [(*span, MAJOR) for span, bad in zip(one.tokens, one.is_bad, strict=True) if bad]
    return painted(len(one.text), marks)


def from_findings(one: Judged, findings: Iterable[Finding]) -> Levels:
    """What findings of the text mark."""
    marks = ((f.start, f.end, level(f.severity)) for f in findings if f.field == "text")
    return painted(len(one.segment.text), marks)


def markings(
    judged: Sequence[Judged], model: CharacterModel | None, has_tagger: bool, seed: int
) -> dict[str, list[Levels]]:
    """Every way to mark, for each translation.

    Those "at base rate" mark as many words as people did, major ones apart: at random, those that a character model
    finds strangest, those that the tagger trusts least.
    """
    gold = [gold_levels(one.segment) for one in judged]
    units = [units_of(one) for one in judged]
    draw = random.Random(seed)
    found = {
        "nothing": [painted(len(one.segment.text), ()) for one in judged],
        "random at base rate": at_base_rate(units, gold, [[draw.random() for _ in some] for some in units]),
    }
    if model:
        found["characters at base rate"] = at_base_rate(
            units, gold, [strangeness(model, *pair) for pair in zip(judged, units, strict=True)]
        )
    found["rules"] = [from_findings(one, one.reading.rules) for one in judged]
    if has_tagger:
        found["rules and tagger"] = [from_findings(one, one.reading.review.findings) for one in judged]
        found["tagger at base rate"] = at_base_rate(
            units, gold, [distrust(*pair) for pair in zip(judged, units, strict=True)]
        )
    return found


def units_of(one: Judged) -> list[Span]:
    """The words that can be marked: those people tagged, else the text's."""
    if one.segment.tokens:
        return list(one.segment.tokens)
    return [(word.start, word.end) for word in tokens(one.segment.text, one.segment.lang)]


def strangeness(model: CharacterModel, one: Judged, units: Sequence[Span]) -> list[float]:
    """Mean surprise of each unit's characters."""
    surprise = model.surprise(one.segment.text)
    return [float(surprise[start:end].mean()) if end > start else 0.0 for start, end in units]


def distrust(one: Judged, units: Sequence[Span]) -> list[float]:
    """The largest P(not ok) of the tokens in each unit."""
    worst = np.zeros(len(one.segment.text))
    for tagged in one.reading.tagged:
        for word, chance in zip(tagged.words, tagged.bad, strict=True):
            start = tagged.segment.start + word.start
            part = worst[start : start + len(word.text)]
            np.maximum(part, chance, out=part)
    return [float(worst[start:end].max()) if end > start else 0.0 for start, end in units]


def at_base_rate(
    units: Sequence[Sequence[Span]], gold: Sequence[Levels], scores: Sequence[Sequence[float]]
) -> list[Levels]:
    """The units of the highest scores marked, as many at each level as people marked over all texts."""
    shares = [share_of(units, gold, worth) for worth in (MAJOR, MINOR)]
    ordered = sorted((score for some in scores for score in some), reverse=True)
    limits = [
        ordered[round(share * len(ordered))] if share * len(ordered) < len(ordered) - 1 else -1.0 for share in shares
    ]

    def worth(score: float) -> int:
        return MAJOR if score > limits[0] else MINOR if score > limits[1] else 0

    return [
        painted(len(levels), [(*span, worth(score)) for span, score in zip(some, row, strict=True)])
        for some, row, levels in zip(units, scores, gold, strict=True)
    ]


def share_of(units: Sequence[Sequence[Span]], gold: Sequence[Levels], least: int) -> float:
    """The share of units with a mark of this level or a worse one."""
    marked = [
        bool((levels[start:end] >= least).any())
        for some, levels in zip(units, gold, strict=True)
        for start, end in some
    ]
    return sum(marked) / len(marked) if marked else 0.0
