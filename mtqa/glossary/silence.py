"""Findings on terms that may stand."""

from mtqa.finding import Finding
from mtqa.glossary.lookup import Glossary
from mtqa.text import words


def may_stand(finding: Finding, glossary: Glossary) -> bool:
    """Whether a finding marks a term that may stand, a part of it, or several such terms that are not the same.

    One word more than the terms, and the finding stays; a term said twice is no term that may stand.
    """
    segment, start, end = finding.segment, finding.hit.start, finding.hit.end
    near = [m for m in glossary.standing(segment) if m.start < end and start < m.end]
    if any(match.start <= start and end <= match.end for match in near):
        return True
    inside = [word for word in words(segment.target, segment.target_lang) if start <= word.start and word.end <= end]
    covering = [{m[:2] for m in near if m.start <= word.start and word.end <= m.end} for word in inside]
    if not inside or not all(covering):
        return False
    spans = set().union(*covering)
    said = [segment.target[a:b].casefold() for a, b in spans]
    return len(said) == len(set(said))
