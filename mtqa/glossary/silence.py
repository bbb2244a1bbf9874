"""Findings on terms that may stand."""

from bisect import bisect_left

from mtqa.finding import Finding
from mtqa.glossary.lookup import Glossary
from mtqa.text import words

REACH = 1000  # code points that a match is longer than its term at most, spaces and all


def may_stand(finding: Finding, glossary: Glossary) -> bool:
    """Whether a finding marks a term that may stand, a part of it, or several such terms that are not the same.

    One word more than the terms, and the finding stays; a term said twice is no term that may stand.
    """
    segment, start, end = finding.segment, finding.hit.start, finding.hit.end
    standing = glossary.standing(segment)
    first = bisect_left(standing, start - REACH, key=lambda m: m.start)
    near = [m for m in standing[first : bisect_left(standing, end, key=lambda m: m.start)] if start < m.end]
    if any(match.start <= start and end <= match.end for match in near):
        return True
    inside = words(finding.text, segment.target_lang)
    covering = [{m[:2] for m in near if m.start <= start + w.start and start + w.end <= m.end} for w in inside]
    if not inside or not all(covering):
        return False
    spans = set().union(*covering)
    said = [segment.target[a:b].casefold() for a, b in spans]
    return len(said) == len(set(said))
