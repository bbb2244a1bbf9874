"""A209: a sentence that the source does not have."""

from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.checks.omitted_sentence import SHORTEST, alone
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Document
from mtqa.text import ends_sentence


@document_check(
    "A209",
    Category.ADDITION,
    Severity.MAJOR,
    example(
        "Le conseil municipal de Brême s'est réuni lundi. La maire Lange a ouvert la séance à 9 heures. "
        "⟦Plusieurs riverains se sont plaints du bruit du chantier.⟧ Le vote sur le pont a été reporté au 12 mai.",
        "fr",
        source="Der Stadtrat von Bremen kam am Montag zusammen. Bürgermeisterin Lange eröffnete die Sitzung um 9 Uhr. "
        "Die Abstimmung über die Brücke wurde auf den 12. Mai verschoben.",
        source_lang="de",
    ),
    example(
        "The city council of Bremen met on Monday. Mayor Lange opened the meeting at 9. "
        "The vote on the bridge was postponed to 12 May.",
        "en",
        source="Der Stadtrat von Bremen kam am Montag zusammen. Bürgermeisterin Lange eröffnete die Sitzung um 9 Uhr. "
        "Die Abstimmung über die Brücke wurde auf den 12. Mai verschoben.",
        source_lang="de",
    ),
)
def added_sentence(document: Document) -> Iterator[Hit]:
    """A sentence of the target with which no sentence of the source goes.

    Engines that write fluently write on; pages are pasted together. Sentences are paired as for A208; one that stays
    alone between pairs, in a text most of which is paired, is no translation of anything.
    Not seen: additions inside a sentence; anything in texts of fewer than three pairs.
    """
    for bead in alone(document.beads, document):
        text = document.text[bead.target_start : bead.target_end]
        if len(text) >= SHORTEST and ends_sentence(text):
            yield Hit(bead.target_start, bead.target_end, "the source has no such sentence", confidence=0.8)
