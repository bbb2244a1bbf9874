"""The transformer at work: segments in, estimates out, by onnxruntime and tokenizers, without torch.

A model is a folder with small.onnx, the table of the pieces in model.safetensors, tokenizer.json and thresholds.json (as the
tagger's). Where a segment has a source, the
network reads it beside the target, with thresholds of their own; a finding that the target alone does not give says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from mtqa.errors import ConfigError
from mtqa.finding import Estimate, Marked
from mtqa.qe.estimator import (
    BESIDE_SOURCE,
    OVERLAP,
    Probabilities,
    TaggerEstimator,
    Threshold,
    read_thresholds,
    shown,
)
from mtqa.qe.shipped import SMALL
from mtqa.qe.tags import BY_CODE, TAGS
from mtqa.qe.transformer.known import KNOWN, known
from mtqa.qe.transformer.rows import SHAPES, edges
from mtqa.qe.transformer.table import WEIGHTS, Table
from mtqa.qe.transformer.tokenizer import PAD, Vocabulary, source_tag, tag
from mtqa.segment import Segment
from mtqa.text import Word

WORDS, PIECES = SHAPES[-1]  # of a row
OF_TARGET = 144  # pieces of the target in a row at most, so that a source has room
BATCH = 32
NEEDS = ("safetensors", "tokenizers")


class Window(NamedTuple):
    """Words [first, first + len(begins)) of a segment as a row; `begins` and `ends` are places in `pieces`."""

    segment: int
    first: int
    pieces: list[int]
    begins: list[int]
    ends: list[int]
    features: npt.NDArray[np.float32]


class SmallEstimator(TaggerEstimator):
    """An Estimator. Opened on first use, so that it can be sent to other processes."""

    def __init__(self, where: Path) -> None:
        self.where = where
        self.thresholds, self.name = read_thresholds(where)
        self.beside_source, _ = read_thresholds(where, BESIDE_SOURCE)
        if not (where / SMALL).is_file():
            raise ConfigError(f"{where}: no model: {SMALL} is missing")
        if missing := [name for name in NEEDS if not find_spec(name)]:
            raise ConfigError(f"the transformer needs {' and '.join(missing)}: pip install 'mtqa[small]'")

    def __getstate__(self) -> dict[str, Any]:
        return {key: value for key, value in self.__dict__.items() if key not in ("session", "vocabulary", "table")}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The pieces; raises ConfigError for a damaged file."""
        return Vocabulary(self.where / "tokenizer.json")

    @cached_property
    def table(self) -> Table:
        """The table of the pieces; raises ConfigError where it is missing or damaged."""
        return Table.read(self.where / WEIGHTS)

    @cached_property
    def session(self) -> Any:
        """The onnxruntime session; raises ConfigError for a damaged file."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.log_severity_level = 1, 3
        options.enable_mem_pattern = False
        try:
            return onnxruntime.InferenceSession(str(self.where / SMALL), options, ["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises classes of its own, which it does not export
            raise ConfigError(f"{self.where}: the model is damaged: {str(error).splitlines()[0]}") from error

    def limits(self, segment: Segment) -> dict[str, Threshold]:
        """The thresholds by tag: those of a text beside its source, if it has one."""
        return (self.beside_source if segment.source else self.thresholds)[segment.target_lang]

    def estimates(self, segments: Sequence[Segment]) -> Iterator[Estimate]:
        """One estimate a segment. What is marked beside a source is read again without it, to say what the mark rests on."""
        found = list(super().estimates(segments))
        beside = [n for n, segment in enumerate(segments) if segment.source and found[n].marks]
        alone = super().estimates([replace(segments[n], source=None) for n in beside]) if beside else iter(())
        for n, estimate in zip(beside, alone, strict=True):
            found[n] = resting(segments[n], found[n], estimate)
        yield from found

    def probabilities(
        self, segments: Sequence[Segment], cut: Sequence[Sequence[Word]]
    ) -> dict[int, tuple[Probabilities, float]]:
        """For each segment that has tokens: tag probabilities (W, tags), and P(broken) of its worst window."""
        tags = {n: np.zeros((len(words), len(TAGS)), np.float32) for n, words in enumerate(cut) if words}
        broken = dict.fromkeys(tags, 0.0)
        rows = sorted(self.windows(segments, cut), key=lambda window: (len(window.pieces), len(window.begins)))
        for at in range(0, len(rows), BATCH):
            batch = rows[at : at + BATCH]
            for window, new, bad in zip(batch, *self.session.run(None, padded(batch, self.table)), strict=True):
                new = new[: len(window.begins)]
                place = tags[window.segment][window.first : window.first + len(new)]
                worse = (place.sum(1) == 0) | (new[:, 0] < place[:, 0])  # where windows overlap, the worse view
                place[worse] = new[worse]
                broken[window.segment] = max(broken[window.segment], float(bad))
        return {n: (tags[n], broken[n]) for n in tags}

    def windows(self, segments: Sequence[Segment], cut: Sequence[Sequence[Word]]) -> Iterator[Window]:
        """Rows of at most WORDS words and PIECES pieces; long segments in overlapping ones."""
        targets = self.vocabulary.of_each([segment.target for segment in segments])
        sources = self.vocabulary.numbers([segment.source or "" for segment in segments])
        for n, counts in known(segments, cut).items():
            begins, ends = edges(targets[n], cut[n])
            numbers = [piece.number for piece in targets[n]]
            source = [source_tag(segments[n].source_lang), *sources[n]] if sources[n] else []
            for first, last in stretches(begins, ends):
                start = begins[first]
                part = numbers[start - 1 : ends[last - 1]][:OF_TARGET]
                here, there = (
                    [min(place - start + 1, len(part)) for place in side[first:last]] for side in (begins, ends)
                )
                row = [tag(segments[n].target_lang), *part, *source][:PIECES]
                yield Window(n, first, row, here, there, counts[first:last])


def resting(segment: Segment, beside: Estimate, alone: Estimate) -> Estimate:
    """The marks made beside the source; what the target alone does not show is told as resting on the source."""

    def told(mark: Marked) -> Marked:
        if any(one.hit.start < mark.hit.end and mark.hit.start < one.hit.end for one in alone.marks):
            return mark
        text = shown(segment.target[mark.hit.start : mark.hit.end])
        return replace(mark, hit=replace(mark.hit, message=BY_CODE[mark.code].beside_source.format(text=text)))

    return replace(beside, marks=tuple(map(told, beside.marks)))


def stretches(begins: Sequence[int], ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches [first, last) of words that fit into a row, each OVERLAP words into the one before; one word at least."""
    first = 0
    while True:
        last = first + 1
        while last < len(begins) and last - first < WORDS and ends[last] - begins[first] < OF_TARGET:
            last += 1
        yield first, last
        if last == len(begins):
            return
        first = max(first + 1, last - OVERLAP)


def padded(batch: Sequence[Window], table: Table) -> dict[str, npt.NDArray[Any]]:
    """What the network reads: rows of the longest one's length."""
    words, length = max(len(w.begins) for w in batch), max(len(w.pieces) for w in batch)
    pieces = np.full((len(batch), length), PAD, np.int64)
    first, last = np.zeros((len(batch), words), np.int64), np.zeros((len(batch), words), np.int64)
    features = np.zeros((len(batch), words, KNOWN), np.float32)
    for row, window in enumerate(batch):
        pieces[row, : len(window.pieces)] = window.pieces
        first[row, : len(window.begins)] = window.begins
        last[row, : len(window.ends)] = window.ends
        features[row, : len(window.begins)] = window.features
    texts = (pieces != PAD).astype(np.int64)
    return {"embedded": table.rows(pieces), "texts": texts, "first": first, "last": last, "features": features}
