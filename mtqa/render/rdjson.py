"""The Reviewdog Diagnostic Format: reviewdog posts it as review comments, with suggestions to apply.

Columns count bytes of UTF-8. It holds diagnostics alone: no score has a place in it, nor have BLEU, chrF and TER.
https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mtqa.finding import Finding
from mtqa.fingerprint import relative
from mtqa.render._place import Region, region, root
from mtqa.render._raw import RawLines, replacement
from mtqa.render._rules import help_uri, home
from mtqa.render._severity import level
from mtqa.render._terminal import printable, say
from mtqa.report import Review, Tally
from mtqa.segment import Document


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """Stream a diagnostic for each finding, and one for each part of the input that could not be read."""
    folder, raw = root(), RawLines()
    source = {"name": "mtqa"} | ({"url": home()} if home() else {})
    between = "\n "
    yield f'{{"source": {json.dumps(source)}, "diagnostics": ['
    for review in tally.watch(reviews):
        for finding in review.findings:
            yield between + json.dumps(diagnostic(review, finding, raw, folder), ensure_ascii=False)
            between = ",\n "
    for one in tally.unread:
        place = {"range": {"start": {"line": one.line}}} if one.line else {}
        told = {"message": printable(one.message), "severity": "ERROR", "location": file(one.path, folder) | place}
        yield between + json.dumps(told, ensure_ascii=False)
        between = ",\n "
    yield "\n]}\n"


def diagnostic(review: Review, finding: Finding, raw: RawLines, folder: Path) -> dict[str, Any]:
    """A finding as a diagnostic: message, range, severity, code and, where it is safe, what to replace it with."""
    document, stretch = review.document, region(review, finding)
    place = span(document, stretch, raw)
    code = {"value": finding.code}
    if address := help_uri(finding.code, finding.name):
        code["url"] = address
    told = {
        "message": say(finding),
        "location": file(document.path, folder) | {"range": place},
        "severity": level(finding.severity).upper(),
        "code": code,
    }
    fix = replacement(review, finding, raw.text(document, stretch))
    return told if fix is None else told | {"suggestions": [{"range": place, "text": fix}]}


def span(document: Document, stretch: Region, raw: RawLines) -> dict[str, Any]:
    """A region in bytes, its end exclusive."""
    ends = {"start": (stretch.line, stretch.column), "end": (stretch.end_line, stretch.end_column)}
    return {
        end: {"line": line, "column": raw.byte_column(document, line, column)} for end, (line, column) in ends.items()
    }


def file(path: str, folder: Path) -> dict[str, Any]:
    """The location's file, from the root of the repository."""
    return {"path": relative(path, folder)}
