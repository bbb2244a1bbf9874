"""Sentences of two versions of a text, paired."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.reference.matching import Cut, matched
from mtqa.reference.pairing import refer
from mtqa.segment import Document
from mtqa.sentences import split

FERRY = "La tempête a emporté deux bornes du quai."
QUAY = "Le ferry pour Norderney reste au port depuis lundi."
MAYOR = "Le maire promet des réparations avant la fin du mois."
FISH = "Les pêcheurs vendent leur sole directement sur le marché."
BOTH = "La tempête a emporté deux bornes du quai, et le ferry pour Norderney reste au port depuis lundi."
OTHER = {  # the same said by someone else
    FERRY: "Deux bornes du quai ont été arrachées par la tempête.",
    QUAY: "Depuis lundi, le bateau de Norderney ne quitte plus le port.",
    MAYOR: "Des réparations d'ici la fin du mois, voilà ce que le maire promet.",
    FISH: "Sur le marché, les pêcheurs proposent eux-mêmes leur sole.",
}
CASES: dict[str, tuple[list[str], list[str], list[Cut]]] = {
    "in other words": (list(OTHER), list(OTHER.values()), [(n, n + 1, n, n + 1) for n in range(4)]),
    "one left out": ([FERRY, QUAY, FISH], list(OTHER.values()), [(0, 1, 0, 1), (1, 2, 1, 2), (2, 2, 2, 3), (2, 3, 3, 4)]),
    "one too many": (
        list(OTHER), [OTHER[FERRY], OTHER[MAYOR], OTHER[FISH]], [(0, 1, 0, 1), (1, 2, 1, 1), (2, 3, 1, 2), (3, 4, 2, 3)]
    ),
    "two in one": ([BOTH, MAYOR], [FERRY, QUAY, MAYOR], [(0, 1, 0, 2), (1, 2, 2, 3)]),
    "one in two": ([FISH, FERRY, QUAY], [OTHER[FISH], BOTH], [(0, 1, 0, 1), (1, 3, 1, 2)]),
    "as many, but not the same": (
        [BOTH, MAYOR, FISH], [FERRY, QUAY, MAYOR], [(0, 1, 0, 2), (1, 2, 2, 3), (2, 3, 3, 3)]
    ),
    "nothing in common between good neighbours": (
        [FERRY, "Xyz abc.", MAYOR], [FERRY, QUAY, MAYOR], [(0, 1, 0, 1), (1, 2, 1, 2), (2, 3, 2, 3)]
    ),
    "one against one": (["Xyz."], [QUAY], [(0, 1, 0, 1)]),
}  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs", "cuts"), CASES.values(), ids=CASES)
def test_sentences_that_say_the_same_stand_against_each_other(
    ours: list[str], theirs: list[str], cuts: list[Cut]
) -> None:
    assert matched(ours, theirs, "fr") == cuts


def test_chinese_goes_by_its_characters() -> None:
    ours, theirs = ["大桥周二重新开放。", "市长很高兴。"], ["周二大桥将重新开放。", "昨天下雨了。", "市长非常高兴。"]
    assert matched(ours, theirs, "zh") == [(0, 1, 0, 1), (1, 1, 1, 2), (1, 2, 2, 3)]


SENTENCES = st.lists(st.sampled_from([*OTHER, *OTHER.values(), "", "Non."]), max_size=7)


@settings(deadline=None)
@given(SENTENCES, SENTENCES)
def test_every_sentence_stands_in_one_place_and_in_order(ours: list[str], theirs: list[str]) -> None:
    cuts = matched(ours, theirs, "fr")
    assert [n for first, last, _, _ in cuts for n in range(first, last)] == list(range(len(ours)))
    assert [n for _, _, first, last in cuts for n in range(first, last)] == list(range(len(theirs)))


@settings(deadline=None)
@given(st.lists(SENTENCES, max_size=3), st.lists(SENTENCES, max_size=3))
def test_beads_cover_both_texts_in_order(ours: list[list[str]], theirs: list[list[str]]) -> None:
    text, reference = ("\n".join(" ".join(line) for line in side) for side in (ours, theirs))
    document = refer(split(Document("a", "a", text, target_lang="fr", reference=reference)))
    beads = document.reference_beads
    assert bool(beads) == bool(reference.strip())
    for side in ("source", "target"):
        spans = [(getattr(b, f"{side}_start"), getattr(b, f"{side}_end")) for b in beads]
        assert spans == sorted(spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_long_texts_take_no_longer_than_their_length() -> None:
    texts = [f"Le navire numéro {n} quitte le port {n % 7}." for n in range(400)]
    kept = [n for n in range(400) if n % 40]
    cuts = matched([texts[n] for n in kept], texts, "fr")
    pairs = [(kept[a], b) for a, end, b, last in cuts if (end - a, last - b) == (1, 1)]
    assert sum(a == b for a, b in pairs) >= 0.95 * len(kept)
