"""`python -m mtqa.qe.transformer.make_rows DATA WORK OUT --lang fr --rows 100000 --vocabulary models/small`: labelled rows.

Damaged and sound texts as `mtqa.qe.make_shards` makes them (WORK is the folder of `mtqa.qe.align`), and their sources where
they have one, half the time. With `--guesses RUN` one text in ten has a word replaced by what the network pretrained there
would rather read, and one in eight is its own weak translation. `--lang judged` writes the translations that people judged
instead.
"""

import argparse
import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from mtqa.errors import InputError
from mtqa.qe.corpora import lines
from mtqa.qe.corrupt import Noise, corrupt, load
from mtqa.qe.make_shards import RATE, RUN, SOURCES, TOLD
from mtqa.qe.training_text import counted, measured, sentences
from mtqa.qe.transformer.judged import judged
from mtqa.qe.transformer.rows import Labelled, write
from mtqa.qe.transformer.tokenizer import Vocabulary

PAIRED = 0.4  # share of rows drawn from translations with an aligned source, where there are enough
GUESSED = 0.1  # share of rows whose damage is a guess of the network, where there is one
WEAK = 0.12  # share of rows that a weak translator wrote, where there is one
SHOWN = 0.5  # share of rows with a source that show it
JUDGED_SHOWN = 0.75  # the same of judged translations: much of what people mark in them is seen beside the source alone


class Breaker(NamedTuple):
    """What a pretrained network damages: texts with guesses, (source, target) pairs with its own translations."""

    guess: Callable[[Sequence[str], str, random.Random], list[Labelled | None]]
    translate: Callable[[Sequence[tuple[str, str]], Noise, random.Random], list[Labelled | None]]

    def rows(
        self, texts: Sequence[str], pairs: Sequence[tuple[str, str]], noise: Noise, draw: random.Random
    ) -> Iterator[Labelled]:
        """The damaged texts and translations; translations show their sources half the time."""
        yield from (found for found in self.guess(texts, noise.lang, draw) if found)
        translated = self.translate(pairs, noise, draw) if pairs else []
        yield from showing((found for found in translated if found), SHOWN, draw)


def damaged(data: Path, work: Path, lang: str, rows: int, seed: int, breaker: Breaker | None) -> Iterator[Labelled]:
    """Rows in runs of one source language each."""
    rng = random.Random(f"{lang} {seed}")
    clean = [one.text for one in sentences(data, lang, rows, seed, measured(data))]
    seen = counted(data, lang)
    tables = [load(work, lang, source, seen) for source in SOURCES[lang]]
    originals = [sources(work, lang, source) for source in SOURCES[lang]]
    for number, start in enumerate(range(0, len(clean), RUN)):
        noise, texts = tables[number % len(tables)], originals[number % len(tables)]
        translated = list(noise.pairs)
        texts_here = clean[start : start + RUN]
        if breaker:
            taken, texts_here = texts_here[: int(RUN * GUESSED)], texts_here[int(RUN * (GUESSED + WEAK)) :]
            pairs = [(texts[one], one) for one in rng.choices(translated, k=int(RUN * WEAK)) if one in texts]
            yield from breaker.rows(taken, pairs, noise, rng)
        for text in texts_here:
            is_paired = translated and rng.random() < PAIRED
            drawn = rng.choice(translated) if is_paired else text
            yield example(drawn, noise, texts.get(drawn) if is_paired else None, rng)


def example(text: str, noise: Noise, source: str | None, rng: random.Random) -> Labelled:
    """One row: a text, damaged or not, that may show its source or tell its language."""
    made = corrupt(text, noise.lang, noise.source_lang, rng, noise, RATE)
    shown = source if rng.random() < SHOWN else None
    told = noise.source_lang if shown or rng.random() < TOLD else None
    return Labelled(made.text, noise.lang, told, shown, tuple((s.start, s.end, s.tag) for s in made.spans))


def showing(texts: Iterable[Labelled], share: float, draw: random.Random) -> Iterator[Labelled]:
    """The texts, of which this share show their sources."""
    yield from (one if draw.random() < share else replace(one, source=None) for one in texts)


def sources(work: Path, lang: str, source: str) -> dict[str, str]:
    """The sources of aligned sentences, as written, by their targets; none where the two were not aligned."""
    first, second = sorted((lang, source))
    file = work / f"aligned.{first}-{second}.jsonl"
    pairs = (json.loads(row)[:2] for row in (lines(file) if file.is_file() else ()))
    return {right: left for left, right in pairs} if lang == second else dict(pairs)


def breaker_of(run: Path, vocabulary: Vocabulary) -> Breaker:
    """Damage by the network that was pretrained in a folder."""
    from mtqa.qe.transformer import weights
    from mtqa.qe.transformer.fluent import replaced
    from mtqa.qe.transformer.network import Encoder, SmallConfig
    from mtqa.qe.transformer.weak import translated

    model = Encoder(SmallConfig.load(run / "config.json"))
    weights.load(run / "model.safetensors", model)

    def translate(pairs: Sequence[tuple[str, str]], noise: Noise, draw: random.Random) -> list[Labelled | None]:
        def senses(word: str) -> tuple[str, ...]:
            return (*noise.senses.get(word, ()), *noise.swaps.get(word, ()))

        return translated(model, vocabulary, pairs, (noise.source_lang, noise.lang), senses, draw)

    return Breaker(lambda texts, lang, draw: replaced(model, vocabulary, texts, lang, draw), translate)


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
    parser.add_argument("--guesses", type=Path, help="folder of a pretraining: config.json and model.safetensors")
    given = parser.parse_args(arguments)
    if given.out.is_dir() and any(given.out.iterdir()):
        raise InputError(f"{given.out}: is not empty; rows would be added to what lies there")
    vocabulary = Vocabulary(given.vocabulary / "tokenizer.json")
    texts: Iterator[Labelled]
    if given.lang == "judged":
        draw, every = random.Random(given.seed), list(judged(given.data))
        texts = showing(draw.sample(every, min(given.rows, len(every))), JUDGED_SHOWN, draw)
    else:
        breaker = breaker_of(given.guesses, vocabulary) if given.guesses else None
        texts = damaged(given.data, given.work, given.lang, given.rows, given.seed, breaker)
    rows = write(given.out, vocabulary, texts)
    told = {"lang": given.lang, "rows": rows, "seed": given.seed, "rate": RATE}
    (given.out / "made.json").write_text(json.dumps(told) + "\n", encoding="utf-8")
    print(json.dumps(told))


if __name__ == "__main__":
    main()
