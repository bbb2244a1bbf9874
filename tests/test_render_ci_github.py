"""GitHub Actions: annotations, the log, the step summary; and no way from an article into a workflow command.

The runner is played by what actions/runner does with a line (ActionCommand.cs, ActionCommandManager.cs).
"""

import re
from dataclasses import dataclass, replace

import pytest
from made_reviews import HOSTILE, Case, rendered, rendered_reviews, reviewed

from mtqa.finding import Severity
from mtqa.readers.files.problem import Problem
from mtqa.render import github

PLAIN = Case("Le ministre est parti pour ⟦Moskau⟧ mardi soir.")
COMMANDS = ("error", "warning", "notice", "group", "endgroup", "set-output", "set-env", "add-path", "add-mask")
COMMANDS += ("save-state", "stop-commands", "debug", "echo", "add-matcher", "remove-matcher")


@dataclass(frozen=True)
class Command:
    """A workflow command as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def unescaped(text: str, more: str = "") -> str:
    for character in f"\r\n{more}%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def parsed(line: str) -> Command | None:
    """The command in a line: "::name key=value,key=value::data" at its start, else "##[name key=value;]data" anywhere."""
    stripped = line.lstrip()
    if stripped.startswith("::") and (end := stripped.find("::", 2)) >= 0:
        name, _, told = stripped[2:end].partition(" ")
        if name.lower() in COMMANDS:
            pairs = [pair.split("=", 1) for pair in told.strip().split(",") if pair]
            properties = {pair[0]: unescaped(pair[1], ":,") for pair in pairs if len(pair) == 2 and pair[1]}
            return Command(name, properties, unescaped(stripped[end + 2 :]))
    if (old := re.search(r"##\[([\w-]+)[^\]]*\]", line)) and old[1].lower() in COMMANDS:
        return Command(old[1], {}, line)
    return None


def commands(output: str) -> list[Command]:
    """What the runner carries out of an output that it reads line by line, as .NET does: CR, LF and CRLF end a line."""
    return [found for line in re.split("\r\n|\r|\n", output) if (found := parsed(line))]


def annotations(output: str) -> list[Command]:
    return [one for one in commands(output) if one.name in {"error", "warning"}]


def test_a_finding_is_an_annotation_on_its_words() -> None:
    assert annotations(rendered("github", PLAIN)) == [
        Command(
            "error",
            {
                "file": "content/article.txt",
                "line": "1",
                "endLine": "1",
                "col": "28",
                "endColumn": "34",
                "title": "A102 source-exonym (major)",
            },
            "'Moskau' is the German name of Moscou (suggestion: “Moscou”)",
        )
    ]


def test_every_finding_stands_in_the_log_and_the_count_at_its_end() -> None:
    lines = rendered("github", PLAIN, replace(PLAIN, severity=Severity.MINOR)).splitlines()
    assert lines[:4] == [
        "::group::All findings",
        "- content/article.txt:1:28: A102 major 'Moskau' is the German name of Moscou (suggestion: “Moscou”)"
        " [source-exonym]",
        "- content/article.txt:1:28: A102 minor 'Moskau' is the German name of Moscou (suggestion: “Moscou”)"
        " [source-exonym]",
        "::endgroup::",
    ]
    assert lines[-1] == "2 findings (1 major, 1 minor) in 2 documents, 2 sentences; score 40"


def test_a_span_over_several_lines_has_no_columns() -> None:
    (one,) = annotations(rendered("github", Case("Vol ⟦pour\nMoskau⟧ mardi")))
    assert (one.properties["line"], one.properties["endLine"]) == ("1", "2")
    assert "col" not in one.properties
    assert "endColumn" not in one.properties


def test_ten_of_a_kind_are_annotated_worst_first() -> None:
    cases = [replace(PLAIN, marked=f"n{number} ⟦Moskau⟧", confidence=0.5 + number / 100) for number in range(12)]
    minor = [replace(case, severity=Severity.MINOR) for case in cases]
    critical = replace(PLAIN, severity=Severity.CRITICAL, confidence=0.2, message="the worst")
    output = rendered("github", *minor, *cases, critical)
    told = annotations(output)
    assert [one.name for one in told] == ["error"] * 10 + ["warning"] * 10
    assert told[0].data.startswith("the worst")
    assert [one.properties["col"] for one in told[1:4]] == ["5", "5", "4"]  # n11, n10, n9
    assert "5 more findings in the log above: GitHub shows 10 of a kind on the lines." in output


def test_what_could_not_be_read_is_the_first_annotation() -> None:
    told = annotations(rendered("github", PLAIN, unread=[Problem("rows.jsonl", 7, "is not valid JSON: it ends early")]))
    assert told[0] == Command(
        "error", {"file": "rows.jsonl", "line": "7", "title": "mtqa"}, "is not valid JSON: it ends early"
    )
    assert len(told) == 2


def test_standard_input_is_annotated_without_a_file() -> None:
    (one,) = annotations(rendered("github", replace(PLAIN, path="-")))
    assert list(one.properties) == ["title"]


def test_what_is_suppressed_is_not_annotated() -> None:
    from mtqa.report import SuppressedBy

    assert not annotations(rendered("github", replace(PLAIN, suppressed=((SuppressedBy.BASELINE, None),))))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_injects_no_command(text: str) -> None:
    case = Case(f"a ⟦{text}⟧ b", message=f"{text} x", suggestion=text, path=f"{text}.txt", unit=text, name=text)
    review = replace(reviewed(case), note=text)
    output = rendered_reviews("github", [review], [Problem(f"{text}.jsonl", None, text)])
    found = commands(output)
    assert [one.name for one in found] == ["group", "endgroup", "error", "error"]
    assert {key for one in found[2:] for key in one.properties} <= {
        "file",
        "line",
        "endLine",
        "col",
        "endColumn",
        "title",
    }


@pytest.mark.parametrize("text", ["100 % : a, b", "%0A", "%25", "%3A%2C", "a::b", "été \N{GRINNING FACE}"])
def test_text_comes_through_the_runner_as_it_was(text: str) -> None:
    (one,) = annotations(
        rendered("github", Case("⟦Moskau⟧", message=text, suggestion=None, path=f"d/{text}.txt", name=text))
    )
    assert one.data == text
    assert one.properties["file"] == f"d/{text}.txt"
    assert one.properties["title"] == f"A102 {text} (major)"


def test_a_line_that_would_be_a_command_is_none() -> None:
    assert commands(github.logged("  ::error::x") + github.logged("a ##[add-path]x")) == []


def test_the_summary_lists_the_worst_and_counts_the_rest() -> None:
    cases = [replace(PLAIN, severity=Severity.MINOR)] * 150 + [replace(PLAIN, severity=Severity.CRITICAL)]
    told = rendered("_step_summary", *cases)
    assert told.startswith("**151 findings (1 critical, 150 minor)** in 151 documents, 151 sentences; score 40.\n")
    rows = [line for line in told.splitlines() if line.startswith("| content")]
    assert rows[0] == (
        r"| content/article.txt:1:28 | critical | A102 source-exonym | Moskau "
        r"| 'Moskau' is the German name of Moscou | Moscou |"
    )
    assert len(rows) == 100
    assert "\nand 51 more findings, less severe.\n" in told


def test_the_summary_of_a_clean_run_says_so() -> None:
    assert rendered("_step_summary", Case("Tout va bien.")) == (
        "**No findings** in 1 document, 1 sentence; score 40.\n\n\n"
    )


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_breaks_no_row_of_the_summary(text: str) -> None:
    case = Case(f"a ⟦{text}⟧ b", message=f"x {text}", suggestion=text, path=f"{text}.txt")
    told = rendered("_step_summary", case, unread=[Problem(text, None, text)])
    rows = [line for line in told.splitlines() if line.startswith("|")]
    assert len(rows) == 3
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 7 for row in rows)
    assert not re.search(r"(?<!\\)<", told)


def test_the_summary_stays_under_a_mebibyte_whatever_stands_in_it() -> None:
    worst = "\N{LANGUAGE TAG}" * 5000  # shown as an escape of ten characters
    case = Case(f"⟦{worst}⟧", message=worst, suggestion=worst, path=f"{worst}.txt")
    told = rendered("_step_summary", *[case] * 120, unread=[Problem(worst, None, worst)] * 100)
    assert len(told.encode()) < 1024 * 1024
