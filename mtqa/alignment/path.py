"""The best way through two texts: dynamic programming over beads of sentences (Gale and Church 1993).

Long texts are read in windows: the way through one is kept up to its middle, and the next begins there, so that time and
memory stay linear.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from mtqa.alignment.likeness import likeness
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
BAND = 20  # sentences off the diagonal that are looked at, and as many more as the sides differ by
Range = tuple[int, int]


class Sums(NamedTuple):
    """Of one side what beads ask for, as sums up to each sentence: code points, questions, weight; and the sentences' blocks."""

    length: list[int]
    asking: list[int]
    weight: list[float]
    block: list[int]

    @classmethod
    def of(cls, one: Side, weights: Sequence[float]) -> "Sums":
        """The sums of a side whose sentences share so much with the other text."""
        return cls(
            [0, *accumulate(s.length for s in one.sentences)],
            [0, *accumulate(s.asks for s in one.sentences)],
            [0.0, *accumulate(weights)],
            [s.block for s in one.sentences],
        )


@dataclass(frozen=True, slots=True)
class Costs:
    """What beads of two texts cost."""

    source: Sums
    target: Sums
    links: dict[Range, float]
    ratio: float  # code points of the target for one of the source

    def bead(self, i: int, j: int, m: int, n: int) -> float:
        """Cost of the bead of `m` source sentences before sentence i and `n` target sentences before j."""
        cost = SHAPES[m, n]
        if not (m and n):
            return cost
        ours, theirs = self.source, self.target
        left = self.ratio * (ours.length[i] - ours.length[i - m])
        right = theirs.length[j] - theirs.length[j - n]
        cost += min(LENGTH_MOST, (right - left) ** 2 / (4 * SPREAD * (left + right)))
        if (ours.asking[i] > ours.asking[i - m]) != (theirs.asking[j] > theirs.asking[j - n]):
            cost += ASKING
        if m > 1 or n > 1:
            cost += BREAK * (len(set(ours.block[i - m : i])) + len(set(theirs.block[j - n : j])) - 2)
        return cost + UNLIKE - LIKE * self._shared(i, j, m, n)

    def _shared(self, i: int, j: int, m: int, n: int) -> float:
        """How much of what the sentences of a bead could share they do share: [0, 1]."""
        both = sum(self.links.get((a, b), 0.0) for a in range(i - m, i) for b in range(j - n, j))
        if not both:
            return 0.0
        ours, theirs = self.source.weight, self.target.weight
        return min(1.0, 2 * both / (ours[i] - ours[i - m] + theirs[j] - theirs[j - n]))


def path(source: Side, target: Side) -> Iterator[tuple[Range, Range]]:
    """The beads of two texts as ranges of their sentences, in order; every sentence is in one."""
    alike = likeness(source, target)
    sums = Sums.of(source, alike.source), Sums.of(target, alike.target)
    ratio = min(1.6, max(0.6, sums[1].length[-1] / (sums[0].length[-1] or 1)))
    costs = Costs(*sums, alike.links, ratio)
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
    wide = BAND + abs(rows - columns) + rows // 10  # rows' bands overlap, however the sides differ
    for i in range(rows + 1):
        middle = round(i * columns / rows) if rows else 0
        first, last = (0, columns) if not rows else (max(0, middle - wide), min(columns, middle + wide))
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
