"""What counting knows of each word, as the transformer reads it: the features, and what the tagger makes of them.

The columns are features.FEATURES, the logarithms of the tagger's probabilities by tag, and its logit that the segment is
broken. The transformer adds to the latter two, so that it begins where the tagger ends.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from mtqa.lexicon.table import folder
from mtqa.qe.estimator import TaggerEstimator, windows
from mtqa.qe.features import FEATURES
from mtqa.qe.tags import TAGS
from mtqa.segment import Segment
from mtqa.text import Word

COUNTED = slice(0, len(FEATURES))
TAGGED = slice(len(FEATURES), len(FEATURES) + len(TAGS))
KNOWN = len(FEATURES) + len(TAGS) + 1  # columns
LEAST = 1e-5  # no probability is further from certainty


@cache
def tagger() -> TaggerEstimator:
    """The tagger that ships with mtqa."""
    return TaggerEstimator(folder() / "tagger")


def known(segments: Sequence[Segment], cut: Sequence[Sequence[Word]]) -> dict[int, npt.NDArray[np.float32]]:
    """For each segment that has words (W), in languages with counts: (W, KNOWN)."""
    rows = list(windows(segments, cut))
    found = {n: np.zeros((len(cut[n]), KNOWN), np.float32) for n in {row.segment for row in rows}}
    for row in rows:
        found[row.segment][row.first : row.first + len(row.rows), COUNTED] = row.rows
    for n, (tags, broken) in tagger().read(rows, [cut[n] if n in found else () for n in range(len(cut))]).items():
        found[n][:, TAGGED] = np.log(np.maximum(tags, LEAST))
        found[n][:, -1] = np.log(max(broken, LEAST) / max(1 - broken, LEAST))
    return found
