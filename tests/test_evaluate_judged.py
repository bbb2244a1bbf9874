"""Figures on judged translations, pairs and acceptability, against values worked out by hand."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scripted import Scripted, scripted

from mtqa.finding import Severity
from mtqa.qe.characters import ORDER, CharacterModel, hashes
from mtqa.qe.evaluate import evaluate_acceptability, evaluate_judged, evaluate_pairs
from mtqa.qe.evaluate.judged import counts, f1_of
from mtqa.qe.evaluate.marking import MAJOR, MINOR, at_base_rate, gold_levels, painted
from mtqa.qe.labelled import JudgedSegment, JudgedSpan

MODEL = scripted({"bof": 0.9, "zut": 0.6})
NEWS = ["Le maire a parlé du pont.", "La presse attend mardi matin.", "Rien ne bouge au village."]


def test_characters_counted_in_their_context_surprise_least() -> None:
    model = CharacterModel(["abcabcabcabc"] * 50)
    surprise = model.surprise("abcabcabx")
    assert surprise[6] < 0.5 < 3 < surprise[8]
    assert model.mean("abcabc") < model.mean("acbacb")
    assert model.mean("") == 0
    assert model.total("abc") == pytest.approx(4 * model.mean("abc"))


def test_runs_of_characters_have_one_slot_wherever_they_stand() -> None:
    slots = hashes(np.array([1, 2, 3, 1, 2, 3, 9], np.uint64))
    assert [len(row) for row in slots] == [8 - order for order in range(ORDER + 1)]
    assert slots[3][0] == slots[3][3] != slots[3][1]


def test_gold_takes_the_worse_of_two_marks_and_bad_words_for_major() -> None:
    spans = (JudgedSpan(0, 6, Severity.MINOR), JudgedSpan(2, 4, Severity.CRITICAL))
    assert gold_levels(JudgedSegment("Der Weg.", "de", None, "a", spans)).tolist() == [1, 1, 2, 2, 1, 1, 0, 0]
    words = JudgedSegment("Der Weg.", "de", None, "a", tokens=((0, 3), (4, 7)), is_bad=(False, True))
    assert gold_levels(words).tolist() == [0, 0, 0, 0, 2, 2, 2, 0]


def test_half_the_credit_for_the_wrong_severity() -> None:
    gold, marked = painted(10, [(0, 4, MAJOR), (6, 8, MINOR)]), painted(10, [(2, 7, MAJOR)])
    right, out, wrong, right_major, out_major, wrong_major, credit = counts(gold, marked)
    assert (right, out, wrong) == (3, 5, 6)
    assert (right_major, out_major, wrong_major) == (2, 5, 4)
    assert credit == 2.5
    assert f1_of(right, out, wrong) == pytest.approx(6 / 11)
    assert f1_of(0, 0, 0) == 0


def test_a_floor_marks_as_many_words_as_people_did_the_highest_first() -> None:
    units = [[(0, 2), (3, 5), (6, 8)], [(0, 2), (3, 5)]]
    gold = [painted(8, [(0, 2, MAJOR)]), painted(5, [(3, 5, MINOR)])]
    first, second = at_base_rate(units, gold, [[0.1, 0.9, 0.3], [0.2, 0.8]])
    assert first.tolist() == [0, 0, 0, 2, 2, 0, 0, 0]
    assert second.tolist() == [0, 0, 0, 1, 1]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Judged, rated and paired French: "bof" is what people and the model find wrong."""

    def put(where: str, *rows: dict[str, object]) -> None:
        file = tmp_path / where
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(json.dumps({"tgt_lang": "fr", **row}) + "\n" for row in rows), encoding="utf-8")

    def words(text: str, quality: float) -> dict[str, object]:
        tokens = text.split()
        tags = ["BAD" if token in {"bof", "mal"} else "OK" for token in tokens]
        return {"id": text, "src_lang": "en", "tokens": tokens, "tags": tags, "da_mean": quality}

    put(
        "judged/dev/words.jsonl",
        words("Le pont bof .", 10),
        words("Le maire mal parle .", 50),
        words("La presse .", 90),
    )
    span = {"start": 8, "end": 11, "severity": "major"}
    judged = [{"mt": "Le pont bof.", "spans": [span]}, {"mt": "Le zut maire.", "spans": []}]
    told = {"src_lang": "en", "src": "The bridge is here."}
    put("judged/dev/spans.jsonl", *({"id": str(n), **told, **row} for n, row in enumerate(judged)))
    accepted = [{"text": text, "acceptable": 1} for text in NEWS]
    put("acceptability/dev/rated.jsonl", *accepted, {"text": "Le pont bof.", "acceptable": 0})
    pairs = [{"good": "Le pont est là.", "bad": "Le pont bof là.", "phenomenon": "a"}]
    pairs += [{"good": "Le zut est là.", "bad": "Le pont est là.", "phenomenon": "b"}]
    pairs += [{"good": "Le pont est là.", "bad": "Le mur est là.", "phenomenon": "c", "target_only": "no"}]
    put("pairs/dev/made.jsonl", *pairs)
    (tmp_path / "text").mkdir()
    return tmp_path


def test_words_and_ranks_of_a_model_that_is_known(data: Path) -> None:
    found = evaluate_judged(data, MODEL)
    words = found["words"]["words"]
    assert words["nothing"]["bad"] == pytest.approx(2 / 12)
    assert words["nothing"]["mcc"] == 0
    # two words marked of twelve: one of the two bad ones, and the one that ties at no doubt is not
    assert words["tagger at base rate"]["f1_bad"] == pytest.approx(2 / 3)
    assert found["words"]["spearman"]["tagger"]["correlation"] == pytest.approx(0.866, abs=1e-3)


def test_spans_of_a_model_that_is_known(data: Path) -> None:
    found = evaluate_judged(data, MODEL)["spans"]
    assert found["size"] == {"segments": 2, "documents": 2}
    best = found["spans"]["tagger at base rate"]
    assert (best["f1"], best["f1_major"], best["f1_severity"]) == (1, 1, 1)
    assert found["spans"]["rules and tagger"]["f1"] == 0


class Bilingual(Scripted):
    """Doubts words beside a source alone."""

    def probabilities(self, segments: Any, cut: Any) -> Any:
        told = super().probabilities(segments, cut)
        sound = Scripted({}).probabilities(segments, cut)
        return {n: told[n] if segments[n].source == "The bridge is here." else sound[n] for n in told}


def test_the_source_is_read_where_it_is_asked_for(data: Path) -> None:
    settings = replace(MODEL, estimator=Bilingual({"bof": 0.9}))
    found = [evaluate_judged(data, settings, with_source=told) for told in (False, True)]
    assert [one["with source"] for one in found] == [False, True]
    assert [one["spans"]["spans"]["tagger at base rate"]["f1"] for one in found] == [0, 1]


def test_pairs_are_won_lost_or_tied(data: Path) -> None:
    found = evaluate_pairs(data, MODEL)["made"]
    assert {name: row["tagger"] for name, row in found["phenomena"].items()} == {
        "a": 1.0,
        "b": 0.0,
        "c (needs the source)": 0.5,
    }
    assert (found["summary"]["tagger"]["n"], found["summary"]["tagger"]["accuracy"]) == (2, 0.5)
    assert found["summary"]["rules"]["accuracy"] == 0.5


def test_rejecting_goes_by_findings_where_there_is_no_news(data: Path) -> None:
    found = evaluate_acceptability(data, MODEL)["rated"]
    assert found["findings"]["rejected"] == 0
    assert found["findings"]["mcc"] == 0
    assert found["findings"]["auc"] == 1
    assert found["random"]["rejected by speakers"] == 0.25
