"""`python -m mtqa.lexicon.build_concepts WORK models/lexicon`: which English words a word is mostly translated as.

WORK is the folder of `python -m mtqa.qe.align`: its pair.<lang>-en.json has, for each word, its translations with their
shares among its links. Closed-class words are left out, as they stand in every sentence; so is what is written alike.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from mtqa.errors import InputError
from mtqa.languages import language
from mtqa.lexicon.concept import PIVOT

LEAST_SHARE = 0.2  # of a word's links
MOST = 2  # translations of a word
SHORTEST = 3  # letters of a word


def rows(work: Path, lang: str) -> Iterator[str]:
    """The lines of a language's table, sorted; raises InputError where the alignments are missing."""
    file = work / f"pair.{lang}-{PIVOT}.json"
    if not file.is_file():
        raise InputError(f"{file}: missing: `python -m mtqa.qe.align DATA {work}` writes it")
    closed, others = language(lang).closed, language(PIVOT).closed
    for word, translations in sorted(json.loads(file.read_text(encoding="utf-8"))["gloss"].items()):
        kept = [one for one, share in translations if share >= LEAST_SHARE and one not in others and one.isalpha()]
        if word.isalpha() and len(word) >= SHORTEST and word not in closed and kept and kept != [word]:
            yield "\t".join((word, *kept[:MOST]))


def main() -> None:
    """Write a table for each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--langs", nargs="+", default=["de", "es", "fr"])
    given = parser.parse_args()
    for lang in given.langs:
        lines = list(rows(given.work, lang))
        (given.out / f"concepts.{lang}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{lang}: {len(lines)} words")


if __name__ == "__main__":
    main()
