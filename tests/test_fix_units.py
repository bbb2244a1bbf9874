"""`--fix` in XLIFF, TMX and PO: the words change, and nothing else does."""

import subprocess
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.cli import main
from mtqa.fix.files import Fixer, fix_file
from mtqa.fix.units import units

XLIFF = """<?xml version="1.0" encoding="{encoding}"?>
<xliff version="1.2"><file source-language="de" target-language="fr"><body><group id="g">
  <trans-unit id="u1"><source>Der Minister fuhr nach <g id="1">Moskau</g>.</source>
    <target state="translated">Le ministre est allé à <g id="1">Moskau</g> mardi &amp; mercredi mercredi.</target></trans-unit>
  <trans-unit id="u2"><source>Er sagte <x id="1"/> ja.</source><target>Il a a <x id="1"/> dit , oui.</target></trans-unit>
  <!-- <trans-unit id="u9"><target>Il a a dit.</target></trans-unit> -->
  <trans-unit id="u3"><source>Es regnet.</source><target>Il pleut <g id="2">pleut</g>.</target></trans-unit>
</group></body></file></xliff>
"""
MENDED = (
    ('<g id="1">Moskau</g> mardi &amp; mercredi mercredi.', '<g id="1">Moscou</g> mardi &amp; mercredi.'),
    ('Il a a <x id="1"/> dit , oui.', 'Il a <x id="1"/> dit, oui.'),
)
XLIFF_2 = """<xliff version="2.0" srcLang="de" trgLang="fr"><file id="f"><unit id="a">
<segment id="1"><source>Er kam.</source><target>Il est est <pc id="1">venu</pc>.</target></segment>
<segment id="2"><source>Er ging.</source><target>Il est parti.</target></segment>
</unit></file></xliff>
"""
TMX = """<tmx version="1.4"><header srclang="de"/><body>
<tu tuid="1"><tuv xml:lang="de"><seg>Er kam.</seg></tuv>
<tuv xml:lang="fr"><seg>Il est est <ph>&lt;br/&gt;</ph> venu.</seg></tuv></tu>
</body></tmx>
"""
PO = """msgid ""
msgstr "Language: fr\\n"

#: a.c:1
msgid "Der \\"Bus\\" kommt, ja."
msgstr "Le \\"bus\\" est est "
"venu , oui.\\n"
"""
CASES = [
    ("a.xlf", XLIFF.format(encoding="UTF-8"), MENDED),
    ("b.xlf", XLIFF_2, (("Il est est <pc", "Il est <pc"),)),
    ("c.tmx", TMX, (("Il est est <ph>", "Il est <ph>"),)),
    (
        "e.tmx",
        TMX.replace("</tu>", '<tuv xml:lang="fr-CA"><seg>Il est est là &amp; ici.</seg></tuv></tu>'),
        (("est est <ph>", "est <ph>"), ("est est là", "est là")),
    ),
    (
        "f.xlf",
        XLIFF_2.replace(
            '<segment id="1">', '<!-- <segment><target>Il est est là.</target></segment> -->\n<segment id="1">'
        ),
        (("est est <pc", "est <pc"),),
    ),
    ("d.po", PO, (('est est "\n"venu , oui', 'est "\n"venu, oui'),)),
]


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, ["check", *arguments, "--lang", "fr", "--source-lang", "de", "--model", "none"])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.stdout


def wanted(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(("name", "text", "changes"), CASES, ids=[case[0] for case in CASES])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_words_change_and_nothing_else(
    name: str, text: str, changes: tuple[tuple[str, str], ...], line_end: str, encoding: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    shown = text.replace('encoding="UTF-8"', f'encoding="{encoding.removesuffix("-sig")}"')
    file.write_bytes(shown.replace("\n", line_end).encode(encoding))
    run(str(file), "--fix")
    assert file.read_bytes() == wanted(shown, changes).replace("\n", line_end).encode(encoding)
    before = file.stat().st_mtime_ns
    run(str(file), "--fix")
    assert file.stat().st_mtime_ns == before


def test_a_repetition_across_a_tag_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.xlf"
    file.write_text(XLIFF.format(encoding="UTF-8"), encoding="utf-8")
    run(str(file), "--fix", "--unsafe-fixes")
    assert 'Il pleut <g id="2">pleut</g>.' in file.read_text(encoding="utf-8")


def test_a_patch_shows_whole_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.xlf").write_text(XLIFF.format(encoding="UTF-8"), encoding="utf-8")
    patch = run("a.xlf", "--diff")
    assert "No newline" not in patch
    assert '+  <trans-unit id="u2"><source>Er sagte <x id="1"/> ja.</source>' in patch
    assert [sum(line.startswith(sign) for line in patch.splitlines()[2:]) for sign in "-+"] == [2, 2]


def test_what_a_branch_does_not_touch_is_not_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    row = "<trans-unit id='{}'><target>Il est est venu.</target></trans-unit>"
    rows = ["<xliff version='1.2'><file target-language='fr'><body>", *(row.format(number) for number in range(6)), ""]
    Path("a.xlf").write_text("\n".join(rows), encoding="utf-8")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    rows[5] = rows[5].replace("venu", "parti")
    Path("a.xlf").write_text("\n".join(rows), encoding="utf-8")
    run("a.xlf", "--fix", "--changed-since", "HEAD")
    assert Path("a.xlf").read_text(encoding="utf-8") == "\n".join(rows).replace("est est parti", "est parti")


def test_a_file_of_any_size_is_fixed_in_little_memory(tmp_path: Path) -> None:
    file = tmp_path / "a.xlf"
    unit = "<trans-unit id='1'><source>Er kam.</source><target>Il est venu.</target></trans-unit>" + " " * 100_000
    file.write_text(f"<xliff version='1.2'>{unit * 200}", encoding="utf-8")
    tracemalloc.start()
    fix_file(file, "xliff", Fixer(lambda document: (), lambda finding: True))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 14_000_000 < file.stat().st_size  # 8 MB are kept before the rest goes to the disk


@given(st.text("<>/=\"' \n\rtransuni-idsegmtuvk&;é[]!?", max_size=300))
@settings(max_examples=100, deadline=None)
@pytest.mark.parametrize("name", ["xliff", "tmx", "po"])
def test_units_of_anything_are_the_file(name: str, text: str) -> None:
    root = {"xliff": "<xliff><trans-unit id='a'><target>Oui", "tmx": "<tmx><tu><tuv><seg>Oui", "po": 'msgid "a"\n'}[
        name
    ]
    raw = root + text
    _, found = units(BytesIO(raw.encode()), "-", name)
    parts = list(found)
    assert "".join(part.before + part.text for part in parts) == raw
    for part in parts:
        part.read(part.text)
