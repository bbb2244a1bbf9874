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
        ("Die Fähre fährt nie.", "Le bac n'assure le passage en hiver.", "n'assure"),
        ("Die Fähre fährt nie.", "Le bac ne peut assurer le passage.", None),
        ("Die Fähre fährt nie.", "Le bac ne passe que l'été.", None),
        ("Die Fähre fährt nie früher, als man denkt.", "Le bac part plus tard qu'on ne croit.", None),
        ("Die Fähre fährt nie.", "Aucun bac ne passe.", None),
        ("Die Fähre fährt.", "Le bac n'assure le passage en hiver.", None),
        ("Die Brücke wurde nicht geöffnet.", "Le passage demeure clos.", None),
        ("Nicht.", "Oui.", None),
        ("", "", None),
    ],
)
def test_what_the_source_denies_and_the_target_does_not_is_found(source: str, target: str, marked: str | None) -> None:
    found = asserted(source, "de", target, "fr")
    assert (target[slice(*found)] if found else None) == marked


@pytest.mark.parametrize(
    ("source", "target", "is_marked"),
    [
        ("Die Fähre verkehrt nie.", "The ferry sails.", True),
        ("Die Fähre verkehrt nie.", "The ferry hardly sails.", False),
        ("Die Fähre verkehrt ohne Pause nie.", "The ferry sails.", False),
        ("Verkehrt die Fähre nicht?", "Does the ferry sail?", False),
        ("Die Fähre verkehrt.", "The ferry sails.", False),
        ("Die Fähre verkehrt nie.", "Die Fähre verkehrt nie.", False),
    ],
)
def test_a_target_that_denies_nothing_is_marked_whole(source: str, target: str, is_marked: bool) -> None:
    assert asserted(source, "de", target, "en") == ((0, len(target) - 1) if is_marked else None)
