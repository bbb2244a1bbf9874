"""GitLab's code quality report, held against what GitLab documents and reads."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from made_reviews import HOSTILE, Case, rendered

from mtqa.finding import Severity
from mtqa.report import SuppressedBy

PLAIN = Case("Le ministre est parti pour ⟦Moskau⟧ mardi soir.")
# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, strictly: nothing beside what is listed.
DOCUMENTED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                    },
                },
            },
        },
    },
}


def issues(*cases: Case) -> list[dict[str, Any]]:
    told = json.loads(rendered("gitlab", *cases))
    Draft202012Validator(DOCUMENTED).validate(told)
    return list(told)


def test_a_finding_is_an_issue() -> None:
    (one,) = issues(PLAIN)
    assert re.fullmatch("[0-9a-f]{32}", one.pop("fingerprint"))
    assert one == {
        "description": "A102: 'Moskau' is the German name of Moscou (suggestion: “Moscou”)",
        "check_name": "source-exonym",
        "severity": "major",
        "location": {"path": "content/article.txt", "lines": {"begin": 1, "end": 1}},
    }


def test_a_clean_run_is_an_empty_array() -> None:
    assert issues(Case("Tout va bien.")) == []


@pytest.mark.parametrize("severity", list(Severity))
def test_severities_keep_their_names(severity: Severity) -> None:
    assert issues(replace(PLAIN, severity=severity))[0]["severity"] == severity.value


def test_gitlab_keeps_every_issue_as_no_two_share_a_fingerprint() -> None:
    told = issues(PLAIN, PLAIN, replace(PLAIN, path="other.txt"), Case("⟦Moskau⟧ et ⟦Moskau⟧"))
    assert len({one["fingerprint"] for one in told}) == len(told) == 5


def test_what_is_suppressed_is_left_out_and_the_others_keep_their_fingerprints() -> None:
    first, second = issues(Case("⟦Moskau⟧ et ⟦Moskau⟧"))
    (kept,) = issues(Case("⟦Moskau⟧ et ⟦Moskau⟧", suppressed=((SuppressedBy.BASELINE, None),)))
    assert kept == first != second


def test_a_span_over_several_lines_has_both() -> None:
    assert issues(Case("Vol\n⟦pour\nMoskau⟧"))[0]["location"]["lines"] == {"begin": 2, "end": 3}


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_stays_valid(text: str) -> None:
    case = Case(f"a ⟦{text}⟧ b", message=f"x {text}", suggestion=text, path=f"d/{text.replace('/', '')}.txt")
    assert len(issues(case)) == 1
    rendered("gitlab", case).encode()
