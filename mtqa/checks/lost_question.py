"""A212: a question, or the marks of a quotation, that the target does not have."""

import re
from collections.abc import Iterator

from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.quotes import DOUBLE
from mtqa.segment import Segment

QUESTIONS = "?？"
_QUOTED = re.compile(rf"(?:^|[\s(:])[{DOUBLE}](?:[^\s{DOUBLE}]+\s+){{4,}}[^\s{DOUBLE}]*[{DOUBLE}]")
MARKS = DOUBLE + "'‘’‚‹›"


@source_check(
    "A212",
    Category.MISTRANSLATION,
    Severity.MINOR,
    example("⟦Qui paiera le pont.⟧", "fr", source="Wer bezahlt die Brücke?", source_lang="de"),
    example(
        "⟦The mayor said the bridge was far too dear for the town.⟧",
        "en",
        source="Der Bürgermeister sagte: „Die Brücke ist viel zu teuer für die Stadt.“",
        source_lang="de",
    ),
    example("Qui paiera le pont ?", "fr", source="Wer bezahlt die Brücke?", source_lang="de"),
    example("« C'est trop cher », dit-elle.", "fr", source="„Das ist zu teuer“, sagte sie.", source_lang="de"),
)
def lost_question(segment: Segment) -> Iterator[Hit]:
    """A sentence whose source asks, and it does not; or that has no quotation marks where a quotation stands in its source.

    The reader takes for the paper's word what somebody asked or said. Only a source that ends with the question, and a
    quotation of five words and more, count.
    Not seen: rhetorical questions turned into statements on purpose; a quotation put into indirect speech is marked.
    """
    if not segment.target:
        return
    source = (segment.source or "").rstrip(f"{DOUBLE} ")
    if source.endswith(tuple(QUESTIONS)) and not any(mark in segment.target for mark in QUESTIONS):
        yield Hit(0, len(segment.target), "the source asks, and this does not", confidence=0.6)
    elif _QUOTED.search(segment.source or "") and not any(mark in MARKS for mark in segment.target):
        yield Hit(0, len(segment.target), "the source quotes somebody, and this does not", confidence=0.5)
