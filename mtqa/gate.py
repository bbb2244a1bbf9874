"""Thresholds to a verdict: whether a run passes, and by which threshold it fails."""

from dataclasses import dataclass, field

from mtqa.finding import Severity
from mtqa.report import Review


@dataclass(frozen=True, slots=True)
class Thresholds:
    """`fail_on`: the least severity that fails a run (None: no finding does). `min_score`: for each document, 0 to 100."""

    fail_on: Severity | None = Severity.MAJOR
    min_score: float | None = None


@dataclass(slots=True)
class Gate:
    """Watches reviews as they stream by; `reasons()` says at the end why the run fails, and nothing when it passes."""

    thresholds: Thresholds
    findings: int = 0
    low_documents: int = 0
    lowest: tuple[float, str] = field(default=(100.0, ""))

    def add(self, review: Review) -> None:
        """Count one review against the thresholds."""
        least, floor = self.thresholds.fail_on, self.thresholds.min_score
        if least is not None:
            self.findings += sum(f.severity.rank >= least.rank for f in review.findings)
        if floor is not None and review.score < floor:
            self.low_documents += 1
            self.lowest = min(self.lowest, (review.score, review.document.id))

    def reasons(self) -> list[str]:
        """Each threshold that failed, and by how much."""
        told = []
        if self.findings:
            plural = "s" if self.findings > 1 else ""
            told.append(f"{self.findings} finding{plural} of severity {self.thresholds.fail_on} or worse")
        if self.low_documents:
            score, name = self.lowest
            plural = "s" if self.low_documents > 1 else ""
            floor = self.thresholds.min_score
            told.append(
                f"{self.low_documents} document{plural} under a score of {floor:g}; the lowest is {name} at {score:g}"
            )
        return told
