"""What every kind of model is brought to: a number for each word, maybe with what is wrong with it, and spans from limits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from mtqa.finding import Hit, Marked, Severity
from mtqa.qe.estimator import Threshold, runs
from mtqa.qe.tags import Tag
from mtqa.segment import Segment
from mtqa.text import Word

Numbers = npt.NDArray[np.float32]
SHOWN = 40  # characters of a span that a message quotes


@dataclass(frozen=True, slots=True)
class Judged:
    """A segment's words with how bad each looks: P(bad), or bits of surprisal. Not finite: nothing is said of the word.

    `tags` (N, K) says how likely each of K kinds of error is.
    """

    words: tuple[Word, ...] = ()
    values: Numbers = field(default_factory=lambda: np.zeros(0, np.float32))
    tags: Numbers | None = None


def marks(
    segment: Segment, judged: Judged, limit: Threshold, kinds: Sequence[Tag], top: float, most: float = 1.0
) -> Iterator[Marked]:
    """Spans that begin where a value reaches `high` and take in their neighbours from `low` on.

    They are minor below `sure`. `top` is the value that means certainty: a value's share of it is the confidence, `most` at most.
    """
    values = np.where(np.isfinite(judged.values), judged.values, 0)
    for first, last in runs(values >= limit.low):
        peak = float(values[first:last].max())
        if peak < limit.high:
            continue
        kind = kinds[0] if judged.tags is None else kinds[int(judged.tags[first:last].sum(0).argmax())]
        start, end = judged.words[first].start, judged.words[last - 1].end
        text = segment.target[start:end]
        shown = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
        severity = kind.severity if peak >= limit.sure else Severity.MINOR
        hit = Hit(start, end, kind.message.format(text=shown), confidence=round(max(0.01, min(most, peak / top)), 3))
        yield Marked(kind.code, kind.name, kind.category, severity, hit)
