"""Evaluations of a whole run: gold passages, false alarms on human news, leftover words put into human news.

Each returns a plain dictionary of counts and figures, never text of the data.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from mtqa.finding import Severity
from mtqa.qe import metrics
from mtqa.qe.corpora import Passage, gold, human_news, parallel_news, sample, single_lines
from mtqa.qe.inject import Injected, injections
from mtqa.report import Review
from mtqa.review import Settings, review
from mtqa.segment import Document

LANGS = ("fr", "de", "en", "es", "it", "pt", "nl")
PAIRS = 20_000  # pairs an alignment is learnt from
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
        "recall": _share(obvious),
        "findings": len(hits),
        "right": sum(hits),
        "precision": _share(hits),
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


def _share(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None


def _intervals(judged: Sequence[Judged]) -> Result:
    return {
        "recall": metrics.bootstrap(judged, lambda some: _share([t for j in some for t in _obvious(j)])),
        "precision": metrics.bootstrap(judged, lambda some: _share([r for j in some for r in _right(j)])),
    }


def _by_category(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """Obvious spans found tightly, and all of them, by the gold's category."""
    found: dict[str, list[bool]] = defaultdict(list)
    for j in judged:
        for error in j.passage.errors:
            if error.is_obvious:
                found[error.category].append(metrics.is_found_tightly((error.start, error.end), j.spans))
    return {name: (sum(row), len(row)) for name, row in sorted(found.items())}


def evaluate_alarms(
    data: Path, settings: Settings, langs: Iterable[str] = LANGS, part: str = "odd", wide: bool = False
) -> Result:
    """Findings on human-written news: per 1,000 words, major and worse and all, and by check.

    `wide` adds the held-out lines of the news text: more words for checks that seldom speak.
    """
    words: dict[str, int] = {}
    found: dict[str, Counter[str]] = {}
    major: dict[str, int] = {}
    for lang in langs:
        counts: Counter[str] = Counter()
        words[lang] = major[lang] = 0
        documents = chain(human_news(data, lang, part), single_lines(data, lang) if wide else ())
        for one in review(documents, settings):
            words[lang] += one.words
            counts.update(f.code for f in one.findings)
            major[lang] += sum(f.severity.rank >= Severity.MAJOR.rank for f in one.findings)
        found[lang] = counts
    spoken = [lang for lang in words if words[lang]]
    return {
        "part": part,
        "wide": wide,
        "words": {lang: words[lang] for lang in spoken},
        "per_1000_major": {lang: 1000 * major[lang] / words[lang] for lang in spoken},
        "per_1000_all": {lang: 1000 * found[lang].total() / words[lang] for lang in spoken},
        "findings": {lang: dict(sorted(found[lang].items())) for lang in spoken},
    }


def evaluate_leftovers(
    data: Path,
    settings: Settings,
    langs: Sequence[str] = ("fr", "de", "en", "es"),
    targets: Sequence[str] = (),
    seed: int = 1,
    size: int = 1000,
) -> Result:
    """Recall of single source words put into held-out human news, each direction, with and without the source language.

    A word is found when a finding of severity major or worse overlaps it.
    """
    directions = [(s, t) for t in (targets or langs) for s in langs if s != t]
    rows = {f"{s}-{t}": _leftover_recall(data, settings, s, t, seed, size) for s, t in directions}
    return {"seed": seed, "directions": rows, "mean": _mean([r["recall"] for r in rows.values()])}


def _leftover_recall(data: Path, settings: Settings, source: str, target: str, seed: int, size: int) -> Result:
    pairs = sample(parallel_news(data, source, target), PAIRS, seed)
    injected = list(injections(pairs, seed))[:size]
    given = [_document(number, one, target, source) for number, one in enumerate(injected)]
    unsaid = [_document(number, one, target, None) for number, one in enumerate(injected)]
    return {
        "words": len(injected),
        "recall": _share(_found(injected, given, settings)),
        "recall_without_source_lang": _share(_found(injected, unsaid, settings)),
    }


def _document(number: int, one: Injected, target: str, source: str | None) -> Document:
    return Document(str(number), "injected", one.text, target_lang=target, source_lang=source)


def _found(injected: Sequence[Injected], documents: Iterable[Document], settings: Settings) -> list[bool]:
    return [
        any(
            metrics.overlaps((one.start, one.end), (f.start, f.end))
            for f in reviewed.findings
            if f.severity.rank >= Severity.MAJOR.rank
        )
        for one, reviewed in zip(injected, review(documents, settings), strict=True)
    ]


def _mean(values: Sequence[float | None]) -> float | None:
    known = [v for v in values if v is not None]
    return sum(known) / len(known) if known else None
