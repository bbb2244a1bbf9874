"""The checks as SARIF's reporting descriptors: what a rule says of itself beside its findings."""

from functools import cache
from importlib.metadata import PackageNotFoundError, metadata
from inspect import cleandoc
from typing import Any

from mtqa.catalogue import about, examples
from mtqa.checks import Check, all_checks
from mtqa.finding import Finding
from mtqa.render._severity import level, rank

CATALOGUE = "reports/checks.md"  # in the repository
MOST = 1024  # characters of a description that GitHub takes
# https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning


def descriptor(finding: Finding) -> dict[str, Any]:
    """The rule of a finding: id, name, descriptions, help, level; a model's kind, which no check documents, in short."""
    check = _checks().get(finding.code)
    severity = check.severity if check else finding.severity
    dimension, _, kind = finding.category.partition("/")
    told = {
        "id": finding.code,
        "name": "".join(part.capitalize() for part in finding.name.split("-")),
        **(_documented(check) if check else _plain(finding)),
        "defaultConfiguration": {"level": level(severity), "rank": rank(severity)},
        "properties": {
            "category": finding.category.value,
            "severity": severity.value,
            "problem.severity": level(severity),
            "tags": sorted({dimension, kind, "translation"}),
        },
    }
    place = help_uri(finding.code, finding.name) if check else None
    return told if place is None else told | {"helpUri": place}


def _documented(check: Check) -> dict[str, Any]:
    doc = cleandoc(check.doc)
    first, _, rest = doc.partition("\n\n")
    body = rest.replace("*Not seen:*", "Not seen:")
    markdown = f"{first}\n\n{body}\n\n{about(check)}.\n\n```text\n{examples(check)}\n```\n"
    return {
        "shortDescription": {"text": " ".join(first.split())[:MOST]},
        "fullDescription": {"text": " ".join((rest or first).split())[:MOST]},
        "help": {"text": f"{doc}\n\nExamples\n{examples(check)}", "markdown": markdown},
    }


def _plain(finding: Finding) -> dict[str, Any]:
    text = f"{finding.name.replace('-', ' ').capitalize()} ({finding.category})."
    return {
        "shortDescription": {"text": text},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": text},
    }


def help_uri(code: str, name: str) -> str | None:
    """The check's heading in the catalogue, where the package says where its repository is."""
    place = home()
    return f"{place.rstrip('/')}/blob/main/{CATALOGUE}#{code.lower()}-{name}" if place else None


@cache
def home() -> str | None:
    """The address of the repository, from the package's metadata; None where it names none."""
    try:
        urls = metadata("mtqa").get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    named = dict(url.split(", ", 1) for url in urls)
    return named.get("Repository") or named.get("Homepage")


@cache
def _checks() -> dict[str, Check]:
    return {check.code: check for check in all_checks()}
