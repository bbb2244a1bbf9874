"""Recall of single source words put into human-written news."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from mtqa.finding import Severity
from mtqa.qe import metrics
from mtqa.qe.corpora import parallel_news, sample
from mtqa.qe.inject import Injected, injections
from mtqa.review import Settings, review
from mtqa.segment import Document

PAIRS = 20_000  # pairs an alignment is learnt from
Result = dict[str, Any]


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
        "recall": metrics.share(_found(injected, given, settings)),
        "recall_without_source_lang": metrics.share(_found(injected, unsaid, settings)),
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
