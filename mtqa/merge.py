"""One finding per defect: of the findings that describe the same damage, the most telling stays."""

from collections.abc import Iterable
from dataclasses import replace

from mtqa.finding import Finding

# What is wrong as a whole explains everything inside it: garbage, another language, page furniture, an unread copy.
ABSORBING = ("A105", "F103", "M10", "D108", "A103", "A104")
# Of two that mark the same words, the earlier in this list says more; what is not listed comes after, by severity.
TELLING = (
    "A105",
    "F103",
    "M10",
    "F401",
    "D108",
    "A103",
    "A104",
    "A102",
    "D103",
    "D104",
    "A106",
    "A101",
    "F110",
    "D106",
)
MODEL = "Q"  # codes of a model's findings: a rule that marks the same words says more
SAME_SHARE = 0.5  # overlap over union from which two spans mark the same words


def merge(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one document without those that another one explains, in the order of the text.

    Where a rule and a model mark the same words, the rule's finding stays and is the surer for it.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=_telling):
        place = next((n for n, other in enumerate(kept) if _explains(other, finding)), None)
        if place is None:
            kept.append(finding)
        elif _is_model(finding) and not _is_model(kept[place]):
            kept[place] = _surer(kept[place], finding)
    return tuple(sorted(kept, key=lambda f: (f.field != "title", f.start, f.end, f.code)))


def _telling(finding: Finding) -> tuple[bool, int, int, float, int, int]:
    rank = next((i for i, prefix in enumerate(TELLING) if finding.code.startswith(prefix)), len(TELLING))
    return _is_model(finding), rank, -finding.severity.rank, -finding.hit.confidence, finding.start, -finding.end


def _explains(one: Finding, other: Finding) -> bool:
    """Whether `one`, the more telling, already says what `other` would."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if one.field != other.field or shared <= 0:
        return False
    if one.code.startswith(ABSORBING) and shared == other.end - other.start:
        return True
    if _is_model(other) and shared >= SAME_SHARE * (other.end - other.start):
        return True
    together = max(one.end, other.end) - min(one.start, other.start)
    return shared / together >= SAME_SHARE or one.code == other.code


def _is_model(finding: Finding) -> bool:
    return finding.code.startswith(MODEL)


def _surer(finding: Finding, witness: Finding) -> Finding:
    """The finding with the confidence of two independent witnesses."""
    doubt = (1 - finding.hit.confidence) * (1 - witness.hit.confidence)
    return replace(finding, hit=replace(finding.hit, confidence=round(1 - doubt, 4)))
