"""kill -9 at random moments of a run, then run again: each item once in the state, none lost, at most one told twice.

    nice -n 10 python -m tests.benchmarks.feed_killed

writes reports/evaluation/feed-killed.md and .json.
"""

import argparse
import os
import time
from pathlib import Path
from random import Random
from signal import SIGKILL
from tempfile import TemporaryDirectory
from typing import Any

from mtqa.qe.results import write
from tests.benchmarks.feed_made_up import feed
from tests.benchmarks.feed_runs import command, ended, forked, kept, server, told, warm
from tests.feed_server import answer


def measure(kills: int, items: int, seed: int = 1) -> dict[str, Any]:
    """Each kill hits a run on a state of its own; the moments are spread evenly over the time from the first item on."""
    warm()
    chance, body = Random(seed), answer(feed(items))
    result = {"kills": kills, "hit while items were told": 0, "items lost": 0, "items twice in the state": 0}
    result |= {"items told twice": 0, "most told twice by one kill": 0, "items": items}
    with server(lambda _, stream: stream.sendall(body)) as base, TemporaryDirectory() as folder:
        began, _, end = run(f"{base}/feed.xml", Path(folder, "whole"))
        for number in range(kills):
            state, out = (Path(folder, str(number), name) for name in ("s.db", "out.jsonl"))
            run(f"{base}/feed.xml", out.parent, chance.uniform(0, end - began))
            result["hit while items were told"] += 0 < len(out.read_text().splitlines()) < items
            run(f"{base}/feed.xml", out.parent)
            in_output, in_state = told(out), kept(state)
            twice = sum(in_output.values()) - len(in_output)
            result["items lost"] += items - min(len(in_output), len(in_state))
            result["items twice in the state"] += sum(in_state.values()) - len(in_state)
            result["items told twice"] += twice
            result["most told twice by one kill"] = max(result["most told twice by one kill"], twice)
    return result


def run(url: str, place: Path, after: float | None = None) -> tuple[float, int, float]:
    """A run in a folder, killed so many seconds after its first item; when that was told, the exit code, the end."""
    place.mkdir(exist_ok=True)
    process = forked(command(url, place / "s.db", place / "out.jsonl"), place / "log")
    if after is None:
        wait_for_output(place / "out.jsonl")
        began = time.monotonic()
        code = ended(process)
        assert code == 0, (place / "log").read_text()
        return began, code, time.monotonic()
    wait_for_output(place / "out.jsonl")
    began = time.monotonic()
    time.sleep(after)
    os.kill(process, SIGKILL)
    return began, ended(process), time.monotonic()


def wait_for_output(out: Path) -> None:
    """Wait for the first item to be told."""
    end = time.monotonic() + 60
    while not (out.exists() and out.stat().st_size) and time.monotonic() < end:
        time.sleep(0.002)


def main() -> None:
    """Write the report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--items", type=int, default=200)
    options.add_argument("-o", type=Path, default=Path("reports/evaluation"))
    given = options.parse_args()
    asked = f"python -m tests.benchmarks.feed_killed --kills {given.kills} --items {given.items}"
    write(given.o, "feed-killed", asked, measure(given.kills, given.items))


if __name__ == "__main__":
    main()
