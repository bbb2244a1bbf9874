"""The file under what was read from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mtqa.render import _raw
from mtqa.render._place import Region
from mtqa.render._raw import RawLines
from mtqa.segment import Anchor, Document

ROWS = [f"{number} é\N{GRINNING FACE}x" for number in range(1, 101)]


def document(file: Path) -> Document:
    return Document("a", str(file), "x", anchors=(Anchor(0, 1, 4),))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "rows.jsonl"
    made.write_text("\n".join(ROWS), encoding="utf-8")
    return made


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were opened."""
    opened: list[str] = []
    real = _raw._lines_of

    def counted(path: str) -> Iterator[tuple[int, str | None]]:
        opened.append(path)
        return real(path)

    monkeypatch.setattr(_raw, "_lines_of", counted)
    return opened


def test_lines_come_in_any_order_from_one_reading_while_they_are_held(file: Path, readings: list[str]) -> None:
    raw = RawLines()
    assert [raw.line(document(file), number) for number in (3, 1, 100, 2, 101)] == [
        ROWS[2],
        ROWS[0],
        ROWS[99],
        ROWS[1],
        None,
    ]
    assert readings == [str(file)]


def test_a_line_let_go_is_read_again_but_not_for_ever(
    file: Path, readings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_raw, "LOOKING_BACK", 30)
    monkeypatch.setattr(_raw, "MOST_READINGS", 2)
    raw = RawLines()
    told = [raw.line(document(file), number) for number in (50, 1, 50, 1, 50, 1)]
    assert told == [ROWS[49], ROWS[0], ROWS[49], ROWS[0], ROWS[49], None]
    assert len(readings) == 3


def test_bytes_are_counted_on_from_the_last_column(file: Path) -> None:
    raw = RawLines()
    assert [raw.byte_column(document(file), 1, column) for column in (1, 3, 4, 5, 6, 3)] == [1, 3, 5, 9, 10, 3]
    assert raw.byte_column(document(file), 2, 5) == 9


def test_a_region_over_lines_is_what_stands_there(file: Path) -> None:
    assert RawLines().text(document(file), Region(1, 3, 2, 2)) == "é\N{GRINNING FACE}x\n2"
    assert RawLines().text(document(file), Region(100, 3, 101, 2)) is None


def test_what_has_gone_or_is_no_file_has_no_lines(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.jsonl", Path("-"), tmp_path):
        assert RawLines().line(document(path), 1) is None


def test_a_line_too_long_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_raw, "MAX_BYTES", 20)
    file = tmp_path / "rows.jsonl"
    file.write_text(f"a\n{'b' * 50}\nc", encoding="utf-8")
    raw = RawLines()
    assert [raw.line(document(file), number) for number in (1, 2, 3)] == ["a", None, "c"]
