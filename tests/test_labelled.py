"""Readers of labelled sentences."""

import json
import lzma
from pathlib import Path

import pytest

from mtqa.errors import InputError
from mtqa.finding import Severity
from mtqa.qe.labelled import files, joined, judged_spans, judged_tokens, minimal_pairs, rated


def written(file: Path, *rows: object) -> Path:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["Er", "kam", ",", "sah", "und", "ging", "."], "Er kam, sah und ging."),
        (["He", "said", '"', "no", '"', "(", "twice", ")", "."], 'He said "no" (twice).'),
        (["It", "'s", "the", "mayor", "'s", "car"], "It's the mayor's car"),
        (["Ende", ".", "<EOS>"], "Ende."),
        ([], ""),
    ],
)
def test_tokens_become_text_and_keep_their_places(tokens: list[str], text: str) -> None:
    found, spans = joined(tokens)
    assert found == text
    assert [found[start:end] for start, end in spans] == ["" if t == "<EOS>" else t for t in tokens]


def test_only_pairs_that_the_target_shows_count_as_seen(tmp_path: Path) -> None:
    row = {"good": "He ran.", "bad": "He run.", "tgt_lang": "en", "phenomenon": "form"}
    told = [{}, {"target_only": "yes"}, {"target_only": "no"}, {"target_only": "partly"}]
    file = written(tmp_path / "pairs.jsonl", *(row | one for one in told))
    assert [pair.is_seen for pair in minimal_pairs(file)] == [True, True, False, False]


def test_spans_without_a_place_or_an_error_are_left_out(tmp_path: Path) -> None:
    spans = [
        {"start": 0, "end": 3, "severity": "Major"},
        {"start": 4, "end": 7, "severity": "minor", "align": "ok"},
        {"start": 4, "end": 7, "severity": "Critical", "align": "fail"},
        {"start": 4, "end": 7, "severity": "Neutral"},
        {"start": 5, "end": 5, "severity": "major"},
    ]
    row = {"id": "a", "doc": "d1", "mt": "Der Weg.", "tgt_lang": "de", "src_lang": "en", "spans": spans}
    (one,) = judged_spans(written(tmp_path / "spans.jsonl", row))
    assert [(s.start, s.end, s.severity) for s in one.spans] == [(0, 3, Severity.MAJOR), (4, 7, Severity.MINOR)]
    assert (one.group, one.quality) == ("d1", -6)


def test_tagged_words_are_read_with_their_assessment(tmp_path: Path) -> None:
    row = {"id": "a", "tokens": ["Der", "Weg", ".", "<EOS>"], "tags": ["OK", "BAD", "OK", "BAD"]}
    (one,) = judged_tokens(written(tmp_path / "t.jsonl", row | {"tgt_lang": "de", "src_lang": "en", "da_mean": 71.5}))
    assert (one.text, one.is_bad, one.quality) == ("Der Weg.", (False, True, False, True), 71.5)
    assert one.tokens == ((0, 3), (4, 7), (7, 8), (8, 8))


def test_escaped_words_are_read_as_they_were_written(tmp_path: Path) -> None:
    row = {"id": "a", "tokens": ["&quot;", "A", "&amp;", "B", "&quot;"], "tags": ["OK"] * 5, "src": "&quot; B &quot;"}
    (one,) = judged_tokens(written(tmp_path / "t.jsonl", row | {"tgt_lang": "de", "src_lang": "en"}))
    assert (one.text, one.source) == ('"A & B"', '"B"')
    assert one.tokens == ((0, 1), (1, 2), (3, 4), (5, 6), (6, 7))


def test_acceptability_is_read_without_spaces_around(tmp_path: Path) -> None:
    (one,) = rated(written(tmp_path / "a.jsonl", {"text": "Er kommt ", "acceptable": 0, "tgt_lang": "de"}))
    assert (one.text, one.is_acceptable) == ("Er kommt", False)


@pytest.mark.parametrize(("line", "told"), [("{oops", "expected a JSON object"), ("[1]", "found list")])
def test_a_line_that_is_no_object_is_named(tmp_path: Path, line: str, told: str) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text('{"text": "A", "acceptable": 1, "tgt_lang": "en"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"bad\.jsonl:2: .*{told}"):
        rated(file)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"text": "A"}, r"expected the field 'tgt_lang', found text"),
        ({}, r"expected the field 'text', found none"),
        ({"text": 3}, r"a field is not of its kind"),
    ],
)
def test_a_field_that_is_missing_or_wrong_is_named(tmp_path: Path, row: dict[str, object], told: str) -> None:
    with pytest.raises(InputError, match=rf"a\.jsonl:1: {told}"):
        rated(written(tmp_path / "a.jsonl", row))


def test_a_tag_too_few_is_told(tmp_path: Path) -> None:
    row = {"id": "a", "tokens": ["Der", "Weg"], "tags": ["OK"], "tgt_lang": "de", "src_lang": "en"}
    with pytest.raises(InputError, match="2 tokens have 1 tags"):
        judged_tokens(written(tmp_path / "a.jsonl", row))


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="found none"):
        rated(written(tmp_path / "a.jsonl"))


def test_a_file_cut_short_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.xz"
    file.write_bytes(lzma.compress(b'{"text": "A", "acceptable": 1, "tgt_lang": "en"}\n' * 1000)[:60])
    with pytest.raises(InputError, match=r"a\.jsonl\.xz: cannot be read"):
        rated(file)


def test_a_folder_without_data_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \*\.jsonl\* to measure on"):
        files(tmp_path)
