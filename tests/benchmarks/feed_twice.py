"""A feed of 10,000 items checked again and again: the work must be that of what changed.

    nice -n 10 python -m tests.benchmarks.feed_twice

writes reports/evaluation/feed-twice.md and .json.
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mtqa.qe.results import write
from tests.benchmarks.feed_made_up import feed
from tests.benchmarks.feed_runs import ran, told
from tests.feed_server import answer, conditional, serving


def measure(items: int, changed: int) -> dict[str, Any]:
    """The first run; the same feed again, by bytes and by validators; `changed` items changed; and once more."""
    with TemporaryDirectory() as folder, serving() as server:
        state, seen = Path(folder, "s.db"), 0
        body, other = feed(items), feed(items, frozenset(range(0, items, items // changed)))
        later = other.replace("</language>", "</language><lastBuildDate>now</lastBuildDate>")
        server.does("/conditional", conditional(other))
        scripts = {
            "first run": answer(body),
            "the same bytes, no validators": answer(body),
            f"{changed} items changed": answer(other),
            "another date at the top, no item changed": answer(later),
        }
        result: dict[str, Any] = {}
        for number, (name, script) in enumerate(scripts.items()):
            url = server.says("/feed.xml", script)
            out = Path(folder, f"{number}.jsonl")
            clock, busy, _ = ran(url, state, out)
            seen = sum(told(out).values())
            result[name] = {"seconds": clock, "processor seconds": busy, "items checked": seen}
        first = result["first run"]["processor seconds"]
        for row in result.values():
            row["share of the first run's time"] = row["processor seconds"] / first
    return result


def main() -> None:
    """Write the report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--items", type=int, default=10_000)
    options.add_argument("-o", type=Path, default=Path("reports/evaluation"))
    given = options.parse_args()
    rows = measure(given.items, given.items // 100)
    command = f"python -m tests.benchmarks.feed_twice --items {given.items}"
    write(given.o, "feed-twice", command, {"items": given.items, "model": "none", "runs": rows})


if __name__ == "__main__":
    main()
