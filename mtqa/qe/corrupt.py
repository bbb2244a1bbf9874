"""Clean text made into what broken machine translation looks like, with the damaged spans and their tags.

    python -m mtqa.qe.corrupt DATA WORK --lang fr --source de --n 20

prints marked examples to read. WORK is the folder that `python -m mtqa.qe.align DATA WORK` wrote. The kinds of damage
lie in mtqa/qe/noise, one a file; how often each is drawn follows the marked errors of real pages.
"""

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from mtqa.qe.noise import casing, doubling, form, leftover, naming, omission, order, sense, tearing
from mtqa.qe.noise.draft import Draft, Span
from mtqa.qe.noise.tables import Noise, Pair, load

Kind = Callable[[Draft], bool]

# Weights: the shares of categories among obvious errors on broken pages (48 mistranslated, 36 untranslated, 31 order,
# 27 forms, 12 casing, 13 names, 12 fragments, 8 doubled, 6 missing of some 200 in gold/dev), what is rare there raised
# so that it is learnt at all.
KINDS: tuple[tuple[float, Kind], ...] = (
    (4.0, leftover.word),
    (0.8, leftover.compound),
    (2.0, leftover.run),
    (1.0, leftover.foreign_run),
    (0.7, leftover.pivot_run),
    (1.0, leftover.pivot_word),
    (3.0, order.verb),
    (1.5, order.rotation),
    (1.0, order.shuffle),
    (1.0, order.swap),
    (0.8, order.far),
    (4.0, sense.other_sense),
    (2.5, sense.any_word),
    (2.0, sense.function_word),
    (3.5, form.inflection),
    (2.0, form.determiner),
    (1.2, omission.content),
    (2.0, omission.function),
    (0.8, omission.phrase),
    (0.8, doubling.word),
    (0.8, doubling.phrase),
    (0.3, doubling.loop),
    (3.0, naming.as_word),
    (1.5, naming.half),
    (0.5, naming.torn),
    (1.0, casing.lost),
    (1.0, casing.gained),
    (0.3, casing.at_start),
    (0.4, tearing.glued),
    (0.4, tearing.torn_word),
    (0.3, tearing.torn_number),
    (0.6, tearing.split),
    (0.7, tearing.run_together),
    (0.5, tearing.cut_end),
    (0.2, tearing.apostrophe),
)
# What only a sentence with its aligned source can have; drawn first, as later damage moves the words.
ALIGNED: tuple[tuple[float, Kind], ...] = (
    (3.0, order.source_order),
    (2.5, leftover.run),
    (2.5, sense.glossed),
    (0.7, sense.whole),
)
BY_ALIGNMENT = 0.8  # share of damaged sentences with an aligned source that get one of ALIGNED
DAMAGES = (1, 1, 1, 2, 2, 3)  # in a sentence that is damaged
RUINED = 0.12  # share of damaged sentences that get many, as the worst pages do
MANY = (4, 5, 6)
TRIES = 6


Drawn = tuple[list[Kind], list[float]]  # kinds and their weights, summed up


def _drawn(kinds: tuple[tuple[float, Kind], ...]) -> Drawn:
    return [kind for _, kind in kinds], list(accumulate(weight for weight, _ in kinds))


_ALL, _PAIRED = _drawn(KINDS), _drawn(ALIGNED)


@dataclass(frozen=True, slots=True)
class Corrupted:
    """A sentence after damage, or clean with no spans. Spans are in order and disjoint; no span is empty."""

    text: str
    spans: tuple[Span, ...]


def corrupt(
    text: str,
    lang: str,
    source_lang: str,
    rng: random.Random,
    noise: Noise,
    rate: float,
    without: frozenset[str] = frozenset(),
) -> Corrupted:
    """Damage a sentence with probability `rate`; some names are swapped for others in any case, without a mark.

    `noise` must hold the tables of the two languages. A text that `noise.pairs` knows is also damaged through its
    aligned source. The same `rng` state gives the same result. `without` names modules of mtqa/qe/noise whose damage is
    left out; "aligned" is that through an aligned source, "names" the swapping of names in sound text.
    """
    if (noise.lang, noise.source_lang) != (lang, source_lang):
        raise ValueError(f"tables for {noise.source_lang}-{noise.lang}, not {source_lang}-{lang}")
    draft = Draft(text, noise, rng)
    is_broken = rng.random() < rate
    if "names" not in without:
        naming.rename(draft)
    if is_broken:
        _damage(draft, without)
        draft.mend()
    return Corrupted(draft.text(), draft.spans())


def _damage(draft: Draft, without: frozenset[str]) -> None:
    rng = draft.rng
    wanted = rng.choice(MANY) if rng.random() < RUINED else rng.choice(DAMAGES)
    done = 0
    if draft.pair and "aligned" not in without and rng.random() < BY_ALIGNMENT:
        done += any(_draw(draft, _PAIRED, without) for _ in range(2))
    draft.pair = None
    for _ in range(TRIES * wanted):
        if done >= wanted:
            break
        done += _draw(draft, _ALL, without)


def _draw(draft: Draft, drawn: Drawn, without: frozenset[str]) -> bool:
    kinds, weights = drawn
    kind = draft.rng.choices(kinds, cum_weights=weights)[0] if draft.tokens else None
    return bool(kind and kind.__module__.rpartition(".")[2] not in without and kind(draft))


def marked(corrupted: Corrupted) -> str:
    """The text with its spans in brackets, to read: ⟦word|tag⟧."""
    parts: list[str] = []
    at = 0
    for span in corrupted.spans:
        parts += [corrupted.text[at : span.start], f"⟦{corrupted.text[span.start : span.end]}|{span.tag}⟧"]
        at = span.end
    return "".join([*parts, corrupted.text[at:]])


def main(arguments: Sequence[str] | None = None) -> None:
    """Print damaged sentences with their spans marked: half from news, half from the aligned pairs."""
    from mtqa.qe.training_text import measured, sentences

    parser = argparse.ArgumentParser(prog="python -m mtqa.qe.corrupt", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--lang", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--n", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    rng = random.Random(options.seed)
    noise = load(options.work, options.lang, options.source)
    texts = [one.text for one in sentences(options.data, options.lang, options.n, options.seed, measured(options.data))]
    texts[: options.n // 2] = rng.sample(list(noise.pairs), min(options.n // 2, len(noise.pairs)))
    for text in texts:
        print(marked(corrupt(text, options.lang, options.source, rng, noise, 1.0)))


__all__ = ["Corrupted", "Noise", "Pair", "Span", "corrupt", "load", "marked"]

if __name__ == "__main__":
    main()
