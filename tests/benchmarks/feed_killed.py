"""kill -9 at random moments of a run, then run again: each item once in the state, none lost, at most one told twice.

    nice -n 10 python -m tests.benchmarks.feed_killed

writes reports/evaluation/feed-killed.md and .json.
"""

import argparse
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from mtqa.qe.results import write
from tests.benchmarks.feed_made_up import feed
from tests.benchmarks.feed_runs import kept, ran, started, told
from tests.feed_server import answer, serving


def measure(kills: int, items: int, seed: int = 1) -> dict[str, Any]:
    """Each kill hits a run on a state of its own; the moments are spread evenly over the time from the first item on."""
    chance = Random(seed)
    result = {"kills": kills, "hit while items were told": 0, "items lost": 0, "items twice in the state": 0}
    result |= {"items told twice": 0, "most told twice by one kill": 0, "items": items}
    with serving() as server, TemporaryDirectory() as folder:
        url = server.says("/feed.xml", answer(feed(items)))
        length = telling(url, Path(folder, "whole"))
        for number in range(kills):
            place = Path(folder, str(number))
            place.mkdir()
            state, out = place / "s.db", place / "out.jsonl"
            process = started(url, state, out)
            wait_for_output(out)
            time.sleep(chance.uniform(0, length))
            process.kill()
            process.communicate()
            result["hit while items were told"] += 0 < len(out.read_text().splitlines()) < items
            ran(url, state, out)
            in_output, in_state = told(out), kept(state)
            twice = sum(in_output.values()) - len(in_output)
            result["items lost"] += items - min(len(in_output), len(in_state))
            result["items twice in the state"] += sum(in_state.values()) - len(in_state)
            result["items told twice"] += twice
            result["most told twice by one kill"] = max(result["most told twice by one kill"], twice)
    return result


def telling(url: str, place: Path) -> float:
    """How many seconds a run tells items for."""
    place.mkdir()
    process = started(url, place / "s.db", place / "out.jsonl")
    wait_for_output(place / "out.jsonl")
    began = time.monotonic()
    process.communicate()
    return time.monotonic() - began


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
    command = f"python -m tests.benchmarks.feed_killed --kills {given.kills} --items {given.items}"
    write(given.o, "feed-killed", command, measure(given.kills, given.items))


if __name__ == "__main__":
    main()
