"""The best way through two texts: dynamic programming over beads of sentences (Gale and Church 1993).

Long texts are read in windows: the way through one is kept up to its middle, and the next begins there, so that time and
memory stay linear.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.alignment.likeness import Likeness, likeness
from mtqa.alignment.sides import Side

# All costs were chosen on the even articles of `mtqa evaluate alignment` (reports/evaluation/alignment.md has the odd ones).
# Cost of a bead by how many sentences it has on each side: about -log of how often translators do so.
SHAPES: dict[tuple[int, int], float] = {
    (1, 1): 0.0, (1, 2): 2.4, (2, 1): 2.4, (2, 2): 5.0, (1, 3): 5.0, (3, 1): 5.0, (1, 0): 2.6, (0, 1): 2.6,
}  # fmt: skip
SPREAD = 3.2  # variance of a translation's length in code points, for each of its source
LENGTH_MOST = 12.0  # cost of lengths that do not fit at all
LIKE = 18.0  # what sharing everything is worth
UNLIKE = 4.0  # what a pair costs that shares nothing
ASKING = 2.0  # cost of a question beside none
BREAK = 0.9  # cost of a bead that reaches over the end of a paragraph
WINDOW = 160  # sentences of a side looked at together
BAND = 60  # sentences off the diagonal that are looked at
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Costs:
    """What beads of two texts cost."""

    source: Side
    target: Side
    likeness: Likeness
    ratio: float  # code points of the target for one of the source

    def bead(self, i: int, j: int, m: int, n: int) -> float:
        """Cost of the bead of `m` source sentences before sentence i and `n` target sentences before j."""
        cost = SHAPES[m, n]
        if not (m and n):
            return cost
        ours, theirs = self.source.sentences[i - m : i], self.target.sentences[j - n : j]
        left = self.ratio * sum(s.length for s in ours)
        right = sum(s.length for s in theirs)
        cost += min(LENGTH_MOST, (right - left) ** 2 / (2 * SPREAD * 2 * (left + right)))
        shared = self.likeness.of(range(i - m, i), range(j - n, j))
        cost += UNLIKE - LIKE * shared
        cost += ASKING * (any(s.asks for s in ours) != any(s.asks for s in theirs))
        return cost + BREAK * sum(len({s.block for s in some}) - 1 for some in (ours, theirs))


def path(source: Side, target: Side) -> Iterator[tuple[Range, Range]]:
    """The beads of two texts as ranges of their sentences, in order; every sentence is in one."""
    lengths = [sum(s.length for s in one.sentences) or 1 for one in (source, target)]
    costs = Costs(source, target, likeness(source, target), min(1.6, max(0.6, lengths[1] / lengths[0])))
    ends = len(source.sentences), len(target.sentences)
    at = (0, 0)
    while at != ends:
        until = min(ends[0], at[0] + WINDOW), min(ends[1], at[1] + WINDOW)
        beads = way(costs, at, until)
        kept = beads if until == ends else beads[: max(1, len(beads) // 2)]
        for m, n in kept:
            yield (at[0], at[0] + m), (at[1], at[1] + n)
            at = at[0] + m, at[1] + n


def way(costs: Costs, begin: Range, end: Range) -> list[Range]:
    """The cheapest beads from one place, (source sentence, target sentence), to another, as their shapes."""
    rows, columns = end[0] - begin[0], end[1] - begin[1]
    best: dict[Range, tuple[float, Range]] = {(0, 0): (0.0, (0, 0))}
    for i in range(rows + 1):
        middle = round(i * columns / rows) if rows else 0
        first, last = (0, columns) if not rows else (max(0, middle - BAND), min(columns, middle + BAND))
        for j in range(first, last + 1):
            found = best.get((i, j))
            for m, n in SHAPES:
                before = best.get((i - m, j - n))
                if before is None:
                    continue
                if found is not None and before[0] - LIKE >= found[0]:
                    continue
                cost = before[0] + costs.bead(begin[0] + i, begin[1] + j, m, n)
                if found is None or cost < found[0]:
                    found = (cost, (m, n))
            if found is not None:
                best[i, j] = found
    steps: list[Range] = []
    at = (rows, columns)
    while at != (0, 0):
        m, n = best[at][1]
        steps.append((m, n))
        at = at[0] - m, at[1] - n
    return steps[::-1]
