"""A run that keeps what the model thought of every token: what curves, thresholds and raw scores are worked out from."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from itertools import islice
from math import log
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.finding import Finding
from mtqa.qe.estimator import Threshold, spans
from mtqa.qe.metrics import Span
from mtqa.qe.tags import TAGS
from mtqa.report import Review
from mtqa.review import Settings, review
from mtqa.segment import Document, Segment
from mtqa.text import Word

BATCH = 64  # documents
SURE = 1e-4  # a probability of being fine is never taken to be lower
PAD = 20  # words added to a passage's length, so that short passages are no outliers
EXPLAINED = 0.5  # share of a model's span from which a rule's finding already says it (mtqa/merge.py)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A segment's tokens and their tag probabilities (T, tags)."""

    segment: Segment
    words: Sequence[Word]
    tags: npt.NDArray[np.float32]

    @property
    def bad(self) -> npt.NDArray[np.float32]:
        """P(not ok) of each token, (T,)."""
        return 1 - self.tags[:, 0]

    def marks(self, high: float) -> list[Span]:
        """Spans of the document that a threshold on their peak gives, the same for all tags; they reach to half of it.

        Addresses and figures of speech, which the product leaves out, are in: recalls at a rate are a little careful.
        """
        limits = dict.fromkeys(TAGS[1:], Threshold(high, high / 2, 1.0))
        start = self.segment.start
        return [
            (start + self.words[first].start, start + self.words[last - 1].end)
            for first, last, _, _ in spans(self.tags, limits)
        ]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's review and, of a model that tags, its tagged segments."""

    review: Review
    tagged: tuple[Tagged, ...]

    @property
    def rules(self) -> list[Finding]:
        """The findings of rules."""
        return [f for f in self.review.findings if not f.code.startswith("Q")]

    def rule_spans(self) -> list[Span]:
        """Where rules found something in the text."""
        return [(f.start, f.end) for f in self.rules if f.field == "text"]

    def model_spans(self, high: float) -> list[Span]:
        """Where the model found something in the text, at a threshold; of a model that tags no tokens, what it marked."""
        if not self.tagged:
            marked = (f for f in self.review.findings if f.code.startswith("Q") and f.hit.confidence >= high)
            return [(f.start, f.end) for f in marked if f.field == "text"]
        able = (t for t in self.tagged if t.segment.field == "text" and len(t.words) and t.bad.max() >= high)
        return [span for tagged in able for span in tagged.marks(high)]

    def merged_spans(self, high: float) -> list[Span]:
        """Rules' findings and, where these do not speak, the model's."""
        rules = self.rule_spans()
        return rules + [span for span in self.model_spans(high) if not any(_explains(rule, span) for rule in rules)]

    def surprise(self) -> float:
        """Sum of -log P(ok) over all tokens; of a model that tags none, over the sentences."""
        if not self.tagged:
            chances = (s.probability for s in self.review.sentences if s.probability is not None)
            return sum(-log(max(SURE, chance)) for chance in chances)
        return sum(float(-np.log(np.maximum(t.tags[:, 0], SURE)).sum()) for t in self.tagged)

    def raw(self) -> float:
        """How broken the model alone takes the passage to be: surprise per word of the padded length."""
        return self.surprise() / (self.review.words + PAD)

    def peak(self) -> float:
        """The largest P(not ok) of each sentence, averaged."""
        tops = [float(t.bad.max()) for t in self.tagged if len(t.words)]
        return sum(tops) / len(tops) if tops else 0.0

    def together(self) -> float:
        """As `raw`, each finding of a rule counting as one more token of its confidence."""
        told = sum(-log(max(SURE, 1 - f.hit.confidence)) for f in self.rules)
        return (self.surprise() + told) / (self.review.words + PAD)


def _explains(rule: Span, span: Span) -> bool:
    return min(rule[1], span[1]) - max(rule[0], span[0]) >= EXPLAINED * (span[1] - span[0])


def read(documents: Iterable[Document], settings: Settings) -> Iterator[Reading]:
    """Review documents in their order, keeping the tag probabilities."""
    kept: list[Tagged] = []
    watched = replace(settings, estimator=_watched(settings.estimator, kept)) if settings.estimator else settings
    stream = iter(documents)
    while batch := list(islice(stream, BATCH)):
        kept.clear()
        reviews = list(review(batch, watched))
        tagged = {id(one.segment): one for one in kept}
        for one in reviews:
            yield Reading(one, tuple(tagged[id(s)] for s in one.document.segments if id(s) in tagged))


def _watched(estimator: Any, kept: list[Tagged]) -> Any:
    """A copy of the estimator that also puts what it finds for each segment into a list, if it tags tokens at all."""
    if not hasattr(estimator, "probabilities"):
        return estimator
    own, told = copy(estimator), estimator.probabilities

    def probabilities(segments: Sequence[Segment], cut: Sequence[Sequence[Word]]) -> Any:
        found = told(segments, cut)
        kept.extend(Tagged(segments[n], cut[n], tags) for n, (tags, _) in found.items())
        return found

    own.probabilities = probabilities
    return own
