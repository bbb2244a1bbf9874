"""What a source says of findings that were made without it: some are excused, some are surer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mtqa.bilingual.names import SURE as SURE_NAME
from mtqa.finding import Finding, Severity
from mtqa.lexicon.name import nameness
from mtqa.text import is_quoted

WORDS_LEFT = ("A101", "Q501")  # codes of words that look left in the source's language
SYSTEM = ("M103",)  # of what belongs to a program: where the source has it too, the translator has to keep it
SURE = 0.98


def settled(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings as the source beside them lets them stand.

    A word that looks left over is none where the source has it as a name or between quotation marks, and surely one where
    it stands there as any other word. A placeholder that the source has is no debris.
    """
    for finding in findings:
        source, text = finding.segment.source, finding.text
        at = source.find(text) if source else -1
        if at < 0 or not finding.code.startswith((*WORDS_LEFT, *SYSTEM)):
            yield finding
        elif finding.code.startswith(WORDS_LEFT) and not _is_kept(text, source or "", at, finding.segment.source_lang):
            hit = replace(finding.hit, confidence=max(SURE, finding.hit.confidence))
            yield replace(finding, hit=hit, severity=max(Severity.MAJOR, finding.severity, key=lambda s: s.rank))


def _is_kept(text: str, source: str, at: int, lang: str | None) -> bool:
    """Whether translators keep what stands at an offset of the source: a name, or what is quoted."""
    return is_quoted(source, at) or all(nameness(word, lang or "und") >= SURE_NAME for word in text.split())
