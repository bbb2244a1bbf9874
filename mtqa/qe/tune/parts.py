"""The parts of a labelled file: what is learnt from, what chooses when to stop, what is held out and never seen."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.errors import InputError
from mtqa.qe.tune.rows import Labelled

LEAST = 10  # documents with errors
CHOOSING = 0.2  # of what is not held out


@dataclass(frozen=True, slots=True)
class Parts:
    """Passages by what they are for."""

    learnt: tuple[Labelled, ...]
    choosing: tuple[Labelled, ...]
    held_out: tuple[Labelled, ...]


def parted(rows: Sequence[Labelled], share: float, seed: int) -> Parts:
    """Documents drawn by lot, broken ones and good ones each in the same shares; raises InputError where there are too few."""
    broken = _documents([row for row in rows if row.passage.errors])
    good = [name for name in _documents(rows) if name not in set(broken)]
    if len(broken) < LEAST:
        raise InputError(
            f"{len(broken)} documents with errors: at least {LEAST} are needed to learn from some and to measure on others"
        )
    role: dict[str, int] = {}
    for names in (broken, good):
        random.Random(seed).shuffle(names)
        held = max(1, round(share * len(names)))
        choosing = max(1, round(CHOOSING * (len(names) - held)))
        role |= {name: 2 if n < held else 1 if n < held + choosing else 0 for n, name in enumerate(names)}
    return Parts(*(tuple(row for row in rows if role[row.group] == wanted) for wanted in range(3)))


def _documents(rows: Sequence[Labelled]) -> list[str]:
    return sorted({row.group for row in rows})
