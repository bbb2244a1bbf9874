"""Whether mtqa ranks translation systems as chrF does, which knows a reference (Kocmi et al. 2021)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtqa.qe.correlation import interval, kendall
from mtqa.qe.evaluate.readings import read
from mtqa.qe.evaluate.sums import FLOORS, OF_MODEL, STATISTICS, Ratio
from mtqa.qe.outputs import Campaign, Texts, campaigns, part, sample
from mtqa.reference.counting import chrf_of, chrf_statistics
from mtqa.review import Settings
from mtqa.segment import Document

TIMES = 200
SURE = 0.95
WAYS = ("without source", "with source")
Numbers = npt.NDArray[np.float64]
Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """Systems and segments of one part of a campaign, all arrays (systems, segments, what is summed)."""

    pair: str
    systems: tuple[str, ...]
    chrf: npt.NDArray[np.int64]
    statistics: dict[str, Numbers]

    def draws(self, times: int, seed: int) -> Iterator[Numbers]:
        """How often each segment is drawn, with replacement."""
        size = self.chrf.shape[1]
        yield from np.random.default_rng(seed).multinomial(size, [1 / size] * size, times).astype(np.float64)

    def values(self, name: str, weights: Numbers) -> list[float]:
        """A statistic of each system."""
        above, below = np.einsum("sgv,g->vs", self.statistics[name], weights)
        return [float(a / b) if b else 0.0 for a, b in zip(above, below, strict=True)]

    def truth(self, weights: Numbers) -> list[float]:
        """chrF of each system, as of a corpus."""
        return [chrf_of(row) for row in np.einsum("sgv,g->sv", self.chrf, weights).tolist()]

    def ones(self) -> Numbers:
        """Every segment once."""
        return np.ones(self.chrf.shape[1])


def evaluate_systems(data: Path, settings: Settings, size: int = 400, seed: int = 1) -> Result:
    """Pairwise accuracy and Kendall's tau of system rankings against chrF of the same outputs, without and with source.

    `size` segments of each language pair, half of even number and half of odd (0: all). A statistic is chosen by its
    accuracy on the even ones, and told by the odd ones. Accuracy is over all pairs of systems of the same language
    pair, ties of the statistic a half; intervals draw segments. `sure` is over the pairs alone that chrF orders alike in
    95 % of the draws.
    """
    parts: dict[tuple[str, str], list[Part]] = {(way, half): [] for way in WAYS for half in ("even", "odd")}
    limits: Result = {}
    for campaign in campaigns(data):
        halves = {half: sample(part(campaign.segments, half), -(-size // 2), seed) for half in ("even", "odd")}
        limits[campaign.pair] = ceilings(campaign, halves["even"], halves["odd"])
        for half, segments in halves.items():
            truth = chrf_counts(campaign, segments, campaign.references)
            for way in WAYS:
                told = collected(campaign, segments, settings, way == "with source")
                parts[way, half].append(Part(campaign.pair, tuple(campaign.outputs), truth, told))
    found: Result = {"segments": size or "all", "seed": seed}
    found["systems"] = {p.pair: sizes(p, seed) for p in parts[WAYS[0], "odd"]}
    for way in WAYS:
        found[way] = ranked(parts[way, "even"], parts[way, "odd"], seed)
        chosen_by = {k: v for k, v in found[way].items() if k not in FLOORS}
        best = max(chosen_by, key=lambda name: chosen_by[name]["even"] or 0.0)
        found[f"chosen {way}"] = {"statistic": best, "odd": found[way][best]["odd"], "sure": found[way][best]["sure"]}
    found["ceilings"] = limits
    found["figures"] = {p.pair: by_system(p) for p in parts["with source", "odd"]}
    return found


def sizes(one: Part, seed: int) -> Result:
    """How many systems, pairs of them and segments there are."""
    count = len(one.chrf)
    sure = surely([one.truth(weights) for weights in one.draws(TIMES, seed)])
    return {"systems": count, "pairs": count * (count - 1) // 2, "sure": len(sure), "odd segments": one.chrf.shape[1]}


def chrf_counts(campaign: Campaign, segments: Sequence[int], references: Texts) -> npt.NDArray[np.int64]:
    """The statistics of chrF, (systems, segments, counts)."""
    return np.array(
        [[chrf_statistics(texts[n], references[n]) for n in segments] for texts in campaign.outputs.values()]
    )


def ceilings(campaign: Campaign, even: Sequence[int], odd: Sequence[int]) -> Result:
    """How well chrF itself ranks as chrF of the odd segments does: of the even ones, and against other human translations."""

    def truth(segments: Sequence[int], references: Texts) -> list[float]:
        return [chrf_of(row) for row in chrf_counts(campaign, segments, references).sum(1).tolist()]

    told = [truth(odd, campaign.references)]
    by_others = [truth([n for n in odd if n in other], other) for other in campaign.others]
    return {
        "chrF of even segments": accuracy([truth(even, campaign.references)], told),
        "chrF against other human translations": accuracy(by_others, told * len(by_others)),
    }


def collected(campaign: Campaign, segments: Sequence[int], settings: Settings, has_source: bool) -> dict[str, Numbers]:
    """Each statistic's two sums, (systems, segments, 2)."""
    kinds = STATISTICS | (OF_MODEL if settings.estimator else {})
    rows: dict[str, list[list[Ratio]]] = {name: [] for name in kinds}
    for texts in campaign.outputs.values():
        readings = list(read(_documents(campaign, texts, segments, has_source), settings))
        for name, statistic in kinds.items():
            rows[name].append([statistic(one) for one in readings])
    return {name: np.array(of_systems, np.float64) for name, of_systems in rows.items()}


def _documents(
    campaign: Campaign, texts: dict[int, str], segments: Sequence[int], has_source: bool
) -> Iterator[Document]:
    for n in segments:
        yield Document(
            str(n),
            campaign.pair,
            texts[n],
            target_lang=campaign.target_lang,
            source_lang=campaign.source_lang,
            source=campaign.sources[n] if has_source else None,
        )


def ranked(even: Sequence[Part], odd: Sequence[Part], seed: int) -> Result:
    """Each statistic's accuracy on even and odd segments, and by language pair."""
    drawn = list(zip(*(p.draws(TIMES, seed) for p in odd), strict=True))
    truths = [[p.truth(w) for p, w in zip(odd, weights, strict=True)] for weights in drawn]
    sure = [surely([draw[n] for draw in truths]) for n in range(len(odd))]
    true = [p.truth(p.ones()) for p in odd]
    found: Result = {}
    for name in odd[0].statistics:
        own = [p.values(name, p.ones()) for p in odd]
        samples = [
            accuracy([p.values(name, w) for p, w in zip(odd, weights, strict=True)], truth)
            for weights, truth in zip(drawn, truths, strict=True)
        ]
        found[name] = {
            "even": accuracy([p.values(name, p.ones()) for p in even], [p.truth(p.ones()) for p in even]),
            "odd": accuracy(own, true),
            "interval": interval([one for one in samples if one is not None]),
            "sure": accuracy(own, true, sure),
            "kendall": sum(map(kendall, own, true)) / len(odd),
            **{p.pair: accuracy([mine], [its]) for p, mine, its in zip(odd, own, true, strict=True)},
        }
    return found


def surely(truths: Sequence[Sequence[float]]) -> set[tuple[int, int]]:
    """The pairs of systems that at least 95 % of the draws order alike."""
    values = np.array(truths)
    above = (values[:, :, None] > values[:, None, :]).mean(0)
    return {(a, b) for a, b in combinations(range(values.shape[1]), 2) if max(above[a, b], above[b, a]) >= SURE}


def accuracy(
    values: Sequence[Sequence[float]],
    truths: Sequence[Sequence[float]],
    among: Sequence[set[tuple[int, int]]] | None = None,
) -> float | None:
    """Share of pairs of systems that both order alike, over the pairs that the truth orders at all; None of none.

    Each sequence holds the systems of one language pair; `among` names the pairs of systems that count.
    """
    right: list[float] = []
    for n, (own, true) in enumerate(zip(values, truths, strict=True)):
        for a, b in combinations(range(len(own)), 2):
            if true[a] != true[b] and (among is None or (a, b) in among[n]):
                right.append(0.5 if own[a] == own[b] else float((own[a] > own[b]) == (true[a] > true[b])))
    return sum(right) / len(right) if right else None


def by_system(one: Part) -> Result:
    """chrF and what is shown of each system, the best by chrF first."""
    truth, ones = one.truth(one.ones()), one.ones()
    shown = {name: one.values(name, ones) for name in STATISTICS if name not in FLOORS}
    order = sorted(range(len(truth)), key=lambda n: -truth[n])
    return {one.systems[n]: {"chrF": truth[n], **{name: values[n] for name, values in shown.items()}} for n in order}
