"""The CI outputs of the sample feed: each place is where the words stand in their file."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from junitparser import JUnitXml

from mtqa.cli import main

ROOT = Path(__file__).parent.parent
SAMPLE = Path("tests") / "data" / "sample"
SCHEMA = json.loads((ROOT / "tests" / "data" / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
FORMATS = ("sarif", "rdjson", "gitlab", "junit", "github")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each format says of the sample."""
    folder = tmp_path_factory.mktemp("outputs")
    wanted = [part for name in FORMATS for part in ("--output-format", f"{name}={folder / name}")]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.delenv("GITHUB_STEP_SUMMARY", raising=False)
        result = CliRunner().invoke(main, ["check", str(SAMPLE), "--model", "none", *wanted])
    assert result.exit_code == 1
    return {name: (folder / name).read_text(encoding="utf-8") for name in FORMATS}


def results(written: dict[str, str]) -> list[dict[str, Any]]:
    log = json.loads(written["sarif"])
    Draft202012Validator(SCHEMA).validate(log)
    return list(log["runs"][0]["results"])


def cut(lines: list[Any], start: tuple[int, int], end: tuple[int, int]) -> list[Any]:
    """The lines of a stretch, the first and last cut to it."""
    found = lines[start[0] - 1 : end[0]]
    found[-1] = found[-1][: end[1] - 1]
    found[0] = found[0][start[1] - 1 :]
    return found


def test_every_format_tells_of_every_finding(written: dict[str, str]) -> None:
    count = len(results(written))
    assert count > 30
    assert len(json.loads(written["rdjson"])["diagnostics"]) == count
    assert len(json.loads(written["gitlab"])) == count
    assert sum(suite.failures for suite in JUnitXml.fromstring(written["junit"].encode())) == count
    assert sum(line.startswith("- ") for line in written["github"].splitlines()) == count


def test_what_sarif_shows_stands_there(written: dict[str, str]) -> None:
    shown = 0
    for one in results(written):
        where = one["locations"][0]["physicalLocation"]
        assert where["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        text = (ROOT / unquote(where["artifactLocation"]["uri"])).read_text(encoding="utf-8").split("\n")
        region = where["region"]
        ends = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        shown += "snippet" in region
        assert region.get("snippet", {"text": "\n".join(cut(text, *ends))})["text"] == "\n".join(cut(text, *ends))
    assert shown > 30


def test_reviewdog_offers_more_than_sarif_and_for_the_same_words(written: dict[str, str]) -> None:
    diagnostics = json.loads(written["rdjson"])["diagnostics"]
    both = list(zip(results(written), diagnostics, strict=True))
    fixes = [one for one, _ in both if "fixes" in one]
    assert 5 < len(fixes) < sum("suggestions" in other for _, other in both)
    for one, other in both:
        if "suggestions" not in other:
            assert "fixes" not in one
            continue
        (suggestion,) = other["suggestions"]
        if "fixes" in one:
            (replacement,) = one["fixes"][0]["artifactChanges"][0]["replacements"]
            assert suggestion["text"] == replacement["insertedContent"]["text"]
        lines = (ROOT / other["location"]["path"]).read_bytes().split(b"\n")
        start, end = (
            (suggestion["range"][which]["line"], suggestion["range"][which]["column"]) for which in ("start", "end")
        )
        snippet = one["locations"][0]["physicalLocation"]["region"]["snippet"]["text"]
        assert b"\n".join(cut(lines, start, end)).decode() == snippet


def test_gitlab_would_keep_all(written: dict[str, str]) -> None:
    marks = [one["fingerprint"] for one in json.loads(written["gitlab"])]
    assert len(set(marks)) == len(marks)
    names = [(case.classname, case.name) for suite in JUnitXml.fromstring(written["junit"].encode()) for case in suite]
    assert len(set(names)) == len(names)
