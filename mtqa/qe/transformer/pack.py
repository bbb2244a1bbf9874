"""`python -m mtqa.qe.transformer.pack DATA OUT --vocabulary models/small`: text as rows of pieces, all of one length.

OUT gets one array of 16-bit numbers (rows, LENGTH) for each language and genre (fr.news.u16) and each pair of languages
(de-fr.pairs.u16), dev.<lang>.u16 to measure on, and index.json with what they were made from.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from mtqa.errors import InputError
from mtqa.qe.training_text import SHARES as GENRES
from mtqa.qe.transformer.mix import LANGS, PAIRED, SHARES, bilingual, every_line, may_be_read
from mtqa.qe.transformer.tokenizer import PAD, Vocabulary, source_tag, tag

LENGTH = 128  # pieces a row
LEAST = 16  # places at a row's end that are still worth a part of a text
OPEN = 8  # rows that wait for translations that fit
LINES = 2000
DEV_ROWS, DEV_LINES = 64, 500
DEV_LANGS = ("fr", "de", "en", "es")
T = TypeVar("T")
Rows = npt.NDArray[np.uint16]


def flowing(texts: Iterable[Sequence[int]], opening: int) -> Iterator[list[int]]:
    """Rows of one language, every text behind its tag; a text that does not fit goes on in the next row."""
    row: list[int] = []
    for text in texts:
        at = 0
        while at < len(text):
            if LENGTH - len(row) < LEAST:
                yield padded(row)
                row = []
            taken = LENGTH - len(row) - 1
            row += [opening, *text[at : at + taken]]
            at += taken
    if row:
        yield padded(row)


def fitting(texts: Iterable[Sequence[int]]) -> Iterator[list[int]]:
    """Rows of whole texts, each put into the first of a few open rows that has room; longer ones are left out."""
    rows: list[list[int]] = []
    for text in texts:
        if len(text) > LENGTH:
            continue
        row = next((row for row in rows if len(row) + len(text) <= LENGTH), None)
        if row is None:
            if len(rows) == OPEN:
                fullest = max(range(OPEN), key=lambda n: len(rows[n]))
                yield padded(rows.pop(fullest))
            rows.append(row := [])
        row += text
    yield from map(padded, rows)


def padded(row: list[int]) -> list[int]:
    """A row of LENGTH."""
    return row + [PAD] * (LENGTH - len(row))


def paired(vocabulary: Vocabulary, pairs: Iterable[tuple[str, str]], langs: tuple[str, str]) -> Iterator[list[int]]:
    """A translation and its source as one text, in either direction by turns of a coin."""
    coin = random.Random(str(langs))
    for some in groups(pairs):
        sides = [vocabulary.numbers([pair[side] for pair in some]) for side in (0, 1)]
        for left, right in zip(*sides, strict=True):
            target = coin.randrange(2)
            both = (left, right)
            yield [tag(langs[target]), *both[target], source_tag(langs[1 - target]), *both[1 - target]]


def write(file: Path, rows: Iterable[list[int]]) -> dict[str, Any]:
    """Write an array; returns its rows, its pieces and its hash. Without rows there is no file."""
    made = np.array(list(rows), np.uint16).reshape(-1, LENGTH)
    if len(made):
        made.tofile(file)
    digest = sha256(made.tobytes()).hexdigest()[:16]
    return {"rows": len(made), "pieces": int((made != PAD).sum()), "sha256": digest}


def read(file: Path) -> Rows:
    """An array (rows, LENGTH), memory-mapped."""
    return np.memmap(file, np.uint16, "r").reshape(-1, LENGTH)


def of_language(
    data: Path, out: Path, vocabulary: Vocabulary, lang: str, most: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Write the arrays of a language: one a genre, of some `most` characters, and one to measure on."""
    genres: dict[str, list[str]] = defaultdict(list)
    for genre, line in every_line(data, lang, "count"):
        genres[genre].append(line)
    for genre, lines in genres.items():
        kept = (line for line in lines[:: max(1, sum(map(len, lines)) // most)] if may_be_read(data, line))
        yield f"{lang}.{genre}", write(out / f"{lang}.{genre}.u16", flowing(numbers(vocabulary, kept), tag(lang)))
    if lang in DEV_LANGS:
        lines = [line for genre, line in every_line(data, lang, "train") if genre == "news"]
        some = random.Random(lang).sample(lines, min(DEV_LINES, len(lines)))
        unseen = numbers(vocabulary, (line for line in some if may_be_read(data, line)))
        yield f"dev.{lang}", write(out / f"dev.{lang}.u16", list(flowing(unseen, tag(lang)))[:DEV_ROWS])


def numbers(vocabulary: Vocabulary, lines: Iterable[str]) -> Iterator[list[int]]:
    """The pieces of lines, in order."""
    for some in groups(lines):
        yield from vocabulary.numbers(some)


def weights(sizes: dict[str, int]) -> dict[str, float]:
    """How often each array is read: languages by their shares, genres by theirs and the root of their size; sums to 1."""
    found: dict[str, float] = {}
    for lang, share in SHARES.items():
        genres = {name: size for name, size in sizes.items() if name.startswith(f"{lang}.")}
        parts = {name: GENRES[name.partition(".")[2]] * size**0.5 for name, size in genres.items()}
        found |= {name: share * part / sum(parts.values()) for name, part in parts.items()}
    pairs = {name: size for name, size in sizes.items() if name.endswith(".pairs")}
    whole = sum(found.values()) or 1.0
    alone = 1 - PAIRED if pairs and found else 1.0
    found = {name: weight / whole * alone for name, weight in found.items()}
    share = 1 - sum(found.values())
    roots = {name: size**0.5 for name, size in pairs.items()}
    return found | {name: share * root / sum(roots.values()) for name, root in roots.items()}


def load(folder: Path) -> tuple[dict[str, Rows], dict[str, float], str]:
    """The arrays but dev, how often each is read, and the hash of all; raises InputError where there is no index."""
    try:
        index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{folder}: no rows to read: {error}; make them with {__name__}") from error
    sizes = {name: told["rows"] for name, told in index["arrays"].items() if told["rows"]}
    sizes = {name: rows for name, rows in sizes.items() if not name.startswith("dev.")}
    return {name: read(folder / f"{name}.u16") for name in sizes}, weights(sizes), index["sha256"]


def groups(items: Iterable[T]) -> Iterator[list[T]]:
    """Items in lists of LINES."""
    stream = iter(items)
    while some := list(islice(stream, LINES)):
        yield some


def main(arguments: Sequence[str] | None = None) -> None:
    """Write all arrays and their index."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--langs", nargs="+", default=list(LANGS))
    parser.add_argument("--most", type=int, default=10**12, help="characters of a language and genre")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    file = given.vocabulary / "tokenizer.json"
    vocabulary, arrays = Vocabulary(file), {}
    for lang in given.langs:
        for name, told in of_language(given.data, given.out, vocabulary, lang, given.most):
            arrays[name] = told
            print(name, json.dumps(told), flush=True)
    for folder in sorted((given.data / "parallel").glob("*-*")):
        first, second = folder.name.split("-")
        if first in given.langs and second in given.langs:
            rows = fitting(paired(vocabulary, bilingual(given.data, folder), (first, second)))
            arrays[f"{folder.name}.pairs"] = write(given.out / f"{folder.name}.pairs.u16", rows)
            print(folder.name, json.dumps(arrays[f"{folder.name}.pairs"]), flush=True)
    digest = sha256("".join(one["sha256"] for one in arrays.values()).encode()).hexdigest()[:16]
    told = {"sha256": digest, "vocabulary": sha256(file.read_bytes()).hexdigest()[:16], "arrays": arrays}
    (given.out / "index.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
