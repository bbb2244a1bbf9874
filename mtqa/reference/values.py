"""BLEU, chrF and TER as values, and the counts that they are made from, which add up over a stream."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Metrics:
    """BLEU and chrF from 0 to 100, the higher the closer; TER in edits per 100 words of the reference, the lower the closer.

    `ter` is None where every unit was too long for it (see `counting.TER_TOKENS`).
    """

    bleu: float
    chrf: float
    ter: float | None


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the three metrics of a corpus are made from: sums over its units, so that two corpora add up to one.

    `bleu` and `chrf` are in sacrebleu's order; `ter` is edits and words of the reference. `without_spaces` and
    `with_spaces` count the units by how their language is written, which chooses the tokeniser; `without_ter` those that
    were too long for TER.
    """

    bleu: tuple[int, ...]
    chrf: tuple[int, ...]
    ter: tuple[float, float]
    with_spaces: int = 0
    without_spaces: int = 0
    without_ter: int = 0

    @property
    def units(self) -> int:
        """How many pairs of target and reference were counted."""
        return self.with_spaces + self.without_spaces

    def __add__(self, other: "Statistics") -> "Statistics":
        return Statistics(
            tuple(map(int.__add__, self.bleu, other.bleu)),
            tuple(map(int.__add__, self.chrf, other.chrf)),
            (self.ter[0] + other.ter[0], self.ter[1] + other.ter[1]),
            self.with_spaces + other.with_spaces,
            self.without_spaces + other.without_spaces,
            self.without_ter + other.without_ter,
        )


@dataclass(frozen=True, slots=True)
class Measured:
    """A document or corpus against its reference: the metrics, sacrebleu's signature of each, and what adds up.

    `documents` counts those that have a reference.
    """

    metrics: Metrics
    signatures: Mapping[str, str]
    statistics: Statistics
    documents: int = 1


def as_json(one: Measured | None) -> dict[str, Any]:
    """The keys that metrics add to a document or summary of the mtqa/1 schema: none without a reference."""
    return {"metrics": asdict(one.metrics), "metric_signatures": dict(one.signatures)} if one else {}
