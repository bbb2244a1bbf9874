"""`python -m tests.benchmarks.memory`: does memory stay flat while a feed of a million rows streams through `mtqa check`?

Rows of made-up news, a sentence with words that no row had before, are written into the command's standard input as it
reads them. More new words a row fill the caches sooner.
Its resident memory is read from /proc (Linux) when so many reviews have come out. Written to reports/evaluation/memory.
"""

import argparse
import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from mtqa.qe.results import write
from tests.benchmarks.made_up import LANGS, documents

POOL = 1_000  # different sentences a language; the new words are put into one of them
MARKS = (1_000, 3_000, 10_000, 30_000, 60_000, 100_000, 200_000, 300_000, 500_000, 1_000_000)
MODELS = {"rules and tagger (default)": None, "rules alone (--model none)": "none"}
SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "zo",
    "bra",
    "cle",
    "dri",
    "flo",
]


def rows(count: int, new: int, seed: int = 1) -> Iterator[str]:
    """JSONL rows of one sentence with so many words that no row had before."""
    draw = random.Random(seed)
    pool = [(lang, one.text.split(" ")) for lang in LANGS for one in documents(lang, POOL, per_document=1)]
    for number in range(count):
        lang, words = draw.choice(pool)
        names = ["".join(draw.choices(SYLLABLES, k=5)).capitalize() for _ in range(new)]
        at = draw.randrange(3, len(words))
        text = " ".join([*words[:at], *names, *words[at:]])
        yield json.dumps({"id": str(number), "target": text, "target_lang": lang}, ensure_ascii=False)


def fed(stream: IO[str], count: int, new: int, ended: threading.Event) -> None:
    """Write rows until they are all written or the time is over."""
    for row in rows(count, new):
        if ended.is_set():
            break
        stream.write(row + "\n")
    stream.close()


def resident(process: int) -> dict[str, float]:
    """Resident memory in MB: now and at its peak."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    told = dict(line.split(":", 1) for line in lines)
    return {"rss_mb": int(told["VmRSS"].split()[0]) / 1024, "peak_mb": int(told["VmHWM"].split()[0]) / 1024}


def measured(model: str | None, count: int, new: int, minutes: float) -> dict[str, Any]:
    """Memory after so many rows, for as many as pass in the time given."""
    command = [sys.executable, "-m", "mtqa", "check", "-", "--input-format", "jsonl", "--output-format", "jsonl"]
    command += ["--exit-zero", *(["--model", model] if model else [])]
    began, ended = time.monotonic(), threading.Event()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as run:
        assert run.stdin
        assert run.stdout
        feeder = threading.Thread(target=fed, args=(run.stdin, count, new, ended))
        feeder.start()
        found: dict[str, Any] = {}
        done = 0
        last: dict[str, float] = {}
        for done, _ in enumerate(run.stdout, 1):
            if done in MARKS or done % 1000 == 0:
                last = resident(run.pid) | {"seconds": round(time.monotonic() - began)}
            if done in MARKS:
                found[f"after {done:,} rows"] = last
                print(model or "default", done, last, flush=True)
            if time.monotonic() - began > 60 * minutes:
                ended.set()
        feeder.join()
    return {**found, f"last seen, of {done:,} rows": last} if last else found


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--new-words", type=int, default=1, help="in each row")
    parser.add_argument("--minutes", type=float, default=60, help="stop feeding after so long, each")
    parser.add_argument("--model", help="only this one, to a file of its own")
    parser.add_argument("--out", type=Path, default=Path("reports/evaluation"))
    given = parser.parse_args()
    models = {f"rules and {given.model}": given.model} if given.model else MODELS
    found = {name: measured(model, given.rows, given.new_words, given.minutes) for name, model in models.items()}
    command = f"python -m tests.benchmarks.memory --new-words {given.new_words} --minutes {given.minutes:g}"
    name = "memory"
    if given.model:
        command, name = f"{command} --model {given.model}", f"memory-{Path(given.model).name}"
    print(write(given.out, name, command, {"new words a row": given.new_words, **found})[1])


if __name__ == "__main__":
    main()
