"""Evaluations on a small data folder that the test makes, and on the real one where it is at hand."""

import json
import lzma
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mtqa.checks import selected
from mtqa.cli import main
from mtqa.qe.corpora import Pair, human_news
from mtqa.qe.evaluate import evaluate_alarms, evaluate_gold
from mtqa.qe.inject import injections
from mtqa.qe.results import write
from mtqa.review import Settings
from mtqa.text import is_held_out

RULES = Settings(selected())


def passage(name: str, text: str, *spans: str) -> dict[str, Any]:
    errors = [
        {
            "start": text.index(s),
            "end": text.index(s) + len(s),
            "category": "untranslated",
            "severity": "major",
            "obvious": True,
        }
        for s in spans
    ]
    return {"id": name, "text": text, "src_lang": "de", "tgt_lang": "fr", "errors": errors}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    rows = [
        passage("a", "Le maire a parlé de la Verkehrsberuhigung devant la presse.", "Verkehrsberuhigung"),
        passage("b", "Le maire a parlé d'une voix claire du sens mauvais de la route.", "sens mauvais"),
        passage("c", "Le maire a parlé devant la presse mardi matin."),
    ]
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file


def test_gold_passages_are_counted(gold: Path) -> None:
    figures = evaluate_gold(gold, RULES)["all"]
    assert (figures["obvious"], figures["tight"]) == (2, 1)
    assert (figures["findings"], figures["precision"]) == (1, 1.0)
    assert (figures["clean"], figures["clean_ok"]) == (1, 1)
    assert figures["auc"] == 0.75


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = [
        {
            "system": "ref.A",
            "seg": n,
            "is_human": True,
            "src_lang": "de",
            "tgt_lang": "fr",
            "src": f"Satz {n} steht hier.",
            "mt": f"La phrase numéro {n} est juste." if n != 25 else "La la phrase est double.",
        }
        for n in range(60)
    ]
    (tmp_path / "outputs").mkdir()
    with lzma.open(tmp_path / "outputs" / "wmt21.de-fr.jsonl.xz", "wt", encoding="utf-8") as stream:
        stream.write("\n".join(map(json.dumps, rows)))
    return tmp_path


def test_human_news_is_split_into_two_parts_without_overlap(data: Path) -> None:
    even, odd = ({d.text for d in human_news(data, "fr", part)} for part in ("even", "odd"))
    assert len(even) == 2
    assert len(odd) == 1
    assert not even & odd
    assert {d.id for d in human_news(data, "de", "all")} == {f"wmt21.de-fr.jsonl.xz.source.{n}" for n in range(3)}


def test_false_alarms_are_counted_by_check_and_language(data: Path) -> None:
    result = evaluate_alarms(data, RULES, ["fr"], "odd")
    assert result["findings"]["fr"] == {"F101": 1}
    assert result["per_1000_all"]["fr"] == pytest.approx(1000 / result["words"]["fr"])
    assert result["per_1000_major"]["fr"] == 0


def test_injected_words_are_aligned_rare_and_exactly_placed() -> None:
    pairs = [Pair(f"Die Verkehrsberuhigung {n} ist da", f"La modération {n} est là", "de", "fr") for n in range(80)]
    injected = list(injections(pairs, seed=1))
    assert len(injected) == sum(is_held_out(p.target) for p in pairs) > 0
    for one in injected:
        assert one.text[one.start : one.end] == one.word == "Verkehrsberuhigung"
        assert "modération" not in one.text


def test_results_are_written_with_their_command(tmp_path: Path) -> None:
    result = {"recall": 0.5, "languages": {"fr": {"n": 3}, "de": {"n": 4}}}
    data, page = write(tmp_path, "x", "mtqa evaluate x", result)
    assert json.loads(data.read_text())["command"] == "mtqa evaluate x"
    assert "| fr | 3 |" in page.read_text()
    assert "| recall | 0.500 |" in page.read_text()


@pytest.mark.skipif("MTQA_GOLD" not in os.environ, reason="MTQA_GOLD names no file of gold passages")
def test_the_gold_passages_keep_what_was_reached() -> None:
    figures = evaluate_gold(Path(os.environ["MTQA_GOLD"]), RULES)["all"]
    assert figures["precision"] >= 0.85
    assert figures["clean_ok"] >= 22


@pytest.mark.parametrize("command", ["alarms", "pairs", "acceptability", "judged"])
def test_a_folder_without_data_ends_in_one_line_and_with_2(tmp_path: Path, command: str) -> None:
    result = CliRunner().invoke(
        main, ["evaluate", command, str(tmp_path), "--model", "none", "-o", str(tmp_path / "o")]
    )
    assert result.exit_code == 2
    assert result.stderr.startswith(f"mtqa: {tmp_path}")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "o").exists()


def test_a_passage_without_a_field_is_named(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text('{"id": "a", "text": "Un mot."}\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["evaluate", "gold", str(file), "--model", "none", "-o", str(tmp_path)])
    assert (result.exit_code, result.stderr) == (2, f"mtqa: {file}:1: expected the field 'tgt_lang', found id, text\n")
