"""Findings become notes of XLIFF 1.2, and replace those of the run before."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtqa.cli import main

TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2"><file source-language="de" target-language="fr"><body>
  <trans-unit id="u1">
    <source>Die Brücke kostete 13 Millionen.</source>
    <target>Le pont a coûté 14 millions.</target>
    <note from="Ada">Bitte prüfen</note>
  </trans-unit>
  <trans-unit id="u2"><source>Leer.</source><target/></trans-unit>
  <trans-unit id="u3"><source>Er kam.</source><target>Il est est &lt;venu&gt;.</target></trans-unit>
  <trans-unit id="u4"><source>Gut.</source><target>Bien.</target></trans-unit>
</body></file></xliff>
"""
NOTE_1 = (
    '\n    <note from="mtqa" priority="3" annotates="target">A201 major: the source has 13, not 14 [14]</note>'
    '\n  </trans-unit>\n  <trans-unit id="u2">'
)
NOTE_3 = '</target><note from="mtqa" priority="7" annotates="target">F101 minor: '


def run(file: Path, *more: str) -> Result:
    return CliRunner().invoke(
        main, ["check", str(file), "--model", "none", "--select", "A201,F101", "--write-notes", *more]
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_each_unit_says_what_is_wrong_with_it_once(tmp_path: Path, line_end: str) -> None:
    file = tmp_path / "a.xlf"
    file.write_bytes(TEXT.replace("\n", line_end).encode())
    done = run(file)
    assert "notes in 2 units" in done.stderr
    noted = file.read_bytes()
    text = noted.decode().replace(line_end, "\n")
    assert NOTE_1 in text
    assert NOTE_3 in text
    assert text.count("<note ") == 3
    run(file)
    assert file.read_bytes() == noted


def test_notes_go_when_the_finding_does(tmp_path: Path) -> None:
    file = tmp_path / "a.xlf"
    file.write_text(TEXT, encoding="utf-8")
    run(file)
    file.write_text(
        file.read_text(encoding="utf-8").replace("coûté 14", "coûté 13").replace("est est", "est"), encoding="utf-8"
    )
    run(file)
    assert file.read_text(encoding="utf-8") == TEXT.replace("coûté 14", "coûté 13").replace("est est", "est")


def test_another_version_is_told_and_left(tmp_path: Path) -> None:
    file = tmp_path / "b.xlf"
    unit = '<unit id="a"><segment><target>Il est est venu.</target></segment>'
    text = f'<xliff version="2.0" srcLang="de" trgLang="fr"><file>{unit}'
    file.write_text(f"{text}</unit></file></xliff>", encoding="utf-8")
    done = run(file)
    assert "no notes written: is no XLIFF 1.2" in done.stderr
    assert done.exit_code == 2
    assert file.read_text(encoding="utf-8") == f"{text}</unit></file></xliff>"


HEAD = '<xliff version="1.2"><file source-language="de" target-language="fr"><body>'
FOUND = "<source>Er kam.</source><target>Il est est venu.</target>"
NOTE = '<note from="mtqa" priority="7" annotates="target">F101 minor: “est” stands here twice [est est]</note>'
# Units with what becomes of them: the note's place, name and characters are those that the format allows.
NOTED = [
    (f"<trans-unit>{FOUND}<sdl:seg/></trans-unit>", f"<trans-unit>{FOUND}{NOTE}<sdl:seg/></trans-unit>"),
    (
        f"<trans-unit>{FOUND}\n  <mq:a><mq:b/></mq:a>\n</trans-unit>",
        f"<trans-unit>{FOUND}\n  {NOTE}\n  <mq:a><mq:b/></mq:a>\n</trans-unit>",
    ),
    (f'<trans-unit>{FOUND}<note from="mtqa"/></trans-unit>', f"<trans-unit>{FOUND}{NOTE}</trans-unit>"),
    (
        "<x:trans-unit><x:target>Il est est venu.</x:target></x:trans-unit>",
        f"<x:trans-unit><x:target>Il est est venu.</x:target>{NOTE.replace('note', 'x:note')}</x:trans-unit>",
    ),
    (
        f"<!-- <trans-unit>{FOUND}</trans-unit> --><trans-unit>{FOUND}</trans-unit>",
        f"<!-- <trans-unit>{FOUND}</trans-unit> --><trans-unit>{FOUND}{NOTE}</trans-unit>",
    ),
    (
        '<trans-unit><target><![CDATA[<note from="mtqa">a</note>]]></target></trans-unit>',
        '<trans-unit><target><![CDATA[<note from="mtqa">a</note>]]></target></trans-unit>',
    ),
    (f"<trans-unit><target/>{NOTE}</trans-unit>", "<trans-unit><target/></trans-unit>"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-2"])
@pytest.mark.parametrize(("unit", "noted"), NOTED, ids=range(len(NOTED)))
def test_notes_stand_where_the_format_allows_them(unit: str, noted: str, encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "a.xlf"
    head = f'<?xml version="1.0" encoding="{encoding}"?>{HEAD}'
    file.write_bytes(f"{head}{unit}</body></file></xliff>".encode(encoding, "xmlcharrefreplace"))
    for _ in range(2):
        run(file)
        wanted = f"{head}{noted}</body></file></xliff>".encode(encoding, "xmlcharrefreplace")
        assert file.read_bytes() == wanted


def test_no_character_that_xml_has_not_comes_into_a_note(tmp_path: Path) -> None:
    file = tmp_path / "a.xlf"
    text = f"{HEAD}<trans-unit><target>Oui oui\x01 oui\x01 non.</target></trans-unit></body></file></xliff>"
    file.write_text(text, encoding="utf-8")
    CliRunner().invoke(main, ["check", str(file), "--model", "none", "--write-notes"])
    assert "\x01" not in file.read_text(encoding="utf-8").partition("</target>")[2]


def test_notes_of_units_that_a_branch_does_not_touch_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path("a.xlf")
    rows = [f"<trans-unit id='{n}'><target>Il est est venu.</target></trans-unit>" for n in range(9)]
    rows[2] = rows[2].replace("</trans-unit>", f"{NOTE.replace('twice', 'often')}</trans-unit>")
    rows[8] = rows[8].replace("est est", "est")
    file.write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    rows[8] = rows[8].replace("est", "est est")
    file.write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    assert "notes in 1 unit" in run(file, "--changed-since", "HEAD").stderr
    rows[8] = rows[8].replace("</trans-unit>", f"{NOTE}</trans-unit>")
    assert file.read_text(encoding="utf-8") == "\n".join([HEAD, *rows, ""])
