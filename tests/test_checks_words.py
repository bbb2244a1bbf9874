"""Checks F101-F104, F501, F502, F504 and M201, and what they stand on: what their examples cannot say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.checks import all_checks
from mtqa.finding import Hit, Severity
from mtqa.lexicon.casing import UNKNOWN, capital_share, casing, is_always_capital
from mtqa.lexicon.count_capitals import SEEN, Capitals
from mtqa.segment import Block, Document, Kind, Segment
from mtqa.sentences import split
from mtqa.text import is_quoted, lowered, repeats_pair, runs, words

CHECKS = {check.code: check for check in all_checks()}


def hits(code: str, text: str, lang: str, kind: Kind = Kind.PARAGRAPH) -> list[Hit]:
    check = CHECKS[code]
    if check.whole_document:
        blocks = () if kind is Kind.PARAGRAPH else (Block(0, len(text), kind),)
        return list(check.function(split(Document("d", "-", text, target_lang=lang, blocks=blocks))))
    return list(check.function(Segment(text, lang, kind=kind)))


def marked(code: str, text: str, lang: str, kind: Kind = Kind.PARAGRAPH) -> list[str]:
    return [text[hit.start : hit.end] for hit in hits(code, text, lang, kind)]


FLAGGED = [
    ("F101", "pt", "O navio saiu do do porto.", ["do do"]),
    ("F101", "it", "La nave è partita dal dal porto.", ["dal dal"]),
    ("F101", "nl", "De boot lag in de de haven.", ["de de"]),
    ("F101", "fr", "Le navire navire a quitté le port.", ["navire navire"]),
    ("F101", "de", "Er kam mit dem Fahrrad Fahrrad zur Arbeit.", ["Fahrrad Fahrrad"]),
    ("F101", "en", "They stayed at the\nthe hotel.", ["the\nthe"]),
    ("F101", "en", "The the boat left.", ["The the"]),
    ("F101", "en", "The the the boat left the harbour harbour.", ["The the the", "harbour harbour"]),
    ("F102", "es", "El puente de la ciudad vieja de la ciudad vieja cerró.", ["de la ciudad vieja de la ciudad vieja"]),
    ("F102", "de", "Er ging durch das durch das Tor.", ["durch das durch das"]),
    ("F103", "fr", "Le train de la gare de la gare de la gare de la gare est parti.", None),
    ("F103", "de", "hahahahahahahahahahahahahahahahahahahaha", ["hahahahahahahahahahahahahahahahahahahaha"]),
    ("F103", "en", "one side one side, two side, one two side, " * 6, None),
    ("F104", "es", "El tren llegó tarde a la estación. de viajeros. Nadie protestó.", ["de viajeros."]),
    ("F104", "de", "Das Haus brannte. im Norden der Stadt standen Menschen am Fenster.", ["im"]),
    ("F104", "en", "The road was closed for the\n\nannual race on Sunday morning.", ["the\n\nannual"]),
    ("F501", "fr", "Il cherchait une Solution avec ses voisins.", ["Solution"]),
    ("F501", "fr", "Elle rentrera en Septembre avec ses enfants.", ["Septembre"]),
    ("F501", "en", "They asked for an Answer before noon.", ["Answer"]),
    ("F502", "fr", "Le consul de pologne a quitté varsovie.", ["pologne", "varsovie"]),
    ("F502", "en", "He left france on friday.", ["france", "friday"]),
    ("F502", "de", "Die regierung tagt am freitag.", ["regierung", "freitag"]),
    ("F502", "es", "El tren de alemania llegó tarde.", ["alemania"]),
    ("F504", "de", "Die Wahl ist vorbei.\nneue Mehrheit im Rat der Stadt\nDas Ergebnis stand früh fest.", ["neue"]),
    ("F504", "es", "La sesión terminó ayer.\nun acuerdo entre vecinos\nTodos firmaron el texto.", ["un"]),
    ("M201", "de", "Die Sitzung begann pünktlich.\nNach dem Ende der Sitzung,", ["Nach dem Ende der Sitzung,"]),
    (
        "M201",
        "en",
        "The vote was close.\nThe mayor thanked the voters, the helpers, her team and her family,",
        ["family,"],
    ),
]

SILENT = [
    ("F101", "fr", "Selon elle, la veuve de de Gaulle a priori a a priori raison."),
    ("F101", "fr", "« C'est génial génial génial », dit-il ; et puis oh là là."),
    ("F101", "en", "Walla Walla, Baden-Baden, The The and Lang Lang; no, no; 20 20; A A Milne."),
    ("F101", "de", "Lang Lang spielte in Pago Pago, und die, die kamen, blieben."),
    ("F101", "en", "LOL LOL, tchoo tchoo, “wow wow”."),
    ("F102", "en", "From day to day to day it went on and on and on."),
    ("F102", "de", "Nach und nach und nach kam er Stück für Stück für Stück voran."),
    ("F102", "fr", "La ville de 3 000 habitants, la ville de 5 000 habitants."),
    ("F102", "en", "Duran Duran Duran Duran sang, New York New York too."),
    ("F103", "en", "Bla bla bla. Gooooooooool! Wins: 3 in 2019, 3 in 2020, 3 in 2021, 3 in 2022."),
    ("F103", "fr", "« Libérez-le, libérez-le, libérez-le, libérez-le », criait la foule."),
    ("F104", "de", "Am 12. oktober kam Dr. med. Meier u. a. mit ca. drei Gästen."),
    ("F104", "en", "“Why?” he asked. Yahoo! is old. It cost 7 mln. euros. Visit example.com. eBay won."),
    ("F104", "fr", "Le résultat… est connu. M. de Villepin arrive. C'est écrit sur lemonde.fr et dans etc. selon lui."),
    ("F501", "fr", "Le ministère des Armées et l'association Droit au logement ont signé le 3 mai."),
    ("F501", "fr", "Une Américaine et deux Parisiens ont vu « Un Prophète » : Magnifique."),
    ("F501", "en", "On Monday the Prime Minister met the Board of Trade; his book The Long Road sold well."),
    ("F501", "en", "Nobody Knows What The Council Wants To Build"),
    ("F501", "de", "Die Pause war dem Rat der Stadt zu kurz."),
    (
        "F502",
        "fr",
        "Il prend des paris, mange un sandwich au bacon ; www.france.fr, #macron, @trump, merkel@bundestag.de.",
    ),
    ("F502", "en", "They march in may-be boots, polish china and will not turn turkey."),
    ("F502", "de", "Sie essen und leben gern, reden viel und lieben das laute Lachen."),
    ("F504", "en", "The bid failed.\niPad sales rose.\nvan Gogh's letters are here.\nexample.org has them."),
    ("F504", "fr", "première ligne sans majuscule\nLe reste suit ici."),
    ("M201", "en", "a unit of a translation memory,"),
    ("M201", "de", "Liebe Leserinnen,\nwir ziehen um.\nMit freundlichen Grüßen,\nIhre Redaktion"),
    ("M201", "en", "- red,\n- green,\n- blue,"),
]


@pytest.mark.parametrize(("code", "lang", "text", "spans"), FLAGGED)
def test_what_is_broken_is_flagged(code: str, lang: str, text: str, spans: list[str] | None) -> None:
    found = marked(code, text, lang)
    assert found == spans if spans is not None else found


@pytest.mark.parametrize(("code", "lang", "text"), SILENT)
def test_what_is_meant_stays_silent(code: str, lang: str, text: str) -> None:
    assert not marked(code, text, lang)


@pytest.mark.parametrize("code", ["F104", "F504", "M201"])
@pytest.mark.parametrize("kind", [Kind.TABLE, Kind.FURNITURE])
def test_tables_and_furniture_are_not_read_as_sentences(code: str, kind: Kind) -> None:
    text = "The goals were scored late. by the guests. and so on. home,\naway from the"
    assert not marked(code, text, "en", kind)


def test_title_case_is_no_error_in_an_english_heading() -> None:
    text = "New rules for a Delay of trains in the north of the country announced"
    assert marked("F501", text, "en") == ["Delay"]
    assert not marked("F501", text, "en", Kind.HEADING)


def test_a_short_piece_is_major_and_a_lost_capital_minor() -> None:
    text = "Der Hund bellte laut. im Hof. Danach war Ruhe. die Nachbarn schliefen wieder bis zum Morgen."
    assert [hit.severity for hit in hits("F104", text, "de")] == [None, Severity.MINOR]


def test_a_teaser_is_minor() -> None:
    text = "Le marché ouvre ses portes samedi. Les producteurs de la vallée y vendent des fromages et du pain [...]"
    assert [(hit.severity, text[hit.start : hit.end]) for hit in hits("M201", text, "fr")] == [
        (Severity.MINOR, "[...]")
    ]


def test_a_last_paragraph_without_a_stop_is_cut_off_when_the_others_have_one() -> None:
    line = "The council met on Monday evening and talked about the budget for the new school."
    cut = "Nobody was hurt. The firm said that it would rebuild the hall in two years and that all workers would stay with it"
    assert marked("M201", "\n".join([line, line, line, cut]), "en") == ["it"]
    assert not marked("M201", "\n".join([line, line, line[:-1], cut]), "en")
    assert not marked("M201", "\n".join([line, line, line, "Photo by A. Writer"]), "en")


@pytest.mark.parametrize("code", ["F101", "F102", "F103"])
def test_a_long_loop_is_one_finding_at_most(code: str) -> None:
    assert len(hits(code, "the same old song and " * 2_000, "en")) <= 1
    assert len(hits(code, "no " * 5_000, "en")) <= 1


@given(st.lists(st.sampled_from("abc"), max_size=40))
def test_runs_are_repetitions_and_none_is_missed(items: list[str]) -> None:
    found = runs(items)
    for start, unit, times in found:
        assert times >= 2
        assert items[start : start + unit] * times == items[start : start + unit * times]
    covered = {i for start, unit, times in found for i in range(start, start + unit * times)}
    for i in range(len(items) - 1):
        assert items[i] != items[i + 1] or {i, i + 1} <= covered


@given(st.lists(st.sampled_from(["le", "la", "Le", "un"]), max_size=12).map(" ".join))
def test_a_repeated_pair_is_seen(text: str) -> None:
    spelt = lowered(text, "fr")
    pairs = [spelt[i : i + 2] for i in range(len(spelt) - 1)]
    assert repeats_pair(text, "fr") == (len(set(pairs)) < len(pairs))


@pytest.mark.parametrize(
    ("text", "word", "quoted"),
    [
        ("Il a dit « non » hier", "non", True),
        ("Il a dit « non » hier", "hier", False),
        ("Er sagte: „Nein“ und ging", "und", False),
        ('He said "no', "no", True),
        ('no," he said', "no", True),
    ],
)
def test_quotation_is_told_from_the_marks_around(text: str, word: str, quoted: bool) -> None:
    assert is_quoted(text, text.index(word)) is quoted


def test_capitals_are_counted_inside_sentences_alone() -> None:
    counted = Capitals("en")
    for line in ["The road to Leeds is long and the road is dry."] * SEEN:
        counted.add(line, words(line, "en"), lowered(line, "en"))
    small, *_, always = counted.lines()
    assert {"road", "the"} <= set(small.split("\t"))
    assert always.split("\t")[1:] == ["leeds"]


def test_headlines_in_capitals_teach_nothing() -> None:
    counted = Capitals("en")
    for line in ["The Road Is Closed Again"] * SEEN:
        counted.add(line, words(line, "en"), lowered(line, "en"))
    assert [line.split("\t")[1:] for line in counted.lines()] == [[]] * 4


def test_casing_knows_words_and_names() -> None:
    assert capital_share("réponse", "fr") <= 0.005
    assert capital_share("berlin", "fr") == UNKNOWN
    assert is_always_capital("berlin", "fr")
    assert casing("xx") == ({}, frozenset())
