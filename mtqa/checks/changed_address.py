"""M211: an address or a placeholder that is not as in the source."""

import re
from collections.abc import Iterator

from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment

_FIXED = re.compile(
    r"https?://[^\s<>\"'«»“”)]+[\w/]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|\{\{[^{}\n]{1,60}\}\}|\$?\{[\w. -]{1,40}\}"
    r"|%(?:\(\w{1,40}\))?[-+0 #]{0,3}\d{0,4}(?:\.\d{1,2})?[sdifuxeg](?!\w)|#[A-Z]\d+\b|(?<!\w)@\w{2,40}"
)


@source_check(
    "M211",
    Category.TAG,
    Severity.MAJOR,
    example(
        "Bonjour ⟦{nom}⟧, votre colis est là.", "fr", source="Hello {name}, your parcel is here.", source_lang="en"
    ),
    example(
        "Mehr unter ⟦https://beispiel.example/haus⟧.",
        "de",
        source="More at https://sample.example/house.",
        source_lang="en",
    ),
    example("Bonjour {name}, votre colis est là.", "fr", source="Hello {name}, your parcel is here.", source_lang="en"),
    example("Il y a %d messages.", "fr", source="There are %d messages.", source_lang="en"),
)
def changed_address(segment: Segment) -> Iterator[Hit]:
    """A link, e-mail address, handle or placeholder that the source has not, or the place of one that is lost.

    Programs fill placeholders in and follow links: one letter translated, and the page shows "{nom}" or nothing. What
    stands in the target alone is marked, with that of the source as suggestion where each side has one; where the source
    alone has one, the whole stretch is.
    Not seen: those in other brackets; a link to another language's page that is meant so is marked.
    """
    lost = _FIXED.findall(segment.source or "")
    new = []
    for match in _FIXED.finditer(segment.target):
        if match[0] in lost:
            lost.remove(match[0])
        else:
            new.append(match)
    for match in new:
        fix = lost[0] if len(new) == len(lost) == 1 else None
        yield Hit(*match.span(), f"“{match[0][:40]}” does not stand in the source", fix, 0.9)
    if lost and not new and segment.target:
        yield Hit(0, len(segment.target), f"“{lost[0][:40]}” of the source is lost", confidence=0.8)
