"""Token classifiers: P(bad) of each word, from its subwords."""

from collections.abc import Sequence

import numpy as np

from mtqa.errors import ConfigError
from mtqa.finding import Estimate
from mtqa.qe.estimator import Threshold
from mtqa.qe.hub.judged import Judged, Numbers, marks
from mtqa.qe.hub.labels import meanings, says_nothing
from mtqa.qe.hub.network import Network
from mtqa.qe.hub.place import Place
from mtqa.qe.hub.settings import FILE
from mtqa.qe.hub.windows import Window, batched, owners, units, windows
from mtqa.qe.tags import Tag
from mtqa.segment import Segment

LIMIT = Threshold(high=0.5, low=0.3, sure=0.9)  # not calibrated: mtqa.qe.hub.calibrate does that


class TokenClassifier:
    """Words are bad by one minus the probability of the labels that mean "ok"; the first subword speaks, or as told."""

    def __init__(self, place: Place, network: Network, order: str) -> None:
        self.place, self.network, self.order = place, network, order
        labels = understood(place)
        kinds = list(dict.fromkeys(one for one in labels if one is not None))
        self.kinds: list[Tag] = kinds
        self.column = [None if one is None else kinds.index(one) for one in labels]

    def __call__(self, segments: Sequence[Segment]) -> list[Estimate]:
        """Spans, and one minus the worst word's P(bad) as the probability."""
        return [self.estimate(s, j) for s, j in zip(segments, self.judge(segments), strict=True)]

    def estimate(self, segment: Segment, judged: Judged) -> Estimate:
        """The estimate of one segment."""
        if not judged.words:
            return Estimate(None)
        limit = self.place.settings.limit(segment.target_lang) or LIMIT
        found = tuple(marks(segment, judged, limit, self.kinds, top=1.0))
        return Estimate(round(1 - float(judged.values.max()), 3), found)

    def judge(self, segments: Sequence[Segment]) -> list[Judged]:
        """P(bad) of each word, and P of each kind of error."""
        rows = windows(self.network, segments, self.order)
        chances = self.chances(rows)
        of_segment: list[list[int]] = [[] for _ in segments]
        for number, row in enumerate(rows):
            of_segment[row.segment].append(number)
        return [
            self.of_words(segment, [rows[n] for n in numbers], [chances[n] for n in numbers]) if numbers else Judged()
            for segment, numbers in zip(segments, of_segment, strict=True)
        ]

    def chances(self, rows: Sequence[Window]) -> list[Numbers]:
        """For each row (target subwords, kinds of error): probabilities that no label of "ok" takes."""
        torch, number = self.network.torch, {id(row): n for n, row in enumerate(rows)}
        found: list[Numbers] = [np.zeros((0, 0), np.float32)] * len(rows)
        for batch in batched(rows):
            with torch.inference_mode():
                inputs = self.network.tensors([w.ids for w in batch], [w.types for w in batch])
                chance = self.network.model(**inputs).logits.float().softmax(-1).cpu().numpy()  # (B, T, labels)
            for row, window in enumerate(batch):
                seen = chance[row, list(window.places)]
                kinds = np.zeros((len(window.places), len(self.kinds)), np.float32)
                for label, column in enumerate(self.column):
                    if column is not None:
                        kinds[:, column] += seen[:, label]
                found[number[id(window)]] = kinds
        return found

    def of_words(self, segment: Segment, rows: Sequence[Window], chances: Sequence[Numbers]) -> Judged:
        """Subwords of overlapping windows as words: of each subword the view of the window that cuts farthest from it."""
        spans, seen = joined(rows, chances)
        words = units(segment, spans)
        tags = np.zeros((len(words), len(self.kinds)), np.float32)
        own = owners(words, spans)
        for number, members in enumerate(own):
            # A word inside a subword that began before it ("l'" and "armée" as one) shares that subword's view.
            inside = members or [max(0, min(len(spans) - 1, sum(s <= words[number].start for s, _ in spans) - 1))]
            tags[number] = _one(seen[inside], self.place.settings.words)
        return Judged(tuple(words), np.minimum(tags.sum(1), 1), tags)


def joined(
    rows: Sequence[Window], values: Sequence[Numbers], is_causal: bool = False
) -> tuple[list[tuple[int, int]], Numbers]:
    """The subwords of a segment once each, with the values of the window in which each stands deepest; causal: of the first."""
    size = rows[-1].first + len(rows[-1].spans)
    spans = [(0, 0)] * size
    seen = np.zeros((size, *values[0].shape[1:]), np.float32)
    depth = [-1] * size
    for row, value in zip(rows, values, strict=True):
        for number, span in enumerate(row.spans):
            at = row.first + number
            here = 0 if is_causal else row.depth(number)
            if here > depth[at]:
                spans[at], seen[at], depth[at] = span, value[number], here
    return spans, seen


def _one(subwords: Numbers, how: str) -> Numbers:
    """(S, K) of a word's subwords as (K)."""
    if how == "max":
        worst: Numbers = subwords[int(subwords.sum(1).argmax())]
        return worst
    mean: Numbers = subwords.mean(0)
    return mean if how == "mean" else subwords[0]


def understood(place: Place) -> list[Tag | None]:
    """What each label marks; raises ConfigError where the labels do not tell, with what to do."""
    labels, told = place.labels, place.settings.labels
    found = meanings(labels, told)
    if isinstance(found, str):
        if says_nothing(labels) or told:
            found += f': name them in {FILE}, such as {{"labels": {{"{labels[0]}": "ok", "{labels[-1]}": "bad"}}}}'
        raise ConfigError(f"{place.where}: the model {found}")
    return found
