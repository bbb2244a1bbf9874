"""Numbers, names and denials of a source are known again in its translation."""

import pytest

from mtqa.bilingual.names import invented, is_alike, lost
from mtqa.bilingual.negation import asserted
from mtqa.bilingual.numbers import numbers, said, unmatched
from mtqa.segment import Segment


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("1,500 men", ["15"]),
        ("1.500 Leute", ["15"]),
        ("1 500 000 habitants", ["15"]),
        ("am 12.05.2024 um 14:30 Uhr", ["12", "5", "2024", "14", "3"]),
        ("1.983,73 Punkte", ["198373"]),
        ("3,5 % et 2 %", ["35", "2"]),
        ("10 20", ["1", "2"]),
        ("no number", []),
    ],
)
def test_numbers_are_cut_and_known_by_their_figures(text: str, figures: list[str]) -> None:
    assert [number.figures for number in numbers(text)] == figures
    assert all(text[number.start : number.end] == number.text for number in numbers(text))


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("einundzwanzig Schiffe", "de", "21"),
        ("dreihundert Gäste", "de", "3"),
        ("quatre-vingt-dix bateaux", "fr", "9"),
        ("vingt-trois bateaux", "fr", "23"),
        ("twenty-three ships", "en", "23"),
        ("veintidós barcos", "es", "22"),
        ("diciassette navi", "it", "17"),
        ("dezessete navios", "pt", "17"),
        ("zeventien schepen", "nl", "17"),
    ],
)
def test_number_words_have_their_value(text: str, lang: str, value: str) -> None:
    assert value in said(text, lang)


@pytest.mark.parametrize(
    ("source", "target", "left"),
    [
        ("Um 15 Uhr", "at 3 p.m.", ([], [])),
        ("in den 1990er Jahren", "in the 90s", ([], [])),
        ("Das sind 10 Meilen", "That is 16 kilometres, 10 miles", ([], [])),
        ("16 km weit", "10 miles away", ([], [])),
        ("16 Tonnen", "10 tonnes", (["16"], ["10"])),
        ("um 14.30 Uhr", "at 14:30", ([], [])),
        ("zwei Häuser", "2 houses", ([], [])),
        ("2023 und 15", "15 and 2024", (["2023"], ["2024"])),
        ("von 10 bis 13 und von 16 bis 18 Uhr", "from 10 to 13 and from 16 to 13", (["18"], ["13"])),
    ],
)
def test_numbers_that_a_translation_may_write_otherwise_are_the_same(
    source: str, target: str, left: tuple[list[str], list[str]]
) -> None:
    found = unmatched(source, "de", target, "en")
    assert tuple([number.text for number in side] for side in found) == left


@pytest.mark.parametrize(
    ("name", "lang", "word", "other_lang", "is_same"),
    [
        ("Selenskyj", "de", "Zelensky", "fr", True),
        ("Merkels", "de", "Merkel", "fr", True),
        ("Moskau", "de", "Moscou", "fr", True),
        ("Europe", "fr", "europäische", "de", True),
        ("Schröder", "de", "Merkel", "fr", False),
        ("Hamburg", "de", "Leipzig", "fr", False),
    ],
)
def test_spellings_and_exonyms_of_a_name_are_alike(
    name: str, lang: str, word: str, other_lang: str, is_same: bool
) -> None:
    assert is_alike(name, lang, word, other_lang) == is_same


def test_a_name_in_the_place_of_another_is_invented_and_the_other_lost() -> None:
    segment = Segment("Angela Schröder a parlé à Berlin.", "fr", "Angela Merkel sprach in Berlin.", "de")
    assert [word.text for word in invented(segment)] == ["Schröder"]
    assert [word.text for word in lost(segment)] == ["Merkel"]


@pytest.mark.parametrize(
    ("source", "target", "marked"),
    [
        ("Die Brücke wurde nicht geöffnet.", "Le pont a été ouvert.", "ouvert"),
        ("Die Brücke wurde nicht geöffnet.", "Le pont n'a pas été ouvert.", None),
        ("Die Brücke wurde nicht geöffnet.", "Le pont est resté sans passage ouvert.", None),
        ("Die Brücke wurde nicht nur montags geöffnet.", "Le pont a été ouvert le lundi.", None),
        ("Die Brücke wurde geöffnet.", "Le pont a été ouvert.", None),
        ("Die Brücke wurde nicht geöffnet.", "Le passage demeure clos.", None),
        ("Nicht.", "Oui.", None),
        ("", "", None),
    ],
)
def test_what_the_source_denies_and_the_target_does_not_is_found(source: str, target: str, marked: str | None) -> None:
    found = asserted(source, "de", target, "fr")
    assert (found.text if found else None) == marked


def test_a_table_of_numbers_is_left_alone() -> None:
    assert unmatched("1 2 " * 40, "de", "3 4 " * 40, "fr") == ([], [])
