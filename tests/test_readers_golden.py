"""Every format, read whole: tests/data/readers/NAME and NAME.expected, which is read as prose."""

from pathlib import Path

import pytest
from reading import misplaced, told

from mtqa.readers import read
from mtqa.readers.files.decode import decode
from mtqa.segment import Document

DATA = Path(__file__).parent / "data" / "readers"
FILES = sorted(file.name for file in DATA.iterdir() if file.suffix != ".expected")


@pytest.mark.parametrize("name", FILES)
def test_a_file_reads_as_expected(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DATA)
    found = "".join(f"{line}\n" for item in read([name]) for line in told(item))
    assert found == Path(f"{name}.expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_every_letter_stands_where_its_location_says(name: str) -> None:
    raw = decode((DATA / name).read_bytes())[0]
    found = [item for item in read([str(DATA / name)]) if isinstance(item, Document)]
    assert found
    assert [wrong for item in found for wrong in misplaced(item, raw)] == []


@pytest.mark.parametrize("name", FILES)
def test_blocks_are_apart_and_hold_text(name: str) -> None:
    for item in read([str(DATA / name)]):
        assert isinstance(item, Document)
        end = 0
        for block in item.blocks:
            assert end <= block.start < block.end <= len(item.text)
            assert item.text[block.start : block.end].strip() == item.text[block.start : block.end]
            end = block.end
