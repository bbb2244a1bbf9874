"""Thresholds of a tuned tagger: those it started from, raised where they would now give false alarms, or new ones."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mtqa.qe.estimator import TaggerEstimator, Threshold, read_thresholds, spans
from mtqa.qe.features import LANGS
from mtqa.qe.metrics import overlaps
from mtqa.qe.thresholds import OPEN, STEP_UP, chosen, peaks, write
from mtqa.qe.tokens import tokens
from mtqa.qe.tune.parts import Parts
from mtqa.qe.tune.rows import Labelled
from mtqa.sentences import split

ENOUGH = 10_000  # words of good passages in a language from which thresholds are set on them: one alarm a tag then
Limits = dict[str, dict[str, Threshold]]


def thresholds(out: Path, base: Path, parts: Parts) -> tuple[Limits, tuple[str, ...]]:
    """The thresholds of the tagger in `out`, and for which languages the file's good passages set them.

    The others are those of `base`, raised until nothing sound is marked in the choosing part: a tagger that has seen errors
    suspects more, and would mark more of what is right.
    """
    limits, _ = read_thresholds(base)
    write(out, limits, out.resolve().name)
    estimator, measured = TaggerEstimator(out), []
    tops = sound_peaks(estimator, parts.choosing)
    good = [one.passage.document for one in (*parts.learnt, *parts.choosing) if not one.passage.errors]
    for lang in LANGS:
        found, words = peaks(estimator, [split(one).segments for one in good if one.target_lang == lang])
        if words >= ENOUGH:
            limits[lang] = chosen(found, words)
            measured.append(lang)
        else:
            limits[lang] = {tag: raised(one, tops.get(tag, 0.0)) for tag, one in limits[lang].items()}
    return limits, tuple(measured)


def raised(limit: Threshold, top: float) -> Threshold:
    """A threshold that a peak of this height no longer reaches; the share of `low` stays."""
    high = max(limit.high, round(top + STEP_UP, 4)) if top else limit.high
    return replace(limit, high=high, low=round(limit.low * high / limit.high, 4), sure=max(limit.sure, high))


def sound_peaks(estimator: TaggerEstimator, passages: Sequence[Labelled]) -> dict[str, float]:
    """For each tag the highest P(not ok) of a span that no error overlaps."""
    found: dict[str, float] = {}
    for one in passages:
        errors = [(e.start, e.end) for e in one.passage.errors]
        segments = split(one.passage.document).segments
        cut = [tokens(s.target, s.target_lang) for s in segments]
        for n, (tags, _) in estimator.probabilities(segments, cut).items():
            for first, last, tag, peak in spans(tags, OPEN):
                place = (segments[n].start + cut[n][first].start, segments[n].start + cut[n][last - 1].end)
                if not any(overlaps(place, error) for error in errors):
                    found[tag] = max(peak, found.get(tag, 0.0))
    return found
