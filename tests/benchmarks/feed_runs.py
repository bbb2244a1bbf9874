"""`mtqa feed` as a process of its own, for measures of what it takes and what a crash leaves."""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from signal import SIGKILL

import mtqa.feeds.client  # noqa: F401  loaded before processes are forked
from mtqa.cli import main
from mtqa.cli.options import settings
from mtqa.config import Config
from mtqa.review import review_document
from mtqa.segment import Document
from tests.benchmarks.feed_made_up import item
from tests.feed_server import Script, serving

MTQA = (sys.executable, "-m", "mtqa")
QUICK = ("--model", "none", "--allow-private", "--delay", "0", "--lang", "fr", "--source-lang", "de", "--exit-zero")


def command(url: str, state: Path, out: Path, *more: str) -> list[str]:
    """The arguments of a run whose new items go to the end of `out`, a row each."""
    feed = ["feed", url, "--state", str(state), "--output-format", "jsonl", "-o", str(out)]
    return [*feed, *QUICK, *more]


def started(url: str, state: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    """A run that goes on by itself."""
    arguments = [*MTQA, *command(url, state, out, *more)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def warm() -> None:
    """Load what every run reads, before processes are forked from this one."""
    text = f"{item(1)} {item(3)}"
    review_document(Document("-", "-", text, target_lang="fr", source_lang="de"), settings(Config(model="none")))


@contextmanager
def server(script: Script) -> Iterator[str]:
    """A server whose every answer is this script's, in a process of its own, so that the one that forks has no threads."""
    inside, outside = os.pipe()
    process = os.fork()
    if not process:
        with serving() as one:
            one.fallback = script
            os.write(outside, one.url("").encode())
            time.sleep(36_000)
        os._exit(0)
    yield os.read(inside, 1000).decode()
    os.kill(process, SIGKILL)
    os.waitpid(process, 0)
    os.close(inside)
    os.close(outside)


def forked(arguments: Sequence[str], out: Path, seconds: int = 30) -> int:
    """`mtqa` in a process of its own, without the start of an interpreter; the process's number. Its output goes to `out`.

    More than so many seconds of processor time end it.
    """
    process = os.fork()
    if process:
        return process
    handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    code: object = 70
    try:
        main(list(arguments))
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    os._exit(code if isinstance(code, int) else 1)


def ended(process: int) -> int:
    """The exit code of a forked process; a signal's number, negative, where one ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def ran(url: str, state: Path, out: Path, *more: str) -> tuple[float, float, str]:
    """Seconds on the clock, seconds of processor time and standard error of a whole run; it must end with 0."""
    before, began = os.times(), time.monotonic()
    done = subprocess.run([*MTQA, *command(url, state, out, *more)], capture_output=True, text=True, check=False)
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
