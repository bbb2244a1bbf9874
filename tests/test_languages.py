"""The language literals: what every file must hold, and facts that a slip of the pen would break."""

from dataclasses import fields

import pytest

from mtqa.languages import Language, language, tags

KNOWN = ("cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk", "zh")
SPOKEN = ("de", "en", "es", "fr", "it", "nl", "pt")
WORD_SETS = tuple(f.name for f in fields(Language) if str(f.type) == "frozenset[str]")
GOVERNED = {f"{gender}.{number}" for gender in "mfnc" for number in ("sg", "pl")}


def test_every_language_file_is_found() -> None:
    assert tags() == KNOWN


@pytest.mark.parametrize("tag", KNOWN)
def test_a_literal_carries_its_own_tag(tag: str) -> None:
    assert language(tag).tag == tag


@pytest.mark.parametrize(
    ("tag", "own"), [("pt-BR", "pt"), ("zh-Hans", "zh"), ("DE", "de"), ("tlh", "und"), ("", "und")]
)
def test_a_tag_finds_its_primary_language(tag: str, own: str) -> None:
    assert language(tag).tag == own


def test_tiers_are_as_promised() -> None:
    tiers = {tag: language(tag).tier for tag in KNOWN}
    assert {t for t in KNOWN if tiers[t] == "first-class"} == {"fr", "de", "en", "es"}
    assert {t for t in KNOWN if tiers[t] == "supported"} == {"it", "pt", "nl"}


@pytest.mark.parametrize("tag", KNOWN)
@pytest.mark.parametrize("field", WORD_SETS)
def test_words_are_small_whole_and_plainly_written(tag: str, field: str) -> None:
    for word in getattr(language(tag), field):
        assert word
        assert word == word.lower().strip()
        assert "’" not in word, "apostrophes are written straight"
        assert "_" not in word


@pytest.mark.parametrize("tag", KNOWN)
def test_closed_words_hold_their_parts(tag: str) -> None:
    one = language(tag)
    parts = (one.prepositions, one.conjunctions, one.pronouns, one.auxiliaries, one.adverbs, one.numerals)
    assert all(part <= one.closed for part in parts)
    assert set(one.determiners) | set(one.elided) <= one.closed
    assert set(one.articles.items()) <= set(one.determiners.items())


@pytest.mark.parametrize("tag", KNOWN)
def test_determiners_govern_a_gender_and_a_number(tag: str) -> None:
    for word, governed in language(tag).determiners.items():
        assert governed.split(), word
        assert set(governed.split()) <= GOVERNED, word


@pytest.mark.parametrize("tag", KNOWN)
def test_contractions_are_of_two_closed_words_into_one(tag: str) -> None:
    one = language(tag)
    for full, short in one.contracted.items():
        parts = {*full.split(), *short.replace("'", "' ").split()}  # "si il" becomes "s'il": two words in one
        assert parts <= one.closed | set(one.elided) | {"s'"}, full


@pytest.mark.parametrize("tag", ["fr", "it"])
def test_elided_forms_end_in_an_apostrophe_and_have_full_ones(tag: str) -> None:
    for form, full in language(tag).elided.items():
        assert form.endswith("'")
        assert full.split()


@pytest.mark.parametrize("tag", KNOWN)
def test_abbreviations_carry_their_stop_and_end_sentences_in_one_way(tag: str) -> None:
    one = language(tag)
    kinds = (one.closing, one.trailing, one.counting)
    assert all(kind <= one.abbreviations for kind in kinds)
    assert len(frozenset().union(*kinds)) == sum(map(len, kinds))
    assert all("." in word for word in one.abbreviations)


@pytest.mark.parametrize("tag", SPOKEN)
def test_a_spoken_language_is_told_in_full(tag: str) -> None:
    one = language(tag)
    assert min(map(len, (one.determiners, one.prepositions, one.conjunctions, one.pronouns, one.auxiliaries))) >= 25
    assert len(one.abbreviations) >= 60
    assert len(one.loans) >= 80
    assert all((one.honorifics, one.particles, one.doubled))


@pytest.mark.parametrize("tag", KNOWN)
def test_a_year_has_twelve_months_and_a_week_seven_days(tag: str) -> None:
    one = language(tag)
    assert (len(set(one.months)), len(set(one.weekdays))) == (12, 7)
    assert all(len(mark) == 1 for pair in one.quotes for mark in pair)


def test_a_word_not_known_of_a_language_does_not_stand_in_its_closed_class() -> None:
    assert not {"maison", "haus", "house", "casa"} & (
        language("fr").closed | language("de").closed | language("en").closed | language("es").closed
    )


ELISION = {
    "fr": (
        "heure homme huile hallucination héroïne hôtel huître hésitation ouest yeux Yonne haltère halogène",
        "héros haricot hongrois onze onzième oui yacht yen hasard haine halle haut hauteur hors huit hockey hausse",
        "Haïti Hitler hyène",
    ),
    "en": (
        "hour honest heir apple uninvited unimportant umbrella usher onerous urgent",
        "university unit union one once European user useful UK Ukrainian house year",
        "historic herb",
    ),
    "it": ("amico uomo isola", "ieri iena yogurt casa", "hotel"),
}


@pytest.mark.parametrize("tag", ELISION)
def test_words_elide_by_their_sound(tag: str) -> None:
    elided, full, both = ELISION[tag]
    one = language(tag)
    assert [w for w in elided.split() if one.elides(w) is not True] == []
    assert [w for w in full.split() if one.elides(w) is not False] == []
    assert [w for w in both.split() if one.elides(w) is not None] == []


GOVERNS = [
    ("fr", "cette", "f.sg"), ("fr", "aux", "c.pl"), ("fr", "du", "m.sg"), ("fr", "plusieurs", "c.pl"),
    ("de", "der", "m.sg f.sg c.pl"), ("de", "zur", "f.sg"), ("de", "keinem", "m.sg n.sg"), ("de", "diese", "f.sg c.pl"),
    ("es", "una", "f.sg"), ("es", "del", "m.sg"), ("it", "degli", "m.pl"), ("it", "un'", "f.sg"), ("pt", "na", "f.sg"),
    ("nl", "het", "n.sg"), ("nl", "ons", "n.sg"), ("en", "these", "c.pl"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "word", "governed"), GOVERNS)
def test_what_a_determiner_governs(tag: str, word: str, governed: str) -> None:
    assert language(tag).determiners[word] == governed


@pytest.mark.parametrize("tag", ["fr", "en", "es", "it", "pt", "nl"])
def test_german_words_of_the_news_are_at_home_elsewhere(tag: str) -> None:
    assert {"bundeswehr", "bundestag", "länder"} <= language(tag).loans
