"""Faults put into human translations beside their sources, and what the checks against the source find of them.

Texts are paragraphs of consecutive lines that nothing was learnt from; thresholds and rules were worked out on the even
ones, the odd ones are reported. A fault is found when a finding against the source (A2, M2) overlaps it; where a sentence
was dropped, when one reaches into the sentence before or after.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mtqa.errors import InputError
from mtqa.lexicon.name import nameness
from mtqa.qe import metrics
from mtqa.qe.corpora import Pair, unseen_pairs
from mtqa.report import Review
from mtqa.review import Settings, review
from mtqa.segment import Document
from mtqa.text import ends_sentence, words

DIRECTIONS = ("de-fr", "en-de", "en-fr", "en-es", "fr-de", "de-en")
LINES = 8  # of a text
OF_SOURCE = ("A2", "M2")  # codes that rest on the source
NAME = 0.75  # nameness from which a word is one
LONG = 5  # letters of a name that is changed
FIGURES = re.compile(r"\d+")
Place = tuple[int, int]
Fault = Callable[[list[str], "Case", random.Random], "Broken | None"]


@dataclass(frozen=True, slots=True)
class Case:
    """A text to break: its lines beside their sources, and what else may be put in."""

    pairs: tuple[Pair, ...]
    names: tuple[str, ...]
    others: tuple[str, ...]  # lines of other texts


@dataclass(frozen=True, slots=True)
class Broken:
    """The lines of a broken text, and the line and place of the fault; for a dropped line the place where it stood."""

    lines: list[str]
    line: int
    place: Place | None


def number_changed(lines: list[str], case: Case, draw: random.Random) -> Broken | None:
    """A number gets another figure."""
    spots = [(n, m) for n, line in enumerate(lines) for m in FIGURES.finditer(line) if len(m[0]) > 1 or int(m[0]) > 3]
    if not spots:
        return None
    n, match = draw.choice(spots)
    at = draw.randrange(len(match[0]))
    new = draw.choice([c for c in "123456789" if c != match[0][at]])
    text = match[0][:at] + new + match[0][at + 1 :]
    return put(lines, n, match.span(), text)


def name_changed(lines: list[str], case: Case, draw: random.Random) -> Broken | None:
    """A name gives way to another of the same length or so."""
    lang = case.pairs[0].target_lang
    spots = [(n, w) for n, line in enumerate(lines) for w in words(line, lang)[1:] if is_name(w.text, lang)]
    spots = [(n, w) for n, w in spots if w.text in case.pairs[n].source]  # written alike on both sides: surely a name
    if not spots:
        return None
    n, word = draw.choice(spots)
    choices = [name for name in case.names if name[:3] != word.text[:3] and name not in case.pairs[n].source]
    return put(lines, n, (word.start, word.end), draw.choice(choices)) if choices else None


def sentence_dropped(lines: list[str], case: Case, draw: random.Random) -> Broken | None:
    """A line goes that is a sentence, and not a headline."""
    spots = [n for n, line in enumerate(lines) if n and ends_sentence(line)]
    if not spots:
        return None
    n = draw.choice(spots)
    return Broken(lines[:n] + lines[n + 1 :], n, None)


def sentence_added(lines: list[str], case: Case, draw: random.Random) -> Broken | None:
    """A line of another text comes in."""
    n, new = draw.randrange(1, len(lines)), draw.choice(case.others)
    return Broken([*lines[:n], new, *lines[n:]], n, (0, len(new)))


def copy_of_source(lines: list[str], case: Case, draw: random.Random) -> Broken | None:
    """A line stands as in the source."""
    n = draw.randrange(len(lines))
    return put(lines, n, (0, len(lines[n])), case.pairs[n].source)


def negation_dropped(lines: list[str], case: Case, draw: random.Random) -> Broken | None:
    """A negation goes; in German "kein" becomes the article."""
    lang = case.pairs[0].target_lang
    spots = [(n, w) for n, line in enumerate(lines) for w in words(line, lang) if w.text.lower() in DROPS.get(lang, {})]
    if not spots:
        return None
    n, word = draw.choice(spots)
    new = DROPS[lang][word.text.lower()]
    broken = put(lines, n, (word.start, word.end + (not new)), new)
    return Broken(broken.lines, n, (0, len(broken.lines[n])))  # what it denied may stand anywhere in the sentence


DROPS = {
    "fr": {"pas": "", "jamais": "toujours"},
    "de": {"nicht": "", "kein": "ein", "keine": "eine", "keinen": "einen", "nie": "immer"},
    "en": {"not": "", "never": "always"},
    "es": {"no": "", "nunca": "siempre"},
}
FAULTS: tuple[Fault, ...] = (
    number_changed,
    name_changed,
    sentence_dropped,
    sentence_added,
    copy_of_source,
    negation_dropped,
)


def put(lines: list[str], n: int, place: Place, new: str) -> Broken:
    """One line with a stretch replaced."""
    line = lines[n]
    made = [*lines]
    made[n] = line[: place[0]] + new + line[place[1] :]
    return Broken(made, n, (place[0], place[0] + max(1, len(new))))


def is_name(word: str, lang: str) -> bool:
    """Whether a word is surely a name."""
    return len(word) >= LONG and word.isalpha() and not word.isupper() and nameness(word, lang) >= NAME


def evaluate_faults(
    data: Path, settings: Settings, spare: Settings, part: str = "odd", size: int = 120, seed: int = 1
) -> dict[str, Any]:
    """Recall of each fault and false alarms of the same checks, by direction, with all lines as one article and apart.

    `spare` runs the checks that are off by default: what they mark is counted apart.
    """
    found: dict[str, Any] = {}
    for direction in DIRECTIONS:
        made = list(cases(data, direction, part))
        if made:
            found[direction] = measured(made, direction, settings, spare, size, seed)
    if not found:
        raise InputError(f"{data}: no folder outputs or parallel with human translations")
    return {"part": part, "seed": seed, "faults of a kind at most": size, "directions": found}


def cases(data: Path, direction: str, part: str) -> Iterator[Case]:
    """Texts of one part."""
    source_lang, target_lang = direction.split("-")
    pairs = [one for one in unseen_pairs(data, source_lang, target_lang) if one.source.strip() and one.target.strip()]
    names = sorted(
        {w.text for one in pairs for w in words(one.target, target_lang)[1:] if is_name(w.text, target_lang)}
    )
    texts = [tuple(pairs[at : at + LINES]) for at in range(0, len(pairs) - LINES + 1, LINES)]
    for number, text in enumerate(texts):
        far = texts[(number + len(texts) // 2) % len(texts)]
        others = tuple(one.target for one in far if len(one.target) > 50 and ends_sentence(one.target))
        if (number % 2 == 0) == (part == "even") and others:
            yield Case(text, tuple(names), others)


def measured(
    made: Sequence[Case], direction: str, settings: Settings, spare: Settings, size: int, seed: int
) -> dict[str, Any]:
    """Recall of each fault, and the false alarms on the texts as they were."""
    whole = [document([one.target for one in case.pairs], case) for case in made]
    told: dict[str, Any] = {"texts": len(made), **alarms(list(review(whole, settings)))}
    told["codes_off_by_default"] = alarms(list(review(whole, spare)))["codes"]
    for fault in FAULTS:
        draw = random.Random(f"{fault.__name__} {direction} {seed}")
        broken = [(case, one) for case in made if (one := fault([p.target for p in case.pairs], case, draw))][:size]
        reviews = review((document(one.lines, case) for case, one in broken), settings)
        hits = [is_found(one, reviewed) for (_, one), reviewed in zip(broken, reviews, strict=True)]
        told[fault.__name__] = {
            "n": len(hits),
            "recall": metrics.share(hits),
            "interval": metrics.bootstrap(hits, metrics.share, seed=seed) if hits else None,
        }
    return told


def document(lines: Sequence[str], case: Case) -> Document:
    """An article of these lines beside the whole source."""
    first = case.pairs[0]
    return Document(
        "fault",
        "fault",
        "\n".join(lines),
        target_lang=first.target_lang,
        source="\n".join(one.source for one in case.pairs),
        source_lang=first.source_lang,
    )


def alarms(reviews: Sequence[Review]) -> dict[str, Any]:
    """Findings that rest on the source, per 1,000 words of sound text, and by code."""
    count = sum(one.words for one in reviews)
    codes = Counter(f.code for one in reviews for f in one.findings if f.code.startswith(OF_SOURCE))
    return {
        "words": count,
        "false_alarms_per_1000_words": 1000 * codes.total() / count,
        "codes": dict(sorted(codes.items())),
    }


def is_found(broken: Broken, reviewed: Review) -> bool:
    """Whether a finding against the source overlaps the fault, or stands beside the gap."""
    starts = [0]
    for line in broken.lines:
        starts.append(starts[-1] + len(line) + 1)
    at = starts[broken.line]
    if broken.place:
        place = (at + broken.place[0], at + broken.place[1])
    else:
        place = (starts[broken.line - 1], starts[min(broken.line + 1, len(broken.lines))])
    spans = [(f.start, f.end) for f in reviewed.findings if f.code.startswith(OF_SOURCE)]
    if broken.place is None:
        spans = [(f.start, f.end) for f in reviewed.findings if f.code in ("A208", "A210")]
    return any(metrics.overlaps(place, span) for span in spans)
