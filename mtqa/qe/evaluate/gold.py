"""Gold passages: tight detection of obvious spans, precision, clean passages without a finding, AUC."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mtqa.qe import metrics
from mtqa.qe.corpora import Passage, gold
from mtqa.report import Review
from mtqa.review import Settings, review

Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold passage with its review."""

    passage: Passage
    review: Review

    @property
    def spans(self) -> list[metrics.Span]:
        """The marked spans."""
        return [(f.start, f.end) for f in self.review.findings if f.field == "text"]

    @property
    def is_clean(self) -> bool:
        """Whether the passage is well written."""
        return not self.passage.errors


def evaluate_gold(file: Path, settings: Settings, with_source_lang: bool = True) -> Result:
    """Tight detection of obvious spans, precision, clean passages without a finding and AUC, with 95 % intervals."""
    passages = gold(file)
    documents = [p.document if with_source_lang else replace(p.document, source_lang=None) for p in passages]
    judged = [Judged(p, r) for p, r in zip(passages, review(documents, settings), strict=True)]
    langs = sorted({j.review.document.target_lang or "und" for j in judged})
    return {
        "passages": len(judged),
        "all": _gold_figures(judged) | {"intervals": _intervals(judged)},
        "languages": {
            lang: _gold_figures([j for j in judged if j.review.document.target_lang == lang]) for lang in langs
        },
        "categories": _by_category(judged),
    }


def _gold_figures(judged: Sequence[Judged]) -> Result:
    obvious = [is_tight for j in judged for is_tight in _obvious(j)]
    hits = [right for j in judged for right in _right(j)]
    clean = [j for j in judged if j.is_clean]
    return {
        "obvious": len(obvious),
        "tight": sum(obvious),
        "recall": metrics.share(obvious),
        "findings": len(hits),
        "right": sum(hits),
        "precision": metrics.share(hits),
        "clean": len(clean),
        "clean_ok": sum(not j.spans for j in clean),
        "auc": metrics.auc([j.review.score for j in clean], [j.review.score for j in judged if not j.is_clean]),
    }


def _obvious(judged: Judged) -> list[bool]:
    errors = judged.passage.errors
    return [metrics.is_found_tightly((e.start, e.end), judged.spans) for e in errors if e.is_obvious]


def _right(judged: Judged) -> list[bool]:
    errors = [(e.start, e.end) for e in judged.passage.errors]
    return [any(metrics.overlaps(span, e) for e in errors) for span in judged.spans]


def _intervals(judged: Sequence[Judged]) -> Result:
    return {
        "recall": metrics.bootstrap(judged, lambda some: metrics.share([t for j in some for t in _obvious(j)])),
        "precision": metrics.bootstrap(judged, lambda some: metrics.share([r for j in some for r in _right(j)])),
    }


def _by_category(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """Obvious spans found tightly, and all of them, by the gold's category."""
    found: dict[str, list[bool]] = defaultdict(list)
    for j in judged:
        for error in j.passage.errors:
            if error.is_obvious:
                found[error.category].append(metrics.is_found_tightly((error.start, error.end), j.spans))
    return {name: (sum(row), len(row)) for name, row in sorted(found.items())}
