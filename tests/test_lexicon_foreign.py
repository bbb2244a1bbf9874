"""Which words, stretches and texts come from another language."""

import pytest

from mtqa.lexicon.foreign import foreignness, is_native_compound, is_noun
from mtqa.lexicon.leftover import leftovers
from mtqa.lexicon.source import infer_source, source_candidates
from mtqa.lexicon.stretch import foreign_stretch
from mtqa.segment import Document, Segment


@pytest.mark.parametrize(
    ("word", "target", "source"),
    [
        ("Feuerwehr", "fr", "de"), ("kostenlose", "fr", "de"), ("Hafenmeisterei", "en", "de"), ("firefighters", "fr", "en"),
        ("quelques", "de", "fr"), ("ayuntamiento", "fr", "es"), ("Bayern-weit", "en", "de"), ("travel", "de", "en"),
    ],
)  # fmt: skip
def test_a_word_of_the_source_is_foreign(word: str, target: str, source: str) -> None:
    assert foreignness(word, target, source) >= 2.0


@pytest.mark.parametrize(
    ("word", "target", "source"),
    [
        ("pompiers", "fr", "de"), ("weekend", "fr", "en"), ("Bundestag", "fr", "de"), ("NATO", "fr", "de"), ("le", "fr", "de"),
        ("Team", "de", "en"), ("xqzvbr", "fr", "de"), ("stagflation", "fr", "en"), ("", "fr", "de"), ("-", "fr", "de"),
    ],
)  # fmt: skip
def test_a_word_at_home_a_loan_or_no_word_at_all_is_not(word: str, target: str, source: str) -> None:
    assert foreignness(word, target, source) < 2.0


@pytest.mark.parametrize("word", ["Feuerwehr", "Häfen", "Stadtrat", "Wohnungsbrände", "Hafenmitarbeiter"])
def test_a_noun_is_told_from_a_name(word: str) -> None:
    assert is_noun(word, "de")


@pytest.mark.parametrize(
    "word", ["Lindner", "Siemens", "Wirecard", "Achim", "Zuckerberg", "Goldberg", "EuGH", "Regensburg"]
)
def test_a_name_is_told_from_a_noun(word: str) -> None:
    assert not is_noun(word, "de")


def test_a_surname_that_comes_apart_is_no_compound() -> None:
    assert is_native_compound("Hafenwirtschaft", "de")
    assert not is_native_compound("Morgenstein", "de")


@pytest.mark.parametrize(
    ("text", "target", "source", "spans"),
    [
        ("La Feuerwehr est venue.", "fr", "de", ["Feuerwehr"]),
        ("Il a vu die Feuerwehr hier.", "fr", "de", ["die Feuerwehr"]),
        ("Selon M. Feuerwehr Schmidt, tout va bien.", "fr", "de", []),
        ("Il a lu « Der kleine Hafen » hier.", "fr", "de", []),
        ("Voir feuerwehr.example.de pour plus.", "fr", "de", []),
        ("Er arbeitet bei der Direction des affaires maritimes.", "de", "fr", []),
    ],
)
def test_leftovers_are_found_with_their_articles_and_names_are_not(
    text: str, target: str, source: str, spans: list[str]
) -> None:
    assert [text[one.start : one.end] for one in leftovers(text, target, source)] == spans


def test_a_clause_of_the_source_is_found_whole() -> None:
    text = "Le maire a dit que die Häfen im Herbst geschlossen werden sollen."
    found = foreign_stretch(text, "fr", "de")
    assert found is not None
    assert text[found.start : found.end] == "die Häfen im Herbst geschlossen werden sollen"


@pytest.mark.parametrize(
    "text", ["Le port est fermé depuis lundi.", "Il a chanté « Die Häfen im Herbst sind leer ».", "die", ""]
)
def test_text_of_the_target_and_quotations_hold_no_stretch(text: str) -> None:
    assert foreign_stretch(text, "fr", "de") is None


def document(target: str, *sentences: str) -> Document:
    text = " ".join(sentences)
    segments = tuple(Segment(one, target, start=text.index(one)) for one in sentences)
    return Document("d", "-", text, target_lang=target, segments=segments)


def test_the_source_is_inferred_from_different_leftovers() -> None:
    french = document("fr", "La Feuerwehr est arrivée à Warschau.", "Les Krankenhäuser sont pleins.")
    assert infer_source(french) == "de"


@pytest.mark.parametrize(
    "doc",
    [
        document("fr", "Les pompiers sont arrivés à Varsovie.", "Les hôpitaux sont pleins."),
        document("xx", "La Feuerwehr est arrivée."), document("fr"), document("und", "Feuerwehr"),
    ],
)  # fmt: skip
def test_no_source_is_inferred_from_clean_text_or_an_unknown_language(doc: Document) -> None:
    assert infer_source(doc) is None


def test_english_is_a_pivot_where_more_is_left_of_another_language() -> None:
    mixed = document("fr", "La Feuerwehr est arrivée.", "Les Krankenhäuser sont pleins.", "Les firefighters attendent.")
    assert source_candidates(mixed.segments, "fr")[0][0] == "de"
    assert infer_source(mixed) == "de"
    assert infer_source(document("fr", "Les firefighters attendent leurs neighbours.")) == "en"
