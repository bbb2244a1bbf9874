"""Hostile inputs from a server, read by `mtqa feed` and `mtqa check`: tracebacks, hangs over 10 s, memory over 1 GB.

    nice -n 10 python -m tests.benchmarks.feed_hostile

writes reports/evaluation/feed-hostile.md and .json. Each input has a process of its own, forked from one in which mtqa is
loaded. A hang is more than 10 s of processor time, or more than 60 s on the clock (the machine may be shared; what waits
for the network has 4 s, by --timeout). The memory is the largest resident set of the run.
"""

import argparse
import json
import os
import resource
import time
from collections import Counter
from pathlib import Path
from signal import SIGKILL
from tempfile import TemporaryDirectory
from typing import Any

from mtqa.qe.results import write
from tests.benchmarks.feed_fuzz import hostile
from tests.benchmarks.feed_runs import forked, server, warm

LONGEST, LARGEST = 10.0, 1024.0  # seconds of processor time; MB
GIVEN_UP = 60.0  # seconds on the clock, many times over where others use the machine
QUICK = ("--model", "none", "--allow-private", "--timeout", "4", "--retries", "0", "--delay", "0", "--quiet")


def run(arguments: list[str], out: Path) -> tuple[int, float, float, float]:
    """Exit code, seconds, processor seconds and memory in MB of a run in a process of its own; its output is in `out`."""
    began = time.monotonic()
    process = forked(arguments, out)
    while True:
        done, status, used = os.wait4(process, os.WNOHANG)
        if done:
            break
        if time.monotonic() - began > 10 * GIVEN_UP:
            os.kill(process, SIGKILL)
        time.sleep(0.01)
    code = os.waitstatus_to_exitcode(status)
    return code, time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measure(counts: dict[str, int]) -> dict[str, Any]:
    """So many inputs of each kind: xml, html, json, http; the kinds side by side."""
    warm()
    start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    result: dict[str, Any] = {"memory when loaded, MB": round(start), "failures": [], "inputs": {}}
    with TemporaryDirectory() as folder, server(hostile) as base:
        processes = []
        for kind, count in counts.items():
            processes.append(os.fork())
            if not processes[-1]:
                told = measured(kind, count, base, Path(folder))
                Path(folder, f"{kind}.json").write_text(json.dumps(told), encoding="utf-8")
                os._exit(0)
        for process in processes:
            os.waitpid(process, 0)
        for kind in counts:
            row = json.loads(Path(folder, f"{kind}.json").read_text(encoding="utf-8"))
            result["failures"] += row.pop("failures")
            result["inputs"][kind] = row
    return result


def measured(kind: str, count: int, base: str, folder: Path) -> dict[str, Any]:
    """The inputs of one kind, one after the other."""
    row: dict[str, Any] = {"inputs": count, "tracebacks": 0, "hangs": 0, "over 1 GB": 0}
    codes: Counter[int] = Counter()
    failures, slowest, busiest, largest = [], 0.0, 0.0, 0.0
    for number in range(count):
        out = folder / f"{kind}.out"
        state = ["feed", "--state", str(folder / f"{kind}{number}")]
        command = [*(["check"] if kind == "html" else state), f"{base}/{kind}/{number}", *QUICK]
        code, seconds, busy, memory = run(command, out)
        told = out.read_text(encoding="utf-8", errors="replace")
        wrong = {
            "tracebacks": "Traceback" in told or "please report" in told or code not in (0, 1, 2),
            "hangs": busy > LONGEST or (seconds > GIVEN_UP and busy < seconds / 50),
            "over 1 GB": memory > LARGEST,
        }
        for name, holds in wrong.items():
            row[name] += holds
        if any(wrong.values()):
            failures.append(f"{kind}/{number}: {code}, {busy:.1f} s, {memory:.0f} MB: {told.strip()[-300:]}")
        slowest, busiest, largest = max(slowest, seconds), max(busiest, busy), max(largest, memory)
        codes[code] += 1
        print(
            kind, number, code, f"{seconds:.1f} s, {busy:.1f} s busy, {memory:.0f} MB", told.strip()[-100:], flush=True
        )
    row |= {"most processor time, s": busiest, "longest on the clock, s": slowest, "largest, MB": largest}
    return row | {f"exit {code}": codes[code] for code in (0, 1, 2)} | {"failures": failures}


def main() -> None:
    """Write the report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--each", type=int, default=50)
    options.add_argument("-o", type=Path, default=Path("reports/evaluation"))
    given = options.parse_args()
    result = measure(dict.fromkeys(("xml", "html", "json", "http"), given.each))
    write(given.o, "feed-hostile", f"python -m tests.benchmarks.feed_hostile --each {given.each}", result)


if __name__ == "__main__":
    main()
