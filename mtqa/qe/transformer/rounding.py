"""`python -m mtqa.qe.transformer.rounding RUN MODEL DATA`: what 8 bits change.

RUN is a training's folder, MODEL what `export` made of it, with its thresholds. Both read human news, and damaged: the largest
and the mean difference of P(not ok) over words and of the verdicts, and how many spans both mark.
"""

import argparse
import json
import random
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from mtqa.finding import Estimate
from mtqa.qe.corpora import human_news
from mtqa.qe.estimator import TaggerEstimator
from mtqa.qe.features import LANGS
from mtqa.qe.shipped import opened
from mtqa.qe.tokens import tokens
from mtqa.qe.transformer.export import load, write
from mtqa.segment import Segment
from mtqa.sentences import split
from mtqa.text import words

MOST = 400  # sentences of a language
THRESHOLDS = "thresholds.json"


def changed(full: TaggerEstimator, small: TaggerEstimator, segments: Sequence[Segment]) -> dict[str, float]:
    """Differences of two models over segments; spans are the same where both mark some of the same words alike."""
    cut = [tokens(one.target, one.target_lang) for one in segments]
    one, other = (model.probabilities(segments, cut) for model in (full, small))
    differences = np.concatenate([np.abs(one[n][0][:, 0] - other[n][0][:, 0]) for n in one])
    verdicts = [abs(one[n][1] - other[n][1]) for n in one]
    marks = [model(segments) for model in (full, small)]
    return {
        "word_most": float(differences.max()),
        "word_mean": float(differences.mean()),
        "verdict_most": max(verdicts),
        "spans": sum(len(estimate.marks) for estimate in marks[0]),
        "spans_of_both": sum(shared(*pair) for pair in zip(*marks, strict=True)),
        "spans_of_8_bits": sum(len(estimate.marks) for estimate in marks[1]),
    }


def shared(one: Estimate, other: Estimate) -> int:
    """How many marks of an estimate another one has too."""
    places = [(mark.code, mark.hit.start, mark.hit.end) for mark in other.marks]
    return sum(
        any(code == mark.code and start < mark.hit.end and mark.hit.start < end for code, start, end in places)
        for mark in one.marks
    )


def scrambled(segment: Segment, draw: random.Random) -> Segment:
    """The segment with three neighbouring words in another order, so that there is something to mark."""
    found = words(segment.target)
    if len(found) < 4:
        return segment
    at = draw.randrange(len(found) - 2)
    first, second, third = found[at : at + 3]
    text = segment.target
    between = text[first.end : second.start], text[second.end : third.start]
    new = f"{third.text}{between[0]}{first.text}{between[1]}{second.text}"
    return replace(segment, target=text[: first.start] + new + text[third.end :])


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line a language, sound and scrambled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("data", type=Path)
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        whole, draw = Path(folder), random.Random(1)
        write(whole, load(given.run), given.model, is_full=True)
        shutil.copyfile(given.model / THRESHOLDS, whole / THRESHOLDS)
        full, small = opened(whole), opened(given.model)
        for lang in LANGS:
            news = [one for text in human_news(given.data, lang, "odd") for one in split(text).segments][:MOST]
            for name, segments in (("sound", news), ("scrambled", [scrambled(one, draw) for one in news])):
                told = {key: round(value, 4) for key, value in changed(full, small, segments).items()}
                print(json.dumps({"lang": lang, "text": name, **told}), flush=True)


if __name__ == "__main__":
    main()
