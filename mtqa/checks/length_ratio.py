"""A210: a translation far shorter or longer than its source."""

from collections.abc import Iterator

from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment

SHORTEST = 60  # code points of the longer side
RATIO = 2.3  # between the sides, from which something is missing or was put in


@source_check(
    "A210",
    Category.OMISSION,
    Severity.MAJOR,
    example(
        "⟦Le conseil s'est réuni.⟧",
        "fr",
        source="Der Rat kam am Montag zusammen, um über den Umbau der alten Brücke und die Kosten zu beraten.",
        source_lang="de",
    ),
    example("Der Rat kam am Montag zusammen.", "de", source="The council met on Monday.", source_lang="en"),
)
def length_ratio(segment: Segment) -> Iterator[Hit]:
    """A stretch whose length does not fit its source's: clauses were left out or put in.

    Human translations of news are seldom more than twice as long as their source, or half as long. Marked is the whole
    stretch, as nothing tells where the gap is.
    Not seen: a clause left out of a long sentence.
    """
    lengths = len(segment.source or ""), len(segment.target)
    if segment.target and max(lengths) >= SHORTEST and max(lengths) > RATIO * min(lengths):
        is_short = lengths[1] < lengths[0]
        message = (
            f"{'shorter' if is_short else 'longer'} than the source by far ({lengths[1]} characters for {lengths[0]})"
        )
        yield Hit(0, len(segment.target), message, confidence=0.7)
