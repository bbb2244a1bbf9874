"""`python -m mtqa.qe.count TEXT OUT`: counts patterns in human text and writes the tables that mtqa.qe.counts reads.

TEXT has the shape text/<lang>/<genre>.txt.xz. Six lines in ten are counted; the rest is for training the tagger and for
measuring (`mtqa.qe.parts`). News and speeches come first, novels are a quarter at most.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mtqa.qe.corpora import parted
from mtqa.qe.counts import EDGE, STEPS, fingerprint, hashes
from mtqa.qe.patterns import PATTERNS, WIDTH, Keys, keys
from mtqa.qe.tokens import normal, tokens
from mtqa.qe.trigrams import learnt

GENRES = ("news", "speech", "encyclopedia", "official", "everyday", "prose")
LIMIT = 22_000_000  # tokens a language
PROSE_SHARE = 4  # novels: one token in so many at most
CLUSTERS, CLUSTERED, NEIGHBOURS = 256, 20_000, 512
ROUNDS = 12
LOG_SLOTS = range(20, 25)  # a table has 2^n slots: 1 to 16 MB
FULLEST = 0.75  # share of slots in use; above, the next size is taken
LEAST = {1: 2, 2: 2, 3: 2, 4: 3, 5: 4}  # sightings from which a pattern of so many places is kept


def counted_lines(text: Path, lang: str) -> Iterator[tuple[str, str]]:
    """Genre and line of what is counted, news first."""
    for genre in GENRES:
        file = text / lang / f"{genre}.txt.xz"
        if file.is_file():
            yield from ((genre, line) for part, _, line in parted(file) if part == "count")


def stream(text: Path, lang: str) -> tuple[list[str], dict[str, int]]:
    """Tokens with boundaries between lines, and how many came from each genre."""
    flat: list[str] = [EDGE] * WIDTH
    sizes: Counter[str] = Counter()
    for genre, line in counted_lines(text, lang):
        if len(flat) > LIMIT:
            break
        if genre == "prose" and sizes["prose"] * PROSE_SHARE > len(flat):
            break
        found = [word.text for word in tokens.__wrapped__(line, lang)]
        flat += [*found, *[EDGE] * WIDTH]
        sizes[genre] += len(found)
    return flat, dict(sizes)


def clusters(flat: list[str], seed: int = 1) -> list[list[str]]:
    """The frequent words in 256 clusters by their left and right neighbours: k-means over shares of the commonest ones."""
    normals = [normal(t) for t in flat]
    common = [w for w, _ in Counter(normals).most_common(CLUSTERED) if w != normal(EDGE)]
    number = {w: i for i, w in enumerate(common)}
    ids = np.fromiter((number.get(w, -1) for w in normals), np.int64, len(normals))
    table = np.zeros((len(common), 2 * NEIGHBOURS), np.float32)
    for side, (own, other) in enumerate(((ids[1:], ids[:-1]), (ids[:-1], ids[1:]))):
        near = (own >= 0) & (other >= 0) & (other < NEIGHBOURS)
        np.add.at(table, (own[near], side * NEIGHBOURS + other[near]), 1)
    table = np.sqrt(table / (table.sum(1, keepdims=True) + 5))
    label = k_means(table, min(CLUSTERS, len(common)), seed)
    return [[common[i] for i in np.flatnonzero(label == c)] for c in range(CLUSTERS)]


def k_means(points: npt.NDArray[np.float32], size: int, seed: int) -> npt.NDArray[np.int64]:
    """Cluster numbers (N,) of points (N, D), started from the commonest words."""
    centres = points[np.random.default_rng(seed).permutation(min(len(points), 4 * size))[:size]]
    label = np.zeros(len(points), np.int64)
    for _ in range(ROUNDS):
        label = (points @ centres.T - 0.5 * (centres**2).sum(1)).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, label, points)
        sizes = np.bincount(label, minlength=size)[:, None]
        centres = np.where(sizes > 0, sums / np.maximum(sizes, 1), centres).astype(np.float32)
    return label


def filled(words: Keys, classes: Keys) -> npt.NDArray[np.uint8]:
    """The table of all patterns; where two fall on one slot, the more frequent stays."""
    found = [counted(number, words, classes) for number in range(len(PATTERNS))]
    every, times = np.concatenate([k for k, _ in found]), np.concatenate([c for _, c in found])
    order = np.argsort(times, kind="stable")
    every, times = every[order], times[order]
    table = np.zeros(1 << log_slots(len(every)), np.uint8)
    level = np.clip(np.rint(np.log2(times) / STEPS), 1, 15).astype(np.uint8)
    table[(every & np.uint64(len(table) - 1)).astype(np.int64)] = (fingerprint(every) << 4) | level
    return table


def log_slots(patterns: int) -> int:
    """The smallest size at which so many hashed patterns leave a quarter of the slots empty, or the largest there is."""
    return next((n for n in LOG_SLOTS if -math.expm1(-patterns / (1 << n)) <= FULLEST), LOG_SLOTS[-1])


def counted(number: int, words: Keys, classes: Keys) -> tuple[Keys, npt.NDArray[np.int64]]:
    """The keys of one pattern that were seen often enough, with their counts."""
    every, times = np.unique(keys(number, words, classes), return_counts=True)
    kept = times >= LEAST[len(PATTERNS[number])]
    return every[kept], times[kept]


def build(text: Path, out: Path, lang: str) -> dict[str, object]:
    """Write <lang>.counts and <lang>.classes.txt; returns what they were made from."""
    flat, sizes = stream(text, lang)
    grouped = clusters(flat)
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{lang}.classes.txt").write_text("\n".join(" ".join(c) for c in grouped) + "\n", encoding="utf-8")
    words, classes = hashes(flat, {w: n for n, c in enumerate(grouped) for w in c})
    learnt(Counter(t for t in flat if t[0].isalpha())).tofile(out / f"{lang}.trigrams")
    table = filled(words, classes)
    table.tofile(out / f"{lang}.counts")
    return {"tokens": sizes, "full": round(float((table > 0).mean()), 3)}


def main(arguments: Iterable[str] | None = None) -> None:
    """Build tables for the languages named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--langs", nargs="+", default=["fr", "de", "en", "es"])
    given = parser.parse_args(list(arguments) if arguments is not None else None)
    made = given.out / "counts.json"
    told = json.loads(made.read_text(encoding="utf-8")) if made.is_file() else {}
    for lang in given.langs:
        told[lang] = build(given.text, given.out, lang)
        print(lang, json.dumps(told[lang]))
    made.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
