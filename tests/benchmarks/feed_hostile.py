"""Hostile inputs from a server, read by `mtqa feed` and `mtqa check`: tracebacks, hangs over 10 s, memory over 1 GB.

    nice -n 10 python -m tests.benchmarks.feed_hostile

writes reports/evaluation/feed-hostile.md and .json. Each input has a process of its own, forked from one in which mtqa is
loaded. Its time is that of the clock less what the kernel says it waited for a processor (Linux: /proc/PID/schedstat),
as others may use the machine; what waits for the network has 4 s, by --timeout. The memory is the largest resident set.
"""

import argparse
import json
import os
import resource
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mtqa.qe.results import write
from tests.benchmarks.feed_fuzz import hostile
from tests.benchmarks.feed_runs import forked, server, warm

LONGEST, LARGEST = 10.0, 1024.0  # seconds; MB
PARTS = 2  # processes a kind
QUICK = ("--model", "none", "--allow-private", "--timeout", "4", "--retries", "0", "--delay", "0", "--quiet")


def run(arguments: list[str], out: Path) -> tuple[int, float, float]:
    """Exit code, seconds and memory in MB of a run in a process of its own; its output is in `out`."""
    began, waited = time.monotonic(), 0.0
    process = forked(arguments, out)
    while os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        time.sleep(0.01)
        waited = max(waited, queued(process))
    seconds = time.monotonic() - began - max(waited, queued(process))
    _, status, used = os.wait4(process, 0)
    return os.waitstatus_to_exitcode(status), seconds, used.ru_maxrss / 1024


def queued(process: int) -> float:
    """The seconds that a process was ready to run and did not."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


def measure(counts: dict[str, int]) -> dict[str, Any]:
    """So many inputs of each kind: xml, html, json, http; the kinds side by side."""
    warm()
    start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    result: dict[str, Any] = {"memory when loaded, MB": round(start), "failures": [], "inputs": {}}
    with TemporaryDirectory() as name, server(hostile) as base:
        processes = []
        for kind, count in counts.items():
            for part in range(PARTS):
                processes.append(os.fork())
                if not processes[-1]:
                    folder = Path(name, f"{kind}{part}")
                    folder.mkdir()
                    rows = [measured(kind, number, base, folder) for number in range(part, count, PARTS)]
                    (folder / "rows.json").write_text(json.dumps(rows), encoding="utf-8")
                    os._exit(0)
        for process in processes:
            os.waitpid(process, 0)
        for kind in counts:
            files = [Path(name, f"{kind}{part}", "rows.json") for part in range(PARTS)]
            rows = [row for file in files for row in json.loads(file.read_text(encoding="utf-8"))]
            result["inputs"][kind] = folded(rows)
            result["failures"] += [row["told"] for row in rows if row["tracebacks"] or row["hangs"] or row["over 1 GB"]]
    return result


def measured(kind: str, number: int, base: str, folder: Path) -> dict[str, Any]:
    """One input: what is wrong with the run over it, and what it took."""
    out = folder / "out"
    command = ["check"] if kind == "html" else ["feed", "--state", str(folder / str(number))]
    code, seconds, memory = run([*command, f"{base}/{kind}/{number}", *QUICK], out)
    told = out.read_text(encoding="utf-8", errors="replace").strip()
    print(kind, number, code, f"{seconds:.1f} s, {memory:.0f} MB", told[-100:], flush=True)
    return {
        "tracebacks": "Traceback" in told or "please report" in told or code not in (0, 1, 2),
        "hangs": seconds > LONGEST,
        "over 1 GB": memory > LARGEST,
        "seconds": seconds,
        "memory": memory,
        "code": code,
        "told": f"{kind}/{number}: exit {code}, {seconds:.1f} s, {memory:.0f} MB: {told[-200:]}",
    }


def folded(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The inputs of one kind as one row of the report."""
    wrong = {name: sum(row[name] for row in rows) for name in ("tracebacks", "hangs", "over 1 GB")}
    most = {"slowest, s": max(row["seconds"] for row in rows), "largest, MB": max(row["memory"] for row in rows)}
    codes = Counter(row["code"] for row in rows)
    return {"inputs": len(rows), **wrong, **most, **{f"exit {code}": codes[code] for code in (0, 1, 2)}}


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
