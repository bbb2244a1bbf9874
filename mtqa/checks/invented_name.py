"""A205: a name that the source does not have, in the place of one that it has."""

from collections.abc import Iterator

from mtqa.bilingual.names import invented, missing
from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment


@source_check(
    "A205",
    Category.WRONG_NAME,
    Severity.MAJOR,
    example(
        "Le plan a été présenté par Angela ⟦Schröder⟧ à Berlin.",
        "fr",
        source="Der Plan wurde von Angela Merkel in Berlin vorgestellt.",
        source_lang="de",
    ),
    example(
        "The plan was presented by ⟦Scholz⟧ on Monday.",
        "en",
        source="Der Plan wurde am Montag von Merkel vorgestellt.",
        source_lang="de",
    ),
    example("El plan fue presentado en Londres.", "es", source="The plan was presented in London.", source_lang="en"),
    example(
        "La chancelière a reçu Zelensky à Berlin.",
        "fr",
        source="Die Kanzlerin empfing Selenskyj in Berlin.",
        source_lang="de",
    ),
)
def invented_name(segment: Segment) -> Iterator[Hit]:
    """A name in the target for which nothing in the source accounts, where something like a name of the source is lost.

    Someone else did it, or somewhere else: the gravest error of fluent systems, and nothing in the sentence shows it.
    Names account for each other when they are spelt nearly alike (forms, transliterations), are names of one place, or
    translate each other. A name that a translator adds or spares has no partner, and is left alone.
    Not seen: names at the start of a sentence, of fewer than four letters, acronyms; a name replaced by one much alike.
    """
    new = invented(segment)
    for word, gone in zip(new, missing(segment) if new else (), strict=False):
        yield Hit(
            word.start, word.end, f"“{word.text[:30]}” stands where the source has “{gone.text[:30]}”", confidence=0.8
        )
