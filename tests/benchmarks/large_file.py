"""`python -m tests.benchmarks.large_file --megabytes 1000`: the memory that one large file takes, by format.

A file of made-up sentences beside made-up sources is written for each format, read by `mtqa check` with its rules alone
(`--select`, so that reading is what takes the time), and its peak memory taken from the system at two sizes, a tenth and the
whole. Written to reports/evaluation/large-file; with `--reading`, which reads and checks nothing, to large-file-reading.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape

from mtqa.qe.results import write
from tests.benchmarks.made_up import documents

POOL = 2_000  # different sentences; each unit has two of them and its number
SELECT = "A201"
MAXIMUM = 500  # MB that issue 6 allows
# A process inherits the peak that getrusage tells from the one that starts it; VmHWM is its own.
PEAK = """import atexit, sys
def peak():
    with open("/proc/self/status") as status:
        print(next(line.split()[1] for line in status if line.startswith("VmHWM")), file=sys.stderr)
atexit.register(peak)
"""
READ = f"{PEAK}from mtqa.readers import read; print(sum(1 for _ in read(sys.argv[1:])))"
CHECK = f"{PEAK}from mtqa.cli import main; main()"


def pairs() -> Iterator[tuple[str, str]]:
    """Sources and targets without end."""
    source, target = ([one.text for one in documents(lang, POOL, per_document=1)] for lang in ("de", "fr"))
    number = 0
    while True:
        at = number * 7 % POOL
        yield f"{source[at]} ({number})", f"{target[at]} ({number})"
        number += 1


def xliff(number: int, source: str, target: str) -> str:
    """A unit of XLIFF 1.2."""
    body = f"<source>{escape(source)}</source><target>{escape(target)} <x id='1'/></target>"
    return f"<trans-unit id='{number}'>{body}</trans-unit>\n"


def jsonl(number: int, source: str, target: str) -> str:
    """A row."""
    row = {"id": number, "target": target, "target_lang": "fr", "source": source, "source_lang": "de"}
    return json.dumps(row, ensure_ascii=False) + "\n"


FORMATS: dict[str, tuple[str, Callable[[int, str, str], str], str]] = {
    "xliff": (
        "<xliff version='1.2'><file source-language='de' target-language='fr'><body>\n",
        xliff,
        "</body></file></xliff>\n",
    ),
    "jsonl": ("", jsonl, ""),
}


def made(file: Path, name: str, size: int) -> int:
    """Write a file of so many bytes and return how many units it has."""
    head, unit, tail = FORMATS[name]
    written, number = 0, 0
    with file.open("w", encoding="utf-8") as stream:
        stream.write(head)
        for number, (source, target) in enumerate(pairs()):
            text = unit(number, source, target)
            written += len(text.encode())
            stream.write(text)
            if written >= size:
                break
        stream.write(tail)
    return number + 1


def measured(name: str, megabytes: float, is_reading: bool = False) -> dict[str, Any]:
    """Units, seconds and peak memory of one run."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"large.{name if name == 'jsonl' else 'xlf'}"
        units = made(file, name, int(megabytes * 1e6))
        checking = [
            "check",
            str(file),
            "--model",
            "none",
            "--select",
            SELECT,
            "--output-format",
            "jsonl",
            "--exit-zero",
        ]
        command = [READ, str(file)] if is_reading else [CHECK, *checking]
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True
        )
        seconds = time.monotonic() - began
    return {"units": units, "seconds": round(seconds), "peak_mb": round(int(done.stderr.split()[-1]) / 1024)}


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=1000)
    parser.add_argument("--reading", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("reports/evaluation"))
    given = parser.parse_args()
    found = {
        f"{name}, {size:g} MB": measured(name, size, given.reading)
        for size in (given.megabytes / 10, given.megabytes)
        for name in FORMATS
    }
    option, name = (" --reading", "large-file-reading") if given.reading else ("", "large-file")
    command = f"python -m tests.benchmarks.large_file --megabytes {given.megabytes:g}{option}"
    print(write(given.out, name, command, {"allowed_mb": MAXIMUM, "runs": found})[1])


if __name__ == "__main__":
    main()
