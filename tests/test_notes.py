"""Findings become notes of XLIFF 1.2, and replace those of the run before."""

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
