"""What a check says: where it is broken, what kind of error it is, how bad, and what would mend it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mtqa.segment import Segment


class Severity(StrEnum):
    """MQM severities. Order them by `rank`."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for minor, 1 for major, 2 for critical."""
        return list(Severity).index(self)


class Category(StrEnum):
    """Error categories, aligned with MQM Core: dimension/type. The first part names the dimension."""

    UNTRANSLATED = "accuracy/untranslated"
    MISTRANSLATION = "accuracy/mistranslation"
    ADDITION = "accuracy/addition"
    OMISSION = "accuracy/omission"
    GRAMMAR = "fluency/grammar"
    AGREEMENT = "fluency/agreement"
    WORD_ORDER = "fluency/word-order"
    SPELLING = "fluency/spelling"
    CASING = "fluency/casing"
    PUNCTUATION = "fluency/punctuation"
    QUOTES = "fluency/quotes"
    FRAGMENT = "fluency/fragment"
    UNINTELLIGIBLE = "fluency/unintelligible"
    CHARACTER_ENCODING = "fluency/character-encoding"
    DUPLICATION = "fluency/duplication"
    INCONSISTENT = "terminology/inconsistent"
    WRONG_NAME = "accuracy/wrong-name"
    TERMINOLOGY = "terminology/wrong-term"
    NUMBER_FORMAT = "locale/number-format"
    DATE_FORMAT = "locale/date-format"
    TAG = "markup/tag"
    TRUNCATION = "markup/truncation"
    LAYOUT = "markup/layout"
    BOILERPLATE = "markup/boilerplate"
    NON_TRANSLATION = "non-translation/non-translation"
    SCORE_DROP = "document/score-drop"


@dataclass(frozen=True, slots=True)
class Hit:
    """A span that a check marks: code points of the segment (or document) it was given, end exclusive, never empty.

    A missing word marks the words on both sides of the gap. `suggestion` replaces the span and is given only when it is
    safe ("" deletes it). `confidence` is in (0, 1]. `severity` overrides the check's own.
    """

    start: int
    end: int
    message: str
    suggestion: str | None = None
    confidence: float = 0.9
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with its code, name, category, severity and place. `start` and `end` count code points of the document's field."""

    code: str
    name: str
    category: Category
    severity: Severity
    hit: Hit
    segment: Segment
    line: int = 1
    column: int = 1

    @property
    def start(self) -> int:
        """Offset of the span in the document's text, or title where `field` says so."""
        return self.segment.start + self.hit.start

    @property
    def end(self) -> int:
        """Offset after the span."""
        return self.segment.start + self.hit.end

    @property
    def field(self) -> str:
        """ "text" or "title": which of the document's texts the offsets count."""
        return self.segment.field

    @property
    def text(self) -> str:
        """The marked text."""
        return self.segment.target[self.hit.start : self.hit.end]


@dataclass(frozen=True, slots=True)
class Marked:
    """A hit of a model with what a check would know of it: code, name, category, severity."""

    code: str
    name: str
    category: Category
    severity: Severity
    hit: Hit


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a model says of a segment: the probability that it is publishable as it is, in [0, 1], and what it marks.

    `probability` is None where the model does not speak the segment's language.
    """

    probability: float | None
    marks: tuple[Marked, ...] = ()


Estimator = Callable[[Sequence[Segment]], list[Estimate]]
