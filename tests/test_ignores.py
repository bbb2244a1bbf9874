"""Directives in files, rows and paths: what they suppress, and what is said of those that do nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtqa.checks import selected
from mtqa.ignores import PathIgnores, Watch, heed, remarks
from mtqa.readers import read
from mtqa.report import Review, SuppressedBy
from mtqa.review import Settings, review_document
from mtqa.segment import Document

BROKEN = "Le ministre est parti pour Moskau mardi soir."  # A102
DOUBLED = "Les députés ont voté le texte le le soir même."  # F101
SETTINGS = Settings(selected(("A102", "F101")), "fr", "de")
OFF, NEXT, ON = "<!-- mtqa-disable {} -->", "<!-- mtqa-disable-next-line {} -->", "<!-- mtqa-enable {} -->"


def written(folder: Path, name: str, text: str) -> list[Review]:
    (folder / name).write_text(text, encoding="utf-8")
    documents = [one for one in read([str(folder / name)]) if isinstance(one, Document)]
    return [review_document(one, SETTINGS) for one in documents]


def paragraphs(*texts: str) -> str:
    return "\n\n".join(texts) + "\n"


def page(*texts: str) -> str:
    body = "".join(text if text.startswith("<!--") else f"<p>{text}</p>" for text in texts)
    return f"<html><body><article>{body}</article></body></html>"


def rss(*texts: str) -> str:
    inside = page(*texts).replace("&", "&amp;").replace("<", "&lt;")
    return f"<rss><channel><item><guid>1</guid><description>{inside}</description></item></channel></rss>"


def json_feed(*texts: str) -> str:
    item = {"id": "1", "content_html": page(*texts)}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]})


FORMATS = [("a.md", paragraphs), ("a.html", page), ("a.rss", rss), ("a.json", json_feed)]
CASES = [
    ((BROKEN, DOUBLED), ["A102", "F101"]),
    ((NEXT.format(""), BROKEN, DOUBLED, BROKEN), ["F101", "A102"]),
    ((NEXT.format("A102"), BROKEN), []),
    ((NEXT.format("F101"), BROKEN), ["A102"]),
    ((NEXT.format("A"), BROKEN, BROKEN), ["A102"]),
    ((NEXT.format("source-exonym"), BROKEN), []),
    ((NEXT.format("A102, F101"), f"{BROKEN} {DOUBLED}"), []),
    ((NEXT.format("A102"), NEXT.format("F101"), f"{BROKEN} {DOUBLED}"), []),
    ((BROKEN, OFF.format(""), BROKEN, DOUBLED), ["A102"]),
    ((OFF.format("A102"), BROKEN, DOUBLED, ON.format("A102"), BROKEN), ["F101", "A102"]),
    ((OFF.format("A, F"), BROKEN, ON.format("F"), BROKEN, DOUBLED), ["F101"]),
    ((OFF.format(""), BROKEN, ON.format(""), DOUBLED), ["F101"]),
    ((OFF.format("all"), BROKEN), []),
    (("<!-- mtqa-off -->", BROKEN), ["A102"]),
    (("<!-- a note on mtqa-disable -->", BROKEN), ["A102"]),
]


@pytest.mark.parametrize(("name", "form"), FORMATS)
@pytest.mark.parametrize(("texts", "left"), CASES)
def test_comments_disable_what_they_name(
    tmp_path: Path, name: str, form: Callable[..., str], texts: tuple[str, ...], left: list[str]
) -> None:
    (review,) = written(tmp_path, name, form(*texts))
    assert [f.code for f in review.findings] == left
    assert {s.by for s in review.suppressed} <= {SuppressedBy.COMMENT}
    for finding in (*review.findings, *(s.finding for s in review.suppressed)):
        assert review.document.text[finding.start : finding.end] == finding.text


def test_next_line_is_the_whole_paragraph_however_it_is_wrapped(tmp_path: Path) -> None:
    text = f"{NEXT.format('A102')}\n\n{CLEAN_START}\n{BROKEN}\n\n{BROKEN}\n"
    (review,) = written(tmp_path, "a.md", text)
    assert [f.line for f in review.findings] == [6]


CLEAN_START = "La séance reprendra demain matin à neuf heures."


def test_a_comment_inside_a_paragraph_holds_from_there_on(tmp_path: Path) -> None:
    (review,) = written(tmp_path, "a.html", page(f"{BROKEN} {NEXT.format('')}{BROKEN}", BROKEN))
    assert [f.start for f in review.findings] == [27, 119]


def test_a_title_can_be_the_next_line(tmp_path: Path) -> None:
    html = f"<article>{NEXT.format('')}<h1>{BROKEN}</h1><p>{BROKEN}</p></article>"
    (review,) = written(tmp_path, "a.html", html)
    assert [(f.field, f.code) for f in review.findings] == [("text", "A102")]
    assert [s.finding.field for s in review.suppressed] == ["title"]


@pytest.mark.parametrize(
    "code", ["```\n<!-- mtqa-disable -->\n```", "    <!-- mtqa-disable -->", "Écrivez `<!-- mtqa-disable -->` ici."]
)
def test_a_comment_shown_as_code_disables_nothing(tmp_path: Path, code: str) -> None:
    (review,) = written(tmp_path, "a.md", paragraphs(code, BROKEN))
    assert [f.code for f in review.findings] == ["A102"]
    assert "\x00" not in review.document.text


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("<!-- mtqa-disable A102 -- un  nom\nde restaurant -->", "un nom de restaurant"),
        ("<!-- mtqa-disable A102: un nom -->", "un nom"),
        ("<!--mtqa-disable — un nom-->", "un nom"),
        ("<!-- mtqa-disable A102 -- -->", None),
    ],
)
def test_a_reason_is_kept(tmp_path: Path, comment: str, reason: str | None) -> None:
    (review,) = written(tmp_path, "a.md", paragraphs(comment, BROKEN))
    assert [s.reason for s in review.suppressed] == [reason]


@pytest.mark.parametrize(
    ("ignore", "left", "reasons"),
    [
        (["A102"], ["F101"], [None]),
        ("A102, F", [], [None, None]),
        ({"A102": "a name", "F1": ""}, [], ["a name", None]),
        (True, [], [None, None]),
        (False, ["A102", "F101"], []),
        ([], ["A102", "F101"], []),
        (None, ["A102", "F101"], []),
    ],
)
def test_a_row_ignores_codes(tmp_path: Path, ignore: object, left: list[str], reasons: list[str | None]) -> None:
    row = {"id": "1", "target": f"{BROKEN}\n{DOUBLED}", "ignore": ignore}
    (review,) = written(tmp_path, "a.jsonl", json.dumps(row))
    assert [f.code for f in review.findings] == left
    assert [(s.by, s.reason) for s in review.suppressed] == [(SuppressedBy.ROW, reason) for reason in reasons]


def test_a_column_of_a_table_ignores_codes(tmp_path: Path) -> None:
    reviews = written(tmp_path, "a.csv", f'id,target,ignore\n1,{BROKEN},"F101, A102"\n2,{BROKEN},\n')
    assert [len(review.findings) for review in reviews] == [0, 1]


@pytest.mark.parametrize("ignore", [7, [1], [""], {"A102": 1}])
def test_an_ignore_of_another_form_is_a_problem_and_ignores_nothing(tmp_path: Path, ignore: object) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"target": BROKEN, "ignore": ignore}), encoding="utf-8")
    problem, document = read([str(file)])
    assert str(problem).startswith(f'{file}:1: "ignore" is ')
    assert isinstance(document, Document)
    assert document.directives == ()


def test_what_is_suppressed_takes_nothing_from_the_scores(tmp_path: Path) -> None:
    (ignored,) = written(tmp_path, "a.md", paragraphs(NEXT.format(""), BROKEN))
    (broken,) = written(tmp_path, "b.md", paragraphs(BROKEN))
    (clean,) = written(tmp_path, "c.md", paragraphs(BROKEN.replace("Moskau", "Moscou")))
    assert (ignored.score, ignored.penalty) == (clean.score, clean.penalty)
    assert broken.score < clean.score


PATHS = PathIgnores("/site", (("archive/**", ("A1",)), ("*.draft.md", ("F101",))))


@pytest.mark.parametrize(
    ("path", "left"),
    [
        ("/site/archive/2019/a.md", ["F101"]),
        ("/site/archive/a.draft.md", []),
        ("/site/a.draft.md", ["A102"]),
        ("/site/a.md", ["A102", "F101"]),
        ("/elsewhere/archive/a.md", ["A102", "F101"]),
    ],
)
def test_paths_ignore_codes(path: str, left: list[str]) -> None:
    review = review_document(Document("a", path, f"{BROKEN}\n{DOUBLED}"), SETTINGS)
    findings, suppressed = heed(review.document, review.findings, PATHS)
    assert [f.code for f in findings] == left
    assert {s.by for s in suppressed} <= {SuppressedBy.PATH}


def told(review: Review) -> list[str]:
    lines = remarks(review, lambda code: code[0] in "AF", lambda code: code != "Z9")
    return [line.partition(":")[2] for line in lines]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((NEXT.format("A102"), BROKEN), []),
        ((NEXT.format("F101"), BROKEN), ["1: unused mtqa-disable-next-line F101"]),
        ((NEXT.format("F101, A1"), BROKEN), ["1: unused F101 in mtqa-disable-next-line F101 A1"]),
        ((OFF.format(""), CLEAN_START), ["1: unused mtqa-disable"]),
        ((OFF.format("Z9"), BROKEN), ["1: mtqa-disable Z9 names Z9, which is no check: see `mtqa checks`"]),
        ((OFF.format("L3"), BROKEN), []),  # this run does not look for it
        ((ON.format(""), BROKEN), []),
        (("<!-- mtqa-off -->", BROKEN), ["1: mtqa-off is unknown: mtqa-disable, mtqa-disable-next-line or"]),
        ((OFF.format("A102"), BROKEN, OFF.format("A102"), BROKEN), []),
        ((NEXT.format("A102"),), ["1: unused mtqa-disable-next-line A102"]),
    ],
)
def test_unknown_and_unused_directives_are_told(tmp_path: Path, texts: tuple[str, ...], expected: list[str]) -> None:
    (review,) = written(
        tmp_path, "a.md", paragraphs(CLEAN_START, *texts).removeprefix(f"{CLEAN_START}\n\n") + CLEAN_START
    )
    lines = told(review)
    assert len(lines) == len(expected)
    assert all(line.startswith(start) for line, start in zip(lines, expected, strict=True))


def test_paths_that_name_no_check_or_do_nothing_are_told() -> None:
    paths = PathIgnores("/site", (("a*", ("A102", "F101", "Z9")), ("b*", ("F101",))))
    chosen = Settings(SETTINGS.checks, "fr", "de", path_ignores=paths)
    watch = Watch(paths, lambda code: code[0] in "AF", lambda code: code != "Z9")
    for name in ("a1.md", "a2.md", "c.md"):
        assert list(watch.of(review_document(Document("a", f"/site/{name}", BROKEN), chosen))) == []
    assert list(watch.unknown()) == ["per-path-ignores 'a*' names Z9, which is no check: see `mtqa checks`"]
    assert list(watch.unused()) == ["per-path-ignores 'a*': unused F101: nothing of it is found there; remove it"]


MARKS = [
    "<!-- mtqa-disable",
    "<!-- mtqa-disable-next-line A102",
    "<!--mtqa-enable",
    "-->",
    " -- ",
    "--!>",
    "\n\n",
    "```\n",
]
OTHERS = ["`", "<p>", "</p>", "&lt;", "<![CDATA[", "\t", "    ", "- ", "> ", BROKEN, DOUBLED, "\r", "\x00", "<script>"]
pieces = st.sampled_from([*MARKS, *OTHERS])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(pieces, min_size=1, max_size=20).map("".join), st.sampled_from(["a.md", "a.html", "a.rss", "a.json"]))
def test_no_text_breaks_the_reading_of_directives(tmp_path: Path, text: str, name: str) -> None:
    form = {"a.rss": rss, "a.json": json_feed}.get(name, paragraphs)
    for review in written(tmp_path, name, form(text)):
        assert {f.code for f in review.findings} <= {"A102", "F101"}
        assert review.findings or review.suppressed or review.document.text
        for one in review.document.directives:
            assert one.line >= 1
            assert one.column >= 1
        assert all("\n" not in line for line in told(review))


def test_a_file_of_thousands_of_directives_is_read(tmp_path: Path) -> None:
    texts = [text for n in range(1_500) for text in (NEXT.format(f"X{n}"), OFF.format(f"Y{n}"))]
    (review,) = written(tmp_path, "a.md", "\n".join([*texts, "", BROKEN, "", *[DOUBLED] * 200]))
    assert len(review.document.directives) == 3_000
    assert review.findings[0].code == "A102"
