"""F504: a heading or paragraph that starts with a small letter."""

from collections.abc import Iterator, Sequence

from mtqa.checks import document_check, example
from mtqa.checks._article import Passage, passages
from mtqa.checks._small_start import capitalised, starts_small
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.segment import Document, Kind
from mtqa.text import ends_sentence, words

SHORTEST = 3  # words: shorter lines are keywords, handles, agency codes
MANY = 0.3  # of the lines start small: that is a style, or a list


@document_check(
    "F504",
    Category.CASING,
    Severity.MINOR,
    example(
        "Le sommet a commencé lundi.\n⟦nouvelle⟧ alliance entre les deux voisins\nIls se sont vus hier.",
        "fr",
        fix="Nouvelle",
    ),
    example("Die Brücke ist gesperrt.\n⟦die⟧ Polizei leitet den Verkehr um.\nEs kommt zu Staus.", "de", fix="Die"),
    example("iPhone sales fell again this year.\nvan Dijk scored twice.\nwww.example.org has more.", "en"),
    example("You will need the following:\ntwo ripe lemons\nthree spoons of sugar\nsome cold water", "en"),
    example("der kleine könig\nein märchen ohne große buchstaben\nvon anfang an klein geschrieben", "de"),
)
def lost_capital_at_start(document: Document) -> Iterator[Hit]:
    """A heading or paragraph starts with a small letter though nothing goes on there.

    Headings translated out of their place, and first words moved in translation, come out small; it looks careless. The
    line before must have ended with a full stop or the like (some sites print headlines small); the first word must be
    a known one that is no brand, handle or name with a particle. Lines after a colon or comma, and texts in which many
    lines start small, are lists or style.

    Not seen: the first line; lines of fewer than three words; a small start inside a paragraph (F104).
    """
    facts = language(document.target_lang or "und")
    if facts.tier == "other":
        return
    lines = [p for p in passages(document) if p.kind in {Kind.PARAGRAPH, Kind.HEADING}]
    small = [place for place, line in enumerate(lines) if line.text[0].islower()]
    if not small or len(small) > max(1, MANY * len(lines)):
        return
    for place in small:
        line = lines[place]
        first = words(line.text, facts.tag)[0]
        if _starts_anew(lines, place) and len(line.text.split()) >= SHORTEST and starts_small(line.text, 0, facts):
            message = f"this line starts small: “{first.text}”"
            yield Hit(line.start, line.start + first.end, message, capitalised(first.text), 0.9)


def _starts_anew(lines: Sequence[Passage], place: int) -> bool:
    return place > 0 and ends_sentence(lines[place - 1].text)
