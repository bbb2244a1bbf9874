"""Numbers are read by the conventions of each language, and known again in a translation."""

from decimal import Decimal

import pytest

from mtqa.languages import language, tags
from mtqa.quantities.compared import compared
from mtqa.quantities.counted import currencies
from mtqa.quantities.extract import months, quantities
from mtqa.quantities.quantity import Form
from mtqa.quantities.spelled import roman
from mtqa.quantities.units import SIGNS, kind

# language, text, values of what is surely a number, the smallest of each
VALUES = [
    ("en", "1,500 men and 1.5 tons", "1500 1.5"),
    ("en", "Two hundred and fifty ships, twenty-one of them new", "250 21"),
    ("en", "a debt of 1.5 billion or £14bn", "1500000000 14000000000"),
    ("en", "$5m and a plane of 5 m", "5000000 5"),
    ("en", "14 lakh cases", "1400000"),
    ("en", "12345 and 12 345 678.5", "12345 12345678.5"),
    ("en", "one of them, once", ""),
    ("en", "in 2020 three died", "2020 3"),
    ("en", "two and three", "2 3"),
    ("de", "einundzwanzig Schiffe, dreihundertfünfzig Gäste", "21 350"),
    ("de", "zweitausenddreihundert und hunderttausend", "2300 100000"),
    ("de", "1.500 Leute, 1,5 Mio. Euro, 3,25 %", "1500 1500000 3.25"),
    ("de", "das 100-Milliarden-Paket", "100000000000"),
    ("de", "brach auf 65 Mio. ein", "65000000"),
    ("de", "Anfang 2020 eine Verschuldung", "2020"),
    ("de", "zweieinhalb Jahre", "2.5"),
    ("fr", "quatre-vingt-dix-sept bateaux, soixante-quinze, dix-sept", "97 75 17"),
    ("fr", "vingt et un ans et deux cent mille euros", "21 200000"),
    ("fr", "1\N{NARROW NO-BREAK SPACE}500\N{NO-BREAK SPACE}000 habitants", "1500000"),
    ("fr", "3,5 milliards et 6 mille 74", "3500000000 6074"),
    ("fr", "33 pour cent, 46 cents, un neuf", "33 46"),
    ("fr", "500 M$ et 20 k€", "500000000 20000"),
    ("es", "treinta y cinco, ciento veinte, quinientas", "35 120 500"),
    ("es", "mil millones y 100.000 millones", "1000000000 100000000000"),
    ("es", "dos mil quinientos", "2500"),
    ("es", "20 por ciento", "20"),
    ("it", "ventuno, ventotto, quarantatré, duecentocinquanta, tremila", "21 28 43 250 3000"),
    ("it", "lei sei qui, il 3 per cento", "3"),
    ("pt", "cento e vinte e cinco, duas mil, 3 bilhões", "125 2000 3000000000"),
    ("nl", "eenentwintig, drieëntwintig, driehonderd, 2,5 miljoen", "21 23 300 2500000"),
    ("pl", "osiemnaście medali i 2,5 tys. osób", "18 2500"),
    ("cs", "tři týdny a 2 miliardy", "3 2000000000"),
    ("ru", "двадцать пять человек, 5 млн рублей", "25 5000000"),
    ("uk", "п'ять років, п’ятнадцять, дев'яносто", "5 15 90"),
    ("zh", "三年前有三百五十人，五十万人，150万美元", "3 350 500000 1500000"),
    ("zh", "五角大楼和三星", ""),
    ("und", "1.500 3,25 7", "1.5 3.25 7"),
]


@pytest.mark.parametrize(("lang", "text", "values"), VALUES, ids=lambda value: str(value)[:40])
def test_numbers_have_their_values(lang: str, text: str, values: str) -> None:
    found = [one for one in quantities(text, lang) if one.form != Form.HINT]
    assert [one.value for one in found] == [Decimal(value) for value in values.split()]
    assert all(text[one.start : one.end] == one.text for one in quantities(text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("de", "1.500", "1500"),
        ("en", "1.500", "1.500 1500"),
        ("en", "1,500", "1500"),
        ("fr", "1,500", "1.500 1500"),
        ("de", "0,125", "0.125"),
        ("de", "1.983,73", "1983.73"),
        ("en", "1,983.73", "1983.73"),
        ("en", "1.500.000", "1500000"),
        ("de", "1’500", "1500"),
        ("en", "eight-and-a-half", "8 8.5"),
        ("en", "three and a half million", "3 3500000"),
        ("es", "7 millones y medio", "7000000 7500000"),
        ("en", "5½", "5 5.5"),
    ],
)
def test_a_number_has_every_value_that_it_may_have(lang: str, text: str, values: str) -> None:
    assert quantities(text, lang)[0].values == {Decimal(value) for value in values.split()}


@pytest.mark.parametrize(
    ("lang", "text", "hint"),
    [
        ("de", "dreijährig", 3),
        ("de", "zweite", 2),
        ("en", "both", 2),
        ("en", "half a million", 500_000),
        ("fr", "XXe", 20),
        ("fr", "neuf", 9),
        ("it", "sei", 6),
        ("es", "docena", 12),
        ("zh", "五角", 5),
    ],
)
def test_words_that_may_say_a_number_are_hints(lang: str, text: str, hint: int) -> None:
    assert any(hint in one.values for one in quantities(text, lang) if one.form == Form.HINT)


def test_a_number_before_a_word_for_many_may_be_so_many() -> None:
    assert quantities("two decades", "en")[0].values == {Decimal(2), Decimal(20)}


@pytest.mark.parametrize(
    ("lang", "text", "minutes"),
    [
        ("de", "14 Uhr 30", {870}),
        ("de", "15.30 Uhr", {930}),
        ("de", "um 8 Uhr", {480, 1200}),
        ("en", "2:30 p.m.", {870}),
        ("en", "8am", {480}),
        ("en", "12 a.m.", {0}),
        ("en", "1200 GMT", {720}),
        ("fr", "14h30", {870}),
        ("fr", "23 heures 10", {1390}),
        ("es", "a las 15.30", {930}),
        ("nl", "15.30 uur", {930}),
        ("zh", "15时50分", {950}),
        ("und", "07:15", {435}),
    ],
)
def test_times_have_their_minutes(lang: str, text: str, minutes: set[int]) -> None:
    assert quantities(text, lang)[0].minutes == minutes


@pytest.mark.parametrize(
    ("lang", "text", "days", "named"),
    [
        ("de", "am 12.05.2024", {5, 12}, {5, 12}),
        ("de", "am 25. 5. 2024", {25}, {5}),
        ("en", "on 05/25/2024", {25}, {5}),
        ("und", "2024-05-25", {25}, {5}),
        ("de", "am 25.5. in Bremen", {25}, {5}),
    ],
)
def test_dates_in_figures_have_a_day_and_a_month(lang: str, text: str, days: set[int], named: set[int]) -> None:
    first = quantities(text, lang)[0]
    assert first.is_day
    assert first.values == days
    assert months(text, lang) == named


@pytest.mark.parametrize(
    ("lang", "text", "is_day"),
    [
        ("en", "12 May", True),
        ("en", "May 12", True),
        ("fr", "le 12 mai", True),
        ("es", "12 de mayo", True),
        ("en", "12 men", False),
        ("en", "May 2024", False),
        ("de", "38 im Mai", False),
    ],
)
def test_a_number_beside_a_month_is_a_day(lang: str, text: str, is_day: bool) -> None:
    assert quantities(text, lang)[0].is_day == is_day


@pytest.mark.parametrize(
    ("lang", "text", "code"),
    [
        ("en", "ten miles", "mi"),
        ("en", "a 58-foot arm", "ft"),
        ("en", "40 miles per hour", "mph"),
        ("en", "3 million square kilometres", "km2"),
        ("en", "$5", "USD"),
        ("en", "HUF 18 million", "HUF"),
        ("de", "20 °C", "°C"),
        ("de", "5 Mio. Euro", "EUR"),
        ("fr", "3 millions d’euros", "EUR"),
        ("fr", "12 kilomètres carrés", "km2"),
        ("es", "5 millones de dólares", "USD"),
        ("it", "dieci miglia", "mi"),
        ("pt", "5 milhões de euros", "EUR"),
        ("nl", "3 vierkante kilometer", "km2"),
        ("pl", "5 mln złotych", "PLN"),
        ("cs", "20 korun", "CZK"),
        ("ru", "5 млн рублей", "RUB"),
        ("uk", "20 гривень", "UAH"),
        ("zh", "150万美元", "USD"),
    ],
)
def test_a_number_knows_what_it_counts(lang: str, text: str, code: str) -> None:
    assert quantities(text, lang)[0].units == {code}


# source language, source, target language, target, what is lost, what is new
COMPARED = [
    ("de", "Um 15 Uhr", "en", "at 3 p.m.", "", ""),
    ("de", "um 14.30 Uhr", "en", "at 14:30", "", ""),
    ("en", "at 1200 GMT", "fr", "vers 12 h 00 GMT", "", ""),
    ("de", "kurz vor 6 Uhr", "en", "shortly before 7", "6 Uhr", "7"),
    ("de", "in den 1990er Jahren", "en", "in the 90s", "", ""),
    ("de", "in der Saison 2019/20", "en", "in the 2019–2020 season", "", ""),
    ("de", "2015", "en", "15", "2015", "15"),
    ("de", "Das sind 10 Meilen", "en", "That is 16 kilometres, 10 miles", "", "16"),
    ("de", "16 km weit", "en", "10 miles away", "", ""),
    ("de", "16 km weit", "en", "12 miles away", "16", "12"),
    ("en", "68 °F", "de", "20 °C", "", ""),
    ("de", "16 Tonnen", "en", "10 tonnes", "16", "10"),
    ("de", "zwei Häuser", "en", "2 houses", "", ""),
    ("de", "zwei Häuser", "en", "both houses", "", ""),
    ("en", "23 and 15", "de", "fünfzehn und 24", "23", "24"),
    ("de", "von 10 bis 13 und von 16 bis 18 Uhr", "en", "from 10 to 13 and from 16 to 13", "18 Uhr", "13"),
    ("en", "1.5 billion", "fr", "1,5 milliard", "", ""),
    ("en", "1.5 billion", "fr", "1,5 billion", "1.5 billion", "1,5 billion"),
    ("de", "1,5 Billionen", "en", "1.5 trillion", "", ""),
    ("es", "mil millones", "en", "one billion", "", ""),
    ("en", "30 million", "de", "30 der Millionen", "", ""),
    ("en", "between 3 and 4 million", "fr", "entre 3 millions et 4 millions", "", ""),
    ("en", "in 20.53 seconds", "fr", "en 20 sec 53", "", ""),
    ("de", "Kinder (3, 5)", "en", "children (3,5)", "", ""),
    ("en", "1,987 people", "fr", "environ 2 000 personnes", "", ""),
    ("de", "rund 60 Prozent", "en", "around 61 percent", "60", "61"),
    ("en", "two decades ago", "de", "vor zwanzig Jahren", "", ""),
    ("de", "ein 3:0 und ein 2:1", "fr", "un 3-0 et un 2-1", "", ""),
    ("en", "on June 15", "de", "am 12. Juni", "15", "12"),
    ("en", "May 12, 2024", "de", "12.05.2024", "", ""),
    ("en", "the 19th century", "es", "el siglo XIX", "", ""),
    ("cs", "tři týdny", "en", "two weeks", "tři", "two"),
    ("zh", "7月13日17时07分", "en", "at 17:07 on July 13", "", ""),
]


@pytest.mark.parametrize(("source_lang", "source", "target_lang", "target", "lost", "new"), COMPARED)
def test_numbers_that_a_translation_may_write_otherwise_are_the_same(
    source_lang: str, source: str, target_lang: str, target: str, lost: str, new: str
) -> None:
    found = compared(source, source_lang, target, target_lang)
    assert (" ".join(one.text for one in found.lost), " ".join(one.text for one in found.new)) == (lost, new)


def test_of_two_numbers_alike_the_one_that_stands_elsewhere_is_new() -> None:
    found = compared("um 60 bis 80 %", "de", "80 à 80 %", "fr")
    assert [one.start for one in found.new] == [0]


@pytest.mark.parametrize(
    ("text", "value"), [("XXe", 20), ("XIX", 19), ("IV", 4), ("IIII", None), ("MIX", None), ("x", None), ("Ce", None)]
)
def test_roman_numbers_have_their_value(text: str, value: int | None) -> None:
    assert roman(text) == value


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        ("en", "euros, not dollars; let us rub it", ["EUR", "USD"]),
        ("es", "mucho peso", []),
        ("en", "a pound of cure", []),
        ("en", "a million pounds", ["GBP"]),
        ("de", "In Euro und RUB", ["EUR", "RUB"]),
    ],
)
def test_currencies_are_told_from_words_that_look_like_them(lang: str, text: str, codes: list[str]) -> None:
    sure = [one for one in currencies(text, lang) if one.is_sure]
    assert [code for one in sure for code in codes if code in one.codes] == codes
    assert len(sure) == len(codes)


@pytest.mark.parametrize("tag", [tag for tag in tags() if language(tag).cardinals])
def test_the_facts_of_a_language_fit_together(tag: str) -> None:
    facts = language(tag)
    assert set(facts.doubtful_cardinals) <= facts.cardinals.keys()
    assert not facts.cardinals.keys() & facts.scales.keys()
    assert facts.scales
    assert facts.units
    for codes in {*facts.units.values(), *SIGNS.values()}:
        assert all(kind(code) != code or code == "-" for code in codes.split("|")), codes


@pytest.mark.parametrize(
    "text", ["", "1" * 5000, "1," * 3000, "²³ ① ½½½", "٣٤ १२", "٫.,:-/", "12:99 31/31/31 99.99.99"]
)
def test_any_text_has_quantities(text: str) -> None:
    for tag in (*tags(), "und"):
        for one in quantities(text, tag):
            assert text[one.start : one.end] == one.text != ""


def test_a_table_of_numbers_is_left_alone() -> None:
    found = compared("1 2 " * 40, "de", "3 4 " * 40, "fr")
    assert (found.pairs, found.lost, found.new) == ((), (), ())
