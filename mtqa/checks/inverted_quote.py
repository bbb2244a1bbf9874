"""F303: a quotation mark that faces the wrong way, closes another kind, or sticks to the wrong word."""

import re
from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.quotes import DOUBLE, Mark, Matching, Quotation, marks, pair
from mtqa.segment import Segment

# In print somewhere, or straight and curled together, which mixed-quote-style weighs over the whole document.
PAIRS = frozenset({'""', "“”", "„“", "„”", "””", "»«", "«»", "»»", "‹›", "›‹", '“"', '"”', '„"', '"“', "““"})
CLOSING = {"“": "”", "„": "“", "«": "»", "»": "«", "‹": "›", "›": "‹", '"': '"', "”": "”"}
OPENING = {"”": "“", "“": "„", "»": "«", "«": "»", "›": "‹", "‹": "›"}
_SUFFIX = re.compile(r"[a-zà-ÿ]{1,2}\b")  # an ending on a title: "Spiegel"s

LONGEST = 40  # code points of a word


@check(
    "F303",
    Category.QUOTES,
    Severity.MINOR,
    example("Der Trainer fragte: „Wann spielen wir?⟦„⟧", "de", fix="“"),
    example("The mayor promised ⟦”⟧a new start” for the harbour.", "en", fix="“"),
    example("Le maire promet un ⟦»⟧nouveau départ» au port.", "fr", fix="«"),
    example("Der Rat sprach von einem „Neuanfang⟦»⟧ am Hafen.", "de", fix="“"),
    example('Il lit la⟦"⟧Gazette du port" chaque matin.', "fr", fix=' "'),
    example('Die Reihe zeigt "alte Filme!⟦ "⟧', "de", fix='"'),
    example("Der Rat sprach von einem »Neuanfang« am Hafen, einem „Neuanfang“ und einem “Neuanfang”.", "de"),
    example('Le "nouveau départ" du port et l\'"école" rouverte, dans la "Gazette"-du-port.', "fr"),
    example('Le départ » et le « retour », puis " mot " et (« mot »).', "fr"),
    example('Das 27"-Gerät, die "Bild"-Zeitung und des "Spiegel"s Titel.', "de"),
)
def inverted_quote(segment: Segment) -> Iterator[Hit]:
    """A quotation mark that faces the wrong way, closes another kind of mark, or sticks to the wrong word.

    It shows at a glance that nobody has read the text, and hides where the quotation starts. Decided by the glyph, what
    stands left and right of it, and its partner in the sentence. Not seen: single marks; guillemets that point inwards
    in German, which are right there; spaces inside straight marks in languages that put them inside guillemets.
    """
    text, facts = segment.target, language(segment.target_lang)
    if not any(glyph in text for glyph in DOUBLE):
        return
    matching = pair(marks(text, segment.target_lang))
    is_certain = not (matching.unclosed or matching.unopened)
    for mark in _inverted(matching):
        glyph = CLOSING[mark.glyph] if mark.side == "open" else OPENING[mark.glyph]
        yield Hit(mark.at, mark.at + 1, f"{mark.glyph} faces the wrong way here", glyph, 0.9)
    for quotation in matching.quotations:
        yield from _mismatched(quotation)
        yield from _glued(text, quotation, is_certain, facts)
        if "»" not in facts.spaced_marks:
            yield from _spaced(text, quotation)


def _inverted(matching: Matching) -> list[Mark]:
    alone = (*matching.unclosed, *matching.unopened)
    return sorted(mark for mark in alone if mark.seen and mark.side != mark.seen)


def _mismatched(quotation: Quotation) -> Iterator[Hit]:
    opening, closing = quotation.opening, quotation.closing
    if opening.seen == "open" and closing.seen == "close" and opening.glyph + closing.glyph not in PAIRS:
        message = f"a quotation opened with {opening.glyph} is closed with {closing.glyph}"
        yield Hit(closing.at, closing.at + 1, message, CLOSING[opening.glyph], 0.8)


def _glued(text: str, quotation: Quotation, is_certain: bool, facts: Language) -> Iterator[Hit]:
    opening, closing = quotation.opening, quotation.closing
    if _is_between_words(text, opening.at):
        fix = " " + opening.glyph if is_certain and closing.seen else None
        yield Hit(opening.at, opening.at + 1, "no space beside the quotation mark", fix, 0.8)
    if _is_between_words(text, closing.at) and not _SUFFIX.match(text, closing.at + 1):
        word = text[max(0, closing.at - LONGEST) : closing.at].rpartition(" ")[2].lower()
        fix = closing.glyph + " " if is_certain and opening.seen and word not in facts.closed else None  # opens, rather
        yield Hit(closing.at, closing.at + 1, "no space beside the quotation mark", fix, 0.8)


def _is_between_words(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalpha()


def _spaced(text: str, quotation: Quotation) -> Iterator[Hit]:
    opening, closing = quotation.opening, quotation.closing
    inside = text[opening.at + 1 : closing.at]
    first, last = len(inside) - len(inside.lstrip()), len(inside.rstrip())
    if first == 0 and last < len(inside) and not closing.seen:
        start = opening.at + 1 + last
        yield Hit(start, closing.at + 1, "a space before the closing quotation mark", closing.glyph, 0.7)
    if last == len(inside) and first > 0 and not opening.seen:
        end = opening.at + 1 + first
        yield Hit(opening.at, end, "a space after the opening quotation mark", opening.glyph, 0.7)
