"""Several outputs of one run, and the step summary of GitHub Actions."""

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtqa.cli import main
from mtqa.render import formats

BROKEN = "Le ministre est parti pour Moskau mardi soir.\n"
RULES = ("--lang", "fr", "--source-lang", "de", "--model", "none", "--select", "A102")


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    Path("article.txt").write_text(BROKEN, encoding="utf-8")
    return "article.txt"


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *RULES, *arguments])


def asked(*wanted: str) -> list[str]:
    return [part for one in wanted for part in ("--output-format", one)]


def test_one_run_writes_any_number_of_formats(article: str) -> None:
    names = ("sarif", "junit", "gitlab", "rdjson", "html", "json")
    result = check(article, *asked("github", *(f"{name}=out/{name}" for name in names)))
    assert result.exit_code == 1
    assert result.stdout.startswith("::group::All findings\n- article.txt:1:28: A102 major")
    assert {file.name for file in Path("out").iterdir()} == set(names)
    told = [json.loads(Path("out", name).read_text(encoding="utf-8")) for name in ("sarif", "gitlab", "rdjson", "json")]
    assert [len(rows) for rows in (told[0]["runs"][0]["results"], told[1], told[2]["diagnostics"])] == [1, 1, 1]
    assert ElementTree.parse("out/junit").getroot().tag == "testsuites"
    assert Path("out/html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_file_beside_the_terminal_gets_what_it_would_get_alone(article: str) -> None:
    for name in formats():
        alone = check(article, *asked(name)).stdout
        check(article, *asked(f"{name}=beside"))
        assert Path("beside").read_text(encoding="utf-8") == alone, name


def test_with_formats_for_files_alone_the_terminal_is_concise(article: str) -> None:
    result = check(article, *asked("sarif=a.sarif"))
    assert result.stdout.startswith("article.txt:1:28: A102 major")


def test_output_takes_the_format_without_a_file(article: str) -> None:
    result = check(article, *asked("sarif=a.sarif", "junit"), "--output", "a.xml")
    assert result.stdout == ""
    assert Path("a.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert Path("a.sarif").exists()


def test_the_configured_format_stays_for_the_terminal(article: str) -> None:
    Path("mtqa.toml").write_text('output-format = "gitlab"\n', encoding="utf-8")
    assert check(article, *asked("sarif=a.sarif")).stdout.startswith("[\n")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (("sarif", "junit"), "two formats for one output: give 'junit' a file, as in --output-format junit=FILE"),
        (("sarif=a", "junit=./a"), "a: two outputs for one file: give each its own"),
        (("sarif=",), "--output-format sarif=: a file was expected after the =, as in sarif=FILE"),
        (("sarif=a", "xml=b"), "no output format 'xml'"),
        (("sarif=article.txt",), "article.txt: is an input: write to another file"),
        (("_step_summary",), "no output format '_step_summary'"),
        (("github", "sarif=article.txt/a"), "article.txt/a: cannot be written: "),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_checked(
    wanted: tuple[str, ...], told: str, article: str
) -> None:
    result = check(article, *asked(*wanted))
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""
    assert Path(article).read_text(encoding="utf-8") == BROKEN


def test_no_run_reads_what_another_wrote(article: str) -> None:
    for _ in range(2):
        result = check(".", *asked("concise", "markdown=out/report.md", "html=report.html"))
    assert "1 finding (1 major) in 1 document" in result.stdout


def test_what_could_not_be_read_reaches_the_formats(article: str) -> None:
    Path("rows.jsonl").write_text('{"target": 1}\n', encoding="utf-8")
    result = check("rows.jsonl", article, *asked("github", "sarif=a.sarif", "junit=a.xml"))
    assert result.exit_code == 2
    assert "::error file=rows.jsonl,line=1,title=mtqa::" in result.stdout
    (call,) = json.loads(Path("a.sarif").read_text(encoding="utf-8"))["runs"][0]["invocations"]
    assert call["executionSuccessful"] is False
    assert ElementTree.parse("a.xml").find(".//error") is not None


def test_the_format_github_adds_to_the_step_summary(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    Path("summary.md").write_text("# Before\n", encoding="utf-8")
    check(article, *asked("github"))
    told = Path("summary.md").read_text(encoding="utf-8")
    assert told.startswith(
        "# Before\n## mtqa: failed\n\n- 1 finding of severity major or worse\n\n**1 finding (1 major)** in"
    )
    check(article, *asked("concise"))
    assert Path("summary.md").read_text(encoding="utf-8") == told


def test_the_step_summary_says_that_a_run_passes(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    check(article, *asked("github"), "--fail-on", "critical")
    assert Path("summary.md").read_text(encoding="utf-8").startswith("## mtqa: passed\n\n**1 finding (1 major)** in")


def test_in_github_actions_standard_error_holds_no_command(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    result = check("##[add-path]x.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("mtqa: # #[add-path]x.txt: ")
