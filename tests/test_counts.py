"""Counts of patterns: what is counted is found again, and nothing depends on batches."""

from hashlib import blake2b
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.qe.count import clusters, filled, log_slots
from mtqa.qe.counts import EDGE, Counts, hashed, hashes
from mtqa.qe.features import FEATURES, LANGS, OF_PLACE, features, places
from mtqa.qe.parts import BLOCK, part_of
from mtqa.qe.patterns import COLUMNS, PATTERNS, SHAPES, WIDTH, keys
from mtqa.qe.tokens import normal, tokens

LINES = ["the mayor opened the bridge", "the mayor closed the road", "a minister opened a school"] * 20


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Counts:
    where = tmp_path_factory.mktemp("counts")
    flat = [EDGE] * WIDTH
    for line in LINES:
        flat += [*line.split(), *[EDGE] * WIDTH]
    (where / "en.classes.txt").write_text("mayor minister\nopened closed\n", encoding="utf-8")
    filled(*hashes(flat, {"mayor": 0, "minister": 0, "opened": 1, "closed": 1})).tofile(where / "en.counts")
    return Counts("en", where)


def column(shape: str, offset: int) -> int:
    number = SHAPES.index(shape)
    return COLUMNS.index((number, [o for o, _ in PATTERNS[number]].index(offset)))


def test_a_pair_that_was_seen_reads_its_count_in_both_places(counts: Counts) -> None:
    (rows,) = counts.rows([["the", "mayor", "opened", "the", "bridge"]])
    assert rows[1, column("ww", 1)] == rows[0, column("ww", 0)] > 4  # "the mayor": 40 times
    assert rows[2, column("www", 2)] > 3  # "the mayor opened": 20 times


def test_a_pair_that_was_never_seen_reads_nothing_but_its_classes_do(counts: Counts) -> None:
    (rows,) = counts.rows([["a", "minister", "closed", "a", "road"]])
    assert rows[2, column("ww", 1)] == 0  # "minister closed"
    assert rows[2, column("cc", 1)] > 4  # but officials open and close


def test_rows_do_not_depend_on_the_batch(counts: Counts) -> None:
    one, two = ["the", "mayor", "closed"], ["a", "school", "opened", "the", "road"]
    together = counts.rows([one, two])
    alone = [*counts.rows([one]), *counts.rows([two])]
    for left, right in zip(together, alone, strict=True):
        np.testing.assert_array_equal(left, right)


def test_a_key_depends_on_the_pattern_and_on_order() -> None:
    words, _ = hashes(["a", "b", "a"], {})
    assert keys(1, words, words)[0] != keys(1, words, words)[1]
    assert keys(1, words, words)[0] != keys(2, words, words)[0]


def test_the_parts_of_text_are_disjoint_and_stable() -> None:
    parts = [part_of("fr/news.txt.xz", n, f"line {n}") for n in range(100_000)]
    assert parts == [part_of("fr/news.txt.xz", n, f"line {n}  ") for n in range(100_000)]
    assert 0.08 < parts.count("test") / 100_000 < 0.12
    assert 0.2 < parts.count("train") / 100_000 < 0.34


def test_lines_of_a_block_are_either_counted_or_trained_on() -> None:
    blocks = [
        {part_of("fr/news.txt.xz", n, f"line {n}") for n in range(at, at + BLOCK)} for at in range(0, 20_000, BLOCK)
    ]
    assert all(len(parts - {"test"}) == 1 for parts in blocks)


def test_words_that_stand_in_the_same_places_share_a_cluster() -> None:
    flat = [w for n in range(300) for w in ("the", ("cat", "dog")[n % 2], ("runs", "sleeps")[n // 2 % 2], EDGE)]
    number = {word: n for n, cluster in enumerate(clusters(flat)) for word in cluster}
    assert number["cat"] == number["dog"] != number["runs"]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("L'usine a fermé.", "fr", ["L'", "usine", "a", "fermé", "."]),
        ("Am 3. Mai: 12,5 %", "de", ["Am", "3", ".", "Mai", ":", "12,5", "%"]),
        ("", "en", []),
        ("Il a\N{OBJECT REPLACEMENT CHARACTER} dit.", "fr", ["Il", "a", "dit", "."]),  # a placeholder of an inline tag
    ],
)
def test_tokens_are_words_numbers_and_marks(text: str, lang: str, expected: list[str]) -> None:
    found = tokens(text, lang)
    assert [t.text for t in found] == expected
    assert all(text[t.start : t.end] == t.text for t in found)


def test_numbers_of_one_shape_are_one() -> None:
    assert normal("17") == normal("23") != normal("1931") == normal("2026")
    assert normal("L’") == "l'"


def test_building_reads_a_folder_and_writes_a_table(tmp_path: Path) -> None:
    import lzma

    from mtqa.qe.count import build

    (tmp_path / "text" / "en").mkdir(parents=True)
    with lzma.open(tmp_path / "text" / "en" / "news.txt.xz", "wt", encoding="utf-8") as stream:
        stream.write("\n".join(f"the mayor opened bridge number {n}" for n in range(300)))
    assert build(tmp_path / "text", tmp_path / "out", "en")["tokens"]
    (rows,) = Counts("en", tmp_path / "out").rows([["the", "mayor"]])
    assert rows[1, column("ww", 1)] > 5


def test_a_table_is_as_large_as_its_patterns_need() -> None:
    assert [log_slots(n) for n in (1000, 1_300_000, 1_500_000, 10**9)] == [20, 20, 21, 24]


def test_hashes_and_features_are_the_same_on_every_machine() -> None:
    """Training, counts and the shipped model meet in these numbers: a change here asks for all three to be made again."""
    words, classes = hashes(["Pont", "L’"], {"pont": 7})
    assert words.tolist() == [hashed("pont"), hashed("l'")]
    assert hashed("pont") == int.from_bytes(blake2b(b"pont", digest_size=8).digest(), "little")
    assert classes[0] == hashed("#7")


def test_repetition_and_place_are_told_of_each_token() -> None:
    text = ["Le", "pont", ",", "le", "le", "pont", "."]
    told = [{OF_PLACE[n] for n in np.flatnonzero(row)} for row in places(text)]
    assert told == [
        {"first"},
        {"before_mark"},
        set(),
        {"after_mark", "twice_8", "twice_40"},
        {"twice_1", "twice_2", "twice_8", "twice_40"},
        {"twice_8", "twice_40", "pair_again", "before_mark"},
        {"last"},
    ]


def test_a_sentence_without_tokens_has_no_rows() -> None:
    alone, nothing = features([tokens("Le pont.", "fr"), ()], "fr", None)
    assert (len(alone), len(nothing)) == (3, 0)
    assert features([], "fr", "de") == []


@given(st.lists(st.text(max_size=60), max_size=4), st.sampled_from(LANGS), st.sampled_from([None, "de", "en"]))
@settings(max_examples=40, deadline=None)
def test_features_of_any_text_are_finite_and_its_own(texts: list[str], lang: str, source: str | None) -> None:
    if lang == source:
        return
    cut = [tokens(text, lang) for text in texts]
    for words, rows in zip(cut, features(cut, lang, source), strict=True):
        assert rows.shape == (len(words), len(FEATURES))
        assert np.isfinite(rows).all()
        np.testing.assert_array_equal(rows, features([words], lang, source)[0])
