"""Learn from human text what follows what, which gender and number nouns have, and which words have a capital.

    python -m mtqa.lexicon.learn DATA/text models/lexicon [--langs fr,de,en]

DATA/text/<lang>/<genre>.txt.xz holds a sentence or paragraph a line. Novels make up a quarter of the text at most: their
language is old. One line in ten (`is_held_out`) is left out, to be measured on. Beside the tables,
`learnt.<lang>.json` says what they were learnt from.
"""

import argparse
import hashlib
import json
import lzma
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from mtqa.lexicon.count_capitals import Capitals
from mtqa.lexicon.count_followers import Followers
from mtqa.lexicon.count_genders import Genders
from mtqa.text import Word, is_held_out, lowered, words

LANGS = ("de", "en", "es", "fr", "it", "nl", "pt")
GENRES = ("news", "speech", "encyclopedia", "official", "everyday", "prose")  # prose last: it fills up what is left
PROSE_SHARE = 0.25


class Counts(Protocol):
    """What is counted line by line, and written as a table."""

    def add(self, text: str, words: Sequence[Word], small: Sequence[str]) -> None: ...

    def lines(self) -> Iterable[str]: ...


class Source:
    """The lines of one language's text that may be learnt from, and the record of what was read."""

    def __init__(self, folder: Path, lang: str) -> None:
        self.record: list[dict[str, str | int]] = []
        self._paths = [path for genre in GENRES if (path := folder / lang / f"{genre}.txt.xz").is_file()]

    def __iter__(self) -> Iterator[str]:
        total = 0
        for path in self._paths:
            limit = total * PROSE_SHARE / (1 - PROSE_SHARE) if path.name.startswith("prose") else float("inf")
            lines = count = 0
            with lzma.open(path, "rt", encoding="utf-8") as file:
                for line in file:
                    if count >= limit:
                        break
                    if not is_held_out(line):
                        lines, count = lines + 1, count + len(line.split())
                        yield line.strip()
            total += count
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            self.record.append({"file": path.name, "sha256": digest, "lines": lines, "words": count})


def learn(folder: Path, lang: str, out: Path) -> list[str]:
    """Read a language's text once and write its tables; returns what was read and written, a line each."""
    source = Source(folder, lang)
    tables: dict[str, Counts] = {"adjacency": Followers(lang), "gender": Genders(lang), "capitals": Capitals(lang)}
    for line in source:
        found, small = words(line, lang), lowered(line, lang)
        if found:
            for counts in tables.values():
                counts.add(line, found, small)
    done = [f"{r['file']}, {r['lines']:,} lines, {r['words']:,} words, sha256 {r['sha256']}" for r in source.record]
    for name, counts in tables.items():
        if text := "".join(f"{line}\n" for line in counts.lines()):
            path = out / f"{name}.{lang}.txt"
            path.write_text(text, encoding="utf-8")
            done.append(f"wrote {path}, {path.stat().st_size / 1e3:.0f} kB")
    record = {"command": "python -m mtqa.lexicon.learn", "language": lang, "read": source.record}
    (out / f"learnt.{lang}.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--langs", default=",".join(LANGS))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for lang in options.langs.split(","):
        for line in learn(options.text, lang, options.out):
            print(f"{lang}: {line}")


if __name__ == "__main__":
    main()
