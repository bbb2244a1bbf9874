"""Several runs on one state file at once: all finish, nothing is checked twice, nothing is lost.

    nice -n 10 python -m tests.benchmarks.feed_pair

writes reports/evaluation/feed-pair.md and .json.
"""

import argparse
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mtqa.qe.results import write
from tests.benchmarks.feed_made_up import feed
from tests.benchmarks.feed_runs import command, ended, forked, kept, server, told, warm
from tests.feed_server import answer


def measure(runs: int, items: int, rounds: int) -> dict[str, Any]:
    """Start runs together on a new state, again and again."""
    warm()
    body = answer(feed(items))
    result = {"runs at once": runs, "rounds": rounds, "items": items, "runs that failed": 0}
    result |= {"items told by each run": [], "items told twice": 0, "items lost": 0, "items twice in the state": 0}
    with server(lambda _, stream: stream.sendall(body)) as base, TemporaryDirectory() as folder:
        for number in range(rounds):
            state = Path(folder, f"{number}.db")
            outs = [Path(folder, f"{number}-{one}.jsonl") for one in range(runs)]
            processes = [forked(command(f"{base}/feed.xml", state, out), out.with_suffix(".log")) for out in outs]
            result["runs that failed"] += sum(ended(process) != 0 for process in processes)
            shares = [told(out) for out in outs]
            both, in_state = sum(shares, start=Counter[str]()), kept(state)
            result["items told by each run"].append([sum(share.values()) for share in shares])
            result["items told twice"] += sum(both.values()) - len(both)
            result["items lost"] += items - min(len(both), len(in_state))
            result["items twice in the state"] += sum(in_state.values()) - len(in_state)
    return result


def main() -> None:
    """Write the report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=2)
    options.add_argument("--items", type=int, default=500)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("-o", type=Path, default=Path("reports/evaluation"))
    given = options.parse_args()
    asked = f"python -m tests.benchmarks.feed_pair --runs {given.runs} --items {given.items} --rounds {given.rounds}"
    write(given.o, "feed-pair", asked, measure(given.runs, given.items, given.rounds))


if __name__ == "__main__":
    main()
