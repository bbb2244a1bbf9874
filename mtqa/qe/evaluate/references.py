"""How mtqa's score goes with BLEU, chrF and TER on the outputs of several systems."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mtqa.qe.correlation import correlations, within
from mtqa.qe.evaluate.readings import Reading, read
from mtqa.qe.outputs import Campaign, campaigns, part
from mtqa.reference.values import Metrics
from mtqa.review import Settings
from mtqa.segment import Document

LINES = 10  # consecutive segments that make up a document
Result = dict[str, Any]


@dataclass(slots=True)
class Table:
    """Values of items side by side, each with the number of its document and its reference, the same for all systems."""

    groups: list[int] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    metrics: list[Metrics] = field(default_factory=list)
    values: dict[str, list[float]] = field(default_factory=dict)

    def add(self, group: int, item: str, metrics: Metrics, values: dict[str, float]) -> None:
        """One item."""
        self.groups.append(group)
        self.items.append(item)
        self.metrics.append(metrics)
        for name, value in values.items():
            self.values.setdefault(name, []).append(value)

    def figures(self, seed: int) -> Result:
        """Every value against every metric; TER is negated, so that more is better everywhere."""
        others = {
            "BLEU": [one.bleu for one in self.metrics],
            "chrF": [one.chrf for one in self.metrics],
            "-TER": [-(one.ter or 0.0) for one in self.metrics],
        }
        return {
            f"{name}, {other}": correlations(values, against, self.groups, seed)
            | within(values, against, self.items, self.groups, seed)
            for name, values in self.values.items()
            for other, against in others.items()
        }


def evaluate_references(data: Path, settings: Settings, size: int = 20, seed: int = 1) -> Result:
    """Pearson, Spearman and Kendall of score and raw probability with BLEU, chrF and TER, by language pair.

    `size` documents of ten consecutive segments for each pair, of every system, of odd number: nothing is learnt from
    them. Sentences are those that have a reference to themselves. `within` is Kendall's tau over systems' versions of the
    same sentence or document alone, so that what is easy to say as the reference does counts for nothing. Intervals are
    drawn by document, all systems' versions together. The number of words of the target is the floor.
    """
    found: Result = {"documents": size, "seed": seed}
    for campaign in campaigns(data):
        sentences, documents = Table(), Table()
        collect(campaign, settings, size, sentences, documents)
        found[campaign.pair] = {"sentences": sentences.figures(seed), "documents": documents.figures(seed)}
    return found


def collect(campaign: Campaign, settings: Settings, size: int, sentences: Table, documents: Table) -> None:
    """Fill both tables with the figures of a campaign."""
    groups = articles(part(campaign.segments, "odd"), size)
    for texts in campaign.outputs.values():
        plain = read(_documents(campaign, texts, groups, has_source=False), settings)
        aided = read(_documents(campaign, texts, groups, has_source=True), settings)
        for group, (one, other) in enumerate(zip(plain, aided, strict=True)):
            if one.review.measured is None or one.review.measured.metrics.ter is None:
                continue
            documents.add(group, "", one.review.measured.metrics, _of_document(one, other, settings))
            for own, same in zip(one.review.sentences, other.review.sentences, strict=True):
                if own.metrics and own.metrics.ter is not None:
                    values = {"score": own.score, "score with source": same.score, "words": float(own.words)}
                    chance = {} if own.probability is None else {"probability": own.probability}
                    sentences.add(group, own.segment.reference or "", own.metrics, values | chance)


def _of_document(one: Reading, other: Reading, settings: Settings) -> dict[str, float]:
    values = {"score": one.review.score, "score with source": other.review.score, "words": float(one.review.words)}
    return values | ({"raw": -one.raw()} if settings.estimator else {})


def articles(segments: Sequence[int], size: int) -> list[Sequence[int]]:
    """Runs of ten segments, spread evenly over all of them."""
    runs = [segments[start : start + LINES] for start in range(0, len(segments), LINES)]
    step = max(1.0, len(runs) / size) if size else 1.0
    return [runs[int(n * step)] for n in range(min(size or len(runs), len(runs)))]


def _documents(
    campaign: Campaign, texts: dict[int, str], groups: Sequence[Sequence[int]], has_source: bool
) -> Iterator[Document]:
    """A system's articles: with the reference, or with the source."""

    def joined(some: dict[int, str], group: Sequence[int]) -> str:
        return "\n".join(" ".join(some[n].split()) for n in group)

    for number, group in enumerate(groups):
        yield Document(
            str(number),
            campaign.pair,
            joined(texts, group),
            target_lang=campaign.target_lang,
            source_lang=campaign.source_lang,
            source=joined(campaign.sources, group) if has_source else None,
            reference=None if has_source else joined(campaign.references, group),
        )
