"""GitLab's code quality report: what a merge request makes worse and better, told apart by fingerprints.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
It takes findings alone: no score has a place in it, nor have BLEU, chrF and TER.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mtqa.finding import Finding, Severity
from mtqa.fingerprint import Identities, relative
from mtqa.render._place import region, root
from mtqa.render._terminal import printable, say
from mtqa.report import Review, Tally

SEVERITIES = {
    Severity.MINOR: "minor",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}  # GitLab has info and blocker too


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """Stream the findings as an array; what is suppressed is left out, as GitLab knows no suppression."""
    folder = root()
    identities = Identities(folder)
    between = "\n "
    yield "["
    for review in tally.watch(reviews):
        prints = identities.fingerprints(review).findings
        for finding, mark in zip(review.findings, prints, strict=True):
            yield between + json.dumps(issue(review, finding, mark, folder), ensure_ascii=False)
            between = ",\n "
    yield "\n]\n"


def issue(review: Review, finding: Finding, mark: str, folder: Path) -> dict[str, Any]:
    """A finding as GitLab takes it."""
    stretch = region(review, finding)
    return {
        "description": f"{finding.code}: {say(finding)}",
        "check_name": finding.name,
        "fingerprint": mark,
        "severity": SEVERITIES[finding.severity],
        "location": {
            "path": printable(relative(review.document.path, folder)),
            "lines": {"begin": stretch.line, "end": stretch.end_line},
        },
    }
