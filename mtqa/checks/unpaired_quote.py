"""F301: a quotation mark without its partner."""

from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.quotes import DOUBLE, Mark, marks, pair
from mtqa.segment import Block, Document
from mtqa.text import blocks


@document_check(
    "F301",
    Category.QUOTES,
    Severity.MINOR,
    example("The mayor spoke of a ⟦“⟧new start for the harbour.\nWork begins in May, the “port office” said.", "en"),
    example("Le maire promet un « nouveau départ » ⟦»⟧.\nLes travaux commencent en mai.", "fr"),
    example("Der Rat lehnte die Brücke⟦“⟧ am Montag ab.\nEine zweite „Abstimmung“ folgt.", "de"),
    example("“We start in May.\n“We finish in June,” the mayor said.", "en"),
    example("Le maire l'assure : « Nous commençons en mai.\nNous finirons en juin. »", "fr"),
    example('Wir beginnen im Mai", sagte die Bürgermeisterin.', "de"),
    example('The 27" screen hung over the stage.\nIt weighed 5 kg.', "en"),
    default=False,
)
def unpaired_quote(document: Document) -> Iterator[Hit]:
    """A quotation mark that nothing opens, or nothing closes.

    The reader cannot tell who says what: in news, where a quotation ends is a fact. Marks are paired within a paragraph
    first. A quotation may run on over paragraphs, closed at its end only or opened again at the start of each; a mark
    is reported when the next unpaired one faces the same way, or when a paragraph with quotations of its own follows.
    Off by default: human news leaves out marks itself, three to seven times in 10,000 words of it.
    Not seen: single marks, and text of one paragraph, which may be cut out of a longer quotation.
    """
    if not any(glyph in document.text for glyph in DOUBLE):
        return
    stretches = document.blocks or blocks(document.text)
    if len(stretches) > 1:
        for mark in _unpaired(document, stretches):
            missing = "opened" if mark.side == "close" else "closed"
            message = f"the quotation mark {mark.glyph} is never {missing}"
            yield Hit(mark.at, mark.at + 1, message, confidence=0.7)


def _unpaired(document: Document, stretches: tuple[Block, ...]) -> Iterator[Mark]:
    lang = document.target_lang or "und"
    waiting: Mark | None = None
    for block in stretches:
        found = marks(document.text[block.start : block.end], lang)
        if not found:
            continue
        if waiting and found[0].at == 0 and found[0].side == "open":  # opened again, as long quotations are
            waiting = None
        matching = pair(tuple(mark._replace(at=mark.at + block.start) for mark in found), inside=waiting is not None)
        for mark in matching.unopened:
            if not waiting:
                yield mark
            waiting = None
        for mark in matching.unclosed:
            if waiting:
                yield waiting
            waiting = mark
        if waiting and matching.quotations and not matching.unclosed:
            yield waiting
            waiting = None
    if waiting:
        yield waiting
