"""A204: a name of the source that the target does not have."""

from collections.abc import Iterator

from mtqa.bilingual.names import invented, lost
from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment
from mtqa.text import words


@source_check(
    "A204",
    Category.WRONG_NAME,
    Severity.MINOR,
    example(
        "⟦Le plan a été présenté à Berlin.⟧",
        "fr",
        source="Der Plan wurde von Angela Merkel in Berlin vorgestellt.",
        source_lang="de",
    ),
    example(
        "The plan was presented by Merkel in Berlin.",
        "en",
        source="Der Plan wurde von Merkel in Berlin vorgestellt.",
        source_lang="de",
    ),
    example(
        "Le plan a été présenté par la chancelière Schröder.",
        "fr",
        source="Der Plan wurde von Kanzlerin Merkel vorgestellt.",
        source_lang="de",
    ),
    default=False,
)
def lost_name(segment: Segment) -> Iterator[Hit]:
    """A name in the source for which nothing in the target accounts, not even another name.

    Who said it, or where, is gone. The whole sentence is marked, as nothing in it shows the place. Off by default:
    translators say "he" and "the capital" for a name, or move it into the next sentence, as often as machines lose one.
    Where another name stands in its place, A205 marks that one.
    Not seen: names of fewer than four letters, acronyms, German names that may be nouns.
    """
    gone = lost(segment)
    gone = gone[len(invented(segment)) :] if gone else []
    said = words(segment.target, segment.target_lang) if gone else ()
    if said:
        told = ", ".join(f"“{name.text[:30]}”" for name in gone[:3])
        yield Hit(0, len(segment.target.rstrip()), f"{told} of the source is not in the sentence", confidence=0.5)
