"""Reviews and summary in the mtqa/1 JSON form (reports/mtqa-1.schema.json)."""

from dataclasses import asdict
from typing import Any

from mtqa.finding import Finding
from mtqa.reference.values import as_json as metrics_json
from mtqa.report import Review, Sentence, Summary, Suppressed
from mtqa.segment import Bead


def as_json(review: Review) -> dict[str, Any]:
    """One element of `documents` in the mtqa/1 schema."""
    document = review.document
    return {
        "id": document.id,
        "path": document.path,
        "target_lang": document.target_lang,
        "source_lang": document.source_lang,
        "score": review.score,
        "penalty": review.penalty,
        **({"note": review.note} if review.note else {}),
        **metrics_json(review.measured),
        **({"alignment": [_bead_json(b) for b in document.beads]} if document.beads else {}),
        "sentences": [_sentence_json(s) for s in review.sentences],
        "findings": [_finding_json(f) for f in review.findings],
        **({"suppressed": [_suppressed_json(s) for s in review.suppressed]} if review.suppressed else {}),
    }


def _bead_json(bead: Bead) -> dict[str, list[int]]:
    """Offsets of a stretch of the source and the stretch of the text that translates it; one may be empty."""
    return {"source": [bead.source_start, bead.source_end], "target": [bead.target_start, bead.target_end]}


def _sentence_json(sentence: Sentence) -> dict[str, Any]:
    segment = sentence.segment
    place = {"start": segment.start, "end": segment.end, "score": sentence.score, "penalty": sentence.penalty}
    told = place | ({"metrics": asdict(sentence.metrics)} if sentence.metrics else {})
    return told if segment.field == "text" else told | {"field": segment.field}


def _finding_json(finding: Finding) -> dict[str, Any]:
    found = {
        "code": finding.code,
        "name": finding.name,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": finding.hit.message,
        "suggestion": finding.hit.suggestion,
        "confidence": round(finding.hit.confidence, 3),
        "line": finding.line,
        "column": finding.column,
    }
    return found if finding.field == "text" else found | {"field": finding.field}


def _suppressed_json(one: Suppressed) -> dict[str, Any]:
    return {"by": one.by.value, "reason": one.reason, "finding": _finding_json(one.finding)}


def summary_json(summary: Summary) -> dict[str, Any]:
    """The `summary` of the mtqa/1 schema."""
    return {
        "documents": summary.documents,
        "sentences": summary.sentences,
        "words": summary.words,
        "score": summary.score,
        "penalty": summary.penalty,
        "findings": summary.findings,
        "categories": summary.categories,
        "problems": summary.problems,
        **({"notes": summary.notes} if summary.notes else {}),
        **({"suppressed": summary.suppressed} if summary.suppressed else {}),
        **metrics_json(summary.measured),
        **({"referenced": summary.measured.documents} if summary.measured else {}),
    }
