"""T102: a term of the source that must stay as it is, and has not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtqa.checks import example, term_check
from mtqa.finding import Category, Hit, Severity
from mtqa.glossary.passages import sentence_for
from mtqa.glossary.term import Kind
from mtqa.segment import Segment

if TYPE_CHECKING:
    from mtqa.glossary.lookup import Glossary

NAMES = "source,kind,forbidden\nNordlicht Reederei,do-not-translate,compagnie Aurore boréale\nFrag Nora,dnt,\n"


@term_check(
    "T102",
    Category.TERMINOLOGY,
    Severity.MAJOR,
    example(
        "⟦L'application Demande à Nora fermera en mai.⟧",
        "fr",
        source="Die App Frag Nora schließt im Mai.",
        source_lang="de",
        glossary=NAMES,
    ),
    example(
        "L'application Frag Nora fermera en mai.",
        "fr",
        source="Die App Frag Nora schließt im Mai.",
        source_lang="de",
        glossary=NAMES,
    ),
    example(
        "⟦The Northern Light line cut two ferries.⟧ Prices went up.",
        "en",
        source="Die Nordlicht Reederei strich zwei Fähren. Die Preise stiegen.",
        source_lang="de",
        glossary=NAMES,
    ),
    example("L'application Demande à Nora fermera en mai.", "fr", glossary=NAMES),
)
def changed_term(segment: Segment, glossary: "Glossary") -> Iterator[Hit]:
    """A name that the glossary leaves untranslated stands in the source text and not in the translation.

    A translated product, party or newspaper cannot be found again by the reader. Marked is the sentence in which it is to
    be expected: by its number where both texts have as many sentences, else by how far through the text the name stands.
    A name inside a longer word counts as kept. Where a variant that is listed as forbidden stands instead, T101 marks that.
    Not seen: names that the translation drops once and keeps elsewhere in the same paragraph; anything without a source.
    """
    for met in glossary.met(segment):
        kept = [term for term in met.terms if term.kind is Kind.KEEP]
        if not kept or any(glossary.is_used(term, segment) for term in met.terms):
            continue
        if kept[0].target in glossary.replacements(segment):
            continue
        start, end = sentence_for(segment, met.start)
        yield Hit(start, end, f"“{kept[0].target}” of the source must stay, and is not here"[:90], confidence=0.9)
