"""One finding per defect: of the findings that describe the same damage, the most telling stays."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from mtqa.finding import Finding

# What is wrong as a whole explains everything inside it: garbage, another language, page furniture, an unread copy.
ABSORBING = ("A105", "F103", "M10", "D108", "A207", "A103", "A104")
# Of two that mark the same words, the earlier in this list says more; what is not listed comes after, by severity.
TELLING = (
    "A105",
    "F103",
    "M10",
    "F401",
    "A207",
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
# What is missing from a sentence or paragraph marks all of it, and explains nothing inside.
APART = ("T102", "T103", "M211", "M212", "A208", "A210", "A212")
MODEL = "Q"  # codes of a model's findings: a rule that marks the same words says more
SAME_SHARE = 0.5  # overlap over union from which two spans mark the same words
CELL = 256  # code points: findings are compared with those in their cells alone, so that the time stays linear


def merge(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one document without those that another one explains, in the order of the text.

    Where a rule and a model mark the same words, the rule's finding stays and is the surer for it.
    """
    kept: list[Finding] = []
    near: defaultdict[tuple[str, int], list[int]] = defaultdict(list)  # numbers in `kept` by the cells of the text
    for finding in sorted(findings, key=_telling):
        cells = [(finding.field, cell) for cell in range(finding.start // CELL, (finding.end - 1) // CELL + 1)]
        around = sorted({n for cell in cells if cell in near for n in near[cell]})
        place = next((n for n in around if _explains(kept[n], finding)), None)
        if place is None:
            for cell in cells:
                near[cell].append(len(kept))
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
    if one.code.startswith(APART) or other.code.startswith(APART):
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
