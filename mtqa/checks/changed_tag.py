"""M212: inline codes of a translation unit that are not those of its source."""

from collections import Counter
from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Document


@document_check(
    "M212",
    Category.TAG,
    Severity.MAJOR,
    example("⟦Le pont est ouvert.⟧", "fr", source="Die Brücke ist offen.", source_lang="de", codes="g 1|"),
    example("⟦The bridge is open.⟧", "en", source="Die Brücke ist offen.", source_lang="de", codes="x 1|x 1,x 1"),
    example("Le pont est ouvert.", "fr", source="Die Brücke ist offen.", source_lang="de", codes="g 1,x 2|x 2,g 1"),
)
def changed_tag(document: Document) -> Iterator[Hit]:
    """An inline code (tag or placeholder) of an XLIFF or TMX unit that was lost, doubled or made up.

    The program that puts the text back into its page finds no end to its tag, or shows a link that leads nowhere. Codes
    are compared by name and id, as often as they stand, whatever their order. Marked is the whole unit, as a code has no
    place in its text.
    Not seen: codes around the wrong words; what a format keeps as plain text (M211 has those).
    """
    if document.codes is None or not document.text.strip():
        return
    source, target = map(Counter, document.codes)
    for codes, told in ((source - target, "is lost"), (target - source, "is not in the source")):
        if codes:
            first = f"<{next(iter(codes))}>"[:40]
            more = f" and {codes.total() - 1} more" if codes.total() > 1 else ""
            start = len(document.text) - len(document.text.lstrip())
            yield Hit(start, len(document.text.rstrip()), f"inline code {first}{more} {told}", confidence=0.95)
            return
