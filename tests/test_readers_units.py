"""XLIFF, TMX and PO that are broken, hostile or large."""

import tracemalloc
from collections.abc import Iterator
from io import BytesIO, RawIOBase
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import documents, misplaced, problems

from mtqa.readers import read
from mtqa.segment import Document

HEAD = '<xliff version="1.2"><file source-language="de" target-language="fr"><body>'
UNIT = '<trans-unit id="u{0}"><source>Quelle {0}</source><target>Cible {0}</target></trans-unit>'
PROSE = st.text("abc éß„“\"\\&<>' \n\t\N{SHIP}0", min_size=1, max_size=60).filter(str.strip)


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("<html/>", "xliff", "is no XLIFF: <xliff> was expected, and <html> came"),
        ("<xliff/>", "tmx", "is no TMX: <tmx> was expected, and <xliff> came"),
        (f"{HEAD}</body></file></xliff>", "xliff", "holds no <trans-unit> or <segment>"),
        ('<!DOCTYPE xliff [<!ENTITY a "b">]><xliff/>', "xliff", "declares a document type (DTD), refused as unsafe"),
        (f'{HEAD}<!DOCTYPE x SYSTEM "file:///etc/passwd">{UNIT}', "xliff", "declares a document type (DTD)"),
        (f"{HEAD}<trans-unit id='a'><target>Oui</target>", "xliff", "is broken XML, a unit without its end"),
        (f"{HEAD}<trans-unit id='a'>\n<target>Oui <g>non</target></trans-unit>", "xliff", "-:2: is broken XML, a tag"),
        (f"{HEAD}<trans-unit id='{'a' * 2_000_000}'>{UNIT}", "xliff", "begins an item of more than 1 million"),
        (f"{HEAD}{'<group>' * 1_001}{UNIT}", "xliff", "has groups in groups, more than 1000 deep"),
        ("nothing of the kind", "po", "is no line of a PO file"),
        ('msgid "a\nmsgstr "b"', "po", "is no line of a PO file"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(text: str, name: str, told: str) -> None:
    found = problems(text, name)
    assert any(told in one for one in found)
    assert all("\n" not in one for one in found)


def test_what_breaks_every_unit_is_told_once() -> None:
    broken = "<trans-unit id='{0}'><target>Oui <g>{0}</target></trans-unit>"
    text = HEAD + "".join(broken.format(number) for number in range(50))
    assert len(problems(text, "xliff")) == 1
    assert len(documents(text, "xliff")) == 50


def unit(number: int, about: str) -> str:
    return UNIT.format(number).replace(" id", f" {about} id")


RESNAMED = unit(1, "resname='a/>b'")

# What a file says of its units: the units that are read, each with its languages.
SAID = [
    (f"{HEAD}<group translate='no'><group>{UNIT.format(1)}</group></group>{UNIT.format(2)}", [("u2", "de", "fr")]),
    (f"{HEAD}<group translate='no'>{unit(1, 'translate=yes')}</group>", [("u1", "de", "fr")]),
    (
        f"{HEAD}{UNIT.format(1)}</body></file><file source-language='en'><body>{UNIT.format(2)}",
        [("u1", "de", "fr"), ("u2", "en", None)],
    ),
    (HEAD.replace("<file", "<file original='a > b'") + UNIT.format(1), [("u1", "de", "fr")]),
    (f"{HEAD}{RESNAMED}", [("u1", "de", "fr")]),
    (f"{HEAD}<!-- <!DOCTYPE --><group/></group>{UNIT.format(1)}", [("u1", "de", "fr")]),
    (
        "<xliff version='2.0' srcLang='de' trgLang='fr'><file translate='no'><unit id='a'><segment><target>Non</target>"
        "</segment></unit></file><file><unit id='b'><segment><target><![CDATA[<!DOCTYPE]]></target></segment></unit>",
        [("b", "de", "fr")],
    ),
]


@pytest.mark.parametrize(("text", "said"), SAID, ids=range(len(SAID)))
def test_what_stands_around_a_unit_holds_for_it_and_no_longer(text: str, said: list[tuple[str, str, str]]) -> None:
    assert [(one.unit, one.source_lang, one.target_lang) for one in documents(text, "xliff")] == said


def test_a_suffix_that_many_share_says_less_than_the_first_element(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(f"{HEAD}{UNIT.format(1)}</body></file></xliff>", encoding="utf-8")
    for path in (tmp_path, tmp_path / "a.xml"):
        assert [one.unit for one in read([str(path)]) if isinstance(one, Document)] == ["u1"]


def test_a_unit_without_its_end_is_read_and_the_next_one_too() -> None:
    found = documents(f"{HEAD}<trans-unit id='a'><target>Oui</target>{UNIT.format(1)}</body></file></xliff>", "xliff")
    assert [(one.unit, one.text) for one in found] == [("a", "Oui"), ("u1", "Cible 1")]


def test_a_unit_that_is_too_long_is_left_out_and_the_rest_goes_on() -> None:
    long = f"<trans-unit id='long'><target>{'x' * 3_000_000}</target></trans-unit>"
    text = f"{HEAD}{UNIT.format(1)}{long}{UNIT.format(2)}</body></file></xliff>"
    assert [one.unit for one in documents(text, "xliff")] == ["u1", "u2"]
    assert any("begins an item of more than 1 million characters" in one for one in problems(text, "xliff"))


@given(source=PROSE, target=PROSE)
def test_escapes_of_xliff_lead_back_to_the_file(source: str, target: str) -> None:
    raw = f"{HEAD}<trans-unit id='a'>\n<source>{escape(source)}</source><target>{escape(target)}</target></trans-unit>"
    (item,) = documents(f"{raw}</body></file></xliff>", "xliff")
    assert (item.source, item.text) == (source, target)
    assert misplaced(item, raw) == []


@given(source=PROSE, target=PROSE, width=st.integers(3, 40))
def test_escapes_of_po_lead_back_to_the_file(source: str, target: str, width: int) -> None:
    def written(text: str) -> str:
        parts = [text[at : at + width] for at in range(0, len(text), width)]
        escaped = (p.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") for p in parts)
        return "\n".join(f'"{part}"' for part in escaped)

    raw = f"msgid {written(source)}\nmsgstr {written(target)}\n"
    (item,) = documents(raw, "po")
    assert (item.source, item.text) == (source, target)
    assert misplaced(item, raw) == []


class Endless(RawIOBase):
    """A stream of many units that is never held as a whole."""

    def __init__(self, units: int) -> None:
        self._parts = self._made(units)
        self._rest = b""

    def _made(self, units: int) -> Iterator[bytes]:
        yield HEAD.encode()
        for number in range(units):
            yield UNIT.format(number).encode()
        yield b"</body></file></xliff>"

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        while len(self._rest) < len(buffer) and (part := next(self._parts, b"")):
            self._rest += part
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def test_memory_does_not_grow_with_the_file() -> None:
    stream = Endless(30_000)
    tracemalloc.start()
    count = sum(isinstance(one, Document) for one in read(["-"], input_format="xliff", stdin=stream))  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 30_000
    assert peak < 12_000_000  # some 3 MB of text pass


def test_a_byte_order_mark_and_utf_16_are_read() -> None:
    text = f"{HEAD}{UNIT.format('é')}</body></file></xliff>"
    for encoding in ("utf-8-sig", "utf-16"):
        (item,) = [one for one in read(["-"], stdin=BytesIO(text.encode(encoding))) if isinstance(one, Document)]
        assert item.text == "Cible é"
