"""Word alignments of parallel news and the small tables that corrupt.py needs, written to a work folder.

    python -m mtqa.qe.align DATA WORK --pairs de-fr,en-fr

eflomal (Ostling and Tiedemann 2016) aligns in both directions; what both agree on is kept, with neighbours that one of
them has (grow-diag). Where eflomal is not installed, a small IBM model 1 in this file serves.
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from mtqa.errors import InputError
from mtqa.qe.corpora import lines
from mtqa.qe.noise.tokens import tokens
from mtqa.qe.training_text import is_measured, measured
from mtqa.text import is_held_out

PAIRS = "de-fr,en-fr,es-fr,en-de,en-es,de-es"  # each serves both directions
MOST_PAIRS = 60_000
LONGEST = 60  # tokens a side
ITERATIONS = 8  # of IBM model 1

Links = tuple[tuple[int, int], ...]


class Aligned(NamedTuple):
    """A sentence pair as tokens, with links (source token, target token)."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    links: Links
    source_text: str
    target_text: str


def pairs(data: Path, first: str, second: str, marked: frozenset[int]) -> Iterator[tuple[str, str]]:
    """Parallel sentences, news first, in the order (first, second); nothing held out, nothing that is measured on."""
    for one, other in ((first, second), (second, first)):
        folder = data / "parallel" / f"{one}-{other}"
        files = sorted(folder.glob("*.tsv.xz"), key=lambda file: (not file.name.startswith("newstest"), file.name))
        for file in files:
            for line in lines(file):
                left, _, right = line.partition("\t")
                if not left or not right or is_held_out(left) or is_held_out(right):
                    continue
                if not is_measured(left, marked) and not is_measured(right, marked):
                    yield (left, right) if one == first else (right, left)


def aligned(both: Sequence[tuple[str, str]], first: str, second: str) -> list[Aligned]:
    """The pairs as tokens with their links; pairs that are too long or of too different lengths are left out."""
    kept: list[tuple[tuple[str, ...], tuple[str, ...], str, str]] = []
    for left, right in both:
        source = tuple(word.text for word in tokens(left, first))
        target = tuple(word.text for word in tokens(right, second))
        if 0 < len(source) <= LONGEST and 0 < len(target) <= LONGEST and 0.4 < len(source) / len(target) < 2.5:
            kept.append((source, target, left, right))
    sources, targets = [_line(row[0]) for row in kept], [_line(row[1]) for row in kept]
    forward, backward = links(sources, targets)
    return [
        Aligned(source, target, grown(f, b), left, right)
        for (source, target, left, right), f, b in zip(kept, forward, backward, strict=True)
    ]


def _line(words: tuple[str, ...]) -> str:
    return " ".join(word.lower() for word in words)


def links(sources: list[str], targets: list[str]) -> tuple[list[Links], list[Links]]:
    """Links of both directions, (source token, target token), by eflomal or, without it, by IBM model 1."""
    try:
        from eflomal import Aligner  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        forward = ibm1(sources, targets)
        backward = ibm1(targets, sources)
        return forward, [tuple((s, t) for t, s in row) for row in backward]
    with TemporaryDirectory() as folder:
        ahead, back = str(Path(folder) / "f"), str(Path(folder) / "b")
        Aligner(n_samplers=1).align(sources, targets, links_filename_fwd=ahead, links_filename_rev=back)
        return _read(Path(ahead)), _read(Path(back))


def _read(file: Path) -> list[Links]:
    return [
        tuple((int(s), int(t)) for s, _, t in (link.partition("-") for link in line.split()))
        for line in file.read_text().split("\n")[:-1]
    ]


def ibm1(sources: list[str], targets: list[str]) -> list[Links]:
    """For each target token the source token that most likely translates it, by IBM model 1 (Brown et al. 1993)."""
    rows = [(s.split(), t.split()) for s, t in zip(sources, targets, strict=True)]
    chance: dict[tuple[str, str], float] = defaultdict(lambda: 1.0)
    for _ in range(ITERATIONS):
        count: defaultdict[tuple[str, str], float] = defaultdict(float)
        total: defaultdict[str, float] = defaultdict(float)
        for source, target in rows:
            for t in target:
                whole = sum(chance[s, t] for s in source)
                for s in source:
                    share = chance[s, t] / whole
                    count[s, t] += share
                    total[s] += share
        chance = defaultdict(float, {(s, t): value / total[s] for (s, t), value in count.items()})
    return [
        tuple((max(range(len(source)), key=lambda i: chance[source[i], t]), j) for j, t in enumerate(target))
        for source, target in rows
    ]


def grown(forward: Links, backward: Links) -> Links:
    """The links that both directions have, and those beside them that one has and that reach a word without a link."""
    sure = set(forward) & set(backward)
    rest = sorted((set(forward) | set(backward)) - sure)
    sources, targets = {s for s, _ in sure}, {t for _, t in sure}
    for s, t in rest:
        beside = any((s + i, t + j) in sure for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j)
        if beside and (s not in sources or t not in targets):
            sure.add((s, t))
            sources.add(s)
            targets.add(t)
    return tuple(sorted(sure))


def write(file: Path, rows: Sequence[Aligned]) -> None:
    """Write aligned pairs as JSON lines: source, target, links."""
    with file.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps([row.source_text, row.target_text, row.links], ensure_ascii=False) + "\n")


def read(file: Path, first: str, second: str) -> list[Aligned]:
    """What `write` wrote."""
    rows: list[Aligned] = []
    for line in lines(file):
        left, right, found = json.loads(line)
        source = tuple(word.text for word in tokens(left, first))
        target = tuple(word.text for word in tokens(right, second))
        rows.append(Aligned(source, target, tuple((s, t) for s, t in found), left, right))
    return rows


def align(data: Path, work: Path, first: str, second: str, most: int, marked: frozenset[int]) -> Path:
    """Align one language pair into `aligned.<first>-<second>.jsonl`, unless that file stands already."""
    file = work / f"aligned.{first}-{second}.jsonl"
    if not file.is_file():
        both = [row for row, _ in zip(pairs(data, first, second, marked), range(most), strict=False)]
        if not both:
            raise InputError(f"{data}: no parallel text for {first}-{second}")
        part = file.with_suffix(".part")
        write(part, aligned(both, first, second))
        part.rename(file)
    return file


def main(arguments: Sequence[str] | None = None) -> None:
    """Align the pairs, then write the tables of both directions and of each language."""
    from mtqa.qe.noise import build

    parser = argparse.ArgumentParser(prog="python -m mtqa.qe.align", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--pairs", default=PAIRS, help=f"each serves both directions; {PAIRS}")
    parser.add_argument("--gold", type=Path, help="the gold folder; DATA/../gold")
    parser.add_argument("--most", type=int, default=MOST_PAIRS, help="sentence pairs a language pair")
    options = parser.parse_args(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    marked = measured(options.data, options.gold)
    unordered = list(dict.fromkeys(tuple(sorted(pair.split("-"))) for pair in options.pairs.split(",")))
    for first, second in unordered:
        begun = time.monotonic()
        file = align(options.data, options.work, first, second, options.most, marked)
        build.write_pair(options.work, first, second, read(file, first, second))
        print(f"{first}-{second}: {time.monotonic() - begun:.0f} s", flush=True)
    for lang in sorted({lang for pair in unordered for lang in pair}):
        begun = time.monotonic()
        build.write_language(options.data, options.work, lang)
        print(f"{lang}: {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()
