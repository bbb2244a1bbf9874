"""Any text at all goes through every check, and every span lies in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.alignment import align
from mtqa.checks import Check, all_checks
from mtqa.glossary.lookup import Glossary
from mtqa.glossary.term import Kind, Term
from mtqa.languages import tags
from mtqa.segment import Document, Segment
from mtqa.sentences import split

LANGS = ("und", *tags(), "ru", "zh")
MARKS = "\"'“”„«»‹›‘’()[]{}<>|*_#@&;:,.!?…-–—/\\ \n\t\r\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}"
LETTERS = "aeioulrdßœéüñçABDLNÉ09ıİǅﬁ가中жت\u0301"
PIECES = (
    "la", "le", "L'", "d’", "der", "Die", "the", "The", "los", "que", "Moskau", "NATO", "Kim", "in", "3.", "20:00",
    "Uhr", "1.000,5", "<b>", "&nbsp;", "https://a.b/c?d", "#tag", "#", "- x", "|", "\n", "\n\n", ".", ",", "“", "»", " ",
    "Le chat dort.", "Der Hund bellt laut.", "THE END", "[1]", "{0}", "%s", "```", "* *", "ÄÖ", "x" * 40,
)  # fmt: skip

TERMS = [p for p in PIECES if any(c.isalnum() for c in p) and "\n" not in p]
GLOSSARY = Glossary(
    [
        *(Term(Kind.FORBID, target, replacement="mieux") for target in TERMS[::3]),
        *(Term(Kind.KEEP, term, term) for term in TERMS[1::3]),
        *(Term(Kind.REQUIRE, "Wort", source) for source in TERMS[2::3]),
    ]
)

any_text = (
    st.text(max_size=80)
    | st.text(alphabet=MARKS + LETTERS, max_size=60)
    | st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
)


def spans(check: Check, text: str, title: str | None, lang: str, source_lang: str | None) -> list[tuple[int, int]]:
    if check.whole_document:
        document = Document("any", "-", text, title, lang, f"{title} {text} {title}", source_lang, codes=(("g",), ()))
        return [(hit.start, hit.end) for hit in check.function(align(split(document)))]
    if check.needs_source:
        segment = Segment(text, lang, title or text, source_lang)
        return [(hit.start, hit.end) for hit in check.function(segment)]
    if check.needs_glossary:
        segment = Segment(text, lang, title, source_lang)  # the title stands in for a source text
        return [(hit.start, hit.end) for hit in check.function(segment, GLOSSARY)]
    return [(hit.start, hit.end) for hit in check.function(Segment(text, lang, source_lang=source_lang))]


@settings(max_examples=40, deadline=None)
@given(
    text=any_text,
    title=st.none() | any_text,
    lang=st.sampled_from(LANGS),
    source_lang=st.none() | st.sampled_from(LANGS),
)
@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_every_span_lies_in_any_text(
    check: Check, text: str, title: str | None, lang: str, source_lang: str | None
) -> None:
    if check.speaks(lang):
        assert all(0 <= start < end <= len(text) for start, end in spans(check, text, title, lang, source_lang))


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_half_a_character_is_read_like_any_other(check: Check) -> None:
    """JSON can hold a lone surrogate ("\\ud83d"), which no encoder takes."""
    for text in ("Le chat \ud83d dort \udc00hier\ud83d.", "\ud800"):
        for lang in filter(check.speaks, LANGS):
            assert all(0 <= start < end <= len(text) for start, end in spans(check, text, text, lang, "de"))
