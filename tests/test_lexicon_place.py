"""Places and what they are called."""

import pytest

from mtqa.lexicon.place import exonym, is_genitive, is_one_edit, nearest_place, place
from mtqa.lexicon.table import folder


@pytest.mark.parametrize(
    ("name", "source", "target", "expected"),
    [
        ("Warschau", "de", "fr", "Varsovie"), ("Warschaus", "de", "fr", "Varsovie"), ("Varsovie", "fr", "de", "Warschau"),
        ("Lisbon", "en", "es", "Lisboa"), ("Ginebra", "es", "de", "Genf"), ("Katar", "de", "en", "Qatar"),
        ("Antwerpen", "nl", "fr", "Anvers"), ("KOPENHAGEN", "de", "fr", "Copenhague"),
        ("Oslo", "de", "fr", None), ("Paris", "de", "es", None), ("Kurdistan", "fr", "es", None), ("Brücke", "de", "fr", None),
        ("Warschau", "fr", "de", None),
    ],
)  # fmt: skip
def test_a_place_has_its_name_in_the_target(name: str, source: str, target: str, expected: str | None) -> None:
    assert exonym(name, source, target) == expected


def test_names_of_one_place_have_one_key() -> None:
    names = [("Warschau", "de"), ("Varsovie", "fr"), ("Warsaw", "en"), ("Varsavia", "it"), ("Varsóvia", "pt")]
    assert {place(name, lang) for name, lang in names} == {"Warsaw"}


def test_a_german_genitive_is_the_place() -> None:
    assert place("Warschaus", "de") == "Warsaw"
    assert is_genitive("Warschaus", "de")
    assert not is_genitive("Paris", "de")


@pytest.mark.parametrize(
    ("word", "expected"), [("Kopenhhagen", "Copenhague"), ("Buccarest", "Bucarest"), ("Lissabbon", "Lisbonne")]
)
def test_a_misspelt_place_is_recognised(word: str, expected: str) -> None:
    found = nearest_place(word, "de", "fr")
    assert found is not None
    assert found.target_name == expected


@pytest.mark.parametrize("word", ["Bucarest", "Brême", "kopenhhagen", "Maison", "Lindner", "Wien", "Xqzvbrm"])
def test_what_is_no_misspelt_place_is_left_alone(word: str) -> None:
    assert nearest_place(word, "de", "fr") is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("abc", "abc", False), ("abc", "abd", True), ("abc", "ab", True), ("abc", "xabc", True), ("abcd", "abdc", True),
        ("abcd", "badc", False), ("abc", "abcde", False), ("", "a", True),
    ],
)  # fmt: skip
def test_one_edit_is_a_letter_more_less_other_or_swapped(one: str, other: str, expected: bool) -> None:
    assert is_one_edit(one, other) is expected
    assert is_one_edit(other, one) is expected


@pytest.mark.parametrize("file", ["places.tsv", "cldr.tsv"])
def test_every_row_of_places_is_complete(file: str) -> None:
    rows = [line.split("\t") for line in (folder() / "lexicon" / file).read_text(encoding="utf-8").splitlines()]
    assert all(len(row) == len(rows[0]) for row in rows)
    assert all(cell == cell.strip() for row in rows for cell in row)
