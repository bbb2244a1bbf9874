"""A model that says what a test tells it to: for figures that a test works out by hand."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from mtqa.checks import selected
from mtqa.finding import Estimate
from mtqa.qe.tags import TAGS
from mtqa.qe.tokens import tokens
from mtqa.review import Settings
from mtqa.segment import Segment
from mtqa.text import Word


class Scripted:
    """Gives each token the P(not ok) that a table holds, the tag "wrong-word", and no findings of its own."""

    def __init__(self, bad: Mapping[str, float]) -> None:
        self.bad = bad

    def __call__(self, segments: Sequence[Segment]) -> list[Estimate]:
        """The chance that no token is broken."""
        cut = [tokens(s.target, s.target_lang) for s in segments]
        found = self.probabilities(segments, cut)
        return [Estimate(1 - found[n][1]) for n in range(len(segments))]

    def probabilities(
        self, segments: Sequence[Segment], cut: Sequence[Sequence[Word]]
    ) -> dict[int, tuple[npt.NDArray[np.float32], float]]:
        """Tag probabilities (T, tags) and P(broken) of each segment."""
        found = {}
        for n, words in enumerate(cut):
            bad = np.array([self.bad.get(word.text, 0.0) for word in words], np.float32)
            tags = np.zeros((len(words), len(TAGS)), np.float32)
            tags[:, 0], tags[:, TAGS.index("wrong-word")] = 1 - bad, bad
            found[n] = tags, float(bad.max(initial=0))
        return found


def scripted(bad: Mapping[str, float], codes: tuple[str, ...] = ("F101",)) -> Settings:
    """Settings with these checks and a scripted model."""
    return Settings(selected(codes), estimator=Scripted(bad), model="scripted")
