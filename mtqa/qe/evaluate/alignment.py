"""Sentence alignment of whole articles: human parallel news whose sentences were merged, split and dropped.

Articles are runs of lines that nothing was learnt from (of English-French and English-Spanish newstest these are not
consecutive); parameters are chosen on the even ones, the odd ones are reported.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from mtqa.alignment import pairs
from mtqa.errors import InputError
from mtqa.qe import metrics
from mtqa.qe.corpora import Pair, unseen_pairs
from mtqa.segment import Bead
from mtqa.text import ends_sentence

LINES = (12, 30)  # of an article
PARAGRAPH = (1, 5)  # lines
DROPPED, MERGED, SPLIT = 0.05, 0.06, 0.06  # chances of a line, on either side
SHORTEST = 40  # code points of a half that a sentence is split into
PAIRS = ("de-fr", "fr-de", "de-en", "en-de", "en-fr", "en-es")
Links = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Article:
    """Two texts, where the units of each stand, and which units belong together."""

    source: str
    target: str
    source_units: tuple[metrics.Span, ...]
    target_units: tuple[metrics.Span, ...]
    links: frozenset[tuple[int, int]]


def evaluate_alignment(data: Path, part: str = "odd", size: int = 120, seed: int = 1) -> dict[str, Any]:
    """F1 of links, and the dropped and added sentences found, by language pair; raises InputError without parallel news."""
    found = {}
    for name in PAIRS:
        source_lang, target_lang = name.split("-")
        made = list(islice(articles(data, source_lang, target_lang, part, seed), size))
        if made:
            found[name] = figures(made, source_lang, target_lang, seed)
    if not found:
        raise InputError(f"{data}: no folder parallel with newstest to align")
    return {"part": part, "seed": seed, "articles of a pair at most": size, "pairs": found}


def articles(data: Path, source_lang: str, target_lang: str, part: str, seed: int) -> Iterator[Article]:
    """Articles of one part, made from consecutive lines."""
    draw = random.Random(f"{source_lang} {target_lang} {seed}")
    lines, number = iter(unseen_pairs(data, source_lang, target_lang)), 0
    while len(some := list(islice(lines, draw.randint(*LINES)))) >= LINES[0]:
        made = article([one for one in some if one.source.strip() and one.target.strip()], draw)
        if (number % 2 == 0) == (part == "even"):
            yield made
        number += 1


def article(some: Sequence[Pair], draw: random.Random) -> Article:
    """One article: lines dropped, merged and split on either side, each side in paragraphs."""
    sides = [edited([one.source.strip() for one in some], draw), edited([one.target.strip() for one in some], draw)]
    breaks = {n for n in range(len(some)) if draw.random() < 1 / draw.randint(*PARAGRAPH)}
    (source, here), (target, there) = (joined(units, breaks, draw) for units in sides)
    links = {
        (i, j)
        for i, (_, lines) in enumerate(sides[0])
        for j, (_, others) in enumerate(sides[1])
        if not lines.isdisjoint(others)
    }
    return Article(source, target, here, there, frozenset(links))


def edited(lines: Sequence[str], draw: random.Random) -> list[tuple[str, set[int]]]:
    """Units of text, each with the lines that it came from."""
    units: list[tuple[str, set[int]]] = []
    merges = False
    for number, line in enumerate(lines):
        if draw.random() < DROPPED:
            continue
        if merges:
            text, own = units.pop()
            units.append((f"{text.rstrip('.')}; {line[:1].lower()}{line[1:]}", own | {number}))
        elif draw.random() < SPLIT and (halves := split(line)):
            units += [(half, {number}) for half in halves]
        else:
            units.append((line, {number}))
        merges = not merges and draw.random() < MERGED and line.endswith(".")
    return units


def split(line: str) -> tuple[str, str] | None:
    """A sentence made two at a comma; None where it has none in its middle."""
    at = line.find(", ", SHORTEST)
    if at < 0 or len(line) - at < SHORTEST:
        return None
    return f"{line[:at]}.", f"{line[at + 2 : at + 3].upper()}{line[at + 3 :]}"


def joined(
    units: Sequence[tuple[str, set[int]]], breaks: set[int], draw: random.Random
) -> tuple[str, tuple[metrics.Span, ...]]:
    """The text of units and where each stands.

    A break is kept on a side with a chance of nine in ten; there is always one at a headline, which ends without a stop.
    """
    text, spans = "", []
    for unit, lines in units:
        is_break = not ends_sentence(text) or not ends_sentence(unit) or (bool(lines & breaks) and draw.random() < 0.9)
        text += ("\n\n" if is_break else " ") if text else ""
        spans.append((len(text), len(text) + len(unit)))
        text += unit
    return text, tuple(spans)


def figures(made: Sequence[Article], source_lang: str, target_lang: str, seed: int) -> dict[str, Any]:
    """F1 over all links with its interval by article, and how well what was dropped is found."""
    told = [(one, linked(one, pairs(one.source, source_lang, one.target, target_lang))) for one in made]

    def f1(rows: Sequence[tuple[Article, Links]]) -> float:
        right = sum(len(links & one.links) for one, links in rows)
        return metrics.f1(
            right, sum(len(links) for _, links in rows) - right, sum(len(o.links) for o, _ in rows) - right
        )

    found: dict[str, Any] = {"articles": len(made), "links": sum(len(one.links) for one in made)}
    found |= {"f1": f1(told), "interval": metrics.bootstrap(told, f1, seed=seed)}
    for side, name in ((0, "omitted"), (1, "added")):
        lone = [(alone(one, one.links, side), alone(one, links, side)) for one, links in told]
        right = sum(len(gold & said) for gold, said in lone)
        found[name] = sum(len(gold) for gold, _ in lone)
        found[f"{name}_recall"] = right / max(1, found[name])
        found[f"{name}_precision"] = right / max(1, sum(len(said) for _, said in lone))
    return found


def linked(one: Article, beads: Sequence[Bead]) -> Links:
    """The links between units that beads say."""
    return {
        (i, j)
        for bead in beads
        if bead.is_pair
        for i in covered(one.source_units, (bead.source_start, bead.source_end))
        for j in covered(one.target_units, (bead.target_start, bead.target_end))
    }


def covered(units: Sequence[metrics.Span], stretch: metrics.Span) -> list[int]:
    """The units of which a stretch holds something."""
    return [n for n, unit in enumerate(units) if metrics.overlaps(unit, stretch)]


def alone(one: Article, links: Links | frozenset[tuple[int, int]], side: int) -> set[int]:
    """The units of a side (0 the source, 1 the target) that no link has."""
    return set(range(len((one.source_units, one.target_units)[side]))) - {link[side] for link in links}
