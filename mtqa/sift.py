"""Reviews with fewer findings: some suppressed, or the text outside some lines left out, and scored anew."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from mtqa.finding import Finding
from mtqa.report import Review, Sentence, Suppressed
from mtqa.scoring import mean, penalty, score
from mtqa.segment import Segment


def suppress(review: Review, why: Mapping[int, Suppressed]) -> Review:
    """The review with these findings, by their numbers in it, suppressed. They no longer take from any score."""
    if not why:
        return review
    gone = {_place(review.findings[number]) for number in why}
    return replace(
        _rescored(review, (_without(sentence, gone) for sentence in review.sentences)),
        findings=tuple(f for number, f in enumerate(review.findings) if number not in why),
        suppressed=tuple(sorted([*review.suppressed, *why.values()], key=lambda s: _order(s.finding))),
    )


def narrow(review: Review, is_kept: Callable[[Finding], bool], is_counted: Callable[[Segment], bool]) -> Review:
    """The review of a part of its document: the findings and sentences that are in it, and their scores."""
    findings = tuple(f for f in review.findings if is_kept(f))
    gone = {_place(f) for f in review.findings} - {_place(f) for f in findings}
    sentences = (_without(s, gone) for s in review.sentences if is_counted(s.segment))
    suppressed = tuple(s for s in review.suppressed if is_kept(s.finding))
    return replace(_rescored(review, sentences), findings=findings, suppressed=suppressed)


def _rescored(review: Review, sentences: Iterable[Sentence]) -> Review:
    kept = tuple(sentences)
    return replace(
        review,
        sentences=kept,
        score=mean((s.score, s.words) for s in kept),
        penalty=round(sum(s.penalty for s in kept), 2),
    )


def _without(sentence: Sentence, gone: Collection[tuple[str, int, int, str]]) -> Sentence:
    own = tuple(f for f in sentence.findings if _place(f) not in gone)
    if len(own) == len(sentence.findings):
        return sentence
    value = score(own, sentence.probability, sentence.segment.target_lang)
    return replace(sentence, findings=own, score=value, penalty=penalty(own))


def _place(finding: Finding) -> tuple[str, int, int, str]:
    return finding.field, finding.start, finding.end, finding.code


def _order(finding: Finding) -> tuple[bool, int, int, str]:
    return finding.field != "title", finding.start, finding.end, finding.code
