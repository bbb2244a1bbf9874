"""`mtqa feed` as a process of its own, for measures of what it takes and what a crash leaves."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

QUICK = ("--model", "none", "--allow-private", "--delay", "0", "--lang", "fr", "--source-lang", "de", "--exit-zero")


def command(url: str, state: Path, out: Path, *more: str) -> list[str]:
    """One run whose new items go to the end of `out`, a row each."""
    feed = ["feed", url, "--state", str(state), "--output-format", "jsonl", "-o", str(out)]
    return [sys.executable, "-m", "mtqa", *feed, *QUICK, *more]


def started(url: str, state: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    """A run that goes on by itself."""
    return subprocess.Popen(command(url, state, out, *more), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ran(url: str, state: Path, out: Path, *more: str) -> tuple[float, float, str]:
    """Seconds on the clock, seconds of processor time and standard error of a whole run; it must end with 0."""
    before, began = os.times(), time.monotonic()
    done = subprocess.run(command(url, state, out, *more), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    after = os.times()
    busy = after.children_user + after.children_system - before.children_user - before.children_system
    return time.monotonic() - began, busy, done.stderr


def told(out: Path) -> Counter[str]:
    """How often each item stands in the output; raises ValueError for a row that is not whole."""
    return Counter(json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines())


def kept(state: Path) -> Counter[str]:
    """How often each item stands in the state."""
    db = sqlite3.connect(state)
    rows = Counter(item for (item,) in db.execute("SELECT item FROM items WHERE told IS NOT NULL"))
    open_claims = db.execute("SELECT count(*) FROM items WHERE told IS NULL").fetchone()[0]
    whole = db.execute("PRAGMA integrity_check").fetchone()[0]
    db.close()
    assert (open_claims, whole) == (0, "ok")
    return rows
