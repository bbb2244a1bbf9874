"""The output formats, golden ones read as prose."""

import json
import os
import pty
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mtqa.cli import main
from mtqa.finding import Category, Finding, Hit, Severity
from mtqa.render import formats, renderer
from mtqa.report import Review, Sentence, Tally
from mtqa.segment import Document, Segment

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "reports" / "mtqa-1.schema.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Case:
    """A text with one span in brackets, and what is said of it."""

    marked: str
    message: str = "'Moskau' is the German name of Moscou"
    suggestion: str | None = "Moscou"
    severity: Severity = Severity.MAJOR
    id: str = "article"
    path: str = "article.txt"
    unit: str | None = None
    title: str | None = None


def reviewed(case: Case) -> Review:
    start, end = case.marked.index("⟦"), case.marked.index("⟧") - 1
    text = case.marked.replace("⟦", "").replace("⟧", "")
    document = Document(case.id, case.path, text, target_lang="fr", source_lang="de", unit=case.unit, title=case.title)
    place = document.location(start)
    hit = Hit(start, end, case.message, case.suggestion, 0.95)
    finding = Finding(
        "A102",
        "source-exonym",
        Category.UNTRANSLATED,
        case.severity,
        hit,
        Segment(text, "fr"),
        place.line,
        place.column,
    )
    sentence = Sentence(Segment(text, "fr"), 40.0, 5.0, len(text.split()), (finding,))
    return Review(document, (finding,), (sentence,), 40.0, 5.0, "mtqa:0|checks:1|model:none|langs:de-fr|split:1")


def rendered(name: str, *cases: Case, colour: bool = False) -> str:
    return "".join(renderer(name)([reviewed(case) for case in cases], Tally(), colour))


PLAIN = Case("Le ministre est parti pour ⟦Moskau⟧ mardi soir.")

CONCISE = """\
article.txt:1:28: A102 major 'Moskau' is the German name of Moscou (suggestion: “Moscou”) [source-exonym]
1 finding (1 major) in 1 document, 1 sentence; score 40
"""

FULL = {
    "a word": (
        PLAIN,
        """\
major[A102]: 'Moskau' is the German name of Moscou
 --> article.txt:1:28
  |
1 | Le ministre est parti pour Moskau mardi soir.
  |                            ^^^^^^
  = suggestion: replace with: Moscou
  = source-exonym (accuracy/untranslated), confidence 0.95
""",
    ),
    "a tab": (
        Case("1.\tVol pour\t⟦Moskau⟧ mardi", suggestion=None),
        """\
major[A102]: 'Moskau' is the German name of Moscou
 --> article.txt:1:13
  |
1 | 1. Vol pour Moskau mardi
  |             ^^^^^^
  = source-exonym (accuracy/untranslated), confidence 0.95
""",
    ),
    "wide characters": (
        Case("習近平 est à ⟦北京⟧ mardi.", "“北京” is Chinese, left untranslated", None, Severity.CRITICAL),
        """\
critical[A102]: “北京” is Chinese, left untranslated
 --> article.txt:1:11
  |
1 | 習近平 est à 北京 mardi.
  |              ^^^^
  = source-exonym (accuracy/untranslated), confidence 0.95
""",
    ),
    "combining marks": (
        Case("Le présidént a parlé à ⟦Moskau⟧.".replace("é", "e\N{COMBINING ACUTE ACCENT}"), suggestion=None),
        """\
major[A102]: 'Moskau' is the German name of Moscou
 --> article.txt:1:27
  |
1 | Le présidént a parlé à Moskau.
  |                        ^^^^^^
  = source-exonym (accuracy/untranslated), confidence 0.95
""".replace("é", "e\N{COMBINING ACUTE ACCENT}"),
    ),
    "several lines, deleted": (
        Case("Il pleut.\nPartager ⟦cet article\nCommentaires (0)\nNous écrire⟧", "furniture of the page", ""),
        """\
major[A102]: furniture of the page
 --> article.txt:2:10
  |
2 | Partager cet article
  |          ^^^^^^^^^^^ and 2 more lines
  = suggestion: delete this
  = source-exonym (accuracy/untranslated), confidence 0.95
""",
    ),
    "a long line": (
        Case(f"{'Rien de neuf au port. ' * 9}Le navire part pour ⟦Moskau⟧ mardi.{' Rien de neuf au port.' * 9}"),
        """\
major[A102]: 'Moskau' is the German name of Moscou
 --> article.txt:1:219
  |
1 | …Rien de neuf au port. Le navire part pour Moskau mardi. Rien de neuf au port. Rien de neuf au…
  |                                            ^^^^^^
  = suggestion: replace with: Moscou
  = source-exonym (accuracy/untranslated), confidence 0.95
""",
    ),
    "a long span": (
        Case(f"Oui. ⟦{'Der Hafen bleibt geschlossen. ' * 9}Ende.⟧ Non.", "a German passage", None),
        """\
major[A102]: a German passage
 --> article.txt:1:6
  |
1 | Oui. Der Hafen bleibt geschlossen. Der Hafen bleibt geschlossen. Der Ha … bleibt geschlossen. Ende. Non.
  |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = source-exonym (accuracy/untranslated), confidence 0.95
""",
    ),
    "a title": (
        Case("⟦Moskau⟧ attend", title="Moskau attend", unit="item-7", path="feed.xml"),
        """\
major[A102]: 'Moskau' is the German name of Moscou
 --> feed.xml#item-7:1:1
  |
1 | Moskau attend
  | ^^^^^^
  = suggestion: replace with: Moscou
  = source-exonym (accuracy/untranslated), confidence 0.95
""",
    ),
}


def test_concise_is_a_line_a_finding_and_a_count() -> None:
    assert rendered("concise", PLAIN) == CONCISE


@pytest.mark.parametrize(("case", "expected"), FULL.values(), ids=FULL)
def test_full_underlines_the_span(case: Case, expected: str) -> None:
    text, _, closing = rendered("full", case).rpartition("\n\n")
    assert f"{text}\n" == expected
    assert closing.startswith("1 finding ")


def test_a_run_without_documents_has_no_score_to_boast_of() -> None:
    assert rendered("concise") == "Nothing was checked: 0 documents\n"


HOSTILE = Case(
    "Avant\x1b[2J ⟦Mos\x1b]0;own\x07kau⟧ après \N{RIGHT-TO-LEFT OVERRIDE}.",
    "bad \x1b[31m\N{RIGHT-TO-LEFT OVERRIDE} word\nnext",
    "\x9b5mfix",
    id="a\x1b[8m",
    path="dir\r\x1b[1A/x\udce9.txt",
    unit="\N{LEFT-TO-RIGHT ISOLATE}\x00\x1b[5m",
    title="T\x1b[7m",
)


@pytest.mark.parametrize("name", ["concise", "full", "markdown"])
def test_no_character_of_the_input_steers_a_terminal(name: str) -> None:
    printed = rendered(name, HOSTILE)
    assert [c for c in printed if not c.isprintable() and c != "\n"] == []
    assert "\\x1b" in printed
    printed.encode("utf-8")


def test_escapes_of_the_input_do_not_hide_among_colours() -> None:
    without_colours = re.sub(r"\x1b\[[0-9;]*m", "", rendered("full", HOSTILE, colour=True))
    assert without_colours == rendered("full", HOSTILE)


def test_json_is_valid_against_the_schema() -> None:
    parsed = json.loads(rendered("json", PLAIN, HOSTILE, FULL["a title"][0]))
    Draft202012Validator(SCHEMA).validate(parsed)
    found = parsed["documents"][0]["findings"][0]
    assert PLAIN.marked.replace("⟦", "")[found["start"] : found["end"]] == found["text"] == "Moskau"


def test_jsonl_rows_are_valid_against_the_schema() -> None:
    rows = [json.loads(line) for line in rendered("jsonl", PLAIN, HOSTILE).splitlines()]
    assert [row["id"] for row in rows] == ["article", "a\x1b[8m"]
    for row in rows:
        Draft202012Validator({"$ref": "#/$defs/row", "$defs": SCHEMA["$defs"]}).validate(row)


def test_the_json_of_the_sample_is_valid_against_the_schema() -> None:
    result = CliRunner().invoke(main, ["check", str(ROOT / "tests/data/sample"), "--output-format", "json"])
    Draft202012Validator(SCHEMA).validate(json.loads(result.stdout))


MARKDOWN = {
    "a | b": r"a \| b",
    "`code` and *stars*": r"\`code\` and \*stars\*",
    "<script>alert(1)</script>": r"\<script\>alert\(1\)\</script\>",
    "![x](http://example.org/y.png)": r"\!\[x\]\(http://example.org/y.png\)",
    "&lt;b&gt;": r"\&lt;b\&gt;",
    "two\nlines": "two lines",
    "# heading": r"\# heading",
}


@pytest.mark.parametrize(("text", "shown"), MARKDOWN.items())
def test_hostile_text_stays_text_in_markdown(text: str, shown: str) -> None:
    page = rendered("markdown", Case(f"Voici ⟦{text}⟧ ici", text, text, title=text))
    assert f"\n## {shown}\n" in page
    assert f"| 1:7 | major | A102 source-exonym | {shown} | {shown} | {shown} |\n" in page


@pytest.mark.parametrize("name", formats())
def test_every_format_takes_no_document(name: str) -> None:
    assert bool(rendered(name)) == (name != "jsonl")


def test_the_formats_are_those_that_the_help_names() -> None:
    told = " ".join(CliRunner().invoke(main, ["check", "--help"]).stdout.split())
    named = "concise, full, json, jsonl, markdown, html, github, gitlab, junit, rdjson, sarif"
    assert f"{named}; NAME=FILE for more of them." in told
    assert formats() == tuple(sorted(named.split(", ")))


def in_terminal(tmp_path: Path, *arguments: str, errors_only: bool = False, **environment: str) -> tuple[str, str]:
    """What `mtqa` sends to a terminal on standard output and error (or error alone), and to a pipe on standard output."""
    (tmp_path / "a.txt").write_text("Le ministre est parti pour Moskau mardi soir.\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")} | {"TERM": "xterm"}
    with subprocess.Popen(
        [sys.executable, "-m", "mtqa", "check", "a.txt", "--lang", "fr", *arguments],
        cwd=tmp_path,
        env=kept | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if errors_only else theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        piped = process.stdout.read().decode() if process.stdout else ""
        shown = b""
        while more := _read(ours):
            shown += more
    os.close(ours)
    return shown.decode(), piped


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # Linux says so when the other end of a terminal closes
        return b""


def test_a_terminal_gets_colour_and_no_progress_among_the_findings(tmp_path: Path) -> None:
    shown, _ = in_terminal(tmp_path)
    assert "\x1b[31mA102 major\x1b[0m" in shown
    assert "documents checked" not in shown


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [((), {"NO_COLOR": "1"}), (("--output-format", "json"), {})],
    ids=["NO_COLOR", "a machine's format"],
)
def test_no_colour_where_none_is_wanted(
    arguments: tuple[str, ...], environment: dict[str, str], tmp_path: Path
) -> None:
    shown, _ = in_terminal(tmp_path, *arguments, **environment)
    assert "A102" in shown
    assert "\x1b[3" not in shown


def test_a_pipe_gets_no_colour_and_the_terminal_the_progress(tmp_path: Path) -> None:
    shown, piped = in_terminal(tmp_path, errors_only=True)
    assert "A102 major" in piped
    assert "\x1b" not in piped
    assert "documents checked" in shown


def test_quiet_shows_no_progress(tmp_path: Path) -> None:
    shown, _ = in_terminal(tmp_path, "--quiet", errors_only=True)
    assert shown == "mtqa: failed: 1 finding of severity major or worse\r\n"
