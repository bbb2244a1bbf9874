"""Scores and penalties."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.finding import Category, Finding, Hit, Severity
from mtqa.scoring import MODEL, RULES, Weights, mean, penalty, score
from mtqa.segment import Segment

SEGMENT = Segment("Le maire a parlé.", "fr")


def finding(severity: Severity, category: Category = Category.GRAMMAR, confidence: float = 0.9) -> Finding:
    return Finding("X1", "x", category, severity, Hit(0, 2, "m", confidence=confidence), SEGMENT)


findings = st.lists(
    st.builds(finding, st.sampled_from(Severity), st.sampled_from(Category), st.floats(0.1, 1)), max_size=6
)


@pytest.mark.parametrize(
    ("severities", "points"),
    [([], 0), ([Severity.MINOR], 1), ([Severity.MAJOR] * 2, 10), ([Severity.CRITICAL], 25), ([Severity.MAJOR] * 9, 25)],
)
def test_penalty_has_googles_weights_and_a_cap(severities: list[Severity], points: float) -> None:
    assert penalty(map(finding, severities)) == points


def test_minor_punctuation_costs_a_tenth_of_a_point() -> None:
    assert penalty([finding(Severity.MINOR, Category.PUNCTUATION)]) == 0.1


@given(findings, st.sampled_from(Severity))
def test_one_more_finding_never_raises_the_score(found: list[Finding], severity: Severity) -> None:
    assert score([*found, finding(severity)]) <= score(found)


@given(findings, st.floats(0, 1))
def test_a_critical_finding_keeps_the_score_below_50(found: list[Finding], probability: float) -> None:
    assert score([*found, finding(Severity.CRITICAL, confidence=0.2)], probability) < 50


@given(findings)
def test_a_score_is_between_0_and_100(found: list[Finding]) -> None:
    assert 0 <= score(found) <= 100


@pytest.mark.parametrize("probability", [None, 0.5])
def test_hundreds_of_findings_in_a_sentence_score_0(probability: float | None) -> None:
    assert score([finding(Severity.CRITICAL)] * 900, probability) == 0


def test_worse_severity_scores_lower() -> None:
    scores = [score([finding(severity)]) for severity in Severity]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3


def test_a_mean_is_per_word() -> None:
    assert mean([(100.0, 30), (50.0, 10)]) == 87.5
    assert mean([]) == 100.0


@pytest.mark.parametrize("lang", sorted({*RULES, *MODEL}))
@given(found=findings, probability=st.one_of(st.none(), st.floats(0, 1)), one=st.sampled_from(Severity))
def test_one_more_finding_never_raises_the_score_in_any_language(
    lang: str, found: list[Finding], probability: float | None, one: Severity
) -> None:
    assert score([*found, finding(one)], probability, lang) <= score(found, probability, lang)


@pytest.mark.parametrize("lang", sorted(MODEL))
def test_the_score_follows_the_model_in_every_language(lang: str) -> None:
    scores = [score([], chance / 20, lang) for chance in range(21)]
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]


@pytest.mark.parametrize(("name", "table"), [("rules", RULES), ("model", MODEL)])
def test_the_weights_are_those_that_the_calibration_reports(name: str, table: dict[str, Weights]) -> None:
    report = Path(__file__).parent.parent / "reports" / "evaluation" / f"calibration-{name}.json"
    told = json.loads(report.read_text(encoding="utf-8"))["weights"]
    assert {lang or "all": asdict(weights) for lang, weights in table.items()} == told
