"""Metrics in every output that has a place for them; without a reference, no output says a word of them."""

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mtqa.cli import main
from mtqa.render import formats

ROOT = Path(__file__).parent.parent
NEWS = ROOT / "tests/data/reference/news.jsonl"
SCHEMA = json.loads((ROOT / "reports" / "mtqa-1.schema.json").read_text(encoding="utf-8"))
SHORT = {"bleu": "BLEU", "chrf": "chrF", "ter": "TER"}
SHOWN = "against the reference of 2 of 3 documents: BLEU {bleu:.1f}, chrF {chrf:.1f}, TER {ter:.1f}"


def output(name: str, file: Path = NEWS) -> str:
    result = CliRunner().invoke(main, ["check", str(file), "--output-format", name, "--model", "none", "--exit-zero"])
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def whole() -> dict[str, object]:
    parsed: dict[str, object] = json.loads(output("json"))
    return parsed


def figures(whole: dict[str, object]) -> dict[str, float]:
    found: dict[str, float] = whole["summary"]["metrics"]  # type: ignore[index]
    return found


def test_json_has_them_for_sentence_document_and_summary(whole: dict[str, object]) -> None:
    Draft202012Validator(SCHEMA).validate(whole)
    ferry, museum, bakery = whole["documents"]  # type: ignore[misc]
    title, *sentences = ferry["sentences"]
    assert "metrics" not in title
    assert [list(one["metrics"]) for one in sentences] == [["bleu", "chrf", "ter"]] * 3
    assert sentences[1]["metrics"] == {"bleu": 100.0, "chrf": 100.0, "ter": 0.0}
    assert museum["metrics"]["ter"] > 0
    assert "|eff:yes|tok:13a|" in museum["metric_signatures"]["bleu"]
    assert "|eff:no|tok:13a|" in whole["summary"]["metric_signatures"]["bleu"]  # type: ignore[index]
    assert not {"metrics", "metric_signatures"} & set(bakery)
    assert whole["summary"]["referenced"] == 2  # type: ignore[index]


def test_jsonl_rows_are_valid_with_and_without_them(whole: dict[str, object]) -> None:
    rows = [json.loads(line) for line in output("jsonl").splitlines()]
    for row in rows:
        Draft202012Validator({"$ref": "#/$defs/row", "$defs": SCHEMA["$defs"]}).validate(row)
    assert [row.get("metrics") for row in rows] == [one.get("metrics") for one in whole["documents"]]  # type: ignore


@pytest.mark.parametrize("name", ["concise", "full", "github", "markdown"])
def test_what_people_read_closes_with_them(name: str, whole: dict[str, object]) -> None:
    assert SHOWN.format(**figures(whole)) in output(name)


def test_the_step_summary_has_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: dict[str, object]) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    output("github")
    assert SHOWN.format(**figures(whole)) in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_markdown_signs_them(whole: dict[str, object]) -> None:
    page = output("markdown")
    for name, signature in whole["summary"]["metric_signatures"].items():  # type: ignore[index]
        assert f"`{name}:{signature}`" in page


def test_junit_has_them_as_properties_of_the_suite(whole: dict[str, object]) -> None:
    suites = ElementTree.fromstring(output("junit")).findall("testsuite")
    told = [{p.get("name"): p.get("value") for p in suite.iter("property")} for suite in suites]
    for one, document in zip(told, whole["documents"], strict=True):  # type: ignore[call-overload]
        assert one.get("chrf") == (f"{document['metrics']['chrf']:g}" if "metrics" in document else None)
        assert one.get("ter.signature") == document.get("metric_signatures", {}).get("ter")


def test_sarif_has_them_as_properties_of_the_run(whole: dict[str, object]) -> None:
    (run,) = json.loads(output("sarif"))["runs"]
    assert run["properties"]["metrics"] == figures(whole)
    assert run["properties"]["referenced"] == 2
    assert set(run["properties"]["metricSignatures"]) == {"bleu", "chrf", "ter"}


def test_the_page_shows_them_beside_the_score(whole: dict[str, object]) -> None:
    page = output("html")
    for name, value in figures(whole).items():
        assert f"<dt>{SHORT[name]}</dt><dd>{value:.1f}</dd>" in page
    rows = re.findall(r"<tr><td lang=\"fr\">(.*?)</td><td lang=\"fr\">(.*?)</td>(.*?)</tr>", page)
    assert len(rows) == 5
    assert rows[1][:2] == ("La tempête avait arraché deux bornes du môle.",) * 2
    assert page.count("of 2 of 3 documents") == 1
    assert 'title="score ' in page
    assert " · chrF 100" in page


def test_a_hostile_reference_stays_text_in_the_page(tmp_path: Path) -> None:
    row = {"id": "a", "target": "Il pleut.", "target_lang": "fr", "reference": "<script>alert(1)</script>\x1b[2J"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    page = output("html", tmp_path / "a.jsonl")
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("name", formats())
def test_without_a_reference_nothing_is_said_of_them(name: str, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in NEWS.read_text(encoding="utf-8").splitlines()]
    bare = "\n".join(json.dumps({k: v for k, v in row.items() if k != "reference"}) for row in rows)
    (tmp_path / "a.jsonl").write_text(bare, encoding="utf-8")
    assert not re.search(r"bleu|chrf|\bter\b|metrics|against the reference", output(name, tmp_path / "a.jsonl"), re.I)


@pytest.mark.parametrize(("file", "loaded"), [("sample/bruecke.fr.txt", "False"), ("reference/news.jsonl", "True")])
def test_sacrebleu_is_loaded_only_for_a_reference(file: str, loaded: str) -> None:
    code = (
        "import sys; from click.testing import CliRunner; from mtqa.cli import main;"
        f"CliRunner().invoke(main, ['check', 'tests/data/{file}', '--model', 'none']);"
        "print('sacrebleu' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == loaded
