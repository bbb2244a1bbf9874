"""Sentences find their sources, and what has none is told."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa import check
from mtqa.alignment import align, pairs
from mtqa.segment import Bead, Document
from mtqa.sentences import split

GERMAN = (
    "Der Stadtrat von Bremen kam am Montag zusammen.",
    "Bürgermeisterin Lange eröffnete die Sitzung um 9 Uhr.",
    "Die neue Brücke soll 13 Millionen Euro kosten.",
    "Mehrere Händler am Hafen fürchten um ihre Kunden.",
    "Die Abstimmung wurde auf den 12. Mai verschoben.",
)
FRENCH = (
    "Le conseil municipal de Brême s'est réuni lundi.",
    "La maire Lange a ouvert la séance à 9 heures.",
    "Le nouveau pont doit coûter 13 millions d'euros.",
    "Plusieurs commerçants du port craignent pour leurs clients.",
    "Le vote a été reporté au 12 mai.",
)


def told(source: str, target: str) -> list[tuple[str, str]]:
    """The beads of a German and a French text, as texts."""
    beads = pairs(source, "de", target, "fr")
    return [(source[b.source_start : b.source_end], target[b.target_start : b.target_end]) for b in beads]


def test_sentences_in_the_same_order_are_paired() -> None:
    assert told(" ".join(GERMAN), " ".join(FRENCH)) == list(zip(GERMAN, FRENCH, strict=True))


@pytest.mark.parametrize("left_out", range(1, 5))
def test_a_sentence_left_out_stands_alone(left_out: int) -> None:
    kept = [one for n, one in enumerate(FRENCH) if n != left_out]
    assert (GERMAN[left_out], "") in told(" ".join(GERMAN), " ".join(kept))


@pytest.mark.parametrize("added", range(1, 5))
def test_a_sentence_put_in_stands_alone(added: int) -> None:
    kept = [one for n, one in enumerate(GERMAN) if n != added]
    assert ("", FRENCH[added]) in told(" ".join(kept), " ".join(FRENCH))


def test_two_sentences_made_one_share_it() -> None:
    merged = f"{FRENCH[0][:-1]}, et la maire Lange a ouvert la séance à 9 heures."
    assert told(" ".join(GERMAN), " ".join((merged, *FRENCH[2:])))[0] == (" ".join(GERMAN[:2]), merged)


def test_paragraphs_need_not_agree() -> None:
    source, target = "\n\n".join(GERMAN), f"{FRENCH[0]}\n\n{' '.join(FRENCH[1:])}"
    assert told(source, target) == list(zip(GERMAN, FRENCH, strict=True))


def test_segments_get_the_source_of_their_bead_and_beads_that_are_there_stay() -> None:
    source, target = " ".join(GERMAN), " ".join(FRENCH)
    document = align(split(Document("a", "-", target, target_lang="fr", source=source, source_lang="de")))
    assert [segment.source for segment in document.segments] == list(GERMAN)
    own = (Bead(0, len(source), 0, len(target)),)
    assert align(split(Document("a", "-", target, None, "fr", source, "de", beads=own))).beads == own


@given(
    source=st.lists(st.sampled_from([*GERMAN, "Ja.", "Und?", "12"]), min_size=1, max_size=12),
    target=st.lists(st.sampled_from([*FRENCH, "Oui.", "Et ?", "12"]), min_size=1, max_size=12),
    glue=st.sampled_from([" ", "\n", "\n\n"]),
)
@settings(max_examples=60, deadline=None)
def test_every_sentence_is_in_one_bead_in_order(source: list[str], target: list[str], glue: str) -> None:
    one, other = glue.join(source), glue.join(target)
    beads = pairs(one, "de", other, "fr")
    for text, spans in (
        (one, [(b.source_start, b.source_end) for b in beads]),
        (other, [(b.target_start, b.target_end) for b in beads]),
    ):
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


def test_a_long_text_is_read_in_windows() -> None:
    draw = random.Random(3)
    numbers = [draw.randrange(1000, 9999) for _ in range(700)]
    source = [f"Das Schiff {n} fuhr am Abend in den Hafen von Bremen." for n in numbers]
    target = [f"Le navire {n} est entré le soir dans le port de Brême." for n in numbers]
    del target[300]
    found = told(" ".join(source), " ".join(target))
    assert (source[300], "") in found
    assert sum(one != "" and other != "" and one.split()[2] == other.split()[2] for one, other in found) == 699


@pytest.mark.parametrize(("source", "target"), [("", "Bonjour."), ("Hallo.", ""), ("  ", "  "), ("\n", "Oui.")])
def test_without_a_side_there_are_no_beads(source: str, target: str) -> None:
    assert pairs(source, "de", target, "fr") == ()
    assert align(split(Document("a", "-", target, target_lang="fr", source=source, source_lang="de"))).beads == ()


TEXT = "Les passagers attendent le Sonnenschein sur le quai."


@pytest.mark.parametrize(
    ("source", "is_marked"),
    [
        (None, True),
        ("Die Gäste warten am Kai auf den Sonnenschein.", True),
        ("Die Gäste warten am Kai auf die „Sonnenschein“.", False),
    ],
)
def test_a_word_that_the_source_quotes_is_no_leftover(source: str | None, is_marked: bool) -> None:
    found = {f.code: f for f in check(TEXT, lang="fr", source_lang="de", source=source).findings}
    assert ("A101" in found) == is_marked
    if source and is_marked:
        assert found["A101"].hit.confidence >= 0.98


@pytest.mark.parametrize(("here", "there"), [(1, 300), (300, 1), (2, 200), (170, 400)])
def test_sides_of_any_length_are_read_to_their_end(here: int, there: int) -> None:
    source = " ".join(f"Der Mann {n} kam heute." for n in range(here))
    target = " ".join(f"L'homme {n} est venu." for n in range(there))
    assert told(source, target)[-1][1] in ("", f"L'homme {there - 1} est venu.")
    assert len(pairs(source, "de", target, "fr")) >= min(here, there)
