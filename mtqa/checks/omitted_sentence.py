"""A208: a sentence of the source that the target does not have."""

import re
from collections.abc import Iterator, Sequence

from mtqa.checks import document_check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Bead, Document
from mtqa.text import ends_sentence

SHORTEST = 40  # code points of a sentence that is missed
FEWEST = 3  # pairs of a document that are needed to say that it is a translation
PAIRED = 0.6  # share of its beads
_BEFORE, _AFTER = re.compile(r"\S+\s*\Z"), re.compile(r"\s*\S+")


@document_check(
    "A208",
    Category.OMISSION,
    Severity.MAJOR,
    example(
        "The council met on Monday. The mayor opened the meeting at nine ⟦o'clock. The⟧ vote was postponed until May.",
        "en",
        source="Der Rat kam am Montag zusammen. Die Bürgermeisterin eröffnete die Sitzung um neun Uhr. "
        "Mehrere Anwohner beschwerten sich lautstark über den Lärm der Baustelle. Die Abstimmung wurde auf Mai verschoben.",
        source_lang="de",
    ),
    example(
        "Le conseil s'est réuni lundi. La maire a ouvert la séance à neuf heures. Le vote a été reporté au mois de mai.",
        "fr",
        source="Der Rat kam am Montag zusammen. Die Bürgermeisterin eröffnete die Sitzung um neun Uhr. "
        "Die Abstimmung wurde auf Mai verschoben.",
        source_lang="de",
    ),
)
def omitted_sentence(document: Document) -> Iterator[Hit]:
    """A sentence of the source with which no sentence of the target goes.

    What is not there, nobody misses, least of all the reader. Sentences are paired by their lengths, numbers, names and
    words (`mtqa.alignment`); one that stays alone between pairs, in a text most of which is paired, was left out. Marked
    are the words on both sides of the gap. Headings, captions and lines without a stop are not missed.
    Not seen: a sentence left out where the next one was split; anything in texts of fewer than three pairs.
    """
    for bead in alone(document.beads, document):
        source = (document.source or "")[bead.source_start : bead.source_end]
        if bead.source_start < bead.source_end and len(source) >= SHORTEST and ends_sentence(source):
            yield from _gap(document.text, bead.target_start, source)


def alone(beads: Sequence[Bead], document: Document) -> Iterator[Bead]:
    """The beads with one side only whose neighbours are pairs, in a document that is surely a translation."""
    pairs = sum(bead.is_pair for bead in beads)
    if pairs < FEWEST or pairs < PAIRED * len(beads):
        return
    for number, bead in enumerate(beads):
        around = (*beads[max(0, number - 1) : number], *beads[number + 1 : number + 2])
        if not bead.is_pair and all(one.is_pair for one in around):
            yield bead


def _gap(text: str, at: int, source: str) -> Iterator[Hit]:
    before, after = _BEFORE.search(text, 0, at), _AFTER.match(text, at)
    start, end = before.start() if before else at, after.end() if after else at
    if start < end:
        yield Hit(start, end, f"the source goes on here: “{source[:60]}”", confidence=0.8)
