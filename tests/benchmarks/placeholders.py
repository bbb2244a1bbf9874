"""`python -m tests.benchmarks.placeholders DATA`: what the placeholders of inline tags change in findings and scores.

In human translations of news (qe/corpora.unseen_pairs) one placeholder is put into each text and one into its source, at
a space that a seed chooses or at an end, and rules and model run on both. What is counted are findings that come and go by
code, over all pairs of languages, and mean scores. Written to reports/evaluation/placeholders.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mtqa.checks import selected
from mtqa.cli.options import model_codes
from mtqa.qe.corpora import Pair, sample, unseen_pairs
from mtqa.qe.results import write
from mtqa.qe.shipped import open_model
from mtqa.readers.web.inline import OBJECT
from mtqa.review import Settings, review
from mtqa.segment import Document

PAIRS = (("de", "fr"), ("en", "de"), ("en", "fr"), ("en", "es"))
WAYS = ("between two words", "before a word", "in place of a space", "at the start", "at the end")


@dataclass(slots=True)
class Told:
    """Findings by code, and the sum of the scores, of so many texts."""

    codes: Counter[str] = field(default_factory=Counter)
    scores: float = 0.0
    texts: int = 0


def put(text: str, way: str, chance: random.Random) -> str:
    """A text with a placeholder in it."""
    if way == "at the start":
        return OBJECT + text
    spaces = [at for at, character in enumerate(text) if character == " "]
    if way == "at the end" or not spaces:
        return text + OBJECT
    at = chance.choice(spaces)
    before, after = text[:at], text[at + 1 :]
    spaced = {"between two words": f" {OBJECT} ", "before a word": f" {OBJECT}", "in place of a space": OBJECT}
    return f"{before}{spaced[way]}{after}"


def documents(pairs: list[Pair], way: str | None) -> Iterator[Document]:
    """The pairs as documents, with placeholders where a way is given."""
    chance = random.Random(1)
    for number, one in enumerate(pairs):
        source, target = (put(text, way, chance) if way else text for text in (one.source, one.target))
        yield Document(
            str(number), "-", target, target_lang=one.target_lang, source=source, source_lang=one.source_lang
        )


def told(pairs: list[Pair], way: str | None, settings: Settings) -> Told:
    """What is found in the pairs."""
    found = Told()
    for one in review(documents(pairs, way), settings):
        found.codes.update(finding.code for finding in one.findings)
        found.scores += one.score or 0.0
        found.texts += 1
    return found


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--size", type=int, default=1_000, help="texts of each pair of languages")
    parser.add_argument("--out", type=Path, default=Path("reports/evaluation"))
    given = parser.parse_args()
    estimator, name = open_model(None)
    settings = Settings(selected((), ()), estimator=estimator, model=name, model_codes=model_codes((), ()))
    pairs = [one for langs in PAIRS for one in sample(unseen_pairs(given.data, *langs), given.size, 1)]
    plain = told(pairs, None, settings)
    ways = {}
    for way in WAYS:
        found = told(pairs, way, settings)
        come, gone = found.codes - plain.codes, plain.codes - found.codes
        ways[way] = {
            "come": come.total(),
            "gone": gone.total(),
            "codes come": ", ".join(f"{code} {count}" for code, count in sorted(come.items())),
            "score": round(found.scores / found.texts, 2),
        }
    measured = {
        "model": name,
        "texts": plain.texts,
        "findings without": plain.codes.total(),
        "score without": round(plain.scores / plain.texts, 2),
        "with a placeholder": ways,
    }
    command = f"python -m tests.benchmarks.placeholders DATA --size {given.size}"
    print(write(given.out, "placeholders", command, measured)[1])


if __name__ == "__main__":
    main()
