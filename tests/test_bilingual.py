"""Names and denials of a source are known again in its translation."""

import pytest

from mtqa.bilingual.names import invented, is_alike, lost
from mtqa.bilingual.negation import asserted
from mtqa.segment import Segment


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
