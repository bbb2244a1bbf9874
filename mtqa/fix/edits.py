"""From findings to edits of a document's text."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from mtqa.finding import Finding


class Edit(NamedTuple):
    """[start, end) of a document's field, in code points, is replaced with `text`; `code` says why."""

    field: str
    start: int
    end: int
    text: str
    code: str


def chosen(findings: Iterable[Finding]) -> list[Edit]:
    """The suggestions as edits, in the order of the text; of those that overlap or touch, the surest."""
    taken: dict[str, list[tuple[int, int]]] = {"title": [], "text": []}
    kept: list[Edit] = []
    for finding in sorted(findings, key=lambda f: (-f.hit.confidence, f.field, f.start, f.end)):
        spans = taken[finding.field]
        at = bisect_left(spans, (finding.start, finding.end))
        is_free = at == len(spans) or finding.end < spans[at][0]
        if is_free and (at == 0 or spans[at - 1][1] < finding.start):
            spans.insert(at, (finding.start, finding.end))
            kept.append(_narrowed(finding))
    return sorted(kept)


def _narrowed(finding: Finding) -> Edit:
    """The suggestion without what it leaves as it is at its two ends."""
    old, new = finding.text, finding.hit.suggestion or ""
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    return Edit(finding.field, finding.start + head, finding.end - tail, new[head : len(new) - tail], finding.code)


def applied(text: str, edits: Iterable[Edit], field: str) -> str:
    """A field's text with the edits of it, which do not overlap and are in order."""
    pieces, at = [], 0
    for edit in edits:
        if edit.field == field:
            pieces += [text[at : edit.start], edit.text]
            at = edit.end
    return "".join([*pieces, text[at:]])
