"""Several runs on one state file at once: all finish, nothing is checked twice, nothing is lost.

    nice -n 10 python -m tests.benchmarks.feed_pair

writes reports/evaluation/feed-pair.md and .json.
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mtqa.qe.results import write
from tests.benchmarks.feed_made_up import feed
from tests.benchmarks.feed_runs import kept, started, told
from tests.feed_server import answer, serving


def measure(runs: int, items: int, rounds: int) -> dict[str, Any]:
    """Start runs together on a new state, again and again."""
    result = {"runs at once": runs, "rounds": rounds, "items": items, "runs that failed": 0}
    result |= {"items told by each run": [], "items told twice": 0, "items lost": 0, "items twice in the state": 0}
    with serving() as server, TemporaryDirectory() as folder:
        url = server.says("/feed.xml", answer(feed(items)))
        for number in range(rounds):
            state = Path(folder, f"{number}.db")
            outs = [Path(folder, f"{number}-{one}.jsonl") for one in range(runs)]
            processes = [started(url, state, out) for out in outs]
            for process in processes:
                process.communicate()
                result["runs that failed"] += process.returncode != 0
            shares = [told(out) for out in outs]
            both, in_state = sum(shares, start=type(shares[0])()), kept(state)
            result["items told by each run"].append([sum(share.values()) for share in shares])
            result["items told twice"] += sum(both.values()) - len(both)
            result["items lost"] += items - min(len(both), len(in_state))
            result["items twice in the state"] += sum(in_state.values()) - len(in_state)
    return result


def main() -> None:
    """Write the report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=2)
    options.add_argument("--items", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("-o", type=Path, default=Path("reports/evaluation"))
    given = options.parse_args()
    command = f"python -m tests.benchmarks.feed_pair --runs {given.runs} --items {given.items} --rounds {given.rounds}"
    write(given.o, "feed-pair", command, measure(given.runs, given.items, given.rounds))


if __name__ == "__main__":
    main()
