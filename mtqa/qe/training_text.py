"""Clean sentences to train on, by language and genre, without anything that is measured on."""

import json
import random
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from mtqa.errors import InputError
from mtqa.qe.corpora import lines, parted
from mtqa.sentences import spans

# Share of each genre where there is enough of all; what a genre lacks goes to the others. Novels are old in style.
SHARES = {"news": 0.5, "speech": 0.18, "encyclopedia": 0.1, "everyday": 0.07, "official": 0.05, "prose": 0.1}
MOST_PROSE = 0.25
FEWEST_WORDS, MOST_WORDS = 4, 60
DOCUMENT_LINES = 40  # lines that stand together: the text files do not mark where documents end
MEASURED = ("judged/dev", "pairs/dev", "acceptability/dev", "outputs")
FIELDS = ("text", "good", "bad", "mt", "pe", "src", "ref")
_UNIT = re.compile(r"(?<=[.!?…])[\"'»”)\s]+(?=\S)|\n+")
_NOISE = re.compile(r"https?://|www\.|[|{}<>\\^]|\.\.\.\.|_{2,}|\N{REPLACEMENT CHARACTER}")


class Sentence(NamedTuple):
    """A clean sentence; sentences of one `document` (a number within the genre's file) stand near each other."""

    text: str
    genre: str
    document: int


def fingerprint(text: str) -> int:
    """A hash of the letters and digits of a text, whatever its case, spaces and marks are."""
    kept = "".join(filter(str.isalnum, text.casefold())).encode()
    return int.from_bytes(blake2b(kept, digest_size=8).digest())


def measured(data: Path, gold: Path | None = None) -> frozenset[int]:
    """The fingerprints of every text, line and sentence of the dev sets, the wmt21 outputs and the gold folder."""
    found: set[int] = set()
    files = [file for name in MEASURED for file in sorted((data / name).glob("*.jsonl*"))]
    files += sorted((gold or data.parent / "gold").glob("*.json*"))
    for file in files:
        for row in _rows(file):
            for name in FIELDS:
                text = row.get(name)
                if isinstance(text, str):
                    found.update(fingerprint(unit) for unit in (text, *_UNIT.split(text)) if len(unit) > 20)
    return frozenset(found)


def _rows(file: Path) -> Iterator[dict[str, object]]:
    if file.suffix == ".json":
        yield json.loads(file.read_text(encoding="utf-8"))
        return
    for line in lines(file):
        if line.strip():
            yield json.loads(line)


def counted(data: Path, lang: str) -> frozenset[int]:
    """The fingerprints of a language's lines that the counts have seen, so that translations of them are left out."""
    files = sorted((data / "text" / lang).glob("*.txt.xz"))
    return frozenset(fingerprint(line) for file in files for part, _, line in parted(file) if part == "count")


def is_measured(text: str, marked: frozenset[int]) -> bool:
    """Whether a text, or a sentence of it, is one that `measured` found."""
    return any(fingerprint(unit) in marked for unit in (text, *_UNIT.split(text)) if len(unit) > 20)


def sentences(data: Path, lang: str, size: int, seed: int, marked: frozenset[int]) -> list[Sentence]:
    """A sample of `size` clean sentences, shuffled: genres by SHARES, novels a quarter at most.

    Only lines that `parts.part_of` keeps for training, so that they are as new to the counts as a page will be; nothing
    that `marked` (see `measured`) names. Headlines stay, as they are no errors. Fewer than `size` where there is no more
    text. Raises InputError where the language has no text.
    """
    draw = random.Random(f"{lang} {seed}")
    files = {genre: file for genre in SHARES if (file := data / "text" / lang / f"{genre}.txt.xz").is_file()}
    if not files:
        raise InputError(f"{data / 'text' / lang}: no text to train on")
    chosen: list[Sentence] = []
    wanted = _wanted(size, list(files))
    for genre in sorted(files, key=lambda genre: genre == "news"):  # what the others lack is made up with news
        missing = size - len(chosen) if genre == "news" else wanted[genre]
        chosen += _of_genre(files[genre], genre, lang, missing, draw, marked)
    if len(chosen) < size:
        rest = [genre for genre in ("speech", "encyclopedia", "official", "everyday") if genre in files]
        known = {sentence.text for sentence in chosen}
        for genre in rest:
            more = _of_genre(files[genre], genre, lang, wanted[genre] + size - len(chosen), draw, marked)
            chosen += [one for one in more if one.text not in known][: size - len(chosen)]
            known.update(one.text for one in chosen)
    chosen = _with_little_prose(chosen)
    draw.shuffle(chosen)
    return chosen[:size]


def _wanted(size: int, genres: list[str]) -> dict[str, int]:
    whole = sum(SHARES[genre] for genre in genres)
    return {genre: min(int(size * SHARES[genre] / whole), int(size * MOST_PROSE)) for genre in genres}


def _with_little_prose(chosen: list[Sentence]) -> list[Sentence]:
    others = [one for one in chosen if one.genre != "prose"]
    prose = [one for one in chosen if one.genre == "prose"]
    most = int(len(others) * MOST_PROSE / (1 - MOST_PROSE))
    return others + prose[:most]


def _of_genre(
    file: Path, genre: str, lang: str, size: int, draw: random.Random, marked: frozenset[int]
) -> list[Sentence]:
    numbered = [(number, line) for part, number, line in parted(file) if part == "train"]
    draw.shuffle(numbered)
    found: list[Sentence] = []
    for number, line in numbered:
        if len(found) >= size:
            break
        if not _NOISE.search(line):
            found.extend(
                Sentence(text, genre, number // DOCUMENT_LINES)
                for text in _pieces(line, lang)
                if FEWEST_WORDS <= text.count(" ") + 1 <= MOST_WORDS and not is_measured(text, marked)
            )
    return found[:size]


def _pieces(line: str, lang: str) -> Iterable[str]:
    return (line[start:end] for start, end in spans(line.strip(), lang)) if line == line.strip() else ()
