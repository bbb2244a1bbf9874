"""What a place is called in each language: our own table of places in the news first, CLDR's countries and cities after.

A name is looked up as written, or casefolded; German genitives ("Moskaus") count as the name.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.table import folder, key, languages, table

FAMOUS = 3.0  # Zipf frequency of a place in the target from which a word may be its name misspelt
Row = dict[str, tuple[str, ...]]  # language to the names in use there, the preferred one first
SHORTEST_MISSPELT = 6  # letters: shorter words are one edit away from too much


class Nearest(NamedTuple):
    """A place whose name a word misspells: the name it is close to, and what the target calls the place."""

    name: str
    target_name: str


@cache
def _rows() -> tuple[Row, ...]:
    rows: list[Row] = []
    for file in ("places.tsv", "cldr.tsv"):
        path = folder() / "lexicon" / file
        if path.is_file():
            langs, *cells = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
            rows.extend(_row(langs, row) for row in cells)
    return tuple(rows)


def _row(langs: list[str], cells: list[str]) -> Row:
    german, english = cells[langs.index("de")], cells[langs.index("en")]
    english = german if english == "=" else english
    filled = (english if cell == "=" else cell for cell in cells)
    return {lang: tuple(cell.split("|")) for lang, cell in zip(langs, filled, strict=True) if cell}


@cache
def _index(lang: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, row in enumerate(_rows()):
        for name in row.get(lang, ()):
            found.setdefault(key(name), number)
    return found


def _find(name: str, lang: str) -> int | None:
    index, spelt = _index(lang), key(name)
    number = index.get(spelt)
    if number is None and lang == "de" and spelt.endswith("s"):
        number = index.get(spelt[:-1])
    return number


@lru_cache(maxsize=16384)
def place(name: str, lang: str) -> str | None:
    """The English name of a place that is called `name` in a language; None when it is no place we know."""
    number = _find(name, lang)
    return None if number is None else _rows()[number]["en"][0]


def is_genitive(name: str, lang: str) -> bool:
    """Whether a name is a place's in the German genitive ("Moskaus")."""
    return key(name) not in _index(lang) and _find(name, lang) is not None


@lru_cache(maxsize=16384)
def exonym(name: str, source_lang: str, target_lang: str) -> str | None:
    """The target's name of a place written in the source's way: exonym("Moskau", "de", "fr") is "Moscou".

    None when the name is no place of the source, or is a name of this or any other place in the target too, accents
    aside.
    """
    number = _find(name, source_lang)
    if number is None or key(name) in _index(target_lang):
        return None
    names = _rows()[number].get(target_lang, ())
    return names[0] if names and plain(name) not in map(plain, names) else None


def plain(name: str) -> str:
    """A name casefolded and without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", key(name)) if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def nearest_place(word: str, source_lang: str, target_lang: str) -> Nearest | None:
    """The place whose name in source or target a word that no language knows misses by one edit ("Pyöngjang").

    One edit is a letter too many, too few, another, or two swapped. The first letter is taken for right.
    """
    spelt = key(word)
    if len(spelt) < SHORTEST_MISSPELT or not word[:1].isupper() or not spelt.isalpha():
        return None
    for lang in (source_lang, target_lang):
        for name in _near(spelt, lang):
            if _is_anywhere(spelt):
                return None
            target = _rows()[_index(lang)[name]].get(target_lang)
            if target and zipf(target[0], target_lang) >= FAMOUS:
                return Nearest(name, target[0])
    return None


def _near(spelt: str, lang: str) -> list[str]:
    """The names of one word in a language that are one edit away and start with the same letter, in the table's order."""
    shortened = _shortened(lang)
    found = {row for form in _forms(spelt) for row in shortened.get(form, ())}
    return [name for _, name in sorted(found) if name[0] == spelt[0] and is_one_edit(spelt, name)]


@cache
def _shortened(lang: str) -> dict[str, list[tuple[int, str]]]:
    """A language's names of one word, numbered, by what is left of them when no letter or any one is left out.

    Two words one edit apart have one of these forms in common (Garbe 2012, SymSpell).
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for number, name in enumerate(_index(lang)):
        if len(name) >= SHORTEST_MISSPELT - 1 and " " not in name:
            for form in _forms(name):
                found.setdefault(form, []).append((number, name))
    return found


@lru_cache(maxsize=4)  # a word is asked for in several languages in turn
def _forms(spelt: str) -> frozenset[str]:
    return frozenset([spelt, *[spelt[:at] + spelt[at + 1 :] for at in range(len(spelt))]])


def _is_anywhere(spelt: str) -> bool:
    """Whether any language's table or any place knows a word, or the word without a genitive's "s"."""
    forms = {spelt, spelt.removesuffix("s")}
    tables = filter(None, map(table, languages()))
    return any(form in words for words in tables for form in forms) or any(
        form in _index(lang) for lang in languages() for form in forms
    )


def is_one_edit(one: str, other: str) -> bool:
    """Whether two different words are one insertion, deletion, substitution or swap of neighbours apart."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next(_differences(one, other), min(len(one), len(other)))
    rest, rest_of_other = one[start:], other[start:]
    return (
        rest[1:] == rest_of_other[1:]
        or rest[1:] == rest_of_other
        or rest == rest_of_other[1:]
        or (rest[:2] == rest_of_other[1::-1] and rest[2:] == rest_of_other[2:])
    )


def _differences(one: str, other: str) -> Iterator[int]:
    return (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
