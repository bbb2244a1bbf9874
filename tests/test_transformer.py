"""The transformer's text side: pieces and their places, rows, masks."""

import json
import lzma
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("transformers")

import numpy as np
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import WORDS, some_texts

from mtqa.errors import ConfigError, InputError
from mtqa.qe.tokens import tokens
from mtqa.qe.transformer import pack
from mtqa.qe.transformer.masking import Edges, first_reading, sampled, second_reading
from mtqa.qe.transformer.mix import LANGS, PAIRED, bilingual, every_line, may_be_read
from mtqa.qe.transformer.network import texts_of
from mtqa.qe.transformer.tokenizer import (
    FIRST_PIECE,
    MASK,
    PAD,
    SPECIAL,
    Vocabulary,
    first_pieces,
    learn,
    source_tag,
    tag,
)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    file = tmp_path_factory.mktemp("vocabulary") / "tokenizer.json"
    file.write_text(learn(some_texts(300, 1), 420), encoding="utf-8")
    return Vocabulary(file)


def covered(text: str, vocabulary: Vocabulary) -> set[int]:
    return {place for piece in vocabulary.pieces(text) for place in range(piece.start, piece.end)}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=60) | st.lists(st.sampled_from([*WORDS, "e\u0301", "👩‍👩‍👧", "漢字", "\u00ad", "'"])).map(" ".join)
)
def test_pieces_lie_in_the_text_in_order(vocabulary: Vocabulary, text: str) -> None:
    pieces = vocabulary.pieces(text)
    assert all(0 <= p.start <= p.end <= len(text) for p in pieces)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(pieces))
    assert all(len(SPECIAL) <= p.number < vocabulary.size for p in pieces)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["M", "Z", "C"]), max_size=40), st.sampled_from(["fr", "de", "und"]))
def test_every_word_has_a_piece_that_holds_its_first_letter(vocabulary: Vocabulary, text: str, lang: str) -> None:
    words, pieces = tokens(text, lang), vocabulary.pieces(text)
    for word, place in zip(words, first_pieces(pieces, words), strict=True):
        assert pieces[place].start <= word.start < pieces[place].end


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("l'armée", ["l'", "armée"]),
        ("e\u0301te\u0301 !", None),
        ("Moscou, 2021", None),
        ("👩‍👩‍👧 漢字 ok", None),
        ("<mask> <fr> <0x41>", None),
    ],
)
def test_pieces_hold_the_text(vocabulary: Vocabulary, text: str, cut: list[str] | None) -> None:
    letters = {place for place, letter in enumerate(text) if not letter.isspace() and letter != "\u0301"}
    assert letters <= covered(text, vocabulary)
    if cut:
        assert [text[p.start : p.end] for p in vocabulary.pieces(text) if p.end > p.start][-len(cut) :] == cut


def test_what_is_spelt_like_a_special_piece_is_text(vocabulary: Vocabulary) -> None:
    assert min(p.number for p in vocabulary.pieces("<mask><fr><pad><from-de>")) >= len(SPECIAL)


def test_an_unknown_language_has_the_tag_of_none() -> None:
    assert tag("tlh") == SPECIAL.index("<und>")
    assert source_tag(None) == SPECIAL.index("<from-und>")
    assert len({tag(lang) for lang in LANGS} | {source_tag(lang) for lang in LANGS}) == 2 * len(LANGS)


def test_a_missing_vocabulary_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no\.json: no vocabulary"):
        Vocabulary(tmp_path / "no.json")


def test_rows_hold_every_piece_of_flowing_texts() -> None:
    texts = [[300 + n] * size for n, size in enumerate((5, 300, 40, 127, 128, 1, 90))]
    rows = list(pack.flowing(texts, tag("fr")))
    assert {len(row) for row in rows} == {pack.LENGTH}
    kept = [number for row in rows for number in row if number >= FIRST_PIECE]
    assert kept == [number for text in texts for number in text]
    assert all(row[0] == tag("fr") for row in rows)


def test_translations_are_never_cut() -> None:
    texts = [[tag("fr"), *[400] * size] for size in (60, 60, 127, 500, 10, 90, 30)]
    rows = list(pack.fitting(texts))
    assert {len(row) for row in rows} == {pack.LENGTH}
    kept = sorted(row.count(400) for row in rows)
    assert sum(kept) == 60 + 60 + 127 + 10 + 90 + 30


def test_how_often_arrays_are_read_sums_to_one() -> None:
    found = pack.weights({"fr.news": 100, "fr.prose": 400, "de.speech": 50, "de-fr.pairs": 7, "en-fr.pairs": 70})
    assert sum(found.values()) == pytest.approx(1)
    assert found["de-fr.pairs"] + found["en-fr.pairs"] == pytest.approx(PAIRED)
    assert found["fr.news"] > found["fr.prose"]


def test_what_is_measured_on_is_never_read(tmp_path: Path) -> None:
    shared = "Cette phrase assez longue sert à mesurer les modèles."
    lines = [f"La phrase numéro {n} du journal est nouvelle." for n in range(3000)] + [shared] * 40
    for lang in ("fr", "de"):
        (tmp_path / "text" / lang).mkdir(parents=True)
        (tmp_path / "text" / lang / "news.txt.xz").write_bytes(packed("\n".join(lines)))
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs" / "x.jsonl").write_text(json.dumps({"mt": shared}) + "\n", encoding="utf-8")
    read = [line for _, line in every_line(tmp_path, "fr", "count") if may_be_read(tmp_path, line)]
    assert 0 < len(read) < 3000
    assert shared not in read
    (tmp_path / "parallel" / "de-fr").mkdir(parents=True)
    pairs = [f"{line}\t{line}" for line in lines]
    (tmp_path / "parallel" / "de-fr" / "news.tsv.xz").write_bytes(packed("\n".join(pairs)))
    both = [pair[0] for pair in bilingual(tmp_path, tmp_path / "parallel" / "de-fr")]
    assert both
    assert set(both) <= set(read)


def packed(text: str) -> bytes:
    return lzma.compress(text.encode())


def rows_of(vocabulary: Vocabulary, size: int) -> torch.Tensor:
    rows = list(pack.flowing(vocabulary.numbers(some_texts(400, 2)), tag("fr")))[:size]
    return torch.tensor(rows)


def test_masks_are_the_same_for_the_same_seed_and_never_hide_tags(vocabulary: Vocabulary) -> None:
    pieces, edges = rows_of(vocabulary, 8), Edges.of(vocabulary)
    one, two, other = (first_reading(pieces, edges, torch.Generator().manual_seed(seed)) for seed in (1, 1, 2))
    assert torch.equal(one.read, two.read)
    assert not torch.equal(one.read, other.read)
    special = pieces < len(SPECIAL)
    assert torch.equal(one.read[special], pieces[special])
    share = float((one.read == MASK).float().mean())
    assert 0.08 < share < 0.22


def test_as_many_words_are_masked_and_asked_as_were_wanted(vocabulary: Vocabulary) -> None:
    pieces, edges = rows_of(vocabulary, 16), Edges.of(vocabulary)
    few, many = (first_reading(pieces, edges, torch.Generator().manual_seed(6), share) for share in (0.15, 0.4))
    masks = [int((task.read == MASK).sum()) for task in (few, many)]
    assert 2 * masks[0] < masks[1]
    assert len(few.hidden) < len(many.hidden)
    for task, masked in zip((few, many), masks, strict=True):
        assert int(task.counts.sum()) == min(masked, len(task.hidden))


def test_every_mask_is_asked_once_and_only_masks_count(vocabulary: Vocabulary) -> None:
    pieces, edges = rows_of(vocabulary, 8), Edges.of(vocabulary)
    task = first_reading(pieces, edges, torch.Generator().manual_seed(3))
    asked = task.hidden[task.counts > 0]
    assert len(asked.unique()) == len(asked)
    assert bool((task.read.flatten()[asked] == MASK).all())
    assert torch.equal(task.answer, pieces.flatten()[task.hidden])
    assert not bool((task.judged.bool() & (task.read == MASK)).any())
    changed = (task.read != pieces) & (task.read != MASK)
    assert torch.equal(changed, task.wrong.bool() & task.judged.bool())


def test_the_second_reading_shows_guesses_and_calls_right_ones_right(vocabulary: Vocabulary) -> None:
    pieces, edges = rows_of(vocabulary, 8), Edges.of(vocabulary)
    draw = torch.Generator().manual_seed(4)
    first = first_reading(pieces, edges, draw)
    guessed = first.answer.clone()
    guessed[::2] = 300
    second = second_reading(pieces, first, guessed, edges, draw)
    at = first.hidden[(first.counts > 0)]
    put = guessed[first.counts > 0]
    assert torch.equal(second.read.flatten()[at], put)
    assert torch.equal(second.wrong.flatten()[at].bool(), put != pieces.flatten()[at])


def test_words_are_hidden_whole(vocabulary: Vocabulary) -> None:
    pieces, edges = rows_of(vocabulary, 8), Edges.of(vocabulary)
    task = first_reading(pieces, edges, torch.Generator().manual_seed(5))
    words = edges.words(pieces)
    for row, word in {(r, int(words[r, c])) for r, c in (task.read == MASK).nonzero().tolist()}:
        inside = (words[row] == word) & (pieces[row] >= len(SPECIAL))
        assert bool((task.read[row][inside] == MASK).all())


def test_samples_follow_the_chances() -> None:
    chances = torch.full((4000, 300), 1e-9)
    chances[:, 7], chances[:, 290] = 0.25, 0.75
    found = sampled(chances.log(), torch.Generator().manual_seed(1))
    assert set(found.tolist()) == {7, 290}
    assert 0.7 < float((found == 290).float().mean()) < 0.8


def test_texts_of_a_row_are_told_apart() -> None:
    fr, de, source = tag("fr"), tag("de"), source_tag("en")
    row = torch.tensor([[fr, 400, 400, source, 401, de, 402, PAD, PAD]])
    assert texts_of(row).tolist() == [[1, 1, 1, 1, 1, 2, 2, 0, 0]]


def test_rows_that_were_not_made_are_missed(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no rows to read"):
        pack.load(tmp_path)


def test_an_array_comes_back_as_written(tmp_path: Path) -> None:
    told = pack.write(tmp_path / "x.u16", [[1] * pack.LENGTH, [65_000] * pack.LENGTH])
    assert told["rows"] == 2
    assert np.array_equal(pack.read(tmp_path / "x.u16")[1], np.full(pack.LENGTH, 65_000))
