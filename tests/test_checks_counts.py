"""F110 and F120, and the counts of human text behind them."""

from collections import Counter

import pytest

from mtqa.checks import all_checks
from mtqa.languages import language
from mtqa.lexicon.adjacency import follower, never
from mtqa.lexicon.count_followers import EXPECTED, Followers
from mtqa.lexicon.count_genders import Genders
from mtqa.lexicon.gender import Cells, context, expanded, genders, governed, noun_cells
from mtqa.lexicon.sure_genders import explained, with_plural_gender
from mtqa.segment import Segment
from mtqa.text import lowered, words

CHECKS = {check.code: check for check in all_checks()}


def marked(code: str, text: str, lang: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in CHECKS[code].function(Segment(text, lang))]


COLLISIONS = [
    ("fr", "Le ministre a signé le de la région.", ["le de"]),
    ("fr", "Elle a parlé des et du climat.", ["des et"]),
    ("fr", "Il est parti avec les. Personne ne l'a revu.", ["les."]),
    ("fr", "Les élus veulent la des comptes et voient les sur la table.", ["la des", "les sur"]),
    ("fr", "L’accord sur l’, dit-il, tient.", []),
    ("en", "The mayor opened the of the bridge.", ["the of"]),
    ("en", "They met in the and went home.", ["the and"]),
    ("en", "Voters sat on a. The mayor left.", ["on a."]),
    ("de", "Er fuhr zur und blieb.", ["zur und"]),
    ("de", "Sie wohnt im der Stadt.", ["im der"]),
    ("es", "La ministra firmó el de la región.", []),
    ("es", "Vive en la con su hermana.", ["la con"]),
    ("pt", "Ele mora na. Depois saiu.", ["na."]),
]


@pytest.mark.parametrize(("lang", "text", "spans"), COLLISIONS)
def test_function_words_that_never_meet_are_marked_on_both_sides(lang: str, text: str, spans: list[str]) -> None:
    assert marked("F110", text, lang) == spans


COLLISION_FREE = [
    ("fr", "La Haye, Le Mans et Les Sables : l'un et l'autre sont sur la côte."),
    ("fr", "Les mots « le », « de » et « la » sont courants."),
    ("fr", "Il l'a dit à l'un pour l'autre, de plus en plus souvent."),
    ("fr", "LA DE LE, UN POUR LES"),
    ("en", "The Who and The The played; what it is for, nobody knows."),
    ("en", "The word “of” and the letter a, or plan a, or vitamin a."),
    ("en", "Over and out, by and by, the be-all and end-all."),
    ("de", "Die in der Stadt lebenden Leute, die der Stadt treu sind, kamen mit den von ihr gekauften Karten."),
    ("es", "Los que la conocen, la de rojo y el que vino de a pie."),
    ("de", "Der Spiegel, Die Zeit und Das Erste."),
    ("zh", "他说 the of 是英语。"),
]


@pytest.mark.parametrize(("lang", "text"), COLLISION_FREE)
def test_sound_function_words_names_quotes_and_idioms_are_silent(lang: str, text: str) -> None:
    assert marked("F110", text, lang) == []


CLASHES = [
    ("fr", "Dans un mesure, tout change.", ["un mesure"]),
    ("fr", "Le vote des député a duré.", []),
    ("fr", "Elle habite dans les maison du port.", ["les maison"]),
    ("fr", "La grande pont et la maison.", ["La grande pont"]),
    ("fr", "Avec la nouvelle gouvernement, tout ira.", ["la nouvelle gouvernement"]),
    ("de", "Mit einem großen Regierung kam er.", ["einem großen Regierung"]),
    ("de", "Für das Regierung ist es schwer.", ["das Regierung"]),
    ("de", "Mit der neue Regierung wird alles gut.", ["der neue Regierung"]),
    ("de", "Es gab eine Vorschlag.", ["eine Vorschlag"]),
    ("es", "Con el casa nueva está feliz.", ["el casa"]),
    ("es", "Un decisión tomó ayer.", ["Un decisión"]),
    ("en", "He gave a reasons for it.", ["a reasons"]),
    ("en", "After many year, she left.", ["many year"]),
]


@pytest.mark.parametrize(("lang", "text", "spans"), CLASHES)
def test_a_determiner_that_cannot_govern_the_noun_is_marked_with_it(lang: str, text: str, spans: list[str]) -> None:
    assert marked("F120", text, lang) == spans


CLASH_FREE = [
    ("fr", "Le tour du poste, la tour et la poste, un mode et une mode."),
    ("fr", "Ils la portent, les note-t-il, et le place devant la porte."),
    ("fr", "Les Renault, la plupart des gens, le 14 juillet, un des élus, la une du journal."),
    ("fr", "Son école, mon amie, mon ancienne école, son importante mission, cette histoire et cet homme."),
    ("fr", "Les premier et second tours, la deuxième et la troisième ville."),
    ("fr", "La cheffe, le ou la ministre, les après-midi et les porte-parole."),
    ("de", "Ein Land, das Menschen hilft; die Frau, der Männer helfen; weil das Unsinn ist."),
    ("de", "Der Virus und das Virus, die See und der See, der Teil und das Teil."),
    ("de", "Das Rechts- und das Steuerwesen, die Europa League, im Leben der Leute."),
    ("de", "Trotz der Regierung und wegen der Regierungen wuchs das Vertrauen der Bürger."),
    ("es", "El agua, el arma y el alma; las aguas; la mano, el día, el problema."),
    ("en", "A systems analyst, a sports car, these car parks, this means war, many a man, a few days."),
]


@pytest.mark.parametrize(("lang", "text"), CLASH_FREE)
def test_homographs_pronouns_names_and_compounds_agree(lang: str, text: str) -> None:
    assert marked("F120", text, lang) == []


SUGGESTIONS = [
    ("fr", "Après un décision, il part.", "une décision"),
    ("fr", "Un décision de plus.", "Une décision"),
    ("fr", "Dans les maison du port.", None),
    ("fr", "Pour la accord, il part.", None),  # "le accord" would be no better
    ("es", "Con una problema grave.", "un problema"),
    ("de", "Für das Regierung ist es schwer.", None),
]


@pytest.mark.parametrize(("lang", "text", "fix"), SUGGESTIONS)
def test_one_form_that_fits_is_suggested(lang: str, text: str, fix: str | None) -> None:
    (hit,) = CHECKS["F120"].function(Segment(text, lang))
    assert hit.suggestion == fix


FOLLOWERS = [
    ("the of", "of"),
    ("the, of", ","),
    ("the!", "."),
    ("the Of", ""),
    ("the 3 of", ""),
    ("the “of", ""),
    ("the...", ""),
    ("the .com", ""),
    ("the", ""),
    ("the - of", ""),
    ("the.”", "."),
]


@pytest.mark.parametrize(("text", "expected"), FOLLOWERS)
def test_what_follows_a_word_is_a_small_word_a_mark_or_nothing(text: str, expected: str) -> None:
    found = follower(text, words(text, "en"), lowered(text, "en"), 0)
    assert found.text == expected
    assert not expected or text[: found.end].endswith(text[found.end - 1])


def counted(lang: str, lines: list[str]) -> list[str]:
    followers = Followers(lang)
    for line in lines:
        followers.add(line, words(line, lang), lowered(line, lang))
    return list(followers.lines())


def test_a_pair_is_watched_when_chance_would_have_brought_it_often() -> None:
    line = "we saw the house of the king in the town"
    assert counted("en", [line] * 10) == []
    table = {row.split("\t")[0]: row for row in counted("en", [line] * int(40 * EXPECTED))}
    assert "\tof 0 " in table["the"]
    assert "\tin 0 " in table["the"]


def test_a_pair_seen_now_and_then_is_not_watched() -> None:
    line, rare = "we saw the house of the king in the town", "she is the of"
    rows = counted("en", [line] * int(40 * EXPECTED) + [rare] * 100)
    assert not any("\tof " in row for row in rows if row.startswith("the\t"))


def test_a_word_has_the_fewest_cells_that_its_determiners_need() -> None:
    m, f, both = frozenset({"m.sg"}), frozenset({"f.sg"}), frozenset({"m.sg", "f.sg"})
    assert explained(Counter({m: 20, both: 30}), ["f.sg", "m.sg"]) == m
    assert explained(Counter({both: 50, m: 1}), ["f.sg", "m.sg"]) == both
    assert explained(Counter({m: 20, f: 20}), ["f.sg", "m.sg"]) == both
    assert explained(Counter({m: 500, f: 4}), ["f.sg", "m.sg"]) == m


def test_a_plural_has_the_gender_of_its_singular_where_that_is_the_way_of_the_language() -> None:
    plural: Cells = frozenset({"m.pl", "f.pl"})
    known = {f"word{n}": frozenset({"m.sg"}) for n in range(60)} | {f"word{n}s": frozenset({"m.pl"}) for n in range(60)}
    sure = known | {"accord": frozenset({"m.sg"}), "accords": plural, "mors": plural}
    found = with_plural_gender(sure)
    assert found["accords"] == {"m.pl"}
    assert found["mors"] == plural


def test_genders_are_learnt_from_determiners_and_pronouns_left_out() -> None:
    lines = ["il voit un pont et une route, la porte et les ponts"] * 20 + ["dans la maison et sur le toit"] * 200
    learnt = Genders("fr")
    for line in lines:
        learnt.add(line, words(line, "fr"), lowered(line, "fr"))
    rows = [row.split("\t") for row in learnt.lines()]
    nouns = {word: row[1] for row in rows if row[0] == "noun" for word in row[2].split()}
    assert nouns["pont"] == nouns["toit"] == "m.sg"
    assert nouns["route"] == nouns["maison"] == "f.sg"
    assert "porte" not in nouns  # "la porte" may be a pronoun and a verb


def test_determiners_govern_what_their_language_tells_apart() -> None:
    assert expanded("c.pl", "fr") == {"m.pl", "f.pl"}
    assert expanded("c.pl", "de") == {"c.pl"}
    assert expanded("c.sg", "es") == {"m.sg", "f.sg"}
    assert governed("mon", "amie", language("fr")) == {"m.sg", "f.sg"}
    assert governed("mon", "pont", language("fr")) == {"m.sg"}
    assert governed("drei", "Tage", language("de")) == {"c.pl"}


CONTEXTS = [
    ("das Haus", "start"),
    ("in das Haus", "preposition"),
    ("er ging in das Haus", "preposition"),
    ("Geld, mit dem Frauen reisen", "relative"),
    ("Geld, das Frauen haben", "comma"),
    ("Geld und das Haus", "conjunction"),
]


@pytest.mark.parametrize(("text", "kind"), CONTEXTS)
def test_a_determiner_stands_in_a_kind_of_place(text: str, kind: str) -> None:
    found, small = words(text, "de"), lowered(text, "de")
    place = max(i for i, word in enumerate(small) if word in {"das", "dem"})
    assert context(text, found, small, place, language("de")) == kind


def test_compounds_have_the_gender_of_their_last_part() -> None:
    assert noun_cells("Sommerregierung", "de") == noun_cells("Regierung", "de") == {"f.sg"}


def test_every_language_of_the_checks_has_its_table() -> None:
    assert all(never(lang) for lang in CHECKS["F110"].langs)
    assert all(genders(lang) for lang in CHECKS["F120"].langs)


def test_a_language_without_counts_has_no_tables() -> None:
    assert never("xx") is None
    assert genders("xx") is None
    assert noun_cells("word", "xx") == frozenset()
