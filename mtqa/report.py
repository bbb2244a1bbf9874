"""What is known after checking: a Review for each document, a Summary folded over them, and the mtqa/1 JSON form."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from heapq import heappush, heappushpop
from itertools import count
from typing import TYPE_CHECKING, Any

from mtqa import __version__
from mtqa.finding import Finding, Severity
from mtqa.reference.values import Measured, Metrics, Statistics
from mtqa.segment import Document, Segment

if TYPE_CHECKING:
    from mtqa.history import History
    from mtqa.readers.files.problem import Problem

SCHEMA = "mtqa/1"
SPLIT_VERSION = 1  # raised whenever sentences are split in another way
WORST_KEPT = 10
HISTOGRAM_BINS = 10


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its score (0 to 100), its penalty (MQM points), its length in words and its findings.

    `probability` is the model's own estimate that it is publishable, None without a model; `metrics` compare it with its
    reference, None where it has none to itself.
    """

    segment: Segment
    score: float
    penalty: float
    words: int
    findings: tuple[Finding, ...] = ()
    probability: float | None = None
    metrics: Metrics | None = None


class SuppressedBy(StrEnum):
    """Who says that a finding does not count. What stands in the checked file itself is SARIF's "inSource"."""

    COMMENT = "comment"  # <!-- mtqa-disable --> in HTML and Markdown
    ROW = "row"  # the "ignore" key of a JSONL row
    PATH = "path"  # [per-path-ignores] of the configuration
    BASELINE = "baseline"  # known before
    ACCEPTED = "accepted"  # a false alarm, with a reason

    @property
    def kind(self) -> str:
        """SARIF's word: "inSource" or "external"."""
        return "inSource" if self in (SuppressedBy.COMMENT, SuppressedBy.ROW) else "external"


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that neither counts nor fails a run, with who says so and why (None where no reason is given)."""

    finding: Finding
    by: SuppressedBy
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One document with its findings and scores: the unit that flows to the renderers.

    `findings` are in the order of the text, the title's first. `note` says in one line what could not be checked.
    `suppressed` are in the same order, and stand neither in `findings` nor in the sentences nor in any score.
    `measured` compares the text with its reference, None without one.
    """

    document: Document
    findings: tuple[Finding, ...]
    sentences: tuple[Sentence, ...]
    score: float
    penalty: float
    signature: str
    note: str | None = None
    suppressed: tuple[Suppressed, ...] = ()
    measured: Measured | None = None

    @property
    def words(self) -> int:
        """Words of the document, the title's included."""
        return sum(s.words for s in self.sentences)

    def worst(self) -> Severity | None:
        """The severest finding's severity."""
        return max((f.severity for f in self.findings), key=lambda s: s.rank, default=None)


@dataclass(frozen=True, slots=True)
class Summary:
    """What is folded over the reviews. `histogram` counts sentences by score in ten equal bins, the lowest first.

    `worst_documents` and `worst_sentences` are the lowest scores, the worst first; a sentence comes with its document's id.
    `measured` compares all documents that have a reference with it, None where none has one.
    """

    documents: int
    sentences: int
    words: int
    score: float
    penalty: float
    findings: dict[str, int]
    categories: dict[str, int]
    codes: dict[str, int]
    histogram: tuple[int, ...]
    worst_documents: tuple[Review, ...]
    worst_sentences: tuple[tuple[str, Sentence], ...]
    lowest_score: float
    problems: int
    notes: dict[str, int]
    signature: str
    suppressed: dict[str, int] = field(default_factory=dict)
    histories: tuple["History", ...] = ()
    measured: Measured | None = None


@dataclass(slots=True)
class Tally:
    """Folds reviews as they stream by: `for review in tally.watch(reviews)`, then `tally.summary()`.

    `problems` counts what could not be read; `unread` are the first of them. `histories` are the scores of feeds over time.
    """

    documents: int = 0
    sentences: int = 0
    words: int = 0
    weighted: float = 0.0
    penalty: float = 0.0
    lowest: float = 100.0
    problems: int = 0
    unread: tuple["Problem", ...] = ()
    histories: tuple["History", ...] = ()
    severities: Counter[str] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    suppressed: Counter[str] = field(default_factory=Counter)
    pairs: set[str] = field(default_factory=set)
    histogram: list[int] = field(default_factory=lambda: [0] * HISTOGRAM_BINS)
    signature: str = ""
    statistics: Statistics | None = None
    referenced: int = 0
    _documents: list[tuple[float, int, Review]] = field(default_factory=list)
    _sentences: list[tuple[float, int, str, Sentence]] = field(default_factory=list)
    _order: Iterator[int] = field(default_factory=count)

    def watch(self, reviews: Iterable[Review]) -> Iterator[Review]:
        """Yield each review after counting it."""
        for review in reviews:
            self.add(review)
            yield review

    def add(self, review: Review) -> None:
        """Count one review."""
        self.documents += 1
        self.sentences += len(review.sentences)
        self.words += review.words
        self.weighted += review.score * review.words
        self.penalty += review.penalty
        self.lowest = min(self.lowest, review.score)
        self.pairs.add(language_pair(review.document))
        self.signature = review.signature
        if review.note:
            self.notes[review.note] += 1
        self.suppressed.update(one.by.value for one in review.suppressed)
        if review.measured:
            some = review.measured.statistics
            self.statistics = self.statistics + some if self.statistics else some
            self.referenced += 1
        for finding in review.findings:
            self.severities[finding.severity] += 1
            self.categories[finding.category] += 1
            self.codes[finding.code] += 1
        for sentence in review.sentences:
            self.histogram[min(HISTOGRAM_BINS - 1, int(sentence.score / 100 * HISTOGRAM_BINS))] += 1
            if sentence.findings:
                _keep(self._sentences, (-sentence.score, -next(self._order), review.document.id, sentence))
        if review.findings:
            _keep(self._documents, (-review.score, -next(self._order), review))

    def summary(self) -> Summary:
        """All that was counted so far."""
        return Summary(
            documents=self.documents,
            sentences=self.sentences,
            words=self.words,
            score=round(self.weighted / self.words, 1) if self.words else 100.0,
            penalty=round(self.penalty, 2),
            findings={s.value: self.severities[s] for s in reversed(Severity)},
            categories=dict(self.categories.most_common()),
            codes=dict(sorted(self.codes.items())),
            histogram=tuple(self.histogram),
            worst_documents=tuple(row[2] for row in sorted(self._documents, reverse=True)),
            worst_sentences=tuple((row[2], row[3]) for row in sorted(self._sentences, reverse=True)),
            lowest_score=self.lowest,
            problems=self.problems,
            notes=dict(self.notes),
            signature=over_all(self.signature, self.pairs),
            histories=self.histories,
            suppressed={by.value: self.suppressed[by.value] for by in SuppressedBy if self.suppressed[by.value]},
            measured=self._measured(),
        )

    def _measured(self) -> Measured | None:
        """The metrics of all that has a reference, as one corpus."""
        if self.statistics is None:
            return None
        from mtqa.reference.counting import measured

        return measured(self.statistics, is_corpus=True, documents=self.referenced)


def _keep(heap: list[Any], row: Any) -> None:
    """Keep the worst few: the heap's first is the least bad of them."""
    if len(heap) < WORST_KEPT:
        heappush(heap, row)
    else:
        heappushpop(heap, row)


def language_pair(document: Document) -> str:
    """ "de-fr"; "fr" where the source language is not known."""
    return "-".join(filter(None, (document.source_lang, document.target_lang or "und")))


def signature(checks: int, model: str, pair: str, glossary: str | None = None) -> str:
    """What a score depends on, in sacreBLEU's manner (Post 2018)."""
    terms = f"|glossary:{glossary}" if glossary else ""
    return f"mtqa:{__version__}|checks:{checks}|model:{model}|langs:{pair}|split:{SPLIT_VERSION}{terms}"


def over_all(one: str, pairs: Iterable[str]) -> str:
    """A document's signature with the language pairs of all documents in it."""
    return "|".join(f"langs:{','.join(sorted(pairs))}" if p.startswith("langs:") else p for p in one.split("|"))
