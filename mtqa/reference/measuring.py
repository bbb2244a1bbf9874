"""A document against its reference: as a whole, and each sentence that has a reference to itself."""

from mtqa.reference.counting import count, forget, measured, metrics
from mtqa.reference.pairing import units
from mtqa.reference.values import Measured, Metrics, Statistics
from mtqa.segment import Document


def measure(document: Document) -> tuple[Measured | None, list[Metrics | None]]:
    """The metrics of a document that `pairing.refer` has paired, and of its segments: None for what has no reference."""
    if not document.reference_beads:
        return None, [None] * len(document.segments)
    lang = document.target_lang or "und"
    known: dict[tuple[str, str], Statistics] = {}  # a line is often one sentence, and TER is slow

    def counted(target: str, reference: str) -> Statistics:
        pair = target.strip(), reference.strip()
        if pair not in known:
            known[pair] = count(*pair, lang)
        return known[pair]

    first, *rest = [counted(*unit) for unit in units(document)]
    sentences = [
        metrics(counted(s.target, s.reference)) if s.reference and s.field == "text" else None
        for s in document.segments
    ]
    forget()
    return measured(sum(rest, first)), sentences
