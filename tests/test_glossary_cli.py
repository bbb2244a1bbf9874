"""`--glossary` and the configuration's `glossary`, as a user meets them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtqa.cli import main

TEXT = "Le ministre est parti pour Moskau, dit le maire-adjoint.\n"
ALLOW = "target,kind\nMoskau,allow\n"
FORBID = "target,kind\nmaire-adjoint,forbidden\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "allow.csv").write_text(ALLOW, encoding="utf-8")
    (tmp_path / "forbid.csv").write_text(FORBID, encoding="utf-8")
    return tmp_path


def check(*arguments: str) -> Result:
    fixed = ("--lang", "fr", "--source-lang", "de", "--model", "none")
    return CliRunner().invoke(main, ["check", *arguments, *fixed])


def codes(result: Result) -> list[str]:
    return [f["code"] for d in json.loads(result.stdout)["documents"] for f in d["findings"]]


def test_glossaries_add_up(place: Path) -> None:
    assert codes(check("a.txt", "--output-format", "json")) == ["A102"]
    assert codes(check("a.txt", "--output-format", "json", "--glossary", "allow.csv")) == []
    assert codes(check("a.txt", "--output-format", "json", "--glossary", "allow.csv", "--glossary", "forbid.csv")) == [
        "T101"
    ]


def test_the_configuration_names_glossaries_from_its_own_folder(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "mtqa.toml").write_text('glossary = ["forbid.csv"]\n', encoding="utf-8")
    (place / "sub").mkdir()
    monkeypatch.chdir(place / "sub")
    assert codes(check("../a.txt", "--output-format", "json", "--glossary", "../allow.csv")) == ["T101"]


def test_a_check_of_terms_is_chosen_and_left_out_as_any_other(place: Path) -> None:
    terms = ("--output-format", "json", "--glossary", "forbid.csv")
    assert codes(check("a.txt", *terms, "--select", "T")) == ["T101"]
    assert codes(check("a.txt", *terms, "--ignore", "forbidden-term")) == ["A102"]


def test_what_is_wrong_with_a_glossary_is_one_line_and_exit_code_2(place: Path) -> None:
    (place / "wrong.csv").write_text("target,kind\nmaire,perhaps\n", encoding="utf-8")
    for file, told in (
        ("wrong.csv", "wrong.csv:2: no kind 'perhaps'"),
        ("none.csv", "none.csv: the glossary cannot be read"),
    ):
        result = check("a.txt", "--glossary", file)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"mtqa: {told}")
        assert result.stderr.count("\n") == 1


def test_files_that_contradict_each_other_are_told_with_both_places(place: Path) -> None:
    (place / "other.csv").write_text("target,kind\nmaire-adjoint,allow\n", encoding="utf-8")
    result = check("a.txt", "--glossary", "other.csv", "--glossary", "forbid.csv")
    assert (
        result.stderr
        == "mtqa: forbid.csv:2: 'maire-adjoint' is forbidden, but allow in other.csv:2: remove one of them\n"
    )


def test_what_is_odd_is_warned_of_once_and_the_run_goes_on(place: Path) -> None:
    (place / "odd.csv").write_text("target,colour\nMoskau,red\nMoskau,red\n", encoding="utf-8")
    result = check("a.txt", "--glossary", "odd.csv", "--fix")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[:2] == [
        "mtqa: warning: odd.csv:1: the column 'colour' is not used",
        "mtqa: warning: odd.csv:3: the same row stands in odd.csv:2: this one was left out",
    ]
    assert result.stderr.count("warning") == 2


def test_processes_share_a_glossary(place: Path) -> None:
    rows = "".join(json.dumps({"id": n, "target": TEXT, "target_lang": "fr"}) + "\n" for n in range(40))
    (place / "r.jsonl").write_text(rows, encoding="utf-8")
    terms = ("r.jsonl", "--output-format", "jsonl", "--glossary", "allow.csv", "--glossary", "forbid.csv")
    assert check(*terms, "--jobs", "2").stdout == check(*terms).stdout
    assert check(*terms).stdout.count('"T101"') == 40
