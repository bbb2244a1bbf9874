"""Bad input: one line that says where and what, never a traceback, and what can be read is read."""

import os
import time
import tracemalloc
from pathlib import Path

import pytest
from reading import documents, items, problems

from mtqa.readers import Problem, read

CASES = [
    ("empty", b"", None, ["-: is empty: an article was expected"]),
    ("blank", b" \n\n", None, ["-: has nothing but white space: an article was expected"]),
    ("pdf", b"%PDF-1.7\n...", None, ["-: is a PDF, not text: unpack or export it as text first"]),
    ("gzip", b"\x1f\x8b\x08\x00", None, ["-: is compressed with gzip, not text: unpack or export it as text first"]),
    (
        "zeros",
        b"text\x00\x01\x02\x03 more",
        None,
        ["-: is binary, not text: text, Markdown, HTML, JSONL, CSV or a feed was expected"],
    ),
    (
        "noise",
        bytes(range(1, 256)) * 4,
        "html",
        ["-: is binary, not text: text, Markdown, HTML, JSONL, CSV or a feed was expected"],
    ),
    ("no text", b"<html><body><script>x()</script>", "html", ["-: has no text that a reader would see"]),
    ("only code", b"```\ncode\n```\n", "markdown", ["-: has no text besides markup"]),
    (
        "no feed",
        b"<html><p>x</html>",
        "feed",
        ["-: is no feed: an <rss>, <feed> or <rdf:RDF> was expected, and <html> came"],
    ),
    ("no tags", b"just text", "feed", ["-: is no feed: an <rss>, <feed> or <rdf:RDF> was expected, and <> came"]),
    (
        "no items",
        b"<rss><channel><title>x</title></channel></rss>",
        "feed",
        ["-: is a feed without an <item> or <entry>"],
    ),
    ("empty item", b"<rss>\n<item><guid>1</guid></item></rss>", "feed", ["-:2: is an item without title and text"]),
    (
        "entity bomb",
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<rss><item><title>&b;</title></item></rss>',
        "feed",
        ["-: declares a document type (DTD), refused as unsafe: delete the <!DOCTYPE ...> and its entities"],
    ),
    (
        "external entity",
        b'<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss><item><title>x</title></item></rss>',
        "feed",
        ["-: declares a document type (DTD), refused as unsafe: delete the <!DOCTYPE ...> and its entities"],
    ),
    ("not json", b"hello", "json", ["-:1: is not JSON: an object or an array of objects was expected"]),
    ("no objects", b'["a", "b"]', "json", ["-: holds no articles: an array of objects was expected"]),
    ("cut off", b'[{"text": "a"},\n{"text": "b', "json", ["-:2: ends in mid-object"]),
    ("deep", b"[" * 100_000, "jsonl", ["-:1: is not usable JSON: a number too long, or lists in lists too deep"]),
    (
        "number",
        b'{"id": ' + b"9" * 5000 + b"}",
        "jsonl",
        ["-:1: is not usable JSON: a number too long, or lists in lists too deep"],
    ),
    ("no rows", b"\n \n", "jsonl", ["-: has no rows: one JSON object a line was expected"]),
    (
        "no text column",
        b"id,body,lang\n1,a,fr\n",
        "csv",
        ['-: has no column "target" or "text" in its first line: it names id, body, lang'],
    ),
    ("header only", b"id,text\n", "csv", ["-: has a header but no rows"]),
    (
        "surplus cells",
        b"id,text\n1,a,b\n",
        "csv",
        ["-:2: has 3 cells, but the header names 2: the last were left out"],
    ),
]


@pytest.mark.parametrize(
    ("data", "input_format", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_bad_input_is_told_in_one_line(data: bytes, input_format: str | None, expected: list[str]) -> None:
    assert problems(data, input_format) == expected


ROWS = [
    ('{"id": 1}', '1: has no "target" or "text" (found: id)'),
    ("{}", '1: has no "target" or "text" (the row is empty)'),
    ('{"target": null, "a": 1}', '1: has no "target" or "text" (found: target, a)'),
    ('{"text": ""}', '1: "text" is empty: the row was left out'),
    ('{"text": 3}', '1: "text" is a number, but a text was expected'),
    ('{"text": ["a"]}', '1: "text" is a list, but a text was expected'),
    ("[1]", "1: is a list, but a row is an object with a target or text"),
    ("null", "1: is null, but a row is an object with a target or text"),
    ('{"text": "a"', "1: is not valid JSON: Expecting ',' delimiter (column 13)"),
    ("{'text': 'a'}", "1: is not valid JSON: Expecting property name enclosed in double quotes (column 2)"),
]


@pytest.mark.parametrize(("row", "problem"), ROWS)
def test_a_bad_row_is_told_with_its_line_and_the_rest_goes_on(row: str, problem: str) -> None:
    raw = f'{row}\n\n{{"text": "good"}}\n'
    assert problems(raw, "jsonl") == [f"-:{problem}"]
    assert [item.text for item in documents(raw, "jsonl")] == ["good"]


FIELDS = [
    ('"title": 5', '"title" is a number, but a text was expected: it was left out'),
    ('"lang": "French"', '"lang" is "French", but a BCP 47 tag such as "fr" was expected: it was left out'),
    ('"source": {"a": 1}', '"source" is an object, but a text was expected: it was left out'),
    ('"id": true', '"id" is true or false, but a text was expected: it was left out'),
]


@pytest.mark.parametrize(("field", "problem"), FIELDS)
def test_a_bad_field_is_told_and_the_text_is_read_all_the_same(field: str, problem: str) -> None:
    raw = f'{{"text": "a", {field}}}'
    assert problems(raw, "jsonl") == [f"-:1: {problem}"]
    assert [(item.text, item.id, item.title, item.target_lang) for item in documents(raw, "jsonl")] == [
        ("a", "-:1", None, None)
    ]


def test_a_quotation_mark_that_is_never_closed_loses_no_row() -> None:
    raw = 'id,text\n1,"open\n2,b\n3,"c"\n'
    assert problems(raw, "csv") == [
        '-:2: opens a cell with a quotation mark (") that is never closed: it was read as text'
    ]
    assert [item.text for item in documents(raw, "csv")] == ['"open', "b", "c"]


def test_broken_xml_is_told_once_and_read_as_far_as_it_makes_sense() -> None:
    raw = "<rss>\n<item><title>a<description>b &nbsp; c & d</item>\n<item><title>e</title><item><title>f"
    assert problems(raw, "feed") == ["-:2: is broken XML, a tag that does not fit: read as far as it makes sense"]
    assert [(item.title, item.text) for item in documents(raw, "feed")] == [
        ("a", "b \xa0 c & d"),
        (None, "e"),
        (None, "f"),
    ]


@pytest.mark.parametrize(
    ("data", "input_format", "texts"),
    [
        (b"word " * 1000, "text", []),
        (b'{"text": "' + b"word " * 1000 + b'"}\n{"text": "good"}', "jsonl", ["good"]),
        (b"id,text\n1," + b"word " * 1000 + b"\n2,good\n", "csv", ["good"]),
        (b"<rss><item>" + b"word " * 1000 + b"</item><item><title>good</title></item>", "feed", ["good"]),
    ],
)
def test_what_is_too_long_is_told_and_the_rest_is_read(data: bytes, input_format: str, texts: list[str]) -> None:
    found = items(data, input_format, max_bytes=1000)
    assert [item.text for item in found if not isinstance(item, Problem)] == texts
    (problem,) = (str(item) for item in found if isinstance(item, Problem))
    assert "more than" in problem


def sparse(file: Path, start: bytes) -> str:
    """A file of 200 MB in one line, most of it a hole."""
    with file.open("wb") as stream:
        stream.write(start + b"word " * 20_000)
        stream.truncate(200_000_000)
    return str(file)


@pytest.mark.parametrize(
    ("name", "start", "expected"),
    [
        ("a.txt", b"", "has more than 8 MB, the limit for a document: split it, or give one article a row"),
        ("a.html", b"<p>", "has more than 8 MB, the limit for a document: split it, or give one article a row"),
        ("a.jsonl", b'{"text": "', "1: has more than 8 MB, the limit for a row: split it, or give one article a row"),
        ("a.csv", b"id,text\n1,", "2: has more than 8 million characters: the row was left out"),
        ("a.json", b'[{"text": "', "has an item of more than 8 million characters: it and the rest were left out"),
        ("a.rss", b"<rss><item>", "1: begins an item of more than 8 million characters: it was left out"),
    ],
)
def test_a_line_of_200_megabytes_is_refused_in_bounded_memory(
    tmp_path: Path, name: str, start: bytes, expected: str
) -> None:
    path = sparse(tmp_path / name, start)
    tracemalloc.start()
    found = list(read([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(next(item for item in found if isinstance(item, Problem))).removeprefix(path).lstrip(": ") == expected
    assert peak < 5 * 8 * 1024 * 1024


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty").mkdir()
    expected = [
        ("missing.txt", "cannot be read: No such file or directory"),
        ("dangling.txt", "cannot be read: No such file or directory"),
        ("loop", "cannot be read: Too many levels of symbolic links"),
        ("pipe.txt", "is a pipe or a device, not a file: give - to read standard input"),
        ("a\x00b", "is no path: it holds a NUL character"),
        ("x" * 300, "cannot be read: File name too long"),
    ]
    for name, message in expected:
        (problem,) = read([f"{tmp_path}/{name}"])
        assert isinstance(problem, Problem)
        assert (problem.line, problem.message) == (None, message)
    (problem,) = read([str(tmp_path / "empty")])
    assert str(problem).startswith(
        f"{tmp_path}/empty: holds no file to read: expected one of .atom .csv .htm .html .json"
    )


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_an_error_of_the_system_is_told(error: OSError, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")

    def broken(*_: object) -> bytes:
        raise error

    monkeypatch.setattr("mtqa.readers.files.source._read_head", broken)
    (problem,) = read([str(tmp_path / "a.txt")])
    assert str(problem) == f"{tmp_path}/a.txt: cannot be read: {error.strerror}"


def test_a_hostile_file_name_stays_on_its_line() -> None:
    (problem,) = read(["a\nb\x1b[31m.txt"])
    assert str(problem) == "a\ufffdb\ufffd[31m.txt: cannot be read: No such file or directory"


HOSTILE = {
    "open tags": (b"<div>" * 20_000 + b"x", "html"),
    "unclosed in cells": (b"<p>x<li>y<td>z" * 4_000, "html"),
    "stray end tags": (b"<i><div>" + b"<b>x" * 8_000 + b"</i>" * 8_000, "html"),
    "half tags": (b"<a " * 50_000, "html"),
    "half attributes": (b"<a x=' >y" * 20_000, "html"),
    "half comments": (b"<!--" * 50_000, "markdown"),
    "stars and underscores": (b"*a_" * 30_000, "markdown"),
    "brackets": (b"[" * 30_000 + b"]" * 30_000, "markdown"),
    "backticks": (b"".join(b"`" * n + b"a" for n in range(1, 400)), "markdown"),
    "open items": (b"<rss>" + b"<item>" * 5_000, "feed"),
    "open children": (b"<rss><item>" + b"<a>" * 20_000 + b"</b>" * 20_000 + b"</item>", "feed"),
    "open quotation marks": (b"id,text\n" + b'1,"a\n' * 10_000, "csv"),
    "brackets in brackets": (b"[" * 50_000, "json"),
    "escaped quotation marks": (b'["' + b'a\\"' * 50_000, "json"),
}


@pytest.mark.parametrize(("data", "input_format"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_takes_linear_time(data: bytes, input_format: str) -> None:
    start = time.process_time()
    assert items(data, input_format)
    assert time.process_time() - start < 5  # seconds; quadratic readers took minutes
