"""Damage put into sentences for measuring: one at a time, of the class that it claims, and found or not by hand count."""

from collections import Counter
from pathlib import Path

import pytest
from scripted import scripted

from mtqa.errors import InputError
from mtqa.qe.corrupt import KINDS
from mtqa.qe.evaluate import corruptions
from mtqa.qe.evaluate.corruptions import CLASSES, Damaged, Outcome, damages, judged, kinds_by_class
from mtqa.qe.noise.tables import Noise
from mtqa.qe.tags import TAGS
from mtqa.segment import Document

SENTENCES = [
    "Le maire a ouvert hier la nouvelle école de Bernadville.",
    "La maire a fermé hier la nouvelle école de Lorenz.",
    "Hier, la pluie a fermé la route de Bernadville, et la maire a parlé à la presse.",
]
NOISE = Noise(
    lang="fr",
    source_lang="de",
    left={"maire": ("Bürgermeister",), "école": ("Schule",), "route": ("Straße",)},
    senses={"école": ("banc",), "route": ("chemin",)},
    swaps={"de": ("sur",)},
    forms={"nouvelle": ("nouveau", "nouvelles"), "fermé": ("fermer",)},
    words=("planche", "marteau"),
    names=frozenset({"Bernadville", "Lorenz"}),
    names_by_start={"consonant": ("Lorenz",), "vowel": ("Oslava",)},
)


def test_every_tag_has_a_class() -> None:
    assert {*CLASSES} == {*TAGS} - {"ok"}


def test_each_damage_is_of_one_class_and_lies_where_it_says() -> None:
    found = list(damages(SENTENCES, NOISE, seed=1, size=6))
    assert {"leftover", "doubled", "word order", "agreement", "wrong word"} <= {one.group for one in found}
    for one in found:
        assert one.document.text not in SENTENCES
        assert all(0 <= start < end <= len(one.document.text) for start, end in one.spans)
        assert one.kind.partition(".")[0] in {kind.__module__.rpartition(".")[2] for _, kind in KINDS}
    leftovers = [one for one in found if one.kind == "leftover.word"]
    for one in leftovers:
        ((start, end),) = one.spans
        assert one.document.text[start:end].lower() in {"bürgermeister", "schule", "straße"}


def test_no_class_gets_more_than_was_asked_for_and_a_seed_repeats() -> None:
    found = list(damages(SENTENCES, NOISE, seed=1, size=6))
    assert max(Counter(one.group for one in found).values()) <= 6
    assert found == list(damages(SENTENCES, NOISE, seed=1, size=6))
    assert found != list(damages(SENTENCES, NOISE, seed=2, size=6))


def test_a_kind_is_drawn_in_one_class_alone() -> None:
    import random

    kinds = kinds_by_class(SENTENCES, NOISE, random.Random(1))
    drawn = [kind for some, _ in kinds.values() for kind in some]
    assert len(drawn) == len(set(drawn)) > 15


def damaged(text: str, wrong: str) -> Damaged:
    start = text.index(wrong)
    return Damaged(
        Document(text, "a", text, target_lang="fr"), ((start, start + len(wrong)),), "doubled", "doubling.word"
    )


def test_rules_and_tagger_find_what_either_finds() -> None:
    some = [damaged("Le maire a dit la la presse.", "la la"), damaged("Le maire a dit bof hier.", "bof")]
    limits = {"rules": {"fr": 1.0}, "tagger": {"fr": 0.5}, "rules_and_tagger": {"fr": 0.5}}
    outcomes = judged(some, scripted({"bof": 0.9}), limits, seed=1)
    assert [outcome.found for outcome in outcomes] == [
        {"rules": True, "tagger": False, "rules_and_tagger": True},
        {"rules": False, "tagger": True, "rules_and_tagger": True},
    ]
    row = corruptions._by_class([*outcomes, Outcome(some[0], 2, {"rules": True})], "rules")["doubled"]
    assert (row["n"], row["fr"], row["all"]) == (3, 2 / 3, 2 / 3)
    assert row["by seed"] == [0.5, 1.0]


def test_missing_tables_are_named_with_the_command_that_writes_them(tmp_path: Path) -> None:
    (tmp_path / "outputs").mkdir()
    text = tmp_path / "text" / "fr" / "news.txt"
    text.parent.mkdir(parents=True)
    with pytest.raises(InputError, match=r"python -m mtqa\.qe\.align"):
        corruptions.load(tmp_path, "fr", "de")
