"""Verdicts."""

from mtqa.finding import Category, Finding, Hit, Severity
from mtqa.gate import Gate, Thresholds
from mtqa.report import Review
from mtqa.segment import Document, Segment


def review(score: float, *severities: Severity) -> Review:
    segment = Segment("Un texte.", "fr")
    findings = tuple(Finding("X1", "x", Category.GRAMMAR, s, Hit(0, 2, "m"), segment) for s in severities)
    return Review(Document("a", "a.txt", "Un texte."), findings, (), score, 0.0, "")


def reasons(thresholds: Thresholds, *reviews: Review) -> list[str]:
    gate = Gate(thresholds)
    for one in reviews:
        gate.add(one)
    return gate.reasons()


def test_a_minor_finding_passes_by_default() -> None:
    assert reasons(Thresholds(), review(90, Severity.MINOR)) == []


def test_a_major_finding_fails_and_the_reason_counts() -> None:
    assert reasons(Thresholds(), review(50, Severity.MAJOR, Severity.CRITICAL)) == [
        "2 findings of severity major or worse"
    ]


def test_a_low_document_fails_and_is_named() -> None:
    told = reasons(Thresholds(min_score=80), review(90), review(61.5))
    assert told == ["1 document under a score of 80; the lowest is a.txt at 61.5, 18.5 below"]


def test_nothing_fails_on_never() -> None:
    assert reasons(Thresholds(fail_on=None), review(10, Severity.CRITICAL)) == []
