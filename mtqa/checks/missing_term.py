"""T103: a term of the source whose required translation is not there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtqa.checks import example, term_check
from mtqa.finding import Category, Hit, Severity
from mtqa.glossary.passages import sentence_for
from mtqa.glossary.term import Kind
from mtqa.segment import Segment

if TYPE_CHECKING:
    from mtqa.glossary.lookup import Glossary

TERMS = """\
source_lang,target_lang,source,target
de,fr,Kurzarbeit,chômage partiel
de,en,Kurzarbeit,short-time work
de,en,Kurzarbeit,short-time working
"""


@term_check(
    "T103",
    Category.TERMINOLOGY,
    Severity.MAJOR,
    example(
        "⟦L'usine passe au travail court.⟧ Le port reste ouvert.",
        "fr",
        source="Das Werk führt Kurzarbeit ein. Der Hafen bleibt offen.",
        source_lang="de",
        glossary=TERMS,
    ),
    example(
        "L'usine passe au chômage partiel.",
        "fr",
        source="Das Werk führt Kurzarbeit ein.",
        source_lang="de",
        glossary=TERMS,
    ),
    example(
        "⟦The plant moves to brief labour.⟧",
        "en",
        source="Das Werk führt Kurzarbeit ein.",
        source_lang="de",
        glossary=TERMS,
    ),
    example(
        "The plant moves to short-time working.",
        "en",
        source="Das Werk führt Kurzarbeit ein.",
        source_lang="de",
        glossary=TERMS,
    ),
    example("L'usine passe au travail court.", "fr", source_lang="de", glossary=TERMS),
)
def missing_term(segment: Segment, glossary: "Glossary") -> Iterator[Hit]:
    """A term of the source text for which the glossary requires a translation, and none of those required is there.

    The same office, law or party then has another name in every article. Several rows for one source term are
    alternatives. Marked is the sentence in which the term is to be expected: by its number where both texts have as many
    sentences, else by how far through the text the source has it. A term inside a longer word counts. Where a variant that
    is listed as forbidden stands instead, T101 marks that.
    Not seen: a term that the same paragraph uses elsewhere; required terms said without a source term; anything without
    a source.
    """
    for met in glossary.met(segment):
        wanted = [term for term in met.terms if term.kind is Kind.REQUIRE]
        if not wanted or any(glossary.is_used(term, segment) for term in met.terms):
            continue
        if not glossary.replacements(segment).isdisjoint(term.target for term in wanted):
            continue
        start, end = sentence_for(segment, met.start)
        message = f"“{wanted[0].source}” of the source is “{wanted[0].target}” here, says the glossary"
        yield Hit(start, end, message[:90], confidence=0.8)
