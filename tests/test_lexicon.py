"""What the word tables answer."""

from pathlib import Path

import pytest

from mtqa.lexicon.compound import compound
from mtqa.lexicon.frequency import frequency, zipf
from mtqa.lexicon.identify import identify
from mtqa.lexicon.lemma import is_known, lemma
from mtqa.lexicon.name import nameness
from mtqa.lexicon.table import NOTHING, Entry, Table, entry, folder, key, languages

FIRST_CLASS = ("de", "en", "es", "fr")


def test_seven_languages_have_tables() -> None:
    assert set(languages()) == {"de", "en", "es", "fr", "it", "nl", "pt"}


def test_the_tables_stay_small() -> None:
    size = sum(path.stat().st_size for path in (folder() / "lexicon").glob("*.[ct][or][li]*"))
    assert size < 30e6


def test_every_table_is_noticed_in_the_readme() -> None:
    notice = (folder() / "lexicon" / "README.md").read_text(encoding="utf-8")
    assert all(name in notice for name in ("wordfreq", "simplemma", "CLDR", "CC BY-SA 4.0", "SUBTLEX"))


def test_models_are_found_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MTQA_MODELS", str(tmp_path))
    assert folder() == tmp_path


@pytest.mark.parametrize(("word", "lang"), [("Brücke", "de"), ("roof", "en"), ("puente", "es"), ("toit", "fr")])
def test_a_common_word_is_frequent_at_home_and_rare_elsewhere(word: str, lang: str) -> None:
    assert zipf(word, lang) > 4
    assert all(zipf(word, other) < 3.2 for other in FIRST_CLASS if other != lang)


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [("BRIDGE", "bridge", "en"), ("aujourd’hui", "aujourd'hui", "fr"), ("Straße", "strasse", "de")],
)
def test_case_apostrophes_and_sharp_s_do_not_matter(one: str, other: str, lang: str) -> None:
    assert frequency(one, lang) == frequency(other, lang) > 0


def test_a_hyphenated_word_is_as_frequent_as_its_rarest_part() -> None:
    assert frequency("Brücken-Weltmeister", "de") == min(frequency("Brücken", "de"), frequency("Weltmeister", "de"))


@pytest.mark.parametrize(
    ("word", "lang"), [("xqzv", "fr"), ("", "fr"), ("-", "de"), ("bridge", "xx"), ("bridge", "und")]
)
def test_an_unknown_word_or_language_has_no_frequency(word: str, lang: str) -> None:
    assert frequency(word, lang) == 0.0
    assert entry(word, lang) is NOTHING or not entry(word, lang).frequency
    assert lemma(word, lang) is None


@pytest.mark.parametrize(
    ("word", "lang", "known"),
    [
        ("Brücke", "de", True), ("brücke", "de", False), ("gegangen", "de", True), ("temps", "fr", True),
        ("sempre", "it", True), ("went", "en", True), ("Brücke", "fr", False), ("toits", "en", False),
    ],
)  # fmt: skip
def test_a_word_is_known_as_it_is_written(word: str, lang: str, known: bool) -> None:
    assert is_known(word, lang) is known


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [("gegangen", "de", "gehen"), ("Brücken", "de", "Brücke"), ("chevaux", "fr", "cheval"), ("mice", "en", "mouse")],
)
def test_a_form_has_its_lemma(word: str, lang: str, expected: str) -> None:
    assert lemma(word, lang) == expected


@pytest.mark.parametrize(
    ("word", "lang", "parts"),
    [
        ("Brückenbauminister", "de", ("brückenbau", "minister")), ("Hafenlagers", "de", ("hafen", "lagers")),
        ("Gipfellager", "de", ("gipfel", "lager")), ("Gipfelager", "de", ("gipfel", "lager")),
        ("havenmedewerkers", "nl", ("haven", "medewerkers")), ("Brücke", "de", None), ("gouvernement", "de", None),
        ("weekend", "en", None), ("Ortsname", "fr", None), ("aaaaaaaaaaaa", "de", None),
    ],
)  # fmt: skip
def test_a_compound_comes_apart_into_known_words(word: str, lang: str, parts: tuple[str, ...] | None) -> None:
    assert compound(word, lang) == parts


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Die Feuerwehr rettete drei Kinder aus dem brennenden Haus.", "de"),
        ("Firefighters saved three children from the burning house.", "en"),
        ("Los bomberos rescataron a tres niños de la casa en llamas.", "es"),
        ("Les pompiers ont sauvé trois enfants de la maison en feu.", "fr"),
        ("I pompieri hanno salvato tre bambini dalla casa in fiamme.", "it"),
        ("De brandweer redde drie kinderen uit het brandende huis.", "nl"),
        ("Os bombeiros salvaram três crianças da casa em chamas.", "pt"),
        ("Strażacy uratowali troje dzieci, które nie mogły się z domu wydostać.", "pl"),
        ("Пожарные спасли троих детей из горящего дома.", "ru"), ("Пожежники врятували трьох дітей із палаючої хати.", "uk"),
        ("消防隊が子供を救助した。", "ja"), ("xqzv brmf klpt", "und"), ("", "und"), ("12 345", "und"),
    ],
)  # fmt: skip
def test_a_sentence_tells_its_language(text: str, lang: str) -> None:
    assert identify(text)[0] == lang


def test_identification_is_limited_to_the_languages_asked_for() -> None:
    assert identify("Les pompiers ont sauvé trois enfants.", ("de", "en"))[0] != "fr"


def test_confidence_is_a_probability() -> None:
    assert 0.9 < identify("The fire brigade saved three children from the house.")[1] <= 1.0


@pytest.mark.parametrize(("name", "word", "lang"), [("Lindner", "Brücke", "de"), ("Obama", "Bridges", "en")])
def test_a_name_is_likelier_a_name_than_a_word(name: str, word: str, lang: str) -> None:
    assert nameness(name, lang) > nameness(word, lang)
    assert nameness(word.lower(), lang) == 0.0


def test_a_table_gives_back_what_was_written(tmp_path: Path) -> None:
    from mtqa.lexicon.build import rule, write

    rules = ["", rule("häuser", "Haus")]
    entries = {"häuser": Entry(126, 2, 159, 1), "haus": Entry(155, 3, 207, 0)}
    write("de", entries, rules, tmp_path)
    table = Table("de", tmp_path)
    assert {word: table.entry(word) for word in entries} == entries
    assert table.rules == ["", "^5+aus"]
    assert table.entry("brücke") == NOTHING
    assert "haus" in table
    assert table.prefixes("hauses") == ["haus"]


def test_a_key_is_folded() -> None:
    assert key("Aujourd’hui\N{SOFT HYPHEN}") == "aujourd'hui"
