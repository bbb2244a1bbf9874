"""`mtqa check --fix` and `--diff`, as a user meets them: files, links, permissions, patches, exit codes."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtqa.cli import main
from mtqa.errors import InputError
from mtqa.finding import Finding
from mtqa.fix.diff import unified
from mtqa.fix.files import Fixer, fix_file
from mtqa.segment import Document

BROKEN = "Le train part à Warschau , dit le le maire.\r\nLa suite est connue.\r\n"
FIXED = "Le train part à Varsovie, dit le maire.\r\nLa suite est connue.\r\n"
LANGS = ("--lang", "fr", "--source-lang", "de", "--model", "none")


def check(*arguments: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["check", *LANGS, *map(str, arguments)], input=stdin)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_bytes(BROKEN.encode())
    return file


def test_fix_mends_the_file_and_says_what_was_done_and_what_is_left(broken: Path) -> None:
    result = check("--fix", broken)
    assert broken.read_bytes() == FIXED.encode()
    assert result.stderr == "mtqa: fixed 3 findings in 1 file (A102 1, F101 1, F305 1); 0 findings left\n"
    assert result.exit_code == 0
    assert check("--fix", broken).stderr == "mtqa: fixed nothing; 0 findings left\n"


def test_what_is_left_fails_the_run_as_ever_and_is_counted(broken: Path) -> None:
    broken.write_text(
        "Le le maire part. La Vereinbarung est rejetée, dit le Conseil de 3.5 millions.\n", encoding="utf-8"
    )
    result = check("--fix", broken)
    assert result.exit_code == 1
    assert "A101" in result.stdout
    assert "F101" not in result.stdout
    assert "; 2 findings left, 1 of them with a suggestion (--unsafe-fixes)\n" in result.stderr
    assert check("--fix", "--fail-on", "critical", broken).exit_code == 0
    assert check("--fix", "--unsafe-fixes", "--ignore", "A101", broken).exit_code == 0
    assert "3,5 millions" in broken.read_text(encoding="utf-8")


def test_a_machine_format_prints_nothing_else_on_standard_output(broken: Path) -> None:
    result = check("--fix", "--output-format", "json", broken)
    assert json.loads(result.stdout)["summary"]["findings"] == {"critical": 0, "major": 0, "minor": 0}


def test_diff_changes_nothing_and_tells_by_its_exit_code_whether_something_would(broken: Path) -> None:
    result = check("--diff", broken)
    assert broken.read_bytes() == BROKEN.encode()
    assert result.exit_code == 1
    assert result.stderr == "mtqa: would fix 3 findings in 1 file (A102 1, F101 1, F305 1)\n"
    assert check("--diff", "--exit-zero", broken).exit_code == 0
    broken.write_bytes(FIXED.encode())
    assert (check("--diff", broken).exit_code, check("--diff", broken).stdout) == (0, "")


GAP = "Rien.\n\n" * 9  # more than the context of two hunks
TREE = {
    "a.txt": BROKEN,
    "no end.txt": "Le le maire parle.",
    "b.md": f"# Titre\n\n{GAP}Le **train** part à [Warschau](http://x.y) , dit-il.\n\n{GAP}Le le maire.\n",
    "c.jsonl": "".join(f'{{"id": {n}, "target": "Le {"le " * (n % 40 == 7)}maire parle ici."}}\n' for n in range(200)),
    "clean.txt": "Le maire parle ici.\n",
}  # fmt: skip


@pytest.mark.parametrize("command", [["patch", "-p0", "--binary"], ["git", "apply", "-p0"]], ids=["patch", "git"])
def test_the_patch_gives_what_fix_gives(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("patched", "fixed"):
        (tmp_path / folder).mkdir()
        for name, text in TREE.items():
            (tmp_path / folder / name).write_bytes(text.encode())
    monkeypatch.chdir(tmp_path / "patched")
    result = check("--diff", *sorted(TREE))
    subprocess.run(command, input=result.stdout_bytes, check=True, capture_output=True)
    monkeypatch.chdir(tmp_path / "fixed")
    check("--fix", *sorted(TREE))
    fixed = {f.name: f.read_bytes() for f in (tmp_path / "fixed").iterdir()}
    assert {f.name: f.read_bytes() for f in (tmp_path / "patched").iterdir()} == fixed
    assert [name for name, text in TREE.items() if fixed[name] != text.encode()] == [
        "a.txt",
        "no end.txt",
        "b.md",
        "c.jsonl",
    ]


def test_a_diff_has_hunks_with_three_lines_around_each_change() -> None:
    lines = [f"{n}\n" for n in range(1, 30)]
    pairs = [(line, "x\n" if line in ("5\n", "12\n", "29\n") else line) for line in lines]
    heads = [line for line in "".join(unified("f", pairs)).splitlines() if line.startswith("@@")]
    assert heads == ["@@ -2,14 +2,14 @@", "@@ -26,4 +26,4 @@"]


def test_standard_input_is_shown_as_a_patch_and_not_fixed() -> None:
    result = check("--diff", "-", stdin=BROKEN.encode())
    assert result.stdout.startswith("--- -\n+++ -\n@@ -1,2 +1,2 @@\n-Le train part à Warschau , ")
    row = b'{"id": 1, "target": "Le le maire."}\n'
    assert '+{"id": 1, "target": "Le maire."}\n' in check("--diff", "-", stdin=row).stdout
    told = check("--fix", "-", stdin=BROKEN.encode()).stderr
    assert told.startswith(
        "mtqa: not fixed: standard input: only text, Markdown, JSONL, XLIFF, TMX and PO files are written; --diff"
    )


def test_formats_that_are_not_written_are_told_in_one_line_and_left(tmp_path: Path) -> None:
    files = {
        "a.html": "<p>Le le maire parle ici.</p>",
        "b.html": "<p>Le le maire.</p>",
        "c.csv": "target\nLe le maire.\n",
        "d.txt": "Le le maire.",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = check("--fix", tmp_path)
    assert (
        "mtqa: not fixed: 2 html, 1 csv: only text, Markdown, JSONL, XLIFF, TMX and PO files are written\n"
        in result.stderr
    )
    assert "fixed 1 finding in 1 file (F101 1); 3 findings left\n" in result.stderr
    assert [(tmp_path / name).read_text(encoding="utf-8") == text for name, text in files.items()] == [
        True,
        True,
        True,
        False,
    ]


def test_permissions_stay(broken: Path) -> None:
    broken.chmod(0o640)
    check("--fix", broken)
    assert broken.stat().st_mode & 0o777 == 0o640
    assert broken.read_bytes() == FIXED.encode()


def test_a_link_stays_one_and_its_file_is_fixed(broken: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    link = tmp_path / "sub" / "link.txt"
    link.symlink_to("../a.txt")
    check("--fix", link)
    assert link.is_symlink()
    assert broken.read_bytes() == FIXED.encode()


def test_a_link_that_leads_out_of_the_folder_is_left(broken: Path, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "out.txt").symlink_to(broken)
    result = check("--fix", folder)
    assert broken.read_bytes() == BROKEN.encode()
    assert f"out.txt: not fixed: it is a link out of the folder; name {broken} to fix it" in result.stderr


def test_a_file_met_twice_is_fixed_once(broken: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert "fixed 3 findings in 1 file" in check("--fix", tmp_path, broken).stderr


def test_a_read_only_file_and_one_with_other_names_are_told_and_left(tmp_path: Path) -> None:
    closed, twin = tmp_path / "closed.txt", tmp_path / "twin.txt"
    for file in (closed, twin):
        file.write_bytes(BROKEN.encode())
    closed.chmod(0o444)
    os.link(twin, tmp_path / "other.text")
    result = check("--fix", closed, twin)
    assert result.exit_code == 2
    assert "closed.txt: cannot be fixed: it is read-only\n" in result.stderr
    assert "twin.txt: cannot be fixed: it has other names (hard links)" in result.stderr
    assert closed.read_bytes() == twin.read_bytes() == BROKEN.encode()
    assert "fixed nothing" in result.stderr


def test_what_cannot_be_read_is_told_once_and_the_rest_is_fixed(broken: Path, tmp_path: Path) -> None:
    (tmp_path / "mixed.txt").write_bytes("Un été et le le ".encode() + b"\xe9t\xe9.\n")
    result = check("--fix", tmp_path, tmp_path / "none.txt")
    assert result.exit_code == 2
    assert result.stderr.count("none.txt") == 1
    assert broken.read_bytes() == FIXED.encode()
    assert check("--diff", tmp_path / "none.txt").exit_code == 2


def test_a_file_that_changes_meanwhile_is_left(broken: Path) -> None:
    def find(document: Document) -> list[Finding]:
        broken.write_text("A new text.\n", encoding="utf-8")
        from test_fix import hit

        return [hit(document, 0, 2, "La")] if document.text.startswith("Le") else []

    with pytest.raises(InputError, match="was changed by another program meanwhile"):
        fix_file(broken, "text", Fixer(find, lambda finding: True))
    assert broken.read_text(encoding="utf-8") == "A new text.\n"
    assert [f.name for f in broken.parent.iterdir()] == ["a.txt"]


def test_a_run_that_breaks_off_leaves_the_file_whole_and_nothing_beside_it(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*places: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", failing)
    assert check("--fix", broken).exit_code == 130
    assert broken.read_bytes() == BROKEN.encode()
    assert [f.name for f in broken.parent.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff"),
        (["--diff", "--write-baseline"], "--diff with --write-baseline: --diff changes nothing; give one of them"),
        (
            ["--diff", "--output-format", "sarif=a.sarif"],
            "--diff with --output-format: --diff shows a patch and nothing else; give one of them",
        ),
    ],
)
def test_options_that_make_no_sense_together_are_refused(options: list[str], told: str, broken: Path) -> None:
    result = check(*options, broken)
    assert (result.exit_code, result.stderr) == (2, f"mtqa: {told}\n")


def test_what_a_baseline_knows_is_not_fixed(broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    check("--write-baseline", "a.txt")
    broken.write_bytes((BROKEN + "Il dit le le mot.\n").encode())
    result = check("--fix", "--baseline", "mtqa-baseline.json", "a.txt")
    assert "fixed 1 finding in 1 file (F101 1)" in result.stderr
    assert broken.read_bytes() == (BROKEN + "Il dit le mot.\n").encode()


def test_only_what_a_branch_touches_is_fixed(broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = '{"id": 1, "target": "Le le maire."}\n{"id": 2, "target": "La la fin."}\n'
    (tmp_path / "r.jsonl").write_text(rows, encoding="utf-8")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    broken.write_bytes((BROKEN + "\r\nIl dit le le mot.\r\n").encode())
    (tmp_path / "r.jsonl").write_text(rows + '{"id": 3, "target": "Un un mot."}\n', encoding="utf-8")
    result = check("--fix", "--changed-since", "HEAD", "a.txt", "r.jsonl")
    assert "fixed 2 findings in 2 files (F101 2)" in result.stderr
    assert broken.read_bytes() == (BROKEN + "\r\nIl dit le mot.\r\n").encode()
    assert (tmp_path / "r.jsonl").read_text(encoding="utf-8") == rows + '{"id": 3, "target": "Un mot."}\n'
