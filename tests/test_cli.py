"""The command line, as a user meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtqa.cli import main

BROKEN = "Le ministre est parti pour Moskau mardi soir.\n"
CLEAN = "Le ministre est parti pour Moscou mardi soir.\n"


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    file = tmp_path / "broken.txt"
    file.write_text(BROKEN, encoding="utf-8")
    return str(file)


def test_a_broken_text_fails_with_1_and_says_where(broken: str) -> None:
    result = run("check", broken, "--lang", "fr", "--source-lang", "de")
    assert result.exit_code == 1
    assert f"{broken}:1:28: A102 major" in result.stdout
    assert "Moscou" in result.stdout
    assert result.stderr == "mtqa: failed: 1 finding of severity major or worse\n"


def test_a_clean_text_passes_with_0() -> None:
    result = run("check", "-", "--lang", "fr", stdin=CLEAN)
    assert result.exit_code == 0
    assert result.stdout.startswith("No findings in 1 document, 1 sentence; score ")


def test_exit_zero_reports_and_passes(broken: str) -> None:
    assert run("check", broken, "--lang", "fr", "--exit-zero").exit_code == 0


def test_fail_on_and_min_score_choose_what_fails(broken: str) -> None:
    assert run("check", broken, "--lang", "fr", "--fail-on", "critical").exit_code == 0
    result = run("check", broken, "--lang", "fr", "--fail-on", "never", "--min-score", "99")
    assert result.exit_code == 1
    assert f"1 document under a score of 99; the lowest is {broken} at" in result.stderr


def test_allowed_words_may_stand(broken: str, tmp_path: Path) -> None:
    allow = tmp_path / "allow.txt"
    allow.write_text("# our names\nMoskau  # a restaurant\n", encoding="utf-8")
    assert run("check", broken, "--lang", "fr", "--allow", str(allow)).exit_code == 0


def test_jsonl_gives_one_document_a_line_and_nothing_else() -> None:
    rows = [
        {"id": "a", "target": BROKEN, "target_lang": "fr", "source_lang": "de"},
        {"id": "b", "target": CLEAN, "target_lang": "fr"},
    ]
    result = run(
        "check", "-", "--input-format", "jsonl", "--output-format", "jsonl", stdin="\n".join(map(json.dumps, rows))
    )
    documents = [json.loads(line) for line in result.stdout.splitlines()]
    assert [d["id"] for d in documents] == ["a", "b"]
    assert [d["schema"] for d in documents] == ["mtqa/1"] * 2
    assert [f["text"] for f in documents[0]["findings"]] == ["Moskau"]
    assert documents[1]["findings"] == []


def test_json_is_one_object_with_a_summary(broken: str) -> None:
    result = run("check", broken, "--lang", "fr", "--output-format", "json")
    parsed = json.loads(result.stdout)
    assert parsed["schema"] == "mtqa/1"
    assert parsed["summary"]["documents"] == 1
    assert parsed["summary"]["findings"]["major"] == 1
    assert parsed["signature"].startswith("mtqa:")


def test_a_row_without_text_is_told_and_the_rest_goes_on() -> None:
    result = run(
        "check",
        "-",
        "--input-format",
        "jsonl",
        stdin='{"id": "a"}\n{"id": "b", "target": "Tout va bien.", "target_lang": "fr"}\n',
    )
    assert result.exit_code == 2
    assert ":1: " in result.stderr
    assert "1 document" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check"], "nothing to check"),
        (["check", "missing.txt"], "missing.txt"),
        (["check", "-", "--select", "Z9"], "no check is selected"),
        (["check", "-", "--output-format", "xml"], "no output format 'xml'"),
        (["check", "-", "--model", "big"], "no model 'big'"),
        (["check", "-", "--allow", "missing.txt"], "the allow list cannot be read"),
        (["check", "-", "--config", "missing.toml"], "cannot be read as TOML"),
        (["checks", "Z999"], "no check 'Z999'"),
    ],
)
def test_what_a_user_gets_wrong_is_one_line_and_exit_code_2(arguments: list[str], told: str) -> None:
    result = run(*arguments, stdin="Bonjour.")
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.output


def test_an_output_that_cannot_be_written_is_told(broken: str, tmp_path: Path) -> None:
    result = run("check", broken, "-o", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr == f"mtqa: {tmp_path}: cannot be written: Is a directory\n"


def test_report_writes_three_files_and_exits_0(broken: str, tmp_path: Path) -> None:
    result = run("report", broken, "--lang", "fr", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0
    assert {f.name for f in (tmp_path / "out").iterdir()} == {"report.html", "report.json", "report.md"}


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("Q502", "Q502 likely-word-order, fluency/word-order, major at most"),
        ("likely-error", "Q520 likely-error"),
        ("D201", "the scores of a feed's latest items lie below its own past"),
    ],
)
def test_checks_explains_codes_of_models_and_feeds(code: str, told: str) -> None:
    assert told in run("checks", code).stdout


def test_checks_lists_and_explains() -> None:
    assert "A102  source-exonym" in run("checks").stdout
    page = run("checks", "source-exonym").stdout
    assert page.startswith("A102 source-exonym\n")
    assert "Not seen:" in page


def test_processes_give_the_same_result_in_the_same_order(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    rows = [{"id": str(i), "target": BROKEN if i % 3 else CLEAN, "target_lang": "fr"} for i in range(70)]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    alone = run("check", str(file), "--output-format", "jsonl").stdout
    assert run("check", str(file), "--output-format", "jsonl", "--jobs", "2").stdout == alone
