"""Which suggestions are safe: right but for a rare exception, and next to harmless where they are not.

What was counted and read: reports/decisions/0006-safe-fixes.md.
"""

from collections.abc import Mapping

from mtqa.finding import Finding

# The check's code, and the least confidence that its suggestion needs.
SAFE: Mapping[str, float] = {
    "A102": 0.95,  # a place by its very name in the source; a misspelt one is less sure
    "F101": 0.95,
    "F201": 0.85,  # a capital that stays after an elision may be a title's
    "F202": 0.9,
    "F304": 0.7,
    "F305": 0.9,
    "F306": 0.8,
    "F307": 0.8,
    "F401": 0.95,  # a letter lost to a question mark is a guess
    "F402": 0.9,
    "F403": 0.8,
    "F504": 0.9,
    "M106": 0.9,
    "T101": 0.95,  # as written in the glossary, and nothing before it that agrees with it
}


def has_fix(finding: Finding) -> bool:
    """Whether a finding comes with a suggestion."""
    return finding.hit.suggestion is not None and finding.hit.suggestion != finding.text


def is_safe(finding: Finding) -> bool:
    """Whether a finding's suggestion may be applied by `--fix` alone."""
    return has_fix(finding) and finding.hit.confidence >= SAFE.get(finding.code, 2.0)
