"""Whatever comes in, the command line tells it in one line, exits with 2, reads the rest, and never shows a traceback."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

GOOD = "Le ministre est parti pour Moscou mardi soir, a indiqué son bureau.\n"
ROW = json.dumps({"id": "good", "target": GOOD, "target_lang": "fr"})
MTQA = [sys.executable, "-m", "mtqa"]


def run(place: Path, *arguments: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `mtqa` in a folder."""
    command = [*MTQA, *map(str, arguments)]
    done = subprocess.run(command, cwd=place, input=stdin, capture_output=True, check=False, timeout=120)
    told = done.stderr.decode()
    assert "Traceback" not in told
    return done.returncode, done.stdout.decode(), told


BOMB = b'<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>\n<rss><item><title>&b;</title></item></rss>'
DTD = b'<!DOCTYPE rss SYSTEM "file:///etc/passwd">\n<rss><channel><item><title>a</title></item></channel></rss>'
UNREADABLE = {
    "empty.txt": (b"", "empty.txt: is empty"),
    "blank.txt": (b" \n\t\n", "blank.txt: has nothing but white space"),
    "program.txt": (b"\x7fELF\x02\x01\x01" + bytes(200), "program.txt: is binary, not text"),
    "page.html": (b"<html><body><script>1</script></body></html>", "page.html: has no text that a reader would see"),
    "image.html": (b"\x89PNG\r\n\x1a\n" + bytes(50), "image.html: is an image, not text"),
    "russian.txt": (("Министр уехал в Москву вечером. " * 9).encode("cp1251"), "russian.txt: is neither UTF-8 nor"),
    "bomb.xml": (BOMB, "bomb.xml: declares a document type (DTD), refused as unsafe"),
    "dtd.rss": (DTD, "dtd.rss: declares a document type (DTD), refused as unsafe"),
    "nothing.rss": (b"<rss><channel></channel></rss>", "nothing.rss: is a feed without an <item> or <entry>"),
    "deep.json": (b"[" * 200_000, "deep.json: "),
    "deep.jsonl": (b'{"target": ' + b"[" * 200_000 + b"\n", "deep.jsonl:1: is not usable JSON"),
    "header.csv": (b"id,body\n1,a\n", 'header.csv: has no column "target" or "text"'),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "told"), [(n, *case) for n, case in UNREADABLE.items()], ids=UNREADABLE)
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(name: str, data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, out, err = run(tmp_path, "check", name, "missing.txt", "good.txt", "--lang", "fr")
    assert code == 2
    assert err.startswith(f"mtqa: {told}")
    assert err.splitlines()[1:] == ["mtqa: missing.txt: cannot be read: No such file or directory"]
    assert out.startswith("No findings in 1 document, 1 sentence;")


BAD_ROWS = {
    '{"id": "a"}': '"target" or "text"',
    '{"target": 7}': '"target" is a number',
    "not json": "is not valid JSON",
    '{"target": "' + "\\": "is not valid JSON",
    "[" * 100_000: "is not usable JSON",
    '{"id": ' + "9" * 10_000 + "}": "is not usable JSON",
}


@pytest.mark.parametrize(("row", "told"), BAD_ROWS.items(), ids=[row[:20] for row in BAD_ROWS])
def test_a_bad_row_is_told_with_its_line_and_the_rows_after_it_are_checked(row: str, told: str, tmp_path: Path) -> None:
    stdin = f"{ROW}\n{row}\n{ROW}\n".encode()
    code, out, err = run(tmp_path, "check", "-", "--input-format", "jsonl", "--output-format", "jsonl", stdin=stdin)
    assert code == 2
    assert err.startswith("mtqa: -:2: ")
    assert told in err
    assert err.count("\n") == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["good", "good"]


READ_ALL_THE_SAME = {
    "lone surrogate": json.dumps({"id": "\ud800", "target": "Il est \udfff parti.", "lang": "fr"}),
    "NUL": json.dumps({"id": "\0", "target": "Il est\0 parti.", "lang": "fr"}),
    "huge id": json.dumps({"id": "x" * 1_000_000, "target": "Il est parti.", "lang": "fr"}),
    "unknown language": json.dumps({"id": "k", "target": "Il est parti.", "lang": "tlh"}),
    "number as id": json.dumps({"id": 12, "target": "Il est parti.", "lang": "fr"}),
}


@pytest.mark.parametrize("row", READ_ALL_THE_SAME.values(), ids=READ_ALL_THE_SAME)
@pytest.mark.parametrize("name", ["concise", "full", "json", "jsonl", "markdown", "html"])
def test_odd_rows_are_checked_and_printed_in_every_format(row: str, name: str, tmp_path: Path) -> None:
    code, out, _ = run(tmp_path, "check", "-", "--input-format", "jsonl", "--output-format", name, stdin=row.encode())
    assert code in (0, 1)
    assert out
    if name == "json":
        assert json.loads(out)["summary"]["documents"] == 1


def test_hostile_names_reach_neither_terminal_nor_errors_as_they_are(tmp_path: Path) -> None:
    row = json.dumps(
        {"id": "\x1b[2J\x9b1m\u202e", "target": "Il part pour Moskau mardi.", "lang": "fr", "source_lang": "de"}
    )
    (tmp_path / "\x1b[31mred.jsonl").write_text(row + "\n{}\n", encoding="utf-8")
    _, out, err = run(tmp_path, "check", ".", "--min-score", "99")
    assert [c for c in out + err if not c.isprintable() and c != "\n"] == []
    assert "\\x1b[31mred.jsonl" in out


def test_a_file_name_that_is_not_utf8_is_read_and_told(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("Il part pour Moskau mardi.", encoding="utf-8")
    code, out, _ = run(tmp_path, "check", ".", "--lang", "fr", "--source-lang", "de", "--output-format", "json")
    assert code == 1
    assert json.loads(out)["documents"][0]["path"] == f"./{name}"


BROKEN = {
    "a.html": b"<html><body><p>Le ministre part pour Moskau mardi<b> soir.<p>Il pleut.</div></table",
    "a.rss": b"<rss><channel><item><title>Le ministre part pour Moskau mardi soir</title><description>Il pleut & il",
    "latin.txt": "Le ministre délégué part pour Moskau mardi soir.".encode("latin-1"),
    "wide.txt": "Le ministre délégué part pour Moskau mardi soir.".encode("utf-16"),
}


@pytest.mark.parametrize(("name", "data"), BROKEN.items(), ids=BROKEN)
def test_broken_markup_and_other_encodings_are_read_as_far_as_they_go(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    _, out, _ = run(tmp_path, "check", name, "--lang", "fr", "--source-lang", "de")
    assert "A102 major" in out


def test_a_single_line_of_200_mb_is_refused_at_once_and_not_held(tmp_path: Path) -> None:
    with (tmp_path / "line.txt").open("wb") as stream:
        for _ in range(200):
            stream.write(b"un mot " * 150_000)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    before = time.monotonic()
    code, out, err = run(tmp_path, "check", "line.txt", "good.txt", "--lang", "fr")
    assert code == 2
    assert err.startswith("mtqa: line.txt: has more than ")
    assert "1 document" in out
    assert time.monotonic() - before < 20
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1_500_000  # kilobytes, of any test's child


LINE = "Le ministre numéro {0} part pour Moskau. Il pleut au port {0}. "


def test_half_a_megabyte_without_a_line_end_takes_linear_time(tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text("".join(LINE.format(i) for i in range(8_000)), encoding="utf-8")
    before = time.monotonic()
    code, _, _ = run(tmp_path, "check", "line.txt", "--lang", "fr", "--source-lang", "de")
    assert code == 1
    assert time.monotonic() - before < 60


@pytest.mark.parametrize("target", ["folder", "/dev/full", "file/report.txt"])
def test_an_output_that_cannot_be_written_is_told(target: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, out, err = run(tmp_path, "check", "good.txt", "-o", target)
    assert (code, out) == (2, "")
    assert err.startswith(f"mtqa: {target}: cannot be written: ")
    assert err.count("\n") == 1
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_full_disk_behind_standard_output_is_told(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*MTQA, "check", "good.txt"], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == "mtqa: the output cannot be written: No space left on device\n"


def test_no_input_is_overwritten_and_no_output_read_again(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, _, err = run(tmp_path, "check", "good.txt", "-o", "./good.txt")
    assert (code, err) == (2, "mtqa: good.txt: is an input: write to another file\n")
    assert (tmp_path / "good.txt").read_text(encoding="utf-8") == GOOD
    for _ in range(2):
        assert run(tmp_path, "check", ".", "--lang", "fr", "-o", "found.txt")[0] == 0
    assert (tmp_path / "found.txt").read_text(encoding="utf-8").startswith("No findings in 1 document")


def stream(rows: int) -> bytes:
    row = json.dumps({"id": "r", "target": "Il part pour Moskau mardi.", "target_lang": "fr", "source_lang": "de"})
    return f"{row}\n".encode() * rows


def started(place: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    (place / "rows.jsonl").write_bytes(stream(50_000))
    pipe = subprocess.PIPE
    return subprocess.Popen([*MTQA, "check", "rows.jsonl", *arguments], cwd=place, stdout=pipe, stderr=pipe)


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    with started(tmp_path) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 141
        assert process.stderr.read() == b""


@pytest.mark.parametrize("arguments", [(), ("--output-format", "html")], ids=["concise", "html"])
def test_an_interruption_ends_with_130_and_one_line(arguments: tuple[str, ...], tmp_path: Path) -> None:
    with started(tmp_path, "-o", "out", *arguments) as process:
        while not (tmp_path / "out").exists():
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"mtqa: interrupted\n")


def test_a_folder_of_mixed_formats_is_read_with_what_is_not_text_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.md").write_text(f"# Une visite\n\n{GOOD}", encoding="utf-8")
    (tmp_path / "c.html").write_text(f"<html lang=fr><body><p>{GOOD}</p></body></html>", encoding="utf-8")
    (tmp_path / "d.jsonl").write_text(ROW, encoding="utf-8")
    (tmp_path / "e.csv").write_text(f'id,text\n1,"{GOOD.strip()}"\n', encoding="utf-8")
    (tmp_path / "f.png").write_bytes(b"\x89PNG")
    code, out, err = run(tmp_path, "check", ".", "--lang", "fr")
    assert (code, err) == (0, "")
    assert out.startswith("No findings in 5 documents")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "--nope"], "No such option '--nope'."),
        (["chek"], "No such command 'chek'."),
        (["check", ".", "--lang", "french"], "--lang must be a language tag, such as fr or pt-BR, not 'french'"),
        (["check", ".", "--input-format", "docx"], '"docx" is no input format'),
    ],
)
def test_wrong_usage_is_one_line_and_maybe_a_hint(arguments: list[str], told: str, tmp_path: Path) -> None:
    code, out, err = run(tmp_path, *arguments)
    assert (code, out) == (2, "")
    first, *hint = err.splitlines()
    assert first.startswith(f"mtqa: {told}")
    assert hint in ([], ["Try `mtqa check --help`."], ["Try `mtqa --help`."], ["Try `python -m mtqa --help`."])


def test_the_module_is_the_command(tmp_path: Path) -> None:
    assert run(tmp_path, "--version")[1].startswith("mtqa, version ")
