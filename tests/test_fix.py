"""Suggestions applied to files: nothing else changes, byte for byte, and a second run changes nothing."""

import json
import re
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtqa.checks import all_checks, selected
from mtqa.errors import InputError
from mtqa.finding import Category, Finding, Hit, Severity
from mtqa.fix.edits import applied, chosen
from mtqa.fix.files import Fixer, Outcome, changes, fix_file
from mtqa.fix.safe import SAFE, has_fix, is_safe
from mtqa.review import Settings, review_document
from mtqa.segment import Document, Segment

SLOW = [HealthCheck.too_slow]  # a busy machine is no fault of the texts
OLD, NEW = "qzqz", "wöw"
RULES = Settings(selected(), target_lang="fr", source_lang="de")


def hit(
    document: Document, start: int, end: int, fix: str, field: str = "text", code: str = "X101", sure: float = 0.9
) -> Finding:
    text = (document.title or "") if field == "title" else document.text
    segment = Segment(text, "fr", field=field)
    return Finding(code, "made-up", Category.SPELLING, Severity.MINOR, Hit(start, end, "wrong", fix, sure), segment)


def replacing(old: str, new: str) -> Callable[[Document], list[Finding]]:
    """A check that wants every `old` replaced with `new`."""

    def find(document: Document) -> list[Finding]:
        fields = (("title", document.title or ""), ("text", document.text))
        return [
            hit(document, m.start(), m.end(), new, name)
            for name, text in fields
            for m in re.finditer(re.escape(old), text)
        ]

    return find


def real(document: Document) -> Sequence[Finding]:
    return review_document(document, RULES).findings


def mended(
    data: bytes,
    format_name: str,
    find: Callable[[Document], Sequence[Finding]],
    wanted: Callable[[Finding], bool] = has_fix,
) -> bytes:
    """The bytes of a file after fixing, and once more through `fix_file`, which must not differ from `changes`."""
    outcome = Outcome()
    pairs = list(changes(BytesIO(data), "f", format_name, Fixer(find, wanted), outcome))
    assert sum(was != now for was, now, _ in pairs) <= outcome.fixed.total()
    return fixed_file(data, format_name, Fixer(find, wanted))


def fixed_file(data: bytes, format_name: str, fixer: Fixer) -> bytes:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        file = Path(folder, "f")
        file.write_bytes(data)
        fix_file(file, format_name, fixer)
        assert [f.name for f in Path(folder).iterdir()] == ["f"]
        return file.read_bytes()


PIECES = [OLD, "mot ", "\r\n", "\r\n\r\n", "**", "](x)", "- ", "&amp;", "# "]
PIECES = (
    OLD,
    "mot ",
    "\r\n",
    "\r\n\r\n",
    "**",
    "](x)",
    "- ",
    "&amp;",
    "# ",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{GRINNING FACE}",
)
AROUND = 'ab é.,»\N{EN DASH}\t\r\n"\\/&;*_`[]()<>#|-1\N{NO-BREAK SPACE}\N{LINE SEPARATOR}\x0b\x85'
text_around = st.lists(st.sampled_from([*PIECES, *AROUND]), max_size=30).map("".join)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"]


@pytest.mark.parametrize("format_name", ["text", "markdown"])
@pytest.mark.parametrize("encoding", ENCODINGS)
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(text=text_around)
def test_only_the_spans_change_in_any_text_and_encoding(format_name: str, encoding: str, text: str) -> None:
    text = f"é {OLD} {text}"
    data = text.encode(encoding, "ignore")
    try:
        result = mended(data, format_name, replacing(OLD, NEW))
    except InputError:
        return  # an encoding that does not lead back to these bytes
    assert result.replace(_raw(NEW, encoding), _raw(OLD, encoding)) == data
    assert mended(result, format_name, replacing(OLD, NEW)) == result
    if format_name == "text":
        assert _raw(OLD, encoding) not in result


def _raw(text: str, encoding: str) -> bytes:
    little = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}
    return text.encode(little.get(encoding, encoding))


@st.composite
def rows(draw: st.DrawFn) -> tuple[str, str]:
    """A JSONL row and its text: escapes where JSON wants them, and wherever else chance has them."""
    text = f"a {OLD} " + draw(text_around)
    pieces = []
    for character in re.split(f"({OLD})|(.)", text, flags=re.S):
        if not character:
            continue
        escaped = json.dumps(character)[1:-1]
        literal = json.dumps(character, ensure_ascii=False)[1:-1]
        pieces.append(draw(st.sampled_from([escaped, literal])) if character != OLD else OLD)
    spaces = draw(st.sampled_from(["", " ", "\t"]))
    keys = [
        f'"target":{spaces}"{"".join(pieces)}"',
        '"note": 1.50',
        f'"meta": {{"target":"{OLD}"}}',
        f'"source": "{OLD}"',
    ]
    order = draw(st.permutations(keys))
    return f"{{{spaces}{(',' + spaces).join(order)}}}", text


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(row=rows(), end=st.sampled_from(["", "\n", "\r\n", "\n\n"]))
def test_of_a_row_the_spans_of_its_text_change_and_no_other_key_and_no_other_escape(
    row: tuple[str, str], end: str
) -> None:
    raw, text = row
    data = (raw + end).encode()
    result = mended(data, "jsonl", replacing(OLD, NEW)).decode()
    written = json.dumps(NEW)[1:-1] if raw.isascii() and "\\u" in raw else NEW
    assert json.loads(result)["target"] == text.replace(OLD, NEW)
    assert result.replace(written, OLD) == raw + end
    assert json.loads(result)["meta"] == {"target": OLD}
    assert json.loads(result)["source"] == OLD
    assert mended(result.encode(), "jsonl", replacing(OLD, NEW)).decode() == result


BROKEN = (
    "Le le train", " , ", "part à Warschau", " .", "Il dit dit", "CafÃ©", "Mos\N{ZERO WIDTH SPACE}cou", ",,", "de le maire",
    "\n", "\n\n", ". ", "Le ministre est venu hier. ", "« Oui »", "mot,mot", "**gras**", "&amp;", "si il", "# ", "* ",
    "a\N{COMBINING GRAVE ACCENT}", "\N{GRINNING FACE}", "lapolice", "1.500", "Le chat. ",
)  # fmt: skip
broken_text = st.lists(st.sampled_from(BROKEN), min_size=1, max_size=14).map("".join)


@pytest.mark.parametrize("wanted", [is_safe, has_fix], ids=["safe", "unsafe"])
@pytest.mark.parametrize("format_name", ["text", "markdown", "jsonl"])
@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(text=broken_text, crlf=st.booleans())
def test_the_checks_own_suggestions_settle_and_a_second_run_changes_nothing(
    wanted: Callable[[Finding], bool], format_name: str, text: str, crlf: bool
) -> None:
    if format_name == "jsonl":
        text = json.dumps({"target": text, "title": text[:40], "target_lang": "fr"}, ensure_ascii=crlf) + "\n"
    data = text.replace("\n", "\r\n").encode() if crlf else text.encode()
    once = mended(data, format_name, real, wanted)
    assert mended(once, format_name, real, wanted) == once


LOOPS = {
    "there and back": [("aa", "bb"), ("bb", "aa")],
    "ever longer": [("aa", "aab")],
    "round and round": [("aa", "bb"), ("bb", "cc"), ("cc", "aa")],
    "into two": [("aa", "cc cc"), ("cc", "aa")],
}


@pytest.mark.parametrize("rules", LOOPS.values(), ids=LOOPS)
@settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
@given(text=st.text(alphabet="abc ", min_size=1, max_size=40).filter(str.strip))
def test_suggestions_that_chase_each_other_end_and_stay_as_they_are(rules: list[tuple[str, str]], text: str) -> None:
    def find(document: Document) -> list[Finding]:
        return [f for old, new in rules for f in replacing(old, new)(document)]

    once = mended(text.encode(), "text", find)
    assert mended(once, "text", find) == once


def test_of_suggestions_that_overlap_the_surest_is_taken() -> None:
    document = Document("d", "-", "abcdef")
    found = [hit(document, 0, 3, "X", sure=0.7), hit(document, 2, 5, "Y", sure=0.9), hit(document, 5, 6, "Z", sure=0.8)]
    assert applied(document.text, chosen(found), "text") == "abYf"


def test_a_suggestion_changes_only_what_it_changes_of_its_span() -> None:
    document = Document("d", "-", "le train , dit")
    (edit,) = chosen([hit(document, 3, 10, "train,")])
    assert (edit.start, edit.end, edit.text) == (8, 9, "")


MARKED = [
    ("Un m**o**t ici.\n", "mot", "terme", None),  # the change would cross the marks
    ("Un **mo** t , ici.\n", "mo t ,", "mot,", "Un **mo**t, ici.\n"),
    ("Un **mot** , ici.\n", "mot ,", "mot,", "Un **mot**, ici.\n"),
    ("Un **mot**suite.\n", "motsuite", "mot suite", "Un **mot** suite.\n"),
    ("Un mot: **suite**.\n", "mot: suite", "mot suite", "Un mot **suite**.\n"),
    ("Un mot ici.\n", "mot", "*terme*", None),  # reads as markup
    ("Un [mot](http://a.b/mot) ici.\n", "mot", "terme", "Un [terme](http://a.b/mot) ici.\n"),
    ("Un mot&nbsp;! `mot`\n", "mot", "terme", "Un terme&nbsp;! `terme`\n"),
    ("Un x&nbsp;! ici.\n", "x\N{NO-BREAK SPACE}!", "x!", None),  # an entity stands there
]


@pytest.mark.parametrize(("raw", "old", "new", "result"), MARKED)
def test_markdown_keeps_its_marks_and_a_change_across_them_is_not_made(
    raw: str, old: str, new: str, result: str | None
) -> None:
    assert mended(raw.encode(), "markdown", replacing(old, new)).decode() == (result or raw)


def test_what_is_markup_in_markdown_is_text_in_text() -> None:
    assert mended(b"Un mot ici.\n", "text", replacing("mot", "*terme*")) == b"Un *terme* ici.\n"


def test_front_matter_keeps_its_form() -> None:
    data = b'---\ntitle: "Le mot juste"\nlang: fr\n---\nUn mot ici.\n'
    assert mended(data, "markdown", replacing("mot", "terme")) == data.replace(b"mot", b"terme")
    assert mended(data, "markdown", replacing("mot", 'un "m"')) == data.replace(b"Un mot", b'Un un "m"')


def test_a_title_of_a_row_is_fixed_too() -> None:
    row = b'{"title": "Le mot", "text": "Un mot."}\n'
    assert mended(row, "jsonl", replacing("mot", "terme")) == row.replace(b"mot", b"terme")


def test_a_fix_that_the_encoding_has_not_is_left_and_the_others_are_made() -> None:
    data = "Un été, le mot, la fin.".encode("cp1252")

    def find(document: Document) -> list[Finding]:
        return [*replacing("mot", "\N{GREEK SMALL LETTER ALPHA}")(document), *replacing("fin", "suite")(document)]

    assert mended(data, "text", find) == data.replace(b"fin", b"suite")


UNWRITABLE = {
    "UTF-8 and Windows-1252 at once": "Un été et un ".encode() + b"\xe9t\xe9 mot",
    "a declared encoding that shifts": b'<?xml version="1.0" encoding="iso-2022-jp"?> mot',
    "half a UTF-16 unit": "Un mot".encode("utf-16") + b"\x00",
}


@pytest.mark.parametrize("data", UNWRITABLE.values(), ids=UNWRITABLE)
def test_a_file_that_could_not_be_written_back_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="save it as UTF-8"):
        mended(data, "text", replacing("mot", "terme"))


ROWS = [
    b'{"text": "Un mot."}',
    b"not json",
    b"",
    b'{"text": "Un mot \xe9t\xe9."}',  # no UTF-8
    b'{"text": 7}',
    b'{"text": "Un mot \\ud800."}',
    b'{"te\\u0078t": "Un mot."}',  # a key in escapes
    b'{"text": "x", "text": "Un mot."}',
]


def test_rows_that_cannot_be_fixed_stay_as_they_are_among_those_that_can() -> None:
    result = mended(b"\n".join(ROWS), "jsonl", replacing("mot", "terme")).split(b"\n")
    assert [number for number, (was, now) in enumerate(zip(ROWS, result, strict=True)) if was != now] == [0, 5, 7]
    assert result[5] == b'{"text": "Un terme \\ud800."}'


def test_what_is_safe_are_codes_of_checks_that_suggest() -> None:
    assert set(SAFE) <= {check.code for check in all_checks()}


def test_ignored_findings_are_not_fixed() -> None:
    data = b"<!-- mtqa-disable-next-line F101 -->\nLe le train part ce matin.\n\nLe le train part ce soir.\n"
    assert mended(data, "markdown", real, is_safe) == data.replace(
        b"Le le train part ce soir", b"Le train part ce soir"
    )
    row = b'{"text": "Le le train part.", "ignore": "F101"}'
    assert mended(row, "jsonl", real, is_safe) == row


def numbered(find: Callable[[Document], list[Finding]], lines: list[int]) -> Callable[[Document], list[Finding]]:
    def noting(document: Document) -> list[Finding]:
        lines.append(document.location(0).line)
        return find(document)

    return noting


def test_a_row_is_looked_at_with_its_own_line() -> None:
    lines: list[int] = []
    mended(b'{"text": "a"}\n\n{"text": "b"}\n', "jsonl", numbered(replacing("c", "d"), lines))
    assert lines == [1, 3, 1, 3]
