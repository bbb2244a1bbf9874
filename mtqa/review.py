"""The pipeline: documents in, reviews out, one at a time."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from mtqa.checks import Check
from mtqa.finding import Estimate, Estimator, Finding, Hit
from mtqa.ignores import NO_PATHS, PathIgnores, heed
from mtqa.languages import language, tags
from mtqa.merge import merge
from mtqa.reference.measuring import measure
from mtqa.reference.pairing import refer
from mtqa.report import Review, Sentence, language_pair, signature
from mtqa.scoring import mean, penalty, score
from mtqa.segment import Document, Location, Segment
from mtqa.text import words

if TYPE_CHECKING:
    from mtqa.glossary.lookup import Glossary

BATCH, BATCH_LENGTH = 64, 10_000  # documents, and code points of text from which no more are added, checked together
UNSURE = 0.5  # a detected language below this confidence is "und"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run applies: checks, languages where a document names none, words that may stand (case-folded), a model,
    a glossary.

    Of the model's findings those with `model_codes` are shown; its probabilities count in any case.
    """

    checks: tuple[Check, ...]
    target_lang: str | None = None
    source_lang: str | None = None
    allow: frozenset[str] = frozenset()
    estimator: Estimator | None = None
    model: str = "none"
    model_codes: frozenset[str] = frozenset()
    path_ignores: PathIgnores = NO_PATHS
    glossary: "Glossary | None" = None


def review(documents: Iterable[Document], settings: Settings, jobs: int = 1) -> Iterator[Review]:
    """Check documents in their order; with `jobs` over 1, in that many processes.

    With rules alone and one process each is checked as it comes. A model reads many sentences at once in far less time
    than one by one, so that documents are taken in batches of BATCH for it, and for other processes.
    """
    if jobs > 1:
        from mtqa.parallel import in_processes

        yield from in_processes(batches(documents), settings, jobs)
    elif settings.estimator:
        for batch in batches(documents):
            yield from review_batch(batch, settings)
    else:
        yield from (review_document(document, settings) for document in documents)


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in lists; where reading them fails, those that came before are handed over first."""
    batch: list[Document] = []
    length = 0
    try:
        for document in documents:
            batch.append(document)
            length += len(document.text)
            if len(batch) >= BATCH or length >= BATCH_LENGTH:
                yield batch
                batch, length = [], 0
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def review_document(document: Document, settings: Settings) -> Review:
    """Check one document. Its result depends on nothing but the document and the settings."""
    return next(review_batch([document], settings))


def review_batch(documents: Iterable[Document], settings: Settings) -> Iterator[Review]:
    """Each document with its rules' findings first, while its words are still cached; then the model, for all at once."""
    told = [_told_by_rules(document, settings) for document in documents]
    estimates = _estimates([document for document, _ in told], settings.estimator)
    for (document, found), own in zip(told, estimates, strict=True):
        yield _reviewed(document, found, own, settings)


def _told_by_rules(document: Document, settings: Settings) -> tuple[Document, tuple[Finding, ...]]:
    """The document with its segments and languages, and what its checks and its glossary's find."""
    from mtqa.sentences import split

    document = with_source(split(with_target(document, settings)), settings)
    if document.source is not None:
        from mtqa.alignment import align

        document = align(document)
    document = refer(document)
    spoken = [c for c in settings.checks if c.speaks(document.target_lang or "und")]
    return document, (*_findings(document, spoken), *_terms(document, spoken, settings.glossary))


def _estimates(documents: list[Document], estimator: Estimator | None) -> Iterator[list[Estimate] | None]:
    """The model's estimates of each document's segments; None without a model.

    A model that weighs a document's words against each other (`by_document`) is given one document at a time.
    """
    if estimator is None:
        yield from [None] * len(documents)
        return
    if getattr(estimator, "by_document", False):
        yield from (estimator(document.segments) for document in documents)
        return
    found = iter(estimator([segment for document in documents for segment in document.segments]))
    yield from (list(islice(found, len(document.segments))) for document in documents)


def _reviewed(
    document: Document, found: tuple[Finding, ...], estimates: list[Estimate] | None, settings: Settings
) -> Review:
    """Findings of rules and model as one, and the scores."""
    found = (*found, *_marked(document, estimates, settings.model_codes))
    findings = merge(_unsettled(_beside(document, found), settings))
    findings, suppressed = heed(document, findings, settings.path_ignores)
    measured, metrics = measure(document)
    scored = _sentences(document, findings, estimates)
    sentences = tuple(replace(one, metrics=own) for one, own in zip(scored, metrics, strict=True))
    terms = settings.glossary.fingerprint if settings.glossary else None
    return Review(
        document=document,
        findings=findings,
        sentences=sentences,
        score=mean((s.score, s.words) for s in sentences),
        penalty=round(sum(s.penalty for s in sentences), 2),
        signature=signature(len(settings.checks), settings.model, language_pair(document), terms),
        note=note(document.target_lang or "und"),
        suppressed=suppressed,
        measured=measured,
    )


def with_target(document: Document, settings: Settings) -> Document:
    """The document with its target language: its own, else the settings', else detected, else "und"."""
    tag = document.target_lang or settings.target_lang
    if tag is None:
        from mtqa.lexicon.identify import identify

        tag, confidence = identify(document.text or document.title or "")
        tag = tag if confidence >= UNSURE else "und"
    source = document.source_lang or settings.source_lang
    return replace(document, target_lang=_primary(tag), source_lang=_primary(source) if source else None)


def with_source(document: Document, settings: Settings) -> Document:
    """The document with its source language: its own, else that of its source text, else what its leftovers point to."""
    source = document.source_lang or _language_of(document.source)
    if source is None:
        from mtqa.lexicon.source import infer_source

        source = infer_source(document)
    segments = tuple(replace(s, source_lang=source) for s in document.segments)
    return replace(document, source_lang=source, segments=segments)


def _language_of(source: str | None) -> str | None:
    """The language of a source text; None where that cannot be told."""
    if not source:
        return None
    from mtqa.lexicon.identify import identify

    tag, confidence = identify(source)
    return tag if confidence >= UNSURE else None


def note(tag: str) -> str | None:
    """What a reader must know of a language that is not fully checked, in one line."""
    one = language(tag)
    if one.tier in {"first-class", "supported"}:
        return None
    name = one.name if tag in tags() else f"'{tag}'"
    return f"{name} is not a supported language: only language-neutral checks ran"


def _primary(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()


def _findings(document: Document, checks: Iterable[Check]) -> Iterator[Finding]:
    whole = Segment(document.text, document.target_lang or "und", source_lang=document.source_lang)
    for check in (one for one in checks if not one.needs_glossary):
        if check.whole_document:
            yield from (_finding(check, hit, whole, document) for hit in check.function(document))
        else:
            for segment in _beside_source(document) if check.needs_source else document.segments:
                for hit in check.function(segment):
                    yield _finding(check, hit, segment, document)


def _beside_source(document: Document) -> Iterator[Segment]:
    """The stretches of the text that have a stretch of the source beside them."""
    target, source = document.text, document.source or ""
    for bead in document.beads:
        if bead.is_pair:
            yield Segment(
                target[bead.target_start : bead.target_end],
                document.target_lang or "und",
                source=source[bead.source_start : bead.source_end],
                source_lang=document.source_lang,
                start=bead.target_start,
            )


def _terms(document: Document, checks: Iterable[Check], glossary: "Glossary | None") -> Iterator[Finding]:
    """What the checks of terms find; nothing without a glossary."""
    if glossary is None:
        return
    from mtqa.glossary.passages import passages

    for check in (one for one in checks if one.needs_glossary):
        for passage in passages(document):
            for hit in check.function(passage, glossary):
                yield _finding(check, hit, passage, document)


def _beside(document: Document, findings: Iterable[Finding]) -> Iterable[Finding]:
    """The findings as the source lets them stand, if there is one."""
    if document.source is None:
        return findings
    from mtqa.bilingual.settle import settled

    return settled(findings)


def _unsettled(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """The findings whose words are neither allowed nor terms that may stand. What a glossary forbids, it does not excuse."""
    kept = (finding for finding in findings if not _allowed(finding, settings.allow))
    if settings.glossary is None:
        yield from kept
        return
    from mtqa.glossary.silence import may_stand

    own = {check.code for check in settings.checks if check.needs_glossary}
    yield from (f for f in kept if f.code in own or not may_stand(f, settings.glossary))


def _finding(check: Check, hit: Hit, segment: Segment, document: Document) -> Finding:
    place: Location = document.location(segment.start + hit.start, segment.field)
    severity = hit.severity or check.severity
    return Finding(check.code, check.name, check.category, severity, hit, segment, place.line, place.column)


def _marked(document: Document, estimates: list[Estimate] | None, codes: frozenset[str]) -> Iterator[Finding]:
    """What the model marks, as findings, if their codes are wanted."""
    for segment, estimate in zip(document.segments, estimates or (), strict=False):
        for mark in (one for one in estimate.marks if one.code in codes):
            place = document.location(segment.start + mark.hit.start, segment.field)
            yield Finding(
                mark.code, mark.name, mark.category, mark.severity, mark.hit, segment, place.line, place.column
            )


def _allowed(finding: Finding, allow: frozenset[str]) -> bool:
    """Whether the marked words may stand: the whole span, or every word of it, is on the list."""
    if not allow:
        return False
    text = finding.text.casefold()
    inside = words(text, finding.segment.target_lang)
    return text in allow or (bool(inside) and all(w.text in allow for w in inside))


def _sentences(
    document: Document, findings: tuple[Finding, ...], estimates: list[Estimate] | None
) -> tuple[Sentence, ...]:
    """Each sentence with the findings that start in it; one that starts between sentences belongs to the next."""
    scored: list[Sentence] = []
    for field in ("title", "text"):
        waiting = [f for f in findings if f.field == field]
        segments = [(i, s) for i, s in enumerate(document.segments) if s.field == field]
        starts = [f.start for f in waiting]
        first = 0
        for n, (index, segment) in enumerate(segments):
            after = bisect_left(starts, segment.end, first) if n < len(segments) - 1 else len(starts)
            own = tuple(waiting[first:after])
            first = after
            probability = estimates[index].probability if estimates else None
            count = len(words(segment.target, segment.target_lang))
            value = score(own, probability, segment.target_lang)
            scored.append(Sentence(segment, value, penalty(own), count, own, probability))
    return tuple(scored)
