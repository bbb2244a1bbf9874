"""The parts of a SARIF log: results, artifacts, fixes, suppressions, notifications."""

import re
from collections.abc import Iterable
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from mtqa import __version__
from mtqa.finding import Finding
from mtqa.fix.safe import is_safe
from mtqa.render._place import Region, uri
from mtqa.render._raw import replacement
from mtqa.render._rules import home
from mtqa.render._severity import level, rank
from mtqa.render._terminal import printable, say
from mtqa.report import Review, Suppressed
from mtqa.segment import Document

ROOT = "%SRCROOT%"
LANGUAGE = "en-GB"  # of the messages
MOST_TEXT = 1000  # code points of a message, a snippet, a replacement: GitHub takes files of 10 MB, compressed
_LINK = re.compile(r"\[([^\]]*)\]\(")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def result(review: Review, finding: Finding, place: Region, stands: str | None, folder: Path) -> dict[str, Any]:
    """A finding as a result: rule, level, message, place, fix. `stands` is what the file holds there, None if unknown."""
    document, where = review.document, as_region(place)
    if stands is not None and len(stands) <= MOST_TEXT:
        where["snippet"] = {"text": stands}
    file = artifact_location(document.path, folder)
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": file, "region": where}}
    if document.unit:
        location["logicalLocations"] = [{"name": printable(document.unit)[:MOST_TEXT]}]
    told = {
        "ruleId": finding.code,
        "level": level(finding.severity),
        "rank": rank(finding.severity, finding.hit.confidence),
        "message": {"text": message(say(finding))},
        "locations": [location],
        "properties": {
            "severity": finding.severity.value,
            "category": finding.category.value,
            "confidence": round(finding.hit.confidence, 3),
            **languages(document),
        },
    }
    fix = replacement(review, finding, stands) if is_safe(finding) else None  # some editors apply all fixes at once
    return told if fix is None or len(fix) > MOST_TEXT else told | {"fixes": [mended(file, place, fix)]}


def message(text: str) -> str:
    """Text of a message, in which SARIF would read [words](target) as a link and {0} as a placeholder."""
    plain = _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\\[\1\\](", text))
    return plain if len(plain) <= MOST_TEXT else plain[: MOST_TEXT - 1] + "…"


def as_region(place: Region) -> dict[str, Any]:
    """A region as SARIF writes it: lines and columns from 1, the end column behind the last character."""
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def artifact_location(path: str, folder: Path) -> dict[str, str]:
    """A file by its URI: relative to the root of the repository where it lies in it."""
    reference, is_inside = uri(path, folder)
    return {"uri": reference, "uriBaseId": ROOT} if is_inside else {"uri": reference}


def artifact(path: str, folder: Path) -> dict[str, Any]:
    """A file that holds results."""
    told: dict[str, Any] = {"location": artifact_location(path, folder), "roles": ["analysisTarget"]}
    kind = guess_type(path)[0]
    return told | ({"mimeType": kind} if kind else {})


def mended(location: dict[str, str], place: Region, fix: str) -> dict[str, Any]:
    """A suggestion as a fix: this text in place of that region."""
    change = {"deletedRegion": as_region(place), "insertedContent": {"text": fix}}
    told = f"Replace with “{fix}”." if fix else "Delete this."
    return {
        "description": {"text": message(printable(told))},
        "artifactChanges": [{"artifactLocation": location, "replacements": [change]}],
    }


def suppression(one: Suppressed) -> dict[str, str]:
    """Who says that a finding does not count, and why."""
    reason = one.reason or f"Suppressed by {one.by}."
    return {"kind": one.by.kind, "status": "accepted", "justification": message(printable(reason))}


def languages(document: Document) -> dict[str, str]:
    """The document's languages, as far as they are known."""
    pairs = {"targetLanguage": document.target_lang, "sourceLanguage": document.source_lang}
    return {key: tag for key, tag in pairs.items() if tag}


def tool(rules: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """mtqa, with the rules that found something."""
    driver: dict[str, Any] = {
        "name": "mtqa",
        "fullName": "mtqa, a quality checker for machine-translated news",
        "semanticVersion": __version__,
        "version": __version__,
        "language": LANGUAGE,
        "rules": list(rules),
    }
    return {"driver": driver if home() is None else driver | {"informationUri": home()}}


def notification(
    severity: str, text: str, path: str | None = None, line: int | None = None, folder: Path | None = None
) -> dict[str, Any]:
    """Something that went wrong, or that a reader must know; with the file and line where there is one."""
    told: dict[str, Any] = {"level": severity, "message": {"text": message(printable(text))}}
    if path is not None and folder is not None:
        where: dict[str, Any] = {"artifactLocation": artifact_location(path, folder)}
        told["locations"] = [{"physicalLocation": where | ({"region": {"startLine": line}} if line else {})}]
    return told
