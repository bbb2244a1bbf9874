"""Baselines, changed lines, ignores and gates on the command line."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtqa.cli import main

BROKEN = "Le ministre est parti pour Moskau mardi soir."
OTHER = "Les négociateurs sont arrivés à Peking jeudi."
CLEAN = "La séance reprendra demain matin à neuf heures."


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and one broken article; the current one."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    Path("mtqa.toml").write_text('lang = "fr"\nsource-lang = "de"\nmodel = "none"\n', encoding="utf-8")
    Path("content").mkdir()
    write("content/a.md", BROKEN, CLEAN)
    return tmp_path


def write(name: str, *paragraphs: str) -> None:
    Path(name).write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def configure(line: str) -> None:
    with Path("mtqa.toml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def check(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], input=stdin)


def found(result: Result) -> list[str]:
    return [line.split(":")[0] + ":" + line.split("'")[1] for line in result.stdout.splitlines() if " A102 " in line]


def test_a_written_baseline_lets_the_known_pass_and_the_new_fail() -> None:
    first = check("content", "--write-baseline")
    assert first.exit_code == 0
    assert first.stderr == "mtqa: wrote mtqa-baseline.json: 1 known finding, 1 new, 0 fixed and dropped\n"
    again = check("content", "--baseline", "mtqa-baseline.json")
    assert (again.exit_code, found(again), again.stderr) == (0, [], "")
    assert "not counted: 1 known in the baseline" in again.stdout
    write("content/a.md", OTHER, CLEAN, BROKEN)
    result = check("content", "--baseline", "mtqa-baseline.json")
    assert (result.exit_code, found(result)) == (1, ["content/a.md:Peking"])


def test_neither_a_baseline_nor_a_report_is_read_as_an_article_of_its_folder() -> None:
    check("content", "--write-baseline", "--baseline", "content/known.json")
    check("content", "--output-format", "json", "-o", "content/report.json")
    result = check("content", "--baseline", "content/known.json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 document," in result.stdout


def test_a_baseline_can_stand_in_the_configuration_and_is_seen_from_there(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure('baseline = "ci/known.json"')
    assert check("content", "--write-baseline").exit_code == 0
    assert json.loads(Path("ci/known.json").read_text())["findings"][0]["path"] == "../content/a.md"
    monkeypatch.chdir(site / "content")
    assert check("a.md").exit_code == 0
    assert check(str(site / "content" / "a.md")).exit_code == 0


def test_what_is_fixed_is_told_and_dropped_by_the_next_writing() -> None:
    check("content", "--write-baseline")
    write("content/a.md", CLEAN)
    result = check("content", "--baseline", "mtqa-baseline.json")
    assert result.exit_code == 0
    assert result.stderr == (
        "mtqa: mtqa-baseline.json: 1 known finding no longer there; drop with --write-baseline:\n"
        "mtqa:   content/a.md: A102 Moskau\n"
    )
    assert check("content", "--write-baseline").stderr.endswith(": 0 known findings, 0 new, 1 fixed and dropped\n")


def test_a_run_over_a_part_drops_nothing_of_the_rest() -> None:
    write("content/b.md", OTHER)
    check("content", "--write-baseline")
    before = Path("mtqa-baseline.json").read_text()
    write("content/b.md", OTHER)
    assert check("content/a.md", "--baseline", "mtqa-baseline.json").stderr == ""
    check("content/a.md", "--write-baseline")
    check("content", "--write-baseline", "--select", "F101")
    assert Path("mtqa-baseline.json").read_text() == before


def test_a_file_that_cannot_be_read_keeps_what_is_known_of_it() -> None:
    check("content", "--write-baseline")
    before = Path("mtqa-baseline.json").read_text()
    Path("content/a.md").write_bytes(b"%PDF-1.4")
    assert check("content", "--write-baseline").exit_code == 2
    assert Path("mtqa-baseline.json").read_text() == before


def test_accepted_false_alarms_pass_and_idle_ones_are_told() -> None:
    lines = [{"code": "A102", "text": text, "reason": "a restaurant"} for text in ("Moskau", "Peking")]
    baseline = {"schema": "mtqa-baseline/1", "findings": [], "accepted": lines}
    Path("b.json").write_text(json.dumps(baseline), encoding="utf-8")
    result = check("content", "--baseline", "b.json")
    assert result.exit_code == 0
    assert "not counted: 1 accepted as false alarms" in result.stdout
    assert result.stderr == (
        "mtqa: b.json: 1 accepted false alarm did not come up; remove:\nmtqa:   any file: A102 Peking\n"
    )
    assert check("content", "--baseline", "b.json", "--write-baseline").exit_code == 0
    assert [row.get("text") for row in json.loads(Path("b.json").read_text())["accepted"]] == ["Moskau", "Peking", None]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["content", "--baseline", "none.json"], "mtqa: none.json: no such baseline: make it with --write-baseline\n"),
        (
            ["content", "--baseline", "mtqa.toml"],
            "mtqa: mtqa.toml:1: is not valid JSON: Expecting value; restore it, or",
        ),
        (
            ["content", "--changed-since", "main"],
            "mtqa: content: --changed-since needs a git repository, and this is in",
        ),
        (["-", "--changed-since", "main"], "mtqa: -: --changed-since needs files, with their history in git\n"),
        (
            ["content", "--changed-since", "x", "--write-baseline"],
            "mtqa: --write-baseline with --changed-since: a baseline",
        ),
        (["content", "--min-score", "word=3"], "mtqa: --min-score: 'word' must be one of sentence, document, feed"),
    ],
)
def test_what_a_user_gets_wrong_is_one_line_and_exit_code_2(arguments: list[str], told: str) -> None:
    result = check(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(told)
    assert result.stderr.count("\n") == 1


def git(*arguments: str) -> None:
    command = ["git", "-c", "user.name=n", "-c", "user.email=e@example.org", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def test_a_pull_request_fails_by_what_it_touches() -> None:
    git("init", "-q", "-b", "main", ".")
    git("add", ".")
    git("commit", "-qm", "one")
    assert check("content", "--changed-since", "main").exit_code == 0
    write("content/a.md", BROKEN, CLEAN, OTHER)
    result = check("content", "--changed-since", "main")
    assert (result.exit_code, found(result)) == (1, ["content/a.md:Peking"])
    assert result.stderr == (
        "mtqa: 1 finding outside the lines touched since main\nmtqa: failed: 1 finding of severity major or worse\n"
    )
    assert "1 document, 1 sentence;" in result.stdout


def test_a_baseline_and_changed_lines_go_together() -> None:
    git("init", "-q", "-b", "main", ".")
    git("add", ".")
    git("commit", "-qm", "one")
    write("content/a.md", f"{BROKEN} {OTHER}", CLEAN)
    check("content", "--write-baseline")
    write("content/a.md", f"{BROKEN} {OTHER} {OTHER.replace('jeudi', 'mardi')}", CLEAN)
    result = check("content", "--changed-since", "main", "--baseline", "mtqa-baseline.json")
    assert found(result) == ["content/a.md:Peking"]
    assert "not counted: 2 known in the baseline" in result.stdout


def test_the_verdict_says_which_threshold_failed_by_how_much() -> None:
    configure("max-findings-per-1000-words = 10")
    configure("[min-score]\nsentence = 50\nfeed = 99")
    result = check("content", "--fail-on", "never", "--min-score", "feed=95")
    assert result.exit_code == 1
    lines = [line.removeprefix("mtqa: failed: ") for line in result.stderr.splitlines()]
    below = r"1 sentence under a score of 50; the lowest is content/a\.md:1:1 at [\d.]+, [\d.]+ below"
    assert re.fullmatch(below, lines[0])  # by how much changes with every calibration
    assert lines[1].startswith("the whole feed scores ")
    assert lines[1].endswith(" below 95")
    assert lines[2].startswith("62.5 findings per 1,000 words (1 finding in 16 words), 52.5 over 10")
    assert check("content", "--exit-zero").exit_code == 0


def test_ignores_are_heeded_and_idle_ones_told(site: Path) -> None:
    write("content/a.md", "<!-- mtqa-disable-next-line A102, Z9 -->", BROKEN, "<!-- mtqa-disable F1 -->", CLEAN)
    Path("content/old").mkdir()
    write("content/old/b.md", BROKEN)
    configure('[per-path-ignores]\n"content/old/**" = ["A102", "F101"]\n"*.md" = "Y8"')
    result = check("content")
    assert result.exit_code == 0
    assert "not counted: 1 disabled in comments, 1 ignored by path" in result.stdout
    assert [line.removeprefix("mtqa: ") for line in result.stderr.splitlines()] == [
        "per-path-ignores '*.md' names Y8, which is no check: see `mtqa checks`",
        "content/a.md:1: mtqa-disable-next-line A102 Z9 names Z9, which is no check: see `mtqa checks`",
        "content/a.md:5: unused mtqa-disable F1: nothing of it is found there; remove it",
        "per-path-ignores 'content/old/**': unused F101: nothing of it is found there; remove it",
    ]


def test_rows_ignore_in_several_processes_too() -> None:
    rows = [{"id": str(n), "target": BROKEN, "ignore": ["A102"] if n % 2 else []} for n in range(40)]
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    for jobs in ("1", "2"):
        result = check("rows.jsonl", "--jobs", jobs, "--output-format", "json")
        assert json.loads(result.stdout)["summary"]["suppressed"] == {"row": 20}


@pytest.mark.parametrize("form", ["concise", "full", "markdown", "html", "github", "json"])
def test_every_format_that_closes_with_a_count_tells_what_does_not_count(form: str) -> None:
    write("content/a.md", "<!-- mtqa-disable -->", BROKEN)
    output = check("content", "--output-format", form).stdout
    assert ("ot counted: 1 disabled in comments" if form != "json" else '"suppressed": {"comment": 1}') in output
