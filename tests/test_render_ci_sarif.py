"""SARIF: valid, read back, and under GitHub's limits."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from made_reviews import HOSTILE, Case, rendered, rendered_reviews, reviewed
from sarif import loader

from mtqa.finding import Severity
from mtqa.readers import read
from mtqa.readers.files.problem import Problem
from mtqa.render import _rules, _sarif, sarif
from mtqa.report import SuppressedBy
from mtqa.segment import Document

SCHEMA = json.loads((Path(__file__).parent / "data" / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def run(*cases: Case, unread: tuple[Problem, ...] = ()) -> dict[str, Any]:
    log = json.loads(rendered("sarif", *cases, unread=unread))
    VALIDATOR.validate(log)
    (one,) = log["runs"]
    return dict(one)


def result(case: Case) -> dict[str, Any]:
    (one,) = run(case)["results"]
    return dict(one)


def region(told: dict[str, Any]) -> tuple[int, int, int, int]:
    where = told["locations"][0]["physicalLocation"]["region"]
    return where["startLine"], where["startColumn"], where["endLine"], where["endColumn"]


PLAIN = Case("Le ministre est parti pour ⟦Moskau⟧ mardi soir.")


def test_a_finding_is_a_result_with_rule_level_place_and_fix() -> None:
    one = run(PLAIN)
    (told,) = one["results"]
    assert one["columnKind"] == "unicodeCodePoints"
    assert (told["ruleId"], told["level"], told["rank"]) == ("A102", "error", 69.5)
    assert told["message"]["text"] == "'Moskau' is the German name of Moscou (suggestion: “Moscou”)"
    assert region(told) == (1, 28, 1, 34)
    assert told["locations"][0]["physicalLocation"]["region"]["snippet"] == {"text": "Moskau"}
    change = told["fixes"][0]["artifactChanges"][0]
    assert change["artifactLocation"] == {"uri": "content/article.txt", "uriBaseId": "%SRCROOT%"}
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 28, "endLine": 1, "endColumn": 34},
            "insertedContent": {"text": "Moscou"},
        }
    ]
    assert one["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    assert one["properties"]["score"] == 40.0
    assert "properties" in told
    assert told["properties"]["targetLanguage"] == "fr"


def test_a_clean_run_has_no_results_and_is_valid() -> None:
    one = run(Case("Tout va bien."))
    assert one["results"] == one["artifacts"] == one["tool"]["driver"]["rules"] == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("\N{GRINNING FACE}\N{GRINNING FACE} à ⟦Moskau⟧", (1, 6, 1, 12)),
        ("Vol\npour ⟦Moskau⟧", (2, 6, 2, 12)),
        ("Vol ⟦pour\nMoskau⟧", (1, 5, 2, 7)),
        ("習近平 à ⟦北京⟧", (1, 7, 1, 9)),
        ("e\N{COMBINING ACUTE ACCENT} ⟦Moskau⟧", (1, 4, 1, 10)),
    ],
)
def test_columns_count_code_points(marked: str, expected: tuple[int, int, int, int]) -> None:
    assert region(result(Case(marked))) == expected


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.MINOR, "warning"), (Severity.MAJOR, "error"), (Severity.CRITICAL, "error")]
)
def test_what_fails_a_run_by_default_is_an_error(severity: Severity, level: str) -> None:
    assert result(Case("⟦Moskau⟧", severity=severity))["level"] == level


def test_rules_carry_the_checks_documentation() -> None:
    (rule,) = run(PLAIN)["tool"]["driver"]["rules"]
    assert rule["name"] == "SourceExonym"
    assert rule["shortDescription"]["text"].startswith("A place has the name that the source language")
    assert "Not seen:" in rule["help"]["text"]
    assert "```text\n  flagged  fr" in rule["help"]["markdown"]
    assert rule["properties"]["tags"] == ["accuracy", "translation", "untranslated"]
    assert "helpUri" not in rule


def test_rules_point_to_the_catalogue_where_the_package_names_its_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (_rules, _sarif):
        monkeypatch.setattr(module, "home", lambda: "https://example.org/mtqa/")
    driver = run(PLAIN)["tool"]["driver"]
    assert driver["informationUri"] == "https://example.org/mtqa/"
    assert driver["rules"][0]["helpUri"] == "https://example.org/mtqa/blob/main/reports/checks.md#a102-source-exonym"


def test_a_kind_that_no_check_documents_is_a_rule_all_the_same() -> None:
    (rule,) = run(Case("⟦Moskau⟧", code="Q501", name="likely-untranslated"))["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "Likely untranslated (accuracy/untranslated)."


def test_results_point_to_their_rules() -> None:
    one = run(PLAIN, Case("⟦la la⟧", code="F101", name="doubled-word"), PLAIN)
    ids = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert [ids[told["ruleIndex"]] for told in one["results"]] == [told["ruleId"] for told in one["results"]]
    assert ids == ["A102", "F101"]


def prints(*cases: Case) -> list[str]:
    return [told["partialFingerprints"]["mtqaFinding/v1"] for told in run(*cases)["results"]]


def test_a_fingerprint_stays_when_lines_move_and_differs_between_copies() -> None:
    (before,) = prints(Case("Il part pour ⟦Moskau⟧."))
    (after,) = prints(Case("Il part pour ⟦Moskau⟧.", suggestion=None, severity=Severity.MINOR))
    assert before == after
    twins = prints(Case("Il part pour ⟦Moskau⟧."), Case("Il part pour ⟦Moskau⟧."))
    assert twins[0] == before != twins[1]


def test_what_is_suppressed_stays_with_its_reason() -> None:
    told = run(
        Case(
            "⟦Moskau⟧ ⟦Warschau⟧ ⟦Mailand⟧",
            suppressed=((SuppressedBy.COMMENT, None), (SuppressedBy.ACCEPTED, "a ship's name")),
        )
    )["results"]
    assert [one.get("suppressions") for one in told] == [
        None,
        [{"kind": "inSource", "status": "accepted", "justification": "Suppressed by comment."}],
        [{"kind": "external", "status": "accepted", "justification": "a ship's name"}],
    ]


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("./content/../a b#c?.txt", {"uri": "a%20b%23c%3F.txt", "uriBaseId": "%SRCROOT%"}),
        ("été/ü.md", {"uri": "%C3%A9t%C3%A9/%C3%BC.md", "uriBaseId": "%SRCROOT%"}),
        ("a:b%41.txt", {"uri": "a%3Ab%2541.txt", "uriBaseId": "%SRCROOT%"}),
        ("caf\udce9.txt", {"uri": "caf%E9.txt", "uriBaseId": "%SRCROOT%"}),
        ("-", {"uri": "-", "uriBaseId": "%SRCROOT%"}),
        ("/elsewhere/a.txt", {"uri": "file:///elsewhere/a.txt"}),
        ("https://example.org/feed.xml", {"uri": "https://example.org/feed.xml"}),
    ],
)
def test_files_are_uris_relative_to_the_repository(
    path: str, location: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    one = run(Case("⟦Moskau⟧", path=path))
    assert one["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == location
    assert [artifact["location"] for artifact in one["artifacts"]] == [location]


def test_paths_are_told_from_the_root_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "site" / "fr").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "site")
    (artifact,) = run(Case("⟦Moskau⟧", path="fr/a.txt"))["artifacts"]
    assert artifact["location"]["uri"] == "site/fr/a.txt"


def test_what_could_not_be_read_is_a_notification() -> None:
    (call,) = run(PLAIN, unread=(Problem("rows.jsonl", 7, "is not valid JSON"),))["invocations"]
    assert call["executionSuccessful"] is False
    (note,) = call["toolExecutionNotifications"]
    assert (note["level"], note["message"]["text"]) == ("error", "rows.jsonl:7: is not valid JSON")
    assert note["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}


def test_an_articles_words_are_neither_links_nor_placeholders() -> None:
    told = result(Case("⟦Moskau⟧", message="[click](http://evil.example) {0}", suggestion=None))
    assert told["message"]["text"] == r"\[click\](http://evil.example) {{0}}"


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_stays_valid(text: str) -> None:
    case = Case(f"a ⟦{text}⟧ b", message=f"x {text}", suggestion=text, path=f"d/{text.replace('/', '')}.txt", unit=text)
    data = rendered("sarif", case).encode("utf-8", "backslashreplace")
    VALIDATOR.validate(json.loads(data))


def documents(path: Path, data: str) -> list[Document]:
    path.write_text(data, encoding="utf-8")
    return [one for one in read([str(path)]) if isinstance(one, Document)]


FIXES = {
    "markdown": ("a.md", "Il part pour *Moskau* mardi.", "Moscou", True),
    "a tag inside": ("a.html", "<p>Il part pour Mos<b>kau</b> mardi.</p>", "Moscou", False),
    "an entity inside": ("a.html", "<p>Il part pour Mosk&#97;u mardi.</p>", "Moscou", False),
    "an escape inside": ("a.jsonl", '{"target": "Il part pour Mosk\\u0061u mardi."}', "Moscou", False),
    "a row": ("a.jsonl", '{"target": "Il part pour Moskau mardi."}', "Moscou", True),
    "a quotation mark in a row": ("a.jsonl", '{"target": "Il part pour Moskau mardi."}', 'Mos"cou', False),
    "markup in a page": ("a.html", "<p>Il part pour Moskau mardi.</p>", "<Moscou>", False),
    "anything in plain text": ("a.txt", "Il part pour Moskau mardi.", '<Mos"cou>', True),
    "a comma in a cell": ("a.csv", "id,target\n1,Il part pour Moskau mardi.\n", "Moscou, Russie", False),
    "a byte order mark": ("a.txt", "\N{ZERO WIDTH NO-BREAK SPACE}Il part pour Moskau mardi.", "Moscou", True),
    "CRLF": ("a.md", "# Un\r\n\r\nIl part pour Moskau mardi.\r\n", "Moscou", True),
}


@pytest.mark.parametrize(
    ("case", "is_fixed"),
    [
        (PLAIN, True),
        (replace(PLAIN, confidence=0.8), False),
        (replace(PLAIN, code="F999", name="not-known-as-safe"), False),
        (replace(PLAIN, suggestion="Moskau"), False),
        (replace(PLAIN, suggestion=""), True),
        (replace(PLAIN, suggestion="x" * 2000), False),
    ],
)
def test_a_fix_is_given_only_where_it_is_safe(case: Case, is_fixed: bool) -> None:
    assert ("fixes" in result(case)) is is_fixed


@pytest.mark.parametrize(("name", "data", "fix", "is_fixed"), FIXES.values(), ids=FIXES)
def test_a_fix_is_given_only_where_the_file_holds_the_words_as_they_are(
    name: str, data: str, fix: str, is_fixed: bool, tmp_path: Path
) -> None:
    (document,) = documents(tmp_path / name, data)
    start = document.text.index("Moskau")
    marked = f"{document.text[:start]}⟦Moskau⟧{document.text[start + 6 :]}"
    place = document.location(start)
    made = reviewed(Case(marked, suggestion=fix))
    (finding,) = made.findings
    moved = replace(finding, line=place.line, column=place.column)
    log = json.loads(rendered_reviews("sarif", [replace(made, document=document, findings=(moved,))]))
    VALIDATOR.validate(log)
    (told,) = log["runs"][0]["results"]
    assert ("fixes" in told) is is_fixed
    if is_fixed:
        where = told["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
        line = (tmp_path / name).read_text(encoding="utf-8-sig").split("\n")[where["startLine"] - 1]
        assert line[where["startColumn"] - 1 : where["endColumn"] - 1] == "Moskau"


def test_the_worst_are_kept_and_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    cases = [
        Case("un ⟦Moskau⟧", severity=Severity.MINOR),
        Case("deux ⟦Moskau⟧", severity=Severity.CRITICAL),
        Case("trois ⟦Moskau⟧", confidence=0.5),
        Case("quatre ⟦Moskau⟧", confidence=0.9),
        Case("cinq ⟦Moskau⟧", severity=Severity.CRITICAL, suppressed=((SuppressedBy.BASELINE, None),)),
        Case("six ⟦Moskau⟧", confidence=0.9),
    ]
    one = run(*cases)
    assert [
        (told["rank"], told["locations"][0]["physicalLocation"]["region"]["startColumn"]) for told in one["results"]
    ] == [
        (99.5, 6),
        (69.0, 8),
        (69.0, 5),
    ]
    (note,) = one["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "warning"
    assert note["message"]["text"] == (
        "3 less severe findings are left out: only the worst 3 are listed, as GitHub takes no more."
    )
    assert one["properties"]["leftOut"] == 3


def test_sarif_tools_reads_it_back(tmp_path: Path) -> None:
    file = tmp_path / "mtqa.sarif"
    file.write_text(rendered("sarif", PLAIN, Case("\n⟦la la⟧", "twice", None, Severity.MINOR)), encoding="utf-8")
    read_back = loader.load_sarif_file(str(file))
    assert read_back.get_distinct_tool_names() == ["mtqa"]
    assert [(r["Location"], r["Line"], r["Severity"], r["Code"]) for r in read_back.get_records()] == [
        ("content/article.txt", 1, "error", "A102"),
        ("content/article.txt", 2, "warning", "A102"),
    ]
