"""What makes a finding the same one in the next run: its document, its code, its words and their sentence.

Line numbers and whatever else stands in the file take no part, so a finding keeps its fingerprint while articles above
it are added, edited and reordered. An edit of the sentence itself makes another finding.
"""

import os
import posixpath
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from mtqa.finding import Finding
from mtqa.report import Review
from mtqa.segment import Segment

CONTENT_DIGITS = 16  # 64 bits: two of a million findings share one with a chance of 1 in 37 million
FINGERPRINT_DIGITS = 32
STANDARD_INPUT = "-"


class Identity(NamedTuple):
    """What a finding is known by, in the order in which baselines are sorted.

    `path` is relative to a folder, with slashes; `unit` is the id of a row or feed item, "" without one. `content` is a
    hash over code, marked words and sentence. `number` counts from 1 what is otherwise the same.
    """

    path: str
    unit: str
    code: str
    content: str
    number: int

    @property
    def fingerprint(self) -> str:
        """32 hexadecimal digits, another for every finding of a run."""
        return _digest(FINGERPRINT_DIGITS, self.path, self.unit, self.code, self.content, str(self.number))


class Fingerprints(NamedTuple):
    """The fingerprints of a review's `findings` and of its `suppressed`, each in their order."""

    findings: tuple[str, ...]
    suppressed: tuple[str, ...]


@dataclass(slots=True)
class Identities:
    """Tells findings apart over one run: give it each review once, in order. Paths are made relative to `folder`.

    Repeats are counted over the run, as rows without an id share their file's path. Of two that are the same, the first
    has number 1, whether or not it is suppressed.
    """

    folder: Path = field(default_factory=Path.cwd)
    _seen: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)

    def fingerprints(self, review: Review) -> Fingerprints:
        """A stable fingerprint for each finding: SARIF's partialFingerprints, GitLab's fingerprint."""
        told = [one.fingerprint for one in self.of(review)]
        return Fingerprints(tuple(told[: len(review.findings)]), tuple(told[len(review.findings) :]))

    def of(self, review: Review) -> tuple[Identity, ...]:
        """The identities of `review.findings`, then those of `review.suppressed`."""
        findings = (*review.findings, *(one.finding for one in review.suppressed))
        if not findings:
            return ()
        path, unit = relative(review.document.path, self.folder), review.document.unit or ""
        sentences = {name: [s for s in review.document.segments if s.field == name] for name in ("title", "text")}
        told: list[Identity | None] = [None] * len(findings)
        for place in sorted(range(len(findings)), key=lambda n: _order(findings[n])):
            finding = findings[place]
            key = (path, unit, finding.code, content(finding, sentences[finding.field]))
            self._seen[key] += 1
            told[place] = Identity(*key, self._seen[key])
        return tuple(one for one in told if one is not None)


def content(finding: Finding, sentences: Sequence[Segment]) -> str:
    """A hash over the finding's code, its words and the sentence in which it starts; white space of any kind is one.

    `sentences` are those of the finding's field. What starts between two belongs to the next.
    """
    after = bisect_right(sentences, finding.start, key=lambda s: s.end)
    sentence = sentences[min(after, len(sentences) - 1)].target if sentences else ""
    return _digest(CONTENT_DIGITS, finding.code, squeezed(finding.text), squeezed(sentence))


@lru_cache(maxsize=64)  # the findings of a sentence follow each other
def squeezed(text: str) -> str:
    """A text with single spaces: no-break spaces, tabs and line feeds are spaces like others."""
    return " ".join(text.split())


def relative(path: str, folder: Path) -> str:
    """A path as seen from a folder, with slashes; standard input and addresses as they are."""
    if path == STANDARD_INPUT or "://" in path:
        return path
    seen = os.path.relpath(path, folder) if os.path.splitdrive(path)[0] in ("", folder.drive) else path
    return posixpath.normpath(seen.replace(os.sep, "/"))


def _order(finding: Finding) -> tuple[bool, int, int, str]:
    return finding.field != "title", finding.start, finding.end, finding.code


def _digest(digits: int, *parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:digits]
