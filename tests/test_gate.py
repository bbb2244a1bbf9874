"""Verdicts."""

import re

import pytest

from mtqa.errors import ConfigError
from mtqa.finding import Category, Finding, Hit, Severity
from mtqa.gate import Gate, Thresholds, min_scores, thresholds
from mtqa.report import Review, Sentence
from mtqa.segment import Document, Segment


def review(score: float, *severities: Severity) -> Review:
    segment = Segment("Un texte.", "fr")
    findings = tuple(Finding("X1", "x", Category.GRAMMAR, s, Hit(0, 2, "m"), segment) for s in severities)
    return Review(Document("a", "a.txt", "Un texte."), findings, (), score, 0.0, "")


def reasons(limits: Thresholds, *reviews: Review) -> list[str]:
    gate = Gate(limits)
    for one in reviews:
        gate.add(one)
    return gate.reasons()


def test_a_minor_finding_passes_by_default() -> None:
    assert reasons(Thresholds(), review(90, Severity.MINOR)) == []


def test_a_major_finding_fails_and_the_reason_counts() -> None:
    assert reasons(Thresholds(), review(50, Severity.MAJOR, Severity.CRITICAL)) == [
        "2 findings of severity major or worse"
    ]


def test_a_low_document_fails_and_is_named() -> None:
    told = reasons(Thresholds(min_score=80), review(90), review(61.5))
    assert told == ["1 document under a score of 80; the lowest is a.txt at 61.5, 18.5 below"]


def test_nothing_fails_on_never() -> None:
    assert reasons(Thresholds(fail_on=None), review(10, Severity.CRITICAL)) == []


def scored(*sentences: tuple[float, int], path: str = "a.txt", unit: str | None = None, findings: int = 0) -> Review:
    """A document of sentences with these scores and numbers of words, a line each."""
    segments = [Segment(f"Phrase {n}.", "fr", start=10 * n) for n in range(len(sentences))]
    text = "\n".join(segment.target for segment in segments)
    rows = tuple(Sentence(s, score, 0.0, count) for s, (score, count) in zip(segments, sentences, strict=True))
    whole = Segment(text, "fr")
    found = tuple(
        Finding("X1", "x", Category.GRAMMAR, Severity.MINOR, Hit(n, n + 1, "m"), whole) for n in range(findings)
    )
    mean = sum(score * count for score, count in sentences) / sum(count for _, count in sentences)
    return Review(Document("a", path, text, unit=unit), found, rows, round(mean, 1), 0.0, "")


def test_a_low_sentence_fails_by_its_place() -> None:
    told = reasons(Thresholds(min_sentence_score=40), scored((90, 5), (12.3, 5), (39.9, 5)), scored((41, 5)))
    assert told == ["2 sentences under a score of 40; the lowest is a.txt:2:1 at 12.3, 27.7 below"]


def test_a_low_row_is_named_by_its_file_and_id() -> None:
    (told,) = reasons(Thresholds(min_score=80), scored((61.5, 5), path="a.jsonl", unit="r7"))
    assert told.endswith("the lowest is a.jsonl#r7 at 61.5, 18.5 below")


def test_the_feed_s_score_is_per_word_over_all_documents() -> None:
    limits = Thresholds(min_feed_score=80)
    assert reasons(limits, scored((90, 30)), scored((50, 10))) == []
    assert reasons(limits, scored((90, 10)), scored((50, 30))) == ["the whole feed scores 60.0, 20.0 below 80"]


def test_findings_per_1000_words_are_counted_over_all_documents() -> None:
    limits = Thresholds(max_findings_per_1000_words=10)
    assert reasons(limits, scored((90, 200), findings=2)) == []
    assert reasons(limits, scored((90, 50), findings=1), scored((90, 150), findings=2)) == [
        "15.0 findings per 1,000 words (3 findings in 200 words), 5.0 over 10"
    ]


def test_nothing_read_fails_no_threshold() -> None:
    assert (
        reasons(Thresholds(min_score=100, min_sentence_score=100, min_feed_score=100, max_findings_per_1000_words=0))
        == []
    )


@pytest.mark.parametrize(
    ("given", "floors"),
    [
        ("60", {"document": 60}),
        ("sentence=40", {"sentence": 40}),
        (" feed = 72.5", {"feed": 72.5}),
        (("60", "sentence=40", "document=70"), {"document": 70, "sentence": 40}),
        (60, {"document": 60}),
        ({"sentence": 40, "feed": 80.5}, {"sentence": 40, "feed": 80.5}),
        ((), {}),
    ],
)
def test_floors_are_read_by_level(given: object, floors: dict[str, float]) -> None:
    assert min_scores(given, "here") == floors


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("high", "here: a score from 0 to 100 was expected, such as 60 or sentence=40, not 'high'"),
        ("101", "not '101'"),
        ("nan", "not 'nan'"),
        ("word=3", "here: 'word' must be one of sentence, document, feed"),
        ({"word": 3}, "here: 'word' must be one of sentence, document, feed"),
        ({"feed": True}, "not True"),
        ("=3", "here: '' must be one of"),
    ],
)
def test_floors_that_are_none_are_told(given: object, told: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(told)):
        min_scores(given, "here")


def test_thresholds_that_are_none_are_told() -> None:
    assert thresholds(None, {"feed": 3}, None) == Thresholds(min_feed_score=3)
    assert thresholds("never", {}, 2).fail_on is None
    with pytest.raises(ConfigError, match="'fail-on' must be minor, major, critical or never, not 'big'"):
        thresholds("big", {}, None)
    with pytest.raises(ConfigError, match="'max-findings-per-1000-words' must be 0 or more, not -1"):
        thresholds(None, {}, -1)
