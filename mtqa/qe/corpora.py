"""Readers for the data folder that mtqa is measured on: human news, parallel news, gold passages.

The folder has the shape of text/<lang>/<genre>.txt.xz, parallel/<a>-<b>/<source>.tsv.xz and outputs/wmt21.<a>-<b>.jsonl.xz.
"""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mtqa.errors import InputError
from mtqa.qe.counts import counts
from mtqa.qe.parts import is_trained, part_of
from mtqa.qe.records import lines as lines
from mtqa.qe.records import records
from mtqa.segment import Document
from mtqa.text import ends_sentence, is_held_out

NEWS_LINES = 20  # lines of a document made from consecutive segments


@dataclass(frozen=True, slots=True)
class Pair:
    """A human translation: source and target sentence with their languages."""

    source: str
    target: str
    source_lang: str
    target_lang: str


@dataclass(frozen=True, slots=True)
class Error:
    """An annotated error span of a gold passage: code points, end exclusive."""

    start: int
    end: int
    category: str
    severity: str
    is_obvious: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A gold passage; without errors it is well written."""

    document: Document
    errors: tuple[Error, ...]


def gold(file: Path) -> list[Passage]:
    """Gold passages of a JSONL file, or of a JSON file that holds one; raises InputError for what is none."""
    return records(file, _passage)


def _passage(row: dict[str, Any]) -> Passage:
    name, source = str(row["id"]), row.get("src_lang")
    document = Document(
        name, name, str(row["text"]), target_lang=str(row["tgt_lang"]), source_lang=str(source) if source else None
    )
    errors = (Error(e["start"], e["end"], e["category"], e["severity"], e["obvious"]) for e in row["errors"])
    return Passage(document, tuple(errors))


def human_news(data: Path, lang: str, part: str = "odd") -> Iterator[Document]:
    """Human-written news as documents of consecutive lines: WMT21 references and sources; held-out news text besides.

    `part` is "even" (to set thresholds on), "odd" (to report) or "all". Where a language is no WMT21 language, its lines
    of text/<lang>/news.txt.xz that `text.is_held_out` keeps apart serve. Raises InputError where the folder holds no data.
    """
    if not any((data / name).is_dir() for name in ("outputs", "text")):
        raise InputError(f"{data}: no folder outputs or text with human news to measure on")
    for name, segments in _human_sides(data, lang):
        yield from _articles(name, lang, segments, part)


def _human_sides(data: Path, lang: str) -> Iterator[tuple[str, list[str]]]:
    sides: dict[str, dict[int, str]] = {}
    for file in sorted((data / "outputs").glob("wmt21.*.jsonl.xz")):
        for row in map(json.loads, lines(file)):
            if row["is_human"] and row["tgt_lang"] == lang:
                sides.setdefault(row["system"], {})[row["seg"]] = row["mt"]
            if row["is_human"] and row["src_lang"] == lang:
                sides.setdefault(f"{file.name}.source", {})[row["seg"]] = row["src"]
    for name, side in sides.items():
        yield name, [side[number] for number in sorted(side)]
    if not sides:
        yield "text", held_out(data, lang, far_from_counted=counts(lang) is not None)


def parted(file: Path) -> Iterator[tuple[str, int, str]]:
    """Part (see `parts`), number and text of each line of a file text/<lang>/<genre>.txt.xz."""
    name = part_name(file)
    for number, line in enumerate(lines(file)):
        yield part_of(name, number, line), number, line


def part_name(file: Path) -> str:
    """What `parts` calls a file."""
    return f"{file.parent.name}/{file.name}"


def held_out(data: Path, lang: str, far_from_counted: bool = False) -> list[str]:
    """Lines of a language's news that nothing is learnt from; of its encyclopedia where there is no news.

    `far_from_counted`: only from blocks of which no line is counted, as what stands beside a counted line is better known
    to the tagger than a new page.
    """
    for genre in ("news", "encyclopedia"):
        file = data / "text" / lang / f"{genre}.txt.xz"
        if file.is_file():
            name = part_name(file)
            kept = (row for row in parted(file) if not far_from_counted or is_trained(name, row[1]))
            return [line for part, _, line in kept if part == "test"]
    return []


def single_lines(data: Path, lang: str) -> Iterator[Document]:
    """Held-out lines, each a document of its own, as they do not belong together."""
    for number, line in enumerate(held_out(data, lang)):
        yield Document(f"{lang}.{number}", "text", line, target_lang=lang)


def _articles(name: str, lang: str, segments: list[str], part: str) -> Iterator[Document]:
    """A new document starts at a headline, or after twenty lines."""
    article: list[str] = []
    number = 0
    for segment in [*segments, ""]:
        if article and (len(article) >= NEWS_LINES or not ends_sentence(segment)):
            if part == "all" or (number % 2 == 0) == (part == "even"):
                yield Document(f"{name}.{number}", name, "\n".join(article), target_lang=lang)
            article, number = [], number + 1
        if segment:
            article.append(segment)


def parallel_news(data: Path, source_lang: str, target_lang: str) -> Iterator[Pair]:
    """Pairs of newstest 2008 to 2019, in either direction of the file; of Tatoeba where there is no newstest."""
    for first, second in ((source_lang, target_lang), (target_lang, source_lang)):
        folder = data / "parallel" / f"{first}-{second}"
        file = next((f for name in ("newstest", "tatoeba") for f in sorted(folder.glob(f"{name}*.tsv.xz"))), None)
        for line in lines(file) if file else ():
            left, _, right = line.partition("\t")
            source, target = (left, right) if first == source_lang else (right, left)
            yield Pair(source, target, source_lang, target_lang)


def unseen_pairs(data: Path, source_lang: str, target_lang: str) -> list[Pair]:
    """Human news beside its human translation that nothing is learnt from, in the order of the articles.

    The first human translator of WMT21; where there is none, pairs of newstest of which `text.is_held_out` keeps a side.
    """
    file = data / "outputs" / f"wmt21.{source_lang}-{target_lang}.jsonl.xz"
    human = [row for row in map(json.loads, lines(file)) if row["is_human"]] if file.is_file() else []
    if human:
        first = min(row["system"] for row in human)
        rows = sorted((row for row in human if row["system"] == first), key=lambda row: row["seg"])
        return [Pair(row["src"], row["mt"], source_lang, target_lang) for row in rows]
    pairs = parallel_news(data, source_lang, target_lang)
    return [one for one in pairs if is_held_out(one.source) or is_held_out(one.target)]


def translations(data: Path, target_lang: str, part: str = "odd") -> Iterator[Pair]:
    """Unseen human translations into a language from each of the others, "even" or "odd" by number."""
    for source_lang in ("de", "en", "fr", "es"):
        pairs = unseen_pairs(data, source_lang, target_lang) if source_lang != target_lang else ()
        yield from (pair for number, pair in enumerate(pairs) if (number % 2 == 0) == (part == "even"))


def sample(items: Iterable[Pair], size: int, seed: int) -> list[Pair]:
    """A random sample without replacement, in the items' order."""
    kept = list(items)
    if len(kept) <= size:
        return kept
    chosen = sorted(random.Random(seed).sample(range(len(kept)), size))
    return [kept[index] for index in chosen]
