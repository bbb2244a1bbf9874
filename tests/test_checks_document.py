"""The checks over whole articles: what is a defect of the page, and what good pages do on purpose."""

import pytest

from mtqa.checks import all_checks
from mtqa.finding import Severity
from mtqa.segment import Block, Document, Kind
from mtqa.sentences import split

CHECKS = {check.code: check for check in all_checks()}
BODY = "Der Kanal war zwei Tage lang gesperrt. Ein Schlepper zog das Schiff am Abend frei.\nNiemand wurde verletzt."


def marked(
    code: str, text: str, lang: str = "de", title: str | None = None, source_lang: str | None = None
) -> list[str]:
    """The texts that a check marks, in the order of the article."""
    document = Document("test", "-", text, title=title, target_lang=lang, source_lang=source_lang)
    found = sorted(CHECKS[code].function(split(document)), key=lambda hit: hit.start)
    return [text[hit.start : hit.end] for hit in found]


REPEATED = "Der Minister will das Gesetz noch vor dem Sommer ändern."
SHORT = "Das Spiel geht jetzt weiter."
SLOGAN = "„Wir bleiben hier, bis ihr uns hört!“"


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (f"Titel des Tages\n{REPEATED} Das sagte er. {REPEATED} Es eilt.", [REPEATED]),
        (f"Titel des Tages\n{REPEATED}\nDas sagte er.\nEs eilt.\nMehr weiß man nicht.\n{REPEATED}", [REPEATED]),
        (f"Titel des Tages\n{REPEATED} Es eilt.\nDas sagte er.\n{REPEATED} Es eilt.", [f"{REPEATED} Es eilt."]),
        (f"Titel des Tages\n{REPEATED}\nDas sagte er gestern. {REPEATED}", []),  # a teaser and its text
        (f"Titel des Tages\nTor! {SHORT} Foul. {SHORT} Ecke. {SHORT} Pause.", []),
        (f"Titel des Tages\nSie riefen {SLOGAN} Dann sangen sie. {SLOGAN} Um acht war Schluss. {SLOGAN} Alle gingen.", []),
        (f"Titel des Tages\nVorher.\n- {REPEATED}\nNachher.\n- {REPEATED}", []),
    ],
)  # fmt: skip
def test_a_sentence_is_marked_where_it_is_said_again_by_mistake(text: str, spans: list[str]) -> None:
    assert marked("D101", text) == spans


def test_a_neighbour_with_one_word_changed_is_the_same_but_not_with_another_number_or_name() -> None:
    text = "Die Gemeinde hat im Frühjahr am Ufer des Sees {} neue Bänke für {} aufgestellt. "
    assert marked("D101", text.format("rund vierzig", "Wanderer") + text.format("etwa vierzig", "Wanderer").strip())
    assert not marked("D101", text.format("40", "Wanderer") + text.format("60", "Wanderer").strip())
    assert not marked("D101", text.format("vierzig", "Anna") + text.format("vierzig", "Berta").strip())


HEADLINE = "Frachter blockiert den Kanal bei Nacht"


@pytest.mark.parametrize(
    ("text", "title", "count"),
    [
        (f"{HEADLINE}\n{HEADLINE}\n{BODY}", None, 1),
        (f"{HEADLINE}\r\n\r\n{HEADLINE}\r\n{BODY}", None, 1),
        (f"{HEADLINE} | Kurier am Abend\n{HEADLINE}\n{BODY}", None, 1),
        (f"{HEADLINE}\n{BODY}", HEADLINE, 0),
        (f"{HEADLINE}\n{HEADLINE}\n{BODY}", HEADLINE, 1),
        (f"{HEADLINE}\nSchlepper zieht Schiff am Abend frei\n{BODY}", None, 0),
        (f"Kultur\nKultur\n{BODY}", None, 0),
        (f"{BODY}", HEADLINE, 0),
    ],
)
def test_a_headline_may_stand_there_once(text: str, title: str | None, count: int) -> None:
    assert marked("D102", text, title=title) == [HEADLINE] * count
    assert marked("D101", text, title=title) == []


ORPHANS = ["Schlepper im Kanal", "Zwei Tage gesperrt", "Keine Verletzten am Abend"]


@pytest.mark.parametrize(
    "end", ["", "\nDas Schiff lag quer,", "\nKommentare (0)\nNach Angaben der"], ids=["clean", "cut off", "chrome"]
)
def test_headings_dumped_at_the_end_are_marked_each(end: str) -> None:
    assert marked("D103", f"{HEADLINE}\n{BODY}\n" + "\n".join(ORPHANS) + end) == ORPHANS


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\nSchlepper im Kanal\nVon Anna Muster\nHamburg\n{BODY}",
        f"{HEADLINE}\n{BODY}\nAnna Muster\nHamburg",
        f"{HEADLINE}\n{BODY}\nMit Material von Agenturen",
        f"{HEADLINE}\n{BODY}\nLesen Sie auch\nRegierung streitet über Steuern\nFußball: Kiel gewinnt das Derby",
        f"{HEADLINE}\n{BODY}\nDie Stadt plant:\nSchlepper im Kanal\nZwei Tage gesperrt\nKeine Verletzten am Abend\nDas war es.",
        f"{HEADLINE}\n{BODY}\n- Schlepper im Kanal\n- Zwei Tage gesperrt",
        "Schlepper im Kanal\nZwei Tage gesperrt",
    ],
)
def test_title_block_credits_lists_and_teasers_are_no_orphans(text: str) -> None:
    assert marked("D103", text) == []


def test_blocks_of_the_format_are_believed() -> None:
    text = f"{HEADLINE}\n{BODY}\nSchlepper im Kanal\nZwei Tage gesperrt"
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    kinds = [Kind.HEADING, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.ITEM, Kind.ITEM]
    blocks = tuple(
        Block(a, b, k) for a, b, k in zip(starts, [*(s - 1 for s in starts[1:]), len(text)], kinds, strict=True)
    )
    document = split(Document("test", "-", text, target_lang="de", blocks=blocks))
    assert not list(CHECKS["D103"].function(document))


@pytest.mark.parametrize(
    "tail", ["Foto: Hafenamt", "Anna Muster", "Das ist noch", "Es wird geprüft", "Die Lage,", "(hb)"]
)
def test_credits_and_cut_off_sentences_are_no_fused_headings(tail: str) -> None:
    assert (
        marked("D104", f"Der Kanal war zwei Tage lang gesperrt. Ein Schlepper zog das Schiff am Abend frei. {tail}")
        == []
    )


def test_a_heading_after_a_closing_quotation_mark_is_fused() -> None:
    text = (
        'The mayor said that the bridge had to close. It was "a danger to us all". New bridge in sight\nNo one spoke.'
    )
    assert marked("D104", text, "en") == ["New bridge in sight"]


@pytest.mark.parametrize(
    ("text", "lang", "spans"),
    [
        ("Selenskyj kam. Dann sprach Selenskyj. Alle hörten Zelenskiy zu.", "de", ["Zelenskiy"]),
        ("La visite de Tchernenko commence. Pour Tchernenko, tout est prêt. On attend Chernenko.", "fr", ["Chernenko"]),
        ("The coach of Krasnodovsk left. In Krasnodovsk, fans wept. Then Krasnadovsk lost.", "en", ["Krasnadovsk"]),
        ("Der Plan von Petrow steht. Frau Petrowa ist dagegen, Petrows Partei auch.", "de", []),
        ("L'avis de Stéphanie Morel compte. Celui de Stéphane Morel aussi.", "fr", []),
        ("Frau Lena Schmidtke klagte. Herr Jens Schmitke schwieg, als Lena Schmidtke ging.", "de", []),
        ("Le Québec vote. La ville de Quebec attend.", "fr", []),
        ("Der Weg nach Russland ist weit. Die Firma Bank of Russia zahlt.", "de", []),
    ],
)
def test_a_name_has_one_spelling_unless_it_is_another_name(text: str, lang: str, spans: list[str]) -> None:
    assert marked("D106", text, lang) == spans


def test_a_place_in_two_languages_is_a_major_defect() -> None:
    document = Document("test", "-", "Il quitte Moscou. Puis Moskau répond.", target_lang="fr", source_lang="de")
    (hit,) = CHECKS["D106"].function(split(document))
    assert (hit.start, hit.suggestion, hit.severity) == (23, "Moscou", Severity.MAJOR)


FRENCH = "Le remorqueur a tiré le cargo dans la soirée. Personne n'a été blessé pendant les deux jours de fermeture."
SPANISH = (
    "El remolcador sacó el carguero por la tarde y nadie resultó herido durante los dos días en que estuvo cerrado."
)


@pytest.mark.parametrize(
    ("text", "lang", "spans"),
    [
        (f"{BODY}\n{FRENCH}\nDas war es.", "de", [FRENCH]),
        (f"Das war am Montag. {FRENCH} Das war es.", "de", [FRENCH]),
        (f"{FRENCH}\n{SPANISH}\nC'est fini.", "fr", [SPANISH]),
        (f"{BODY}\nБуксир вытащил судно вечером, и никто не пострадал за два дня, пока канал был закрыт.", "de",
         ["Буксир вытащил судно вечером, и никто не пострадал за два дня, пока канал был закрыт."]),
        (f"{BODY}\n« {FRENCH} »\nDas war es.", "de", []),
        (f"{BODY}\nLa vie en rose.\nDas war es.", "de", []),
        (f"{BODY}\n{FRENCH}", "und", []),
    ],
)  # fmt: skip
def test_a_stretch_in_another_language_is_marked_once(text: str, lang: str, spans: list[str]) -> None:
    assert marked("D108", text, lang) == spans
