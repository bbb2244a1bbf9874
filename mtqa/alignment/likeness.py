"""How much sentences of two texts share."""

from collections import defaultdict
from dataclasses import dataclass
from math import log

from mtqa.alignment.sides import Side

ALONE = 0.4  # weight of a key that the other text has nowhere; one that a sentence of each has weighs 3 or so
MOST = 40  # sentences of a side that a key may stand in: what is everywhere tells nothing


@dataclass(frozen=True, slots=True)
class Likeness:
    """Weight of what each pair of sentences shares, and of what each sentence shares with the other text at all."""

    links: dict[tuple[int, int], float]
    source: list[float]
    target: list[float]


def likeness(source: Side, target: Side) -> Likeness:
    """What the sentences of two texts share; a key weighs the more the fewer sentences have it."""
    here, there = places(source), places(target)
    both = {key for key in here if key in there and len(here[key]) <= MOST and len(there[key]) <= MOST}
    count = len(source.sentences) + len(target.sentences)
    weight = {key: log(1 + count / (len(here[key]) + len(there[key]))) for key in both}
    links: dict[tuple[int, int], float] = defaultdict(float)
    for key in sorted(both):
        for one in here[key]:
            for other in there[key]:
                links[one, other] += weight[key]
    return Likeness(dict(links), _weighed(source, weight), _weighed(target, weight))


def places(one: Side) -> dict[str, list[int]]:
    """The sentences in which each key stands."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(one.sentences):
        for key in sentence.keys:
            found[key].append(number)
    return found


def _weighed(one: Side, weight: dict[str, float]) -> list[float]:
    """For each sentence the weight of its keys; those that the other text has nowhere count a little."""
    return [sum(weight.get(key, ALONE) for key in sentence.keys) for sentence in one.sentences]
