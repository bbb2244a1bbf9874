"""The compiled word tables: one memory-mapped trie and a few byte columns per language.

A key is a casefolded word with straight apostrophes ("strasse", "aujourd'hui"). Its number in the trie is its place in
the columns, which lie one after the other in `<lang>.columns`:

| column | bytes | holds |
|---|---|---|
| frequency | 1 | 0: not in wordfreq; else 1 + 35 (zipf - 1), zipf = log10 of occurrences in 10^9 words |
| flags | 1 | SMALL, CAPITAL: a dictionary form as written small or with a capital (simplemma); GOVERNED, UNGOVERNED: |
|       |   | where nouns have capitals, whether determiners come before it as before nouns, or hardly ever |
| text | 1 | high half: log2 of the count inside sentences (news text), low half: share with a capital, 0 to 15 |
| rule | 2 | number of the lemma's rule, 0: no lemma known |

`mtqa.lexicon.build` writes the tables.
"""

import json
import mmap
import os
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

SMALL, CAPITAL, GOVERNED, UNGOVERNED = 1, 2, 4, 8
COLUMNS = 5  # bytes a word
STEPS_PER_ZIPF = 35


def folder() -> Path:
    """Where the models lie: MTQA_MODELS, else models/ of the checkout, else mtqa/models of an installed wheel."""
    if named := os.environ.get("MTQA_MODELS"):
        return Path(named)
    package = Path(__file__).resolve().parent.parent
    beside = package.parent / "models"
    return beside if (beside / "lexicon").is_dir() else package / "models"


class Entry(NamedTuple):
    """What a table knows of one word: bytes as stored, see the module's table."""

    frequency: int
    flags: int
    text: int
    rule: int


NOTHING = Entry(0, 0, 0, 0)


class Table:
    """One language's table, opened on first use and never read whole."""

    def __init__(self, lang: str, where: Path) -> None:
        import marisa_trie

        self.lang = lang
        self._trie = marisa_trie.Trie().mmap(str(where / f"{lang}.trie"))
        self._size = len(self._trie)
        with (where / f"{lang}.columns").open("rb") as file:
            self._columns = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._rules = where / f"{lang}.rules.json"

    def __len__(self) -> int:
        return self._size

    def __contains__(self, key: str) -> bool:
        return key in self._trie

    def entry(self, key: str) -> Entry:
        """What is known of a casefolded key; NOTHING for one that is not there."""
        number: int = self._trie.get(key, -1)
        if number < 0:
            return NOTHING
        size, columns = self._size, self._columns
        at = 3 * size + 2 * number
        rule = columns[at] | columns[at + 1] << 8
        found = (columns[number], columns[size + number], columns[2 * size + number], rule)
        return tuple.__new__(Entry, found)  # half the time of Entry(...), which is a function of Python

    def prefixes(self, key: str) -> list[str]:
        """The keys that `key` starts with, shortest first."""
        found: list[str] = self._trie.prefixes(key)
        return found

    @property
    def rules(self) -> list[str]:
        """The lemma rules by number: "2+en" takes two letters from the end and adds "en"; "^2+en" capitalises it too."""
        return _rules(self._rules)


@cache
def _rules(path: Path) -> list[str]:
    rules: list[str] = json.loads(path.read_text(encoding="utf-8"))
    return rules


@cache
def table(lang: str) -> Table | None:
    """The table of a language tag ("fr", "pt-BR"), or None where there is none."""
    primary = lang.lower().partition("-")[0]
    if primary != lang:
        return table(primary)
    where = folder() / "lexicon"
    return Table(lang, where) if (where / f"{lang}.trie").is_file() else None


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a table, sorted."""
    return tuple(sorted(path.stem for path in (folder() / "lexicon").glob("*.trie")))


def key(word: str) -> str:
    """A word as the tables spell it: casefolded, straight apostrophe, no soft hyphen."""
    spelt = word.casefold()
    return (
        spelt
        if spelt.isascii()
        else spelt.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("\N{SOFT HYPHEN}", "")
    )


@lru_cache(maxsize=65536)
def entry(word: str, lang: str) -> Entry:
    """What is known of a word as written; NOTHING for an unknown word or language."""
    found = table(lang)
    return found.entry(key(word)) if found else NOTHING
