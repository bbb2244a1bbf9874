"""Whatever the bytes, the readers give documents and problems, never an exception; escapes lead back to the file."""

import csv
import html
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import documents, items, misplaced

from mtqa.readers import Problem, formats

PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=80).filter(
    str.strip
)
PRINTED = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80).filter(str.strip)
PROSE = st.text("abc éß„“\"\\&<>' \n\t\N{SHIP}0", min_size=1, max_size=60).filter(str.strip)
# Pieces that formats trip over, in any order.
SHARDS = st.lists(
    st.from_regex(
        r"</?(?:p|a|item|title|rss|entry|br|td|li|script|div class=nav|unk)>|<!--|-->|<!\[CDATA\[|\]\]>|&(?:amp;|#8364;|x)"
        r'|\{"text":|"a\\u00e9"|[]["}{,;\\*_`| \n]|""|text,id\n|# |- |1\. |\| a |\n\|---\||```\n|\[x\]\(y\)'
        r"|> |---\n|    |word|été|\r\n|\x00",
        fullmatch=True,
    ),
    max_size=30,
).map("".join)


@pytest.mark.parametrize("name", sorted(formats()))
@given(text=SHARDS | st.text())
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    for item in items(text.encode("utf-8", "replace"), name):
        if isinstance(item, Problem):
            assert "\n" not in str(item)
            continue
        assert item.text.strip()
        assert f"{item.text}{item.title}{item.id}".encode()
        for anchors in (item.anchors, item.title_anchors):
            starts = [anchor.start for anchor in anchors]
            assert starts == sorted(set(starts))
            assert starts[0] == 0


@given(data=st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert all(item.text.strip() for item in items(data) if not isinstance(item, Problem))


@given(text=PLAIN | PROSE, title=PLAIN, is_ascii=st.booleans(), indent=st.sampled_from([None, 2]))
def test_json_strings_come_back(text: str, title: str, is_ascii: bool, indent: int | None) -> None:
    raw = json.dumps({"id": "x", "title": title, "target": text}, ensure_ascii=is_ascii, indent=indent)
    (item,) = documents(raw, "jsonl" if indent is None else "json")
    assert (item.text, item.title) == (text, title if title.strip() else None)
    assert misplaced(item, raw) == []


@given(cells=st.lists(PROSE | PRINTED, min_size=1, max_size=4), delimiter=st.sampled_from(",;\t"))
def test_csv_cells_come_back(cells: list[str], delimiter: str) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "target"])
    writer.writerows([number, cell] for number, cell in enumerate(cells))
    raw = written.getvalue()
    found = documents(raw, "csv")
    assert [item.text for item in found] == cells
    assert [wrong for item in found for wrong in misplaced(item, raw)] == []


@settings(max_examples=60)
@given(text=PROSE)
def test_html_entities_come_back(text: str) -> None:
    escaped = html.escape(text).replace("é", "&eacute;").replace("\N{SHIP}", "&#x1F6A2;")
    raw = f"<html><body><article>\n<p>{escaped}</p></article></body></html>"
    (item,) = documents(raw, "html")
    assert item.text == " ".join(text.split())
    assert misplaced(item, raw) == []


@settings(max_examples=60)
@given(text=PROSE)
def test_html_escaped_in_a_feed_comes_back(text: str) -> None:
    inner = f"<p>{html.escape(text)}</p>"
    raw = f"<rss><item><title>t</title><description>\n{html.escape(inner)}</description></item></rss>"
    (item,) = documents(raw, "feed")
    assert item.text == " ".join(text.split())
    assert misplaced(item, raw) == []
