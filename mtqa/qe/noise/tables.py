"""What damage is made from: the tables of a language pair, read from the work folder that `mtqa.qe.align` wrote."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from mtqa.errors import InputError
from mtqa.languages import language
from mtqa.lexicon.frequency import frequency
from mtqa.lexicon.name import nameness
from mtqa.qe.corpora import lines
from mtqa.qe.noise.tokens import tokens
from mtqa.qe.training_text import fingerprint

PIVOT = "en"
RARE = 2e-7  # highest frequency in the target language of a source word that is put in
WRITTEN = 3e-7  # lowest frequency of an inflected form
COMMON_NEIGHBOURS = 3  # a pair of words seen as often as this is no sign of damage
MOST_PAIRS = 25_000
NO_LINES: frozenset[int] = frozenset()
Choices = tuple[str, ...]


class Pair(NamedTuple):
    """An aligned sentence pair as written: source words, target words, for each target word its source words."""

    source: Choices
    target: Choices
    sources: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Noise:
    """The tables for damage to `lang` as translated from `source_lang`. Keys are lower case; empty tables are left out.

    `left` has source words by target word, `pivot_left` English ones; `gloss` target words by source word; `senses` and
    `swaps` other content and function words that translate the same source word; `phrases` source phrases by target
    phrase; `pairs` aligned sentences by the target text.
    """

    lang: str
    source_lang: str
    left: Mapping[str, Choices] = field(default_factory=dict)
    pivot_left: Mapping[str, Choices] = field(default_factory=dict)
    gloss: Mapping[str, Choices] = field(default_factory=dict)
    senses: Mapping[str, Choices] = field(default_factory=dict)
    swaps: Mapping[str, Choices] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Choices] = field(default_factory=dict)
    words: Choices = ()  # content words of the target, as written
    source_words: Choices = ()  # content words of the source that the target has not
    source_runs: tuple[Choices, ...] = ()  # source sentences as words
    pivot_runs: tuple[Choices, ...] = ()
    names: frozenset[str] = frozenset()
    names_by_start: Mapping[str, Choices] = field(default_factory=dict)  # by "vowel" or "consonant"
    full_names: Choices = ()
    openings: tuple[Choices, ...] = ()  # first words of target sentences
    pairs: Mapping[str, Pair] = field(default_factory=dict)
    neighbours: bytes = b""

    def is_common(self, before: str, after: str) -> bool:
        """Whether human text has these two words, in lower case, next to each other often enough to be right."""
        if not self.neighbours:
            return False
        return self.neighbours[crc32(f"{before} {after}".encode()) % len(self.neighbours)] >= COMMON_NEIGHBOURS


def load(work: Path, lang: str, source_lang: str, seen: frozenset[int] = NO_LINES) -> Noise:
    """The tables for one direction; raises InputError with the command that writes them where they are missing.

    Aligned sentences whose target is among `seen` (see `training_text.counted`) are left out.
    """
    own = _read(work / f"pair.{source_lang}-{lang}.json")
    here, there = _read(work / f"words.{lang}.json"), _read(work / f"words.{source_lang}.json")
    has_pivot = PIVOT not in (lang, source_lang) and (work / f"pair.{PIVOT}-{lang}.json").is_file()
    pivot = _read(work / f"pair.{PIVOT}-{lang}.json") if has_pivot else {}
    pairs, runs = _pairs(work, source_lang, lang, seen)
    names = frozenset([*here["names"], *there["names"], *own["names"], *pivot.get("names", ())])
    if language(lang).capital_nouns:  # other languages' names for what is a noun here: "Kilometer"
        names = frozenset(name for name in names if nameness(name, lang) >= 0.5)
    source_words = tuple(word for word in there["vocabulary"] if frequency(word, lang) <= RARE)
    return Noise(
        lang=lang,
        source_lang=source_lang,
        left=_foreign(own["left"], lang, source_lang, names),
        pivot_left=_foreign(pivot.get("left", {}), lang, PIVOT, names),
        gloss=_choices(own["gloss"]),
        senses=_joined(own["senses"], pivot.get("senses", {})),
        swaps=_joined(own["swaps"], pivot.get("swaps", {})),
        phrases=own["phrases"],
        forms=_forms(here["forms"], lang),
        words=tuple(here["vocabulary"][:15_000]),
        source_words=source_words,
        source_runs=runs,
        pivot_runs=_pairs(work, PIVOT, lang, seen)[1] if has_pivot else (),
        names=names,
        names_by_start=_by_start([*here["names"], *there["names"]], lang),
        full_names=tuple(name for name in (*here["full_names"], *there["full_names"]) if name.istitle()),
        openings=tuple(_opening(pair.target) for pair in pairs.values() if names.isdisjoint(pair.target[:4])),
        pairs=pairs,
        neighbours=(work / f"neighbours.{lang}.bin").read_bytes(),
    )


@cache
def _read(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise InputError(f"{file}: no such table; write it with: python -m mtqa.qe.align DATA {file.parent}")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _choices(table: dict[str, list[tuple[str, float]]]) -> dict[str, Choices]:
    return {word: tuple(other for other, _ in some) for word, some in table.items()}


def _joined(one: dict[str, list[tuple[str, float]]], other: dict[str, list[tuple[str, float]]]) -> dict[str, Choices]:
    """Both tables' choices; those that both have stand once."""
    words = dict.fromkeys([*one, *other])
    return {
        word: tuple(dict.fromkeys(choice for choice, _ in [*one.get(word, ()), *other.get(word, ())])) for word in words
    }


def _foreign(
    left: dict[str, list[tuple[str, float]]], lang: str, source_lang: str, names: frozenset[str]
) -> dict[str, Choices]:
    """Source words by target word: content words only if the target has them not, and no names."""
    closed = language(source_lang).closed
    found: dict[str, Choices] = {}
    for word, some in left.items():
        kept = tuple(
            source
            for source, _ in some
            if source not in names and (source.lower() in closed or frequency(source, lang) <= RARE * 10)
        )
        if kept:
            found[word] = kept
    return found


def starts(word: str, lang: str) -> str:
    """ "vowel" or "consonant", as elision and "an" go by it."""
    return "vowel" if language(lang).elides(word) else "consonant"


def _by_start(names: list[str], lang: str) -> dict[str, Choices]:
    found: dict[str, list[str]] = {"vowel": [], "consonant": []}
    for name in dict.fromkeys(names):
        if not name[1:].islower():  # "VaccinsLe": two words that the crawl glued
            continue
        found[starts(name, lang)].append(name)
    return {key: tuple(some) for key, some in found.items()}


def _forms(table: dict[str, list[str]], lang: str) -> dict[str, Choices]:
    """Forms by the form, without those that hardly anybody writes ("hes")."""
    found: dict[str, Choices] = {}
    for word, some in table.items():
        if kept := tuple(other for other in some if frequency(other, lang) >= WRITTEN):
            found[word] = kept
    return found


def _opening(words: Choices) -> Choices:
    return tuple(word for word in words[: 2 + len(words) % 3] if word[0].isalpha()) or words[:1]


def _pairs(work: Path, source: str, target: str, seen: frozenset[int]) -> tuple[dict[str, Pair], tuple[Choices, ...]]:
    """The aligned sentences, news first, by their target text, and the source sides; none that is `seen`."""
    first, second = sorted((source, target))
    file = work / f"aligned.{first}-{second}.jsonl"
    if not file.is_file():
        return {}, ()
    found: dict[str, Pair] = {}
    for row in lines(file):
        left, right, some = json.loads(row)
        text = right if target == second else left
        if fingerprint(text) in seen:
            continue
        if len(found) >= MOST_PAIRS:
            break
        ones = tuple(word.text for word in tokens(left if target == second else right, source))
        others = tuple(word.text for word in tokens(text, target))
        by_target: list[list[int]] = [[] for _ in others]
        for s, t in some if target == second else ((t, s) for s, t in some):
            by_target[t].append(s)
        found[text] = Pair(ones, others, tuple(tuple(sorted(row)) for row in by_target))
    return found, tuple(pair.source for pair in found.values() if len(pair.source) > 6)
