"""Quotes, brackets, marks, elision and characters: what the checks' own examples cannot say."""

import subprocess
import sys

import pytest

from mtqa.checks import all_checks
from mtqa.quotes import marks, pair
from mtqa.segment import Document, Segment
from mtqa.sentences import split

CHECKS = {check.code: check for check in all_checks()}


def marked(code: str, text: str, lang: str) -> list[str]:
    check = CHECKS[code]
    unit = split(Document("one", "-", text, target_lang=lang)) if check.whole_document else Segment(text, lang)
    return [text[hit.start : hit.end] for hit in check.function(unit)]


def test_the_placeholder_of_an_inline_tag_turns_no_quotation_mark() -> None:
    assert marked("F303", "\N{OBJECT REPLACEMENT CHARACTER}«\N{NO-BREAK SPACE}Le port ouvre.", "fr") == []


QUOTATIONS_OVER_PARAGRAPHS = [
    ("en", "“The port opens.\nWe have waited.\nNow we sail,” she said.\nThe “Gull” left first."),
    ("en", "“The port opens.\n“We have waited.”\nThe “Gull” left first."),
    ("de", "Er sagte: „Der Hafen öffnet.\nWir haben gewartet.“\nDie „Möwe“ fuhr zuerst."),
    ("fr", "Elle dit : « Le port ouvre.\n« Nous avons attendu. »\nLa « Mouette » part."),
    ("fr", 'Elle dit : "Le port ouvre.\nNous avons attendu."\nLa "Mouette" part.'),
]


@pytest.mark.parametrize(("lang", "text"), QUOTATIONS_OVER_PARAGRAPHS)
def test_a_quotation_may_run_over_paragraphs(lang: str, text: str) -> None:
    assert marked("F301", text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "We have waited,” she said. The port opens."),
        ("de", "Sie sagte: „Der Hafen öffnet. Wir haben gewartet."),
        ("fr", "erbaut en 1931) est fermé."),
        ("fr", "Le pont est fermé (voir page 3."),
    ],
)
def test_a_text_of_one_paragraph_may_be_cut_out_of_a_longer_one(lang: str, text: str) -> None:
    assert marked("F301", text, lang) == marked("F302", text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "pairs"),
    [
        ("de", "Sie las „den Titel »Boote« laut“ vor.", ["„den Titel »Boote« laut“", "»Boote«"]),
        ("fr", 'Le « port "libre" » ouvre.', ['« port "libre" »', '"libre"']),
        ("en", 'The 27" screen of "Gull" shines.', ['"Gull"']),
        ("en", '"What?", she said. "Now."', ['"What?"', '"Now."']),
        ("fr", 'L"école du "port".', ['"port"']),
        ("es", "La «Gaviota» zarpa. —«Sí», dijo.", ["«Gaviota»", "«Sí»"]),
    ],
)
def test_marks_are_paired(lang: str, text: str, pairs: list[str]) -> None:
    found = pair(marks(text, lang)).quotations
    assert sorted(text[one.opening.at : one.closing.at + 1] for one in found) == sorted(pairs)


@pytest.mark.parametrize("blank", ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", " ", ""])
def test_french_marks_take_any_blank_before_them_or_none(blank: str) -> None:
    text = f"Que dit le maire{blank}? Il répond{blank}: «{blank}rien{blank}»{blank}; c'est tout{blank}!"
    for code in ("F303", "F304", "F305", "F306"):
        assert marked(code, text, "fr") == []


@pytest.mark.parametrize(
    ("code", "lang", "text", "found"),
    [
        ("F305", "en", "The port ,the town .", ["port ,", "town ."]),
        ("F304", "es", "El puerto abre. , dijo.", [". ,"]),
        ("F304", "it", ", il porto apre.", [", "]),
        ("F306", "es", "El puerto abre,la ciudad ríe.", ["abre,la"]),
        ("F307", "es", "Es el puertoLos barcos salen.", ["puertoLos"]),
        ("F201", "fr", "Le chat de le voisin, de le ministère et de le dire.", ["de le", "de le"]),
        ("F201", "fr", "Il a du entrer au hall du onze, près du huitième.", []),
        ("F202", "en", "An hour, a unit, an unit, a 8-foot wall, an 80-foot wall.", ["an unit", "a 8-foot"]),
        ("F303", "es", "La ciudad ”vieja” y la «nueva“.", ["”", "“"]),
        ("F401", "es", "La maÃ±ana del seÃ±or.", ["maÃ±ana", "seÃ±or"]),
        ("F402", "es", "El ⟨puerto⟩ y el pu\N{CYRILLIC SMALL LETTER IE}rto.", ["pu\N{CYRILLIC SMALL LETTER IE}rto"]),
        ("F403", "de", "Ha\N{SOFT HYPHEN}f\N{SOFT HYPHEN}en.", ["Ha\N{SOFT HYPHEN}f\N{SOFT HYPHEN}en"]),
        ("A107", "ru", "Порт открыт для judges и boats.", []),
        ("A107", "es", "El alcalde de 北京 vino.", ["北京"]),
    ],
)
def test_a_check_finds_it_in_other_languages_too(code: str, lang: str, text: str, found: list[str]) -> None:
    assert marked(code, text, lang) == found


def test_clean_text_never_loads_ftfy() -> None:
    texts = ["Die Straße heißt „Große Gasse“ – 5 €.", "L’été à Ça-Ville : « Noël », dit-il…", "“Café”, naïve £5."]
    code = (
        "import sys; from mtqa.checks.mojibake import mojibake; from mtqa.segment import Segment\n"
        f"for text in {texts!r}: assert not list(mojibake(Segment(text, 'fr')))\n"
        "print('ftfy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
