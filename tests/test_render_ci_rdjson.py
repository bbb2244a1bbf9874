"""rdjson, held against reviewdog's definition (proto/rdf/reviewdog.proto)."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from made_reviews import HOSTILE, Case, rendered, rendered_reviews, reviewed

from mtqa.finding import Severity
from mtqa.readers import read
from mtqa.readers.files.problem import Problem
from mtqa.segment import Document

PLAIN = Case("Le ministre est parti pour ⟦Moskau⟧ mardi soir.")
POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {
    "type": "object",
    "required": ["start"],
    "additionalProperties": False,
    "properties": {"start": POSITION, "end": POSITION},
}
SOURCE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"name": {"type": "string"}, "url": {"type": "string"}},
}
# The messages DiagnosticResult and Diagnostic, strictly: protojson refuses a field that it does not know.
DEFINED = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": SOURCE,
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "additionalProperties": False,
                        "properties": {"path": {"type": "string"}, "range": RANGE},
                    },
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "source": SOURCE,
                    "code": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"value": {"type": "string"}, "url": {"type": "string"}},
                    },
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "additionalProperties": False,
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}


def valid(output: str) -> list[dict[str, Any]]:
    told = json.loads(output)
    Draft202012Validator(DEFINED).validate(told)
    return list(told["diagnostics"])


def test_a_finding_is_a_diagnostic_with_a_suggestion() -> None:
    place = {"start": {"line": 1, "column": 28}, "end": {"line": 1, "column": 34}}
    assert valid(rendered("rdjson", PLAIN)) == [
        {
            "message": "'Moskau' is the German name of Moscou (suggestion: “Moscou”)",
            "location": {"path": "content/article.txt", "range": place},
            "severity": "ERROR",
            "code": {"value": "A102"},
            "suggestions": [{"range": place, "text": "Moscou"}],
        }
    ]


def test_minor_findings_are_warnings_and_clean_runs_empty() -> None:
    assert valid(rendered("rdjson", replace(PLAIN, severity=Severity.MINOR)))[0]["severity"] == "WARNING"
    assert valid(rendered("rdjson", Case("Tout va bien."))) == []


@pytest.mark.parametrize(
    ("marked", "start", "end"),
    [
        ("\N{GRINNING FACE} à ⟦Moskau⟧", 9, 15),  # 4 bytes, 1, 2, 1
        ("ligne un\né ⟦là-bas⟧", 4, 11),
        ("𐐀⟦𐐀⟧", 5, 9),
    ],
)
def test_columns_count_bytes_of_utf8(marked: str, start: int, end: int) -> None:
    (one,) = valid(rendered("rdjson", Case(marked)))
    where = one["location"]["range"]
    assert (where["start"]["column"], where["end"]["column"]) == (start, end)


def test_columns_count_the_files_bytes_where_the_text_is_a_part_of_it(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    rows = '{"id": "é", "target": "Voilà."}\n{"id": "été", "target": "Il part à Moskau."}\n'
    file.write_text(rows, encoding="utf-8")
    reviews = []
    for document in (one for one in read([str(file)]) if isinstance(one, Document)):
        if (start := document.text.find("Moskau")) >= 0:
            made = reviewed(Case(f"{document.text[:start]}⟦Moskau⟧{document.text[start + 6 :]}"))
            place = document.location(start)
            moved = replace(made.findings[0], line=place.line, column=place.column)
            reviews.append(replace(made, document=document, findings=(moved,)))
    (one,) = valid(rendered_reviews("rdjson", reviews))
    where = one["location"]["range"]
    line = rows.encode().split(b"\n")[where["start"]["line"] - 1]
    assert line[where["start"]["column"] - 1 : where["end"]["column"] - 1] == b"Moskau"
    assert one["suggestions"][0]["range"] == where


def test_what_could_not_be_read_is_an_error() -> None:
    told = valid(rendered("rdjson", PLAIN, unread=[Problem("rows.jsonl", 7, "is not valid JSON")]))
    assert told[1] == {
        "message": "is not valid JSON",
        "severity": "ERROR",
        "location": {"path": "rows.jsonl", "range": {"start": {"line": 7}}},
    }


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_stays_valid(text: str) -> None:
    case = Case(f"a ⟦{text}⟧ b", message=f"x {text}", suggestion=text, path=f"d/{text.replace('/', '')}.txt")
    output = rendered("rdjson", case).encode("utf-8", "backslashreplace").decode()
    assert len(valid(output)) == 1
