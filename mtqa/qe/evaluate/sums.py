"""What the output of a whole system might be judged by: ratios of sums over its documents, the higher the better."""

from collections.abc import Callable

from mtqa.finding import Severity
from mtqa.qe.evaluate.readings import Reading
from mtqa.scoring import doubt, mean, score

Ratio = tuple[float, float]
FLOORS = ("rules alone", "length")  # a coin has .5


def _shown(reading: Reading) -> Ratio:
    return reading.review.score * reading.review.words, reading.review.words


def _sentence(reading: Reading) -> Ratio:
    return sum(s.score for s in reading.review.sentences), len(reading.review.sentences)


def _penalty(reading: Reading) -> Ratio:
    return -1000 * reading.review.penalty, reading.review.words


def _findings(reading: Reading) -> Ratio:
    return -1000 * len(reading.review.findings), reading.review.words


def _major(reading: Reading) -> Ratio:
    return -1000 * sum(f.severity is not Severity.MINOR for f in reading.review.findings), reading.review.words


def _probability(reading: Reading) -> Ratio:
    known = [s.probability for s in reading.review.sentences if s.probability is not None]
    return sum(known), len(known)


def _log_odds(reading: Reading) -> Ratio:
    known = [s.probability for s in reading.review.sentences if s.probability is not None]
    return -sum(map(doubt, known)), len(known)


def _surprise(reading: Reading) -> Ratio:
    return -reading.surprise(), reading.review.words


def _together(reading: Reading) -> Ratio:
    return -reading.together(), 1.0


def _rules(reading: Reading) -> Ratio:
    """The score that the rules' findings alone would give."""
    own = [
        (score([f for f in s.findings if not f.code.startswith("Q")], None, s.segment.target_lang), s.words)
        for s in reading.review.sentences
    ]
    return mean(own) * reading.review.words, reading.review.words


def _length(reading: Reading) -> Ratio:
    return len(reading.review.document.text), 1.0


STATISTICS: dict[str, Callable[[Reading], Ratio]] = {
    "mean score": _shown,
    "mean sentence score": _sentence,
    "-penalty per 1,000 words": _penalty,
    "-findings per 1,000 words": _findings,
    "-major findings per 1,000 words": _major,
    "rules alone": _rules,
    "length": _length,
}
OF_MODEL: dict[str, Callable[[Reading], Ratio]] = {
    "mean probability": _probability,
    "mean log-odds": _log_odds,
    "-surprise per word": _surprise,
    "-rules and model together": _together,
}
