"""How bad a finding is, in the words of CI services."""

from mtqa.finding import Finding, Severity

LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
}  # errors fail a run by default


def level(severity: Severity) -> str:
    """ "error" for what fails a run by default, "warning" for the rest."""
    return LEVELS[severity]


def badness(finding: Finding) -> tuple[float, ...]:
    """Severer findings are worse, and of the same severity the surer ones."""
    return (finding.severity.rank, finding.hit.confidence)


def rank(severity: Severity, confidence: float = 0.0) -> float:
    """SARIF's rank, 0 to 100: severity first, then confidence."""
    return round(30 * (severity.rank + 1) + 10 * confidence, 1)
