"""Thresholds of a tuned model: those it started from, raised where they would now give false alarms, or new ones."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mtqa.qe.estimator import BESIDE_SOURCE, TaggerEstimator, Threshold, read_thresholds, spans
from mtqa.qe.features import LANGS
from mtqa.qe.metrics import overlaps
from mtqa.qe.shipped import SMALL, opened
from mtqa.qe.thresholds import OPEN, STEP_UP, chosen, peaks, write
from mtqa.qe.tokens import tokens
from mtqa.qe.tune.parts import Parts
from mtqa.qe.tune.rows import Labelled
from mtqa.sentences import split

ENOUGH = 10_000  # words of good passages in a language from which thresholds are set on them: one alarm a tag then


def set_thresholds(out: Path, base: Path, parts: Parts) -> tuple[str, ...]:
    """Write the thresholds of the model in `out`, and say for which languages the file's good passages set them.

    The others are those of `base`, raised until nothing sound is marked in the choosing part: a model that has seen errors
    suspects more, and would mark more of what is right.
    """
    limits, _ = read_thresholds(base)
    beside = read_thresholds(base, BESIDE_SOURCE)[0] if (out / SMALL).is_file() else None
    name = out.resolve().name
    write(out, limits, name, beside)
    estimator, measured = opened(out), []
    tops = sound_peaks(estimator, parts.choosing)
    good = [one.passage.document for one in (*parts.learnt, *parts.choosing) if not one.passage.errors]
    for lang in LANGS:
        found, words = peaks(estimator, [split(one).segments for one in good if one.target_lang == lang])
        if words >= ENOUGH:
            limits[lang] = chosen(found, words)
            measured.append(lang)
        else:
            limits[lang] = all_raised(limits[lang], tops)
        if beside:
            beside[lang] = all_raised(beside[lang], tops)
    write(out, limits, name, beside)
    return tuple(measured)


def all_raised(limits: dict[str, Threshold], tops: dict[str, float]) -> dict[str, Threshold]:
    """Each tag's threshold, raised above its peak in what is sound."""
    return {tag: raised(one, tops.get(tag, 0.0)) for tag, one in limits.items()}


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
