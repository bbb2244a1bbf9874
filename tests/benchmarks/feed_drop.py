"""False alarms and power of the drop against a feed's own past (D201), in simulated feeds.

    nice -n 10 python -m tests.benchmarks.feed_drop

writes reports/evaluation/feed-drop.md and .json. Scores are drawn as `mtqa check --model none` gives them to news: most
items have no finding and share a score, the rest lie below it, a few far below; their long tail stays under 100.
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from mtqa.feeds.drop import drops
from mtqa.qe.results import write

YEAR = 36_500  # items: a hundred a day
Scores = Callable[[Random, int], Iterator[float]]


def usual(chance: Random, items: int, shift: Callable[[int], float] = lambda n: 0.0) -> Iterator[float]:
    """Items whose findings come at a rate of one in 30 sentences; `shift` raises the rate for item n by so much."""
    for n in range(items):
        sentences = chance.randint(5, 40)
        rate = max(0.0, min(0.9, 1 / 30 + shift(n)))
        broken = sum(chance.random() < rate for _ in range(sentences))
        bad = sum(chance.uniform(15, 60) for _ in range(broken))
        yield round((90.3 * (sentences - broken) + bad) / sentences, 1)


def unequal_days(chance: Random, items: int) -> Iterator[float]:
    """Every day of 100 items has a rate of its own: up to half as many findings again as usual, or half as few."""
    rates = [chance.uniform(-0.5, 0.5) / 30 for _ in range(items // 100 + 1)]
    return usual(chance, items, lambda n: rates[n // 100])


def weekends(chance: Random, items: int) -> Iterator[float]:
    """Two days of seven, of 100 items each, have twice the findings: sport, with its names."""
    return usual(chance, items, lambda n: 1 / 30 if n // 100 % 7 >= 5 else 0.0)


def drifting(chance: Random, items: int) -> Iterator[float]:
    """The rate wanders slowly by a third, as topics come and go."""
    level, levels = 0.0, []
    for _ in range(items):
        level = 0.999 * level + chance.gauss(0, 0.0005)
        levels.append(level)
    return usual(chance, items, levels.__getitem__)


def one_bad_item_in_fifty(chance: Random, items: int) -> Iterator[float]:
    """Now and then an item is broken from end to end."""
    return (score if chance.random() > 0.02 else chance.uniform(5, 30) for score in usual(chance, items))


UNCHANGED: dict[str, Scores] = {
    "items alike": usual,
    "one in fifty broken throughout": one_bad_item_in_fifty,
    "slow drift": drifting,
    "unequal days": unequal_days,
    "weekends twice as bad": weekends,
}
CHANGES = {"2 times": 1 / 30, "3 times": 2 / 30, "4 times": 3 / 30, "6 times": 5 / 30, "10 times": 9 / 30}


def alarms(scores: list[float]) -> list[int]:
    """The items at which a drop is told, in a feed that is compared after each."""
    found, evaluated, since = [], 0, 0
    while True:
        drop, evaluated = drops(lambda first, last: scores[first - 1 : last], len(scores), evaluated, since)
        if drop is None:
            return found
        since = drop.place - drop.items
        found.append(drop.place)


def measure(feeds: int, changes: int, seed: int = 1) -> dict[str, Any]:
    """False alarms in `feeds` years of unchanged feeds; how often and how soon `changes` changes of each size are told."""
    chance = Random(seed)
    quiet = {}
    for name, scores in UNCHANGED.items():
        counts = [len(alarms(list(scores(chance, YEAR)))) for _ in range(feeds)]
        quiet[name] = {"false alarms a feed and year": sum(counts) / feeds, "feeds with one": sum(map(bool, counts))}
    told = {}
    for name, more in CHANGES.items():
        found, late = 0, []
        for _ in range(changes):
            start = 400 + chance.randrange(20)

            def shift(n: int, start: int = start, more: float = more) -> float:
                return more if n >= start else 0.0

            after = [place - start for place in alarms(list(usual(chance, start + 200, shift))) if place > start]
            found += bool(after)
            late += after[:1]
        told[name] = {
            "told": found / changes,
            "median items until then": sorted(late)[len(late) // 2] if late else None,
        }
    years = f"{feeds} feeds of a year, 100 items a day"
    return {
        "unchanged feeds": years,
        "false alarms": quiet,
        "changes of each size": changes,
        "the findings rise to": told,
    }


def main() -> None:
    """Write the report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--feeds", type=int, default=40)
    options.add_argument("--changes", type=int, default=200)
    options.add_argument("-o", type=Path, default=Path("reports/evaluation"))
    given = options.parse_args()
    command = f"python -m tests.benchmarks.feed_drop --feeds {given.feeds} --changes {given.changes}"
    write(given.o, "feed-drop", command, measure(given.feeds, given.changes))


if __name__ == "__main__":
    main()
