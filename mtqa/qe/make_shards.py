"""`python -m mtqa.qe.make_shards DATA WORK OUT --lang fr --rows 100000`: training shards for one target language.

WORK is the folder of `mtqa.qe.align`. Clean sentences and translations with their aligned sources are damaged as if they
came from each source language in turn; half of the rows do not tell the source language.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from mtqa.qe.corrupt import Noise, corrupt, load
from mtqa.qe.examples import Example, write_shards
from mtqa.qe.training_text import counted, measured, sentences

SOURCES = {"fr": ("de", "en", "es"), "de": ("en", "fr", "es"), "en": ("de", "fr", "es"), "es": ("de", "en", "fr")}
RATE = 0.6  # share of sentences that are damaged
TOLD = 0.5  # share of rows that know the source language
PAIRED = 0.3  # share of rows drawn from translations with an aligned source, where there are enough
RUN = 256  # rows of one language pair made together


def examples(
    data: Path, work: Path, lang: str, rows: int, seed: int, without: frozenset[str] = frozenset()
) -> Iterator[Example]:
    """Rows in runs of one source language each."""
    rng = random.Random(seed)
    marked = measured(data)
    clean = [one.text for one in sentences(data, lang, rows, seed, marked)]
    seen = counted(data, lang)
    tables = [load(work, lang, source, seen) for source in SOURCES[lang]]
    paired = [list(noise.pairs) for noise in tables]
    for number, start in enumerate(range(0, len(clean), RUN)):
        noise, translated = tables[number % len(tables)], paired[number % len(tables)]
        source = noise.source_lang if rng.random() < TOLD else None
        for text in clean[start : start + RUN]:
            drawn = rng.choice(translated) if translated and rng.random() < PAIRED else text
            yield example(drawn, noise, source, rng, without)


def example(
    text: str, noise: Noise, source: str | None, rng: random.Random, without: frozenset[str] = frozenset()
) -> Example:
    """One row: a sentence, damaged or not."""
    made = corrupt(text, noise.lang, noise.source_lang, rng, noise, RATE, without)
    return Example(made.text, noise.lang, source, tuple((s.start, s.end, s.tag) for s in made.spans))


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the shards and a note of what they are made from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--lang", required=True)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", default="", help="modules of mtqa/qe/noise, or aligned, names: to be left out")
    given = parser.parse_args(arguments)
    without = frozenset(filter(None, given.without.split(",")))
    made = examples(given.data, given.work, given.lang, given.rows, given.seed, without)
    rows = write_shards(given.out, made)
    told = {"lang": given.lang, "rows": rows, "seed": given.seed, "rate": RATE, "sources": SOURCES[given.lang]}
    (given.out / "made.json").write_text(json.dumps(told) + "\n", encoding="utf-8")
    print(json.dumps(told))


if __name__ == "__main__":
    main()
