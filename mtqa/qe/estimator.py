"""The tagger at work: segments in, estimates out, by onnxruntime alone.

A model is a folder with tagger.onnx and thresholds.json ({"name": ..., "tags": {lang: {tag: {...}}}}).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.errors import ConfigError
from mtqa.finding import Estimate, Hit, Marked, Severity
from mtqa.qe.features import FEATURES, LANGS, features
from mtqa.qe.identity import Numbers, identities
from mtqa.qe.tags import BY_TAG, TAGS
from mtqa.qe.tokens import in_links, normal, tokens
from mtqa.segment import Segment
from mtqa.text import Word

LONGEST = 64  # tokens of a row
OVERLAP = 16  # tokens that two windows of a long sentence share
BATCH = 64  # rows of a run
AT_ONCE = 512  # segments whose rows are held at a time
ALONE, BESIDE_SOURCE = "tags", "tags_beside_source"  # keys of thresholds.json
Probabilities = npt.NDArray[np.float32]
DOUBLED, BETWEEN = "doubled", 2  # tokens between a phrase and its repetition
FINE = np.eye(len(TAGS), dtype=np.float32)[0]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A span of a tag begins where P(not ok) reaches `high`, and takes in its neighbours from `low` on.

    Below `sure` it is worth a look but no reason to stop a feed: its finding is minor, whatever the tag.
    """

    high: float
    low: float
    sure: float


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a segment's tokens, [first, first + length), as a row of the network."""

    segment: int
    first: int
    rows: npt.NDArray[np.float32]
    who: Numbers


class TaggerEstimator:
    """An Estimator. Opened on first use, so that it can be sent to other processes."""

    def __init__(self, where: Path) -> None:
        self.where = where
        self.thresholds, self.name = read_thresholds(where)
        if not (where / "tagger.onnx").is_file():
            raise ConfigError(f"{where}: no model: tagger.onnx is missing")

    def __getstate__(self) -> dict[str, Any]:
        return {key: value for key, value in self.__dict__.items() if key != "session"}

    @cached_property
    def session(self) -> Any:
        """The onnxruntime session; raises ConfigError for a damaged file."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_mem_pattern = False  # it keeps a plan of the memory for every shape that it has met
        try:
            session = onnxruntime.InferenceSession(str(self.where / "tagger.onnx"), options, ["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises classes of its own, which it does not export
            raise ConfigError(f"{self.where}: the model is damaged: {str(error).splitlines()[0]}") from error
        reads = {one.name: one.shape[-1] for one in session.get_inputs()}
        if reads.keys() != {"features", "identities", "mask"} or reads["features"] != len(FEATURES):
            raise ConfigError(f"{self.where}: the model reads other features than this version gives: train it again")
        return session

    def __call__(self, segments: Sequence[Segment]) -> list[Estimate]:
        """One estimate a segment, in order; None as probability for languages without counts."""
        parts = (segments[first : first + AT_ONCE] for first in range(0, len(segments), AT_ONCE))
        return [estimate for part in parts for estimate in self.estimates(part)]

    def estimates(self, segments: Sequence[Segment]) -> Iterator[Estimate]:
        """The same for as many segments as are held at a time."""
        cut = [tokens(s.target, s.target_lang) if s.target_lang in LANGS else () for s in segments]
        found = self.probabilities(segments, cut)
        for n, (segment, words) in enumerate(zip(segments, cut, strict=True)):
            yield self.estimate(segment, words, *found[n]) if n in found else Estimate(None)

    def estimate(self, segment: Segment, words: Sequence[Word], tags: Probabilities, broken: float) -> Estimate:
        """Spans and probability of one segment from its tokens' tag probabilities (T, tags)."""
        limits = self.limits(segment)
        if links := in_links(segment.target, words):
            tags = tags.copy()
            tags[links] = FINE
        marks = tuple(
            marked(segment, words, (first, last), tag, chance, chance >= limits[tag].sure)
            for first, last, tag, chance in spans(tags, limits)
            if tag != DOUBLED or is_said_at_once(words, first, last)
        )
        return Estimate(round(1 - broken, 3), marks)

    def limits(self, segment: Segment) -> dict[str, Threshold]:
        """The thresholds by tag that hold for a segment."""
        return self.thresholds[segment.target_lang]

    def probabilities(
        self, segments: Sequence[Segment], cut: Sequence[Sequence[Word]]
    ) -> dict[int, tuple[Probabilities, float]]:
        """For each segment that has tokens: tag probabilities (T, tags), and P(broken) of its worst window."""
        return self.read(windows(segments, cut), cut)

    def read(self, rows: Iterable[Window], cut: Sequence[Sequence[Word]]) -> dict[int, tuple[Probabilities, float]]:
        """The same from the segments' windows."""
        tags = {n: np.zeros((len(words), len(TAGS)), np.float32) for n, words in enumerate(cut) if words}
        broken = dict.fromkeys(tags, 0.0)
        for batch in batched(rows):
            length = len(batch[-1].rows)
            x = np.zeros((len(batch), length, len(FEATURES)), np.float32)
            who = np.zeros((len(batch), length, 3), np.int64)
            mask = np.zeros((len(batch), length), np.float32)
            for row, window in enumerate(batch):
                x[row, : len(window.rows)] = window.rows
                who[row, : len(window.rows)] = window.who
                mask[row, : len(window.rows)] = 1
            seen, bad = self.session.run(None, {"features": x, "identities": who, "mask": mask})
            for row, window in enumerate(batch):
                place = tags[window.segment][window.first : window.first + len(window.rows)]
                new = seen[row, : len(window.rows)]
                broken[window.segment] = max(broken[window.segment], float(bad[row]))
                if len(new) == len(cut[window.segment]):
                    place[:] = new
                    continue
                fresh = new[:, 0] < np.where(place.sum(1) > 0, place[:, 0], 2)  # where windows overlap, the worse view
                place[fresh] = new[fresh]
        return {n: (tags[n], broken[n]) for n in tags}


def windows(segments: Sequence[Segment], cut: Sequence[Sequence[Word]]) -> Iterator[Window]:
    """Rows of at most LONGEST tokens; long segments in overlapping ones."""
    groups: dict[tuple[str, str | None], list[int]] = {}
    for n, segment in enumerate(segments):
        if cut[n]:
            source = segment.source_lang if segment.source_lang in LANGS else None
            groups.setdefault((segment.target_lang, source), []).append(n)
    for (target, source), members in groups.items():
        made = features([cut[n] for n in members], target, source)
        who = identities([[word.text for word in cut[n]] for n in members], target)
        for n, rows, numbers in zip(members, made, who, strict=True):
            last = max(1, len(rows) - OVERLAP)
            for first in range(0, last, LONGEST - OVERLAP):
                yield Window(n, first, rows[first : first + LONGEST], numbers[first : first + LONGEST])


def batched(stream: Iterable[Window]) -> Iterator[list[Window]]:
    """Windows of about the same length together, the longest of a batch last: next to nothing is padding."""
    rows = sorted(stream, key=lambda window: len(window.rows))
    yield from (rows[first : first + BATCH] for first in range(0, len(rows), BATCH))


def spans(tags: Probabilities, thresholds: dict[str, Threshold]) -> Iterator[tuple[int, int, str, float]]:
    """Token spans [first, last), their tag and P(not ok) at their peak, from (T, tags)."""
    bad = 1 - tags[:, 0]
    for first, last in runs(bad >= min(t.low for t in thresholds.values())):
        tag = TAGS[1 + int(tags[first:last, 1:].sum(0).argmax())]
        limit = thresholds[tag]
        peak = float(bad[first:last].max())
        if peak >= limit.high:
            inside = np.flatnonzero(bad[first:last] >= limit.low)
            yield first + int(inside[0]), first + int(inside[-1]) + 1, tag, peak


def is_said_at_once(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether something in tokens [first, last) repeats what stands just before it; further off, it is rhetoric as often."""
    said = [normal(word.text) for word in words[:last]]
    for back in range(1, min(last, last - first + BETWEEN) + 1):
        run = 0  # tokens up to here that equal those so far back
        for at in range(max(first, back), last):
            run = run + 1 if said[at] == said[at - back] else 0
            if run >= max(1, back - BETWEEN):
                return True
    return False


def runs(on: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches [first, last) where a mask is set."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], on, [False]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def marked(
    segment: Segment, words: Sequence[Word], span: tuple[int, int], tag: str, chance: float, is_sure: bool
) -> Marked:
    """A span of tokens [first, last) as a finding-to-be; minor where the model is not sure."""
    one = BY_TAG[tag]
    start, end = words[span[0]].start, words[span[1] - 1].end
    hit = Hit(start, end, one.message.format(text=shown(segment.target[start:end])), confidence=round(chance, 3))
    return Marked(one.code, one.name, one.category, one.severity if is_sure else Severity.MINOR, hit)


def shown(text: str) -> str:
    """A marked text as messages quote it."""
    return text if len(text) <= 40 else f"{text[:39]}…"


def read_thresholds(where: Path, key: str = ALONE) -> tuple[dict[str, dict[str, Threshold]], str]:
    """Thresholds by language and tag, and the model's name; raises ConfigError where the file is missing or damaged.

    Where the file has none under `key`, those of the target alone serve.
    """
    file = where / "thresholds.json"
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        given = told[key] if key in told else told[ALONE]
        tables = {lang: {tag: threshold(given[lang][tag]) for tag in TAGS[1:]} for lang in LANGS}
        return tables, str(told["name"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{file}: no thresholds of a model: {error}") from error


def threshold(told: dict[str, float]) -> Threshold:
    """One threshold of the file; raises ValueError, KeyError or TypeError where it is none."""
    return Threshold(float(told["high"]), float(told["low"]), float(told["sure"]))
