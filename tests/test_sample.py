"""The sample feed, as a newcomer sees it first: what is found in it, and in the articles that are sound, nothing."""

from pathlib import Path

import pytest

from mtqa import check_file

SAMPLE = Path(__file__).parent / "data" / "sample"
# What each article is broken by, in the order of its text.
EXPECTED = {
    "bruecke.fr": [
        ("D102", "Le pont sur le Danube reste fermé jusqu'au printemps"),
        ("A101", "Bürgermeisterin"),
        ("A102", "Wien"),
        ("D105", "UN DÉTOUR DE QUARANTE MINUTES"),
        ("A101", "Verkehrsbetriebe"),
        ("F101", "les les"),
        ("L101", "3.5"),
        ("F201", "de le"),
        ("A101", "Stadtrat"),
        ("L102", "18 Uhr"),
        ("D106", "genève"),
        ("D104", "Ingénieurs cherchent une solution"),
        ("M201", "sur"),
        ("D103", "Réactions de l'opposition"),
        ("D103", "Un budget contesté"),
        ("D103", "Le calendrier des travaux"),
        ("A104", "Kommentare (12)"),
    ],
    "museum-1": [
        ("A101", "verriers"),
        ("L101", "12,5"),
        ("F101", "with with"),
        ("A103", "Le musée sera ouvert tous les jours, sauf le lundi"),
        ("A103", "Lire aussi : Une nuit au musée"),
    ],
    "trains-2": [],
    "harvest-3": [
        ("A101", "vignerons"),
        ("A102", "Bruxelles"),
        ("M102", "&amp;nbsp;"),
        ("F202", "An university"),
        ("F305", "2027 ."),
        ("M101", "<unk>"),
    ],
    "harbour.de": [
        ("A101", "wages"),
        ("A103", "The port will remain closed until further notice"),
        ("A101", "shortage"),
        ("F101", "spürbar spürbar"),
        ("M201", "prüft,"),
        ("A104", "Share this article"),
        ("A105", "Hier ist die Übersetzung des Artikels ins Deutsche:"),
        ("A104", "0 comments"),
        ("A104", "Impressum"),
    ],
}
# They read what is learnt on text and renewed with it: that they speak at all is tested below.
LEARNT = ("F110", "F120", "Q")


@pytest.fixture(scope="module")
def found() -> dict[str, list[tuple[str, str]]]:
    reviews = [review for file in sorted(SAMPLE.iterdir()) for review in check_file(str(file))]
    return {review.document.id: [(f.code, f.text) for f in review.findings] for review in reviews}


@pytest.mark.parametrize("article", EXPECTED)
def test_each_article_is_broken_by_just_this(article: str, found: dict[str, list[tuple[str, str]]]) -> None:
    assert [pair for pair in found[article] if not pair[0].startswith(LEARNT)] == EXPECTED[article]


def test_the_sample_holds_these_articles_and_no_other(found: dict[str, list[tuple[str, str]]]) -> None:
    assert set(found) == set(EXPECTED)


def test_the_sample_shows_many_kinds_of_damage(found: dict[str, list[tuple[str, str]]]) -> None:
    assert len({code for pairs in found.values() for code, _ in pairs}) >= 18


def test_a_sound_article_is_left_alone(found: dict[str, list[tuple[str, str]]]) -> None:
    assert found["trains-2"] == []


def test_the_words_missing_in_english_are_seen(found: dict[str, list[tuple[str, str]]]) -> None:
    collisions = [text for pairs in found.values() for code, text in pairs if code == "F110"]
    assert {"the of", "the with"} <= set(collisions)
    assert ("F120", "Les nouveaux plan") in found["bruecke.fr"]
