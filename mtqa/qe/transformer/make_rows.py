"""`python -m mtqa.qe.transformer.make_rows DATA WORK OUT --lang fr --rows 100000 --vocabulary models/small`: labelled rows.

Damaged and sound texts as `mtqa.qe.make_shards` makes them (WORK is the folder of `mtqa.qe.align`), and their sources where
they have one, half the time. `--lang judged` writes the translations that people judged instead.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from mtqa.errors import InputError
from mtqa.qe.corpora import lines
from mtqa.qe.corrupt import Noise, corrupt, load
from mtqa.qe.make_shards import RATE, RUN, SOURCES, TOLD
from mtqa.qe.training_text import counted, measured, sentences
from mtqa.qe.transformer.judged import judged
from mtqa.qe.transformer.rows import Labelled, write
from mtqa.qe.transformer.tokenizer import Vocabulary

PAIRED = 0.4  # share of rows drawn from translations with an aligned source, where there are enough
SHOWN = 0.5  # share of rows with a source that show it


def damaged(data: Path, work: Path, lang: str, rows: int, seed: int) -> Iterator[Labelled]:
    """Rows in runs of one source language each."""
    rng = random.Random(f"{lang} {seed}")
    clean = [one.text for one in sentences(data, lang, rows, seed, measured(data))]
    seen = counted(data, lang)
    tables = [load(work, lang, source, seen) for source in SOURCES[lang]]
    originals = [sources(work, lang, source) for source in SOURCES[lang]]
    for number, start in enumerate(range(0, len(clean), RUN)):
        noise, texts = tables[number % len(tables)], originals[number % len(tables)]
        translated = list(noise.pairs)
        for text in clean[start : start + RUN]:
            is_paired = translated and rng.random() < PAIRED
            drawn = rng.choice(translated) if is_paired else text
            yield example(drawn, noise, texts.get(drawn) if is_paired else None, rng)


def example(text: str, noise: Noise, source: str | None, rng: random.Random) -> Labelled:
    """One row: a text, damaged or not, that may show its source or tell its language."""
    made = corrupt(text, noise.lang, noise.source_lang, rng, noise, RATE)
    shown = source if rng.random() < SHOWN else None
    told = noise.source_lang if shown or rng.random() < TOLD else None
    return Labelled(made.text, noise.lang, told, shown, tuple((s.start, s.end, s.tag) for s in made.spans))


def sources(work: Path, lang: str, source: str) -> dict[str, str]:
    """The sources of aligned sentences, as written, by their targets; none where the two were not aligned."""
    first, second = sorted((lang, source))
    file = work / f"aligned.{first}-{second}.jsonl"
    pairs = (json.loads(row)[:2] for row in (lines(file) if file.is_file() else ()))
    return {right: left for left, right in pairs} if lang == second else dict(pairs)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the rows and a note of what they are made from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--lang", required=True, choices=[*SOURCES, "judged"])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--vocabulary", type=Path, required=True, help="folder with tokenizer.json")
    given = parser.parse_args(arguments)
    if given.out.is_dir() and any(given.out.iterdir()):
        raise InputError(f"{given.out}: is not empty; rows would be added to what lies there")
    texts: Iterator[Labelled]
    if given.lang == "judged":
        texts = islice(judged(given.data), given.rows)
    else:
        texts = damaged(given.data, given.work, given.lang, given.rows, given.seed)
    rows = write(given.out, Vocabulary(given.vocabulary / "tokenizer.json"), texts)
    told = {"lang": given.lang, "rows": rows, "seed": given.seed, "rate": RATE}
    (given.out / "made.json").write_text(json.dumps(told) + "\n", encoding="utf-8")
    print(json.dumps(told))


if __name__ == "__main__":
    main()
