"""SARIF 2.1.0, the format of code scanning: GitHub, Azure DevOps and editors read it.

Columns count code points. GitHub rejects a run of more than 25,000 results and shows the 5,000 severest of a run, so the
worst 25,000 are written and the rest is counted in a notification. Memory is bounded by that number. Scores, and BLEU,
chrF and TER against references, are properties of the run; a result, which is a finding, has none.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from mtqa.finding import Finding
from mtqa.fingerprint import Identities
from mtqa.render._place import region, root
from mtqa.render._raw import RawLines
from mtqa.render._rules import descriptor
from mtqa.render._sarif import LANGUAGE, ROOT, artifact, notification, result, suppression, tool
from mtqa.render._severity import badness
from mtqa.render._terminal import counted
from mtqa.render._worst import Worst
from mtqa.report import Review, Summary, Suppressed, Tally

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
MOST_RESULTS = 25_000
FINGERPRINT = "mtqaFinding/v1"  # not primaryLocationLineHash: GitHub's upload warns where it is not its own hash


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """Keep the worst results while the reviews come, and write the one run when they are through."""
    results = Results(root())
    for review in tally.watch(reviews):
        results.add(review)
    yield f'{{"$schema": {dumped(SCHEMA)}, "version": "2.1.0", "runs": [{{\n "columnKind": "unicodeCodePoints",\n'
    yield f' "language": "{LANGUAGE}",\n "tool": {dumped(tool(results.rules.values()))},\n'
    yield f' "originalUriBaseIds": {dumped({ROOT: {"description": {"text": "The root of the repository."}}})},\n'
    yield f' "artifacts": {dumped(results.artifacts())},\n "results": ['
    for number, row in enumerate(results.kept.in_order()):
        yield (",\n  " if number else "\n  ") + row.json
    summary = tally.summary()
    yield f'\n ],\n "invocations": {dumped([invocation(summary, tally, results)])},\n'
    yield f' "properties": {dumped(figures(summary, results.kept.dropped))}\n}}]}}\n'


@dataclass(frozen=True, slots=True)
class Row:
    """A result as it will be written, with the file that it is in."""

    json: str
    path: str


@dataclass(slots=True)
class Results:
    """The worst results so far, what does not count after what does, and the rules of all."""

    folder: Path
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)
    kept: Worst[Row] = field(default_factory=lambda: Worst(MOST_RESULTS))
    _identities: Identities = field(init=False)
    _raw: RawLines = field(default_factory=RawLines)
    _indices: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._identities = Identities(self.folder)

    def add(self, review: Review) -> None:
        """Take in the findings of a review, and what is suppressed in it."""
        prints = self._identities.fingerprints(review)
        for finding, mark in zip(review.findings, prints.findings, strict=True):
            self._keep(review, finding, mark)
        for one, mark in zip(review.suppressed, prints.suppressed, strict=True):
            self._keep(review, one.finding, mark, one)

    def _keep(self, review: Review, finding: Finding, mark: str, suppressed: Suppressed | None = None) -> None:
        index = self._indices.setdefault(finding.code, len(self._indices))
        if finding.code not in self.rules:
            self.rules[finding.code] = descriptor(finding)
        bad = (suppressed is None, *badness(finding))
        if not self.kept.takes(bad):
            return
        document, place = review.document, region(review, finding)
        told = result(review, finding, place, self._raw.text(document, place), self.folder)
        told |= {"ruleIndex": index, "partialFingerprints": {FINGERPRINT: mark}}
        if suppressed:
            told["suppressions"] = [suppression(suppressed)]
        self.kept.add(bad, Row(dumped(told), document.path))

    def artifacts(self) -> list[dict[str, Any]]:
        """The files of the results, each once, in the order of the first result."""
        paths = dict.fromkeys(row.path for row in self.kept.in_order())
        return [artifact(path, self.folder) for path in paths]


def invocation(summary: Summary, tally: Tally, results: Results) -> dict[str, Any]:
    """Whether all was read and written, and what was not."""
    notes = [notification("error", str(one), one.path, one.line, results.folder) for one in tally.unread]
    if (more := summary.problems - len(tally.unread)) > 0:
        notes.append(notification("error", f"{counted(more, 'more part')} of the input could not be read."))
    if dropped := results.kept.dropped:
        kept = f"only the worst {len(results.kept):,} are listed, as GitHub takes no more"
        notes.append(notification("warning", f"{dropped:,} less severe findings are left out: {kept}."))
    notes += [notification("note", f"{note} ({counted(count, 'document')}).") for note, count in summary.notes.items()]
    return {"executionSuccessful": not summary.problems, "toolExecutionNotifications": notes}


def figures(summary: Summary, dropped: int) -> dict[str, Any]:
    """The scores and counts of the run."""
    return {
        "score": summary.score,
        "documents": summary.documents,
        "sentences": summary.sentences,
        "words": summary.words,
        "findings": summary.findings,
        "leftOut": dropped,
        "signature": summary.signature,
        **compared(summary),
    }


def compared(summary: Summary) -> dict[str, Any]:
    """The metrics of all that has a reference, with their signatures; nothing where none has one."""
    one = summary.measured
    if one is None:
        return {}
    return {"metrics": asdict(one.metrics), "metricSignatures": dict(one.signatures), "referenced": one.documents}


def dumped(value: Any) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False)
