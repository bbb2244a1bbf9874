"""Feeds and tables of any length: one item in memory at a time, each as soon as it is read."""

import io
import tracemalloc
from collections.abc import Iterator

import pytest

from mtqa.readers import Problem, read
from mtqa.readers.files.source import rewound

WORDS = "The council met on Tuesday and put the vote off until the spring. " * 4
ROWS = 5_000


def rows(start: str, row: str, end: str = "") -> Iterator[bytes]:
    """A feed made while it is read."""
    yield start.encode()
    for number in range(ROWS):
        yield row.replace("NUMBER", str(number)).encode()
    yield end.encode()


STREAMS = {
    "jsonl": ("", f'{{"id": NUMBER, "text": "{WORDS}"}}\n', ""),
    "csv": ("id,text\n", f'NUMBER,"{WORDS}"\n', ""),
    "json": ("[", f'{{"id": NUMBER, "text": "{WORDS}"}},\n', '{"id": "end", "text": "end"}]'),
    "feed": (
        "<rss><channel>",
        f"<item><guid>NUMBER</guid><title>a</title><description>{WORDS}</description></item>\n",
        "</channel></rss>",
    ),
    "jsonfeed": (
        '{"version": "https://jsonfeed.org/version/1.1", "items": [',
        f'{{"id": NUMBER, "content_text": "{WORDS}"}},',
        "{}]}",
    ),
}


@pytest.mark.parametrize("name", STREAMS)
def test_a_stream_passes_in_less_memory_than_it_has_bytes(name: str) -> None:
    tracemalloc.start()
    count, last = 0, ""
    for item in read(["-"], input_format=name, stdin=rewound(rows(*STREAMS[name]))):
        if not isinstance(item, Problem):
            count, last = count + 1, item.id
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (count, last) in [(ROWS, str(ROWS - 1)), (ROWS + 1, "end")]
    assert peak < 1_000_000  # bytes; the input has 1.4 million and more, and four times as many rows need no more


@pytest.mark.parametrize("name", STREAMS)
def test_the_first_item_comes_before_the_last_is_there(name: str) -> None:
    pulled = 0

    def counted() -> Iterator[bytes]:
        nonlocal pulled
        for pulled, row in enumerate(rows(*STREAMS[name])):  # noqa: B007
            yield row

    first = next(read(["-"], input_format=name, stdin=rewound(counted())))
    assert not isinstance(first, Problem)
    assert pulled < ROWS / 10


@pytest.mark.parametrize("size", [1, 7, 64, 300])
@pytest.mark.parametrize("name", STREAMS)
def test_it_makes_no_difference_how_a_stream_is_cut(name: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    start, row, end = STREAMS[name]
    raw = (start + "".join(row.replace("NUMBER", f'"{n}é"' if '"' in row else str(n)) for n in range(9)) + end).encode()
    whole = list(read(["-"], input_format=name, stdin=io.BytesIO(raw)))
    monkeypatch.setattr("mtqa.readers.files.source.CHUNK_BYTES", size)
    cut = list(read(["-"], input_format=name, stdin=io.BytesIO(raw)))
    assert [item for item in cut if not isinstance(item, Problem)] == [i for i in whole if not isinstance(i, Problem)]
    assert len(whole) >= 9
