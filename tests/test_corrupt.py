"""Damage to clean sentences: exact spans, right tags, the same seed gives the same damage, any text survives."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.qe.corrupt import ALIGNED, KINDS, Corrupted, Kind, corrupt, marked
from mtqa.qe.noise import casing, doubling, form, leftover, naming, omission, order, sense, tearing
from mtqa.qe.noise.draft import Draft
from mtqa.qe.noise.tables import Noise, Pair
from mtqa.qe.noise.tokens import tokens
from mtqa.qe.tags import BY_TAG, TAGS
from mtqa.qe.tags import KINDS as TAG_KINDS

CLEAN = "Le maire a ouvert hier la nouvelle école de Bernadville."
GERMAN = "Der Bürgermeister hat gestern die neue Schule von Bernadville eröffnet."


def toy() -> Noise:
    """Tables for French from German with a word or two each."""
    source = tuple(word.text for word in tokens(GERMAN, "de"))
    target = tuple(word.text for word in tokens(CLEAN, "fr"))
    links = ((0,), (1,), (2,), (9,), (3,), (4,), (5,), (6,), (7,), (8,), (10,))
    return Noise(
        lang="fr",
        source_lang="de",
        left={
            "maire": ("Bürgermeister",),
            "école": ("Schule",),
            "la": ("die",),
            "nouvelle": ("neue",),
            "hier": ("gestern",),
        },
        pivot_left={"école": ("school",), "maire": ("mayor",)},
        gloss={
            "der": ("le",),
            "schule": ("école",),
            "neue": ("nouvelle",),
            "eröffnet": ("inauguré",),
            "hat": ("possède",),
        },
        senses={"école": ("banc",), "ouvert": ("percé",)},
        swaps={"de": ("sur",)},
        forms={"nouvelle": ("nouveau", "nouvelles"), "ouvert": ("ouvrir",), "maire": ("maires",)},
        words=("planche", "marteau", "cuisine"),
        source_words=("Wanderung", "schleppend"),
        source_runs=(("Am", "Montag", "kam", "der", "Regen", "zurück"),),
        pivot_runs=(("They", "waited", "for", "the", "train"),),
        names=frozenset({"Bernadville", "Lorenz", "Oslava"}),
        names_by_start={"consonant": ("Lorenz",), "vowel": ("Oslava",)},
        full_names=("Tilda Lorenz",),
        openings=(("Il", "pleuvait"),),
        pairs={CLEAN: Pair(source, target, links)},
    )


def drawn(kind: Kind, text: str = CLEAN, tries: int = 40) -> list[Corrupted]:
    """What one kind of damage makes of a text under several seeds, where it finds a place."""
    made = []
    for seed in range(tries):
        draft = Draft(text, toy(), random.Random(seed))
        if kind(draft):
            draft.mend()
            made.append(Corrupted(draft.text(), draft.spans()))
    return made


def test_tags_and_codes_are_unique_and_ok_is_first() -> None:
    assert TAGS[0] == "ok"
    assert len(set(TAGS)) == len(TAGS) == 10
    assert [kind.code for kind in TAG_KINDS] == [f"Q50{number}" for number in range(1, 10)]
    assert all("{text}" in kind.message for kind in BY_TAG.values())


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (leftover.word, "Le ⟦Bürgermeister|untranslated⟧ a ouvert hier la nouvelle école de Bernadville."),
        (leftover.pivot_word, "Le maire a ouvert hier la nouvelle ⟦school|untranslated⟧ de Bernadville."),
        (leftover.run, "Le maire a ouvert hier ⟦die neue Schule|untranslated⟧ de Bernadville."),
        (order.source_order, "Le maire ⟦a hier|word-order⟧ la nouvelle école de ⟦Bernadville ouvert|word-order⟧."),
        (order.verb, "Le maire a ⟦hier|word-order⟧ la nouvelle école de ⟦Bernadville ouvert|word-order⟧."),
        (order.swap, "Le maire a ouvert hier l'⟦école nouvelle|word-order⟧ de Bernadville."),
        (sense.other_sense, "Le maire a ouvert hier la nouvelle ⟦banc|wrong-word⟧ de Bernadville."),
        (sense.function_word, "Le maire a ouvert hier la nouvelle école ⟦sur|wrong-word⟧ Bernadville."),
        (form.inflection, "Le maire a ⟦ouvrir|form⟧ hier la nouvelle école de Bernadville."),
        (form.determiner, "⟦La maire|form⟧ a ouvert hier la nouvelle école de Bernadville."),
        (omission.content, "Le maire a ouvert hier la ⟦nouvelle de|missing⟧ Bernadville."),
        (omission.function, "Le maire a ouvert hier la nouvelle ⟦école Bernadville|missing⟧."),
        (doubling.word, "Le maire ⟦maire|doubled⟧ a ouvert hier la nouvelle école de Bernadville."),
        (naming.as_word, "Le maire a ouvert hier la nouvelle école de ⟦Marteau|name⟧."),
        (casing.lost, "Le maire a ouvert hier la nouvelle école de ⟦bernadville|casing⟧."),
        (casing.gained, "Le maire a ouvert hier la nouvelle ⟦École|casing⟧ de Bernadville."),
        (casing.at_start, "⟦le|casing⟧ maire a ouvert hier la nouvelle école de Bernadville."),
        (tearing.glued, "Le maire a ouvert hier la ⟦nouvelleécole|fragment⟧ de Bernadville."),
        (tearing.cut_end, "Le maire a ouvert hier ⟦la|fragment⟧"),
    ],
)
def test_kind_of_damage_marks_just_what_it_broke(kind: Kind, expected: str) -> None:
    assert expected in [marked(one) for one in drawn(kind, tries=150)]


@pytest.mark.parametrize(
    "kind", [kind for _, kind in (*KINDS, *ALIGNED)], ids=lambda kind: f"{kind.__module__}.{kind.__name__}"
)
def test_every_kind_changes_the_text_and_tags_it(kind: Kind) -> None:
    texts = (CLEAN, "La ville de Bernadville compte 1.250 habitants et l'école en accueille 300.")
    made = [(text, one) for text in texts for one in drawn(kind, text)]
    assert made
    for text, one in made:
        assert one.spans
        assert one.text != text
        assert all(span.tag in TAGS[1:] for span in one.spans)


def test_same_seed_gives_same_damage() -> None:
    noise = toy()
    assert [corrupt(CLEAN, "fr", "de", random.Random(5), noise, 1.0) for _ in range(3)] == 3 * [
        corrupt(CLEAN, "fr", "de", random.Random(5), noise, 1.0)
    ]


def test_clean_sentence_keeps_all_but_names_and_has_no_spans() -> None:
    made = {corrupt(CLEAN, "fr", "de", random.Random(seed), toy(), 0.0) for seed in range(60)}
    assert {one.text for one in made} <= {CLEAN, CLEAN.replace("Bernadville", "Lorenz")}
    assert not any(one.spans for one in made)


def test_names_are_swapped_in_clean_text_too() -> None:
    text = "Hier, Bernadville a fêté ses écoles."
    made = {corrupt(text, "fr", "de", random.Random(seed), toy(), 0.0).text for seed in range(60)}
    assert {text, text.replace("Bernadville", "Lorenz")} < made
    assert any("«" in one and one.endswith(" a fêté ses écoles.") for one in made)  # a foreign title in quotation marks


def test_tables_of_another_direction_are_refused() -> None:
    with pytest.raises(ValueError, match="tables for de-fr, not en-fr"):
        corrupt(CLEAN, "fr", "en", random.Random(0), toy(), 1.0)


def test_elision_follows_the_word_that_comes_after() -> None:
    draft = Draft("Il a vu l'école.", toy(), random.Random(0))
    draft.replace(4, 5, ["Schule"], "untranslated")
    draft.mend()
    assert draft.text() in ("Il a vu le Schule.", "Il a vu la Schule.")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.integers(0, 999))
def test_any_text_survives_and_spans_are_in_order(text: str, seed: int) -> None:
    for lang, source in (("fr", "de"), ("de", "en")):
        noise = toy() if lang == "fr" else Noise("de", "en")
        made = corrupt(text, lang, source, random.Random(seed), noise, 1.0)
        ends = [0]
        for span in made.spans:
            assert ends[-1] <= span.start < span.end <= len(made.text)
            ends.append(span.end)


def test_apostrophes_that_belong_to_no_word_survive() -> None:
    for seed in range(200):
        corrupt("'Il l'a dit' 'hier' ' à ’l’école’ .", "fr", "de", random.Random(seed), toy(), 1.0)


def test_tokens_leave_nothing_out_but_spaces() -> None:
    text = "L'an 2 000, le 3.5 %, « oui » – _x_ d’été…"
    kept = "".join(token.text for token in tokens(text, "fr"))
    assert kept == "".join(text.split())
