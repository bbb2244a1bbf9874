"""Thresholds to a verdict: whether a run passes, and by which threshold it fails, by how much."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mtqa.errors import ConfigError
from mtqa.finding import Severity
from mtqa.report import Review
from mtqa.segment import Document

LEVELS = ("sentence", "document", "feed")
NEVER = "never"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What fails a run; None never does. Scores are from 0 to 100.

    `fail_on`: the least severity. `min_score`: for each document; `min_sentence_score`; `min_feed_score`: the mean per
    word over all documents of the run. `max_findings_per_1000_words`: over the run.
    """

    fail_on: Severity | None = Severity.MAJOR
    min_score: float | None = None
    min_sentence_score: float | None = None
    min_feed_score: float | None = None
    max_findings_per_1000_words: float | None = None


@dataclass(slots=True)
class Lowest:
    """How many of something score less than a floor, and which of them least."""

    floor: float | None
    count: int = 0
    score: float = 100.0
    name: str = ""

    def add(self, score: float, name: str) -> None:
        """Count one; of equals the first is named."""
        if self.floor is None or score >= self.floor:
            return
        if not self.count or score < self.score:
            self.score, self.name = score, name
        self.count += 1

    def reason(self, noun: str) -> str:
        """What to say of them."""
        plural = "s" if self.count > 1 else ""
        below = (self.floor or 0) - self.score
        lowest = f"the lowest is {self.name} at {self.score:g}, {below:.1f} below"
        return f"{self.count} {noun}{plural} under a score of {self.floor:g}; {lowest}"


@dataclass(slots=True)
class Gate:
    """Watches reviews as they stream by; `reasons()` says at the end why the run fails, and nothing when it passes."""

    thresholds: Thresholds
    severe: int = 0
    findings: int = 0
    words: int = 0
    weighted: float = 0.0
    sentences: Lowest = field(init=False)
    documents: Lowest = field(init=False)

    def __post_init__(self) -> None:
        self.sentences = Lowest(self.thresholds.min_sentence_score)
        self.documents = Lowest(self.thresholds.min_score)

    def add(self, review: Review) -> None:
        """Count one review against the thresholds."""
        least = self.thresholds.fail_on
        if least is not None:
            self.severe += sum(f.severity.rank >= least.rank for f in review.findings)
        self.findings += len(review.findings)
        self.words += review.words
        self.weighted += review.score * review.words
        self.documents.add(review.score, _name(review.document))
        if self.sentences.floor is not None:
            for sentence in review.sentences:
                if sentence.score < self.sentences.floor:
                    place = review.document.location(sentence.segment.start, sentence.segment.field)
                    self.sentences.add(sentence.score, f"{_name(review.document)}:{place.line}:{place.column}")

    def reasons(self) -> list[str]:
        """Each threshold that failed, and by how much."""
        told = []
        if self.severe:
            plural = "s" if self.severe > 1 else ""
            told.append(f"{self.severe} finding{plural} of severity {self._severity()}")
        if self.sentences.count:
            told.append(self.sentences.reason("sentence"))
        if self.documents.count:
            told.append(self.documents.reason("document"))
        return [*told, *self._overall()] if self.words else told

    def _severity(self) -> str:
        least = self.thresholds.fail_on
        return f"{least}" if least is Severity.CRITICAL else f"{least} or worse"

    def _overall(self) -> list[str]:
        """What fails over the run as a whole."""
        told = []
        floor, limit = self.thresholds.min_feed_score, self.thresholds.max_findings_per_1000_words
        score, rate = self.weighted / self.words, 1000 * self.findings / self.words
        if floor is not None and score < floor:
            told.append(f"the whole feed scores {score:.1f}, {floor - score:.1f} below {floor:g}")
        if limit is not None and rate > limit:
            count = f"{self.findings} finding{'' if self.findings == 1 else 's'} in {self.words} words"
            told.append(f"{rate:.1f} findings per 1,000 words ({count}), {rate - limit:.1f} over {limit:g}")
        return told


def _name(document: Document) -> str:
    return document.path + (f"#{document.unit}" if document.unit else "")


def thresholds(fail_on: str | None, min_score: Mapping[str, float], per_1000_words: float | None) -> Thresholds:
    """What fails a run: by default a major finding; `min_score` is by level. Raises ConfigError for what is none."""
    wanted = fail_on or Severity.MAJOR.value
    known = [*(severity.value for severity in Severity), NEVER]
    if wanted not in known:
        raise ConfigError(f"'fail-on' must be {', '.join(known[:-1])} or {NEVER}, not {wanted!r}")
    if per_1000_words is not None and not per_1000_words >= 0:
        raise ConfigError(f"'max-findings-per-1000-words' must be 0 or more, not {per_1000_words:g}")
    return Thresholds(
        None if wanted == NEVER else Severity(wanted),
        min_score.get("document"),
        min_score.get("sentence"),
        min_score.get("feed"),
        per_1000_words,
    )


def min_scores(given: object, where: str) -> dict[str, float]:
    """Floors by level from a number, a text ("60", "sentence=40"), a list of texts or a table; raises ConfigError."""
    if isinstance(given, Mapping):
        return {_level(level, where): _score(value, where) for level, value in given.items()}
    if isinstance(given, list | tuple):
        return {level: floor for one in given for level, floor in min_scores(one, where).items()}
    if isinstance(given, str):
        level, is_named, value = given.rpartition("=")
        return {_level(level.strip() if is_named else "document", where): _score(value, where)}
    return {"document": _score(given, where)}


def _level(name: str, where: str) -> str:
    if name not in LEVELS:
        raise ConfigError(f"{where}: '{name}' must be one of {', '.join(LEVELS)}, as in sentence=40")
    return name


def _score(value: object, where: str) -> float:
    try:
        score = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else -1.0
    except ValueError:
        score = -1.0
    if not 0 <= score <= 100:
        raise ConfigError(f"{where}: a score from 0 to 100 was expected, such as 60 or sentence=40, not {value!r}")
    return score
