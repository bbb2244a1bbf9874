"""Damage of each class put into unseen human news, one at a time: how much of it is found at 2 false alarms in 1,000 words.

The damage is that of training (mtqa/qe/noise), so the figures flatter; the sentences are new: the odd part of human news,
or lines that `text.is_held_out` keeps apart. What needs an aligned source is left out, as news has none.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mtqa.qe import metrics
from mtqa.qe.corpora import human_news
from mtqa.qe.corrupt import KINDS, Kind
from mtqa.qe.evaluate.curve import SYSTEMS, Marks, news, thresholds, words_of
from mtqa.qe.evaluate.readings import Reading, read
from mtqa.qe.metrics import Span
from mtqa.qe.noise.draft import Draft
from mtqa.qe.noise.tables import Noise, load
from mtqa.review import Settings
from mtqa.segment import Document
from mtqa.sentences import split
from mtqa.text import ends_sentence, words

CLASSES = {
    "untranslated": "leftover",
    "doubled": "doubled",
    "word-order": "word order",
    "missing": "missing word",
    "form": "agreement",
    "wrong-word": "wrong word",
    "name": "name",
    "casing": "casing",
    "fragment": "fragment",
}
SOURCES = {"fr": ("de", "en"), "de": ("en", "fr"), "en": ("de", "fr"), "es": ("en", "de")}
ALARMS = 2
FEWEST_WORDS = 6
TRIES = 8
Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Damaged:
    """A sentence with one damage: its spans, their class, and the kind of damage that made them."""

    document: Document
    spans: tuple[Span, ...]
    group: str
    kind: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a damage was found, by the rules alone and with the tagger."""

    damaged: Damaged
    seed: int
    found: dict[str, bool]


def evaluate_corruptions(
    data: Path, work: Path, settings: Settings, seeds: Sequence[int] = (1, 2, 3), size: int = 60
) -> Result:
    """Recall by class and language, of `size` damages of each class for each seed and pair of languages.

    A damage is found when a finding overlaps it and is at most three times as long. One threshold a language is set on the
    even part of human news. `work` is the folder that `python -m mtqa.qe.align` wrote.
    """
    even = news(data, SOURCES, "even", settings, seeds[0])
    odd = news(data, SOURCES, "odd", settings, seeds[0])
    names = [name for name in SYSTEMS if settings.estimator or name == "rules"]
    limits = {name: thresholds(even, SYSTEMS[name], ALARMS) for name in names}
    outcomes: list[Outcome] = []
    for lang, sources in SOURCES.items():
        sentences = news_sentences(data, lang)
        for source in sources if sentences else ():
            noise = load(work, lang, source)
            for seed in seeds:
                damaged = list(damages(sentences, noise, seed, size))
                outcomes += judged(damaged, settings, limits, seed)
    return {
        "seeds": list(seeds),
        "classes": CLASSES,
        "false_alarms": {name: _alarms(odd, SYSTEMS[name], limits[name]) for name in names},
        **{f"recall, {name}": _by_class(outcomes, name) for name in names},
        "kinds": _by_kind(outcomes, names),
    }


def news_sentences(data: Path, lang: str) -> list[str]:
    """Whole sentences of human news, odd part."""
    segments = (s for d in human_news(data, lang, "odd") for s in split(d).segments)
    return [s.target for s in segments if ends_sentence(s.target) and len(words(s.target, lang)) >= FEWEST_WORDS]


def damages(sentences: Sequence[str], noise: Noise, seed: int, size: int) -> Iterator[Damaged]:
    """`size` sentences with one damage of each class, as far as they can be made; kinds as often as training draws them."""
    rng = random.Random(f"{noise.lang} {noise.source_lang} {seed}")
    for group, kinds in kinds_by_class(sentences, noise, rng).items():
        made = 0
        for _ in range(TRIES * size):
            if made == size:
                break
            kind = rng.choices(*kinds)[0]
            text, spans = damaged_by(kind, rng.choice(sentences), noise, rng)
            if spans and {CLASSES[s.tag] for s in spans} == {group}:
                made += 1
                name = f"{noise.lang}.{noise.source_lang}.{group}.{seed}.{made}"
                document = Document(name, "damaged", text, target_lang=noise.lang, source_lang=noise.source_lang)
                yield Damaged(document, tuple((s.start, s.end) for s in spans), group, named(kind))


def kinds_by_class(
    sentences: Sequence[str], noise: Noise, rng: random.Random
) -> dict[str, tuple[list[Kind], list[float]]]:
    """The kinds of damage of each class with their weights: a kind belongs to the class of the tag that it gives."""
    found: dict[str, tuple[list[Kind], list[float]]] = {group: ([], []) for group in CLASSES.values()}
    for weight, kind in KINDS:
        for sentence in rng.choices(sentences, k=50):
            _, spans = damaged_by(kind, sentence, noise, rng)
            if spans:
                kinds, weights = found[CLASSES[spans[0].tag]]
                kinds.append(kind)
                weights.append(weight)
                break
    return {group: row for group, row in found.items() if row[0]}


def damaged_by(kind: Kind, sentence: str, noise: Noise, rng: random.Random) -> tuple[str, tuple[Any, ...]]:
    """The sentence after one damage with its spans; none where the kind finds nothing to do."""
    draft = Draft(sentence, noise, rng)
    draft.pair = None
    if not draft.tokens or not kind(draft):
        return sentence, ()
    draft.mend()
    text = draft.text()
    return (text, draft.spans()) if text != sentence else (text, ())


def named(kind: Callable[..., Any]) -> str:
    """ "order.verb": the module and the function."""
    return f"{kind.__module__.rsplit('.', 1)[-1]}.{kind.__name__}"


def judged(
    damaged: Sequence[Damaged], settings: Settings, limits: dict[str, dict[str, float]], seed: int
) -> list[Outcome]:
    """Each damage with what was found of it."""
    readings = read((one.document for one in damaged), settings)
    return [
        Outcome(one, seed, {name: _is_found(one, reading, name, limits[name]) for name in limits})
        for one, reading in zip(damaged, readings, strict=True)
    ]


def _is_found(one: Damaged, reading: Reading, name: str, limits: dict[str, float]) -> bool:
    marks = SYSTEMS[name](reading, limits[one.document.target_lang or "und"])
    return any(metrics.is_found_tightly(span, marks) for span in one.spans)


def _alarms(odd: dict[str, list[Reading]], marks: Marks, limits: dict[str, float]) -> dict[str, float]:
    return {
        lang: 1000 * sum(len(marks(r, limits[lang])) for r in readings) / max(1, words_of(readings))
        for lang, readings in odd.items()
    }


def _by_class(outcomes: Sequence[Outcome], name: str) -> Result:
    """Recall by class: of each language and of all, with the lowest and highest seed."""
    rows: Result = {}
    for group in CLASSES.values():
        own = [o for o in outcomes if o.damaged.group == group]
        seeds = sorted({o.seed for o in own})
        by_seed = [metrics.share([o.found[name] for o in own if o.seed == seed]) or 0.0 for seed in seeds]
        langs = {lang: [o.found[name] for o in own if o.damaged.document.target_lang == lang] for lang in SOURCES}
        rows[group] = {
            "n": len(own),
            **{lang: metrics.share(some) for lang, some in langs.items()},
            "all": metrics.share([o.found[name] for o in own]),
            "by seed": [min(by_seed), max(by_seed)] if by_seed else None,
        }
    return rows


def _by_kind(outcomes: Sequence[Outcome], names: Sequence[str]) -> Result:
    """Recall by kind of damage."""
    by: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by[outcome.damaged.kind].append(outcome)
    return {
        kind: {"class": some[0].damaged.group, "n": len(some)}
        | {name: metrics.share([o.found[name] for o in some]) for name in names}
        for kind, some in sorted(by.items())
    }
