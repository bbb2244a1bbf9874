"""Which gender and number a noun has, and what a determiner can govern, as far as human text leaves no doubt.

`mtqa.lexicon.learn` writes `gender.<lang>.txt`, a fact a line, tab-separated. Cells are what a form can be: "m.sg",
"f.pl" (genders m f n, and c in a language that has none).

| line | says |
|---|---|
| `noun`, cells, words | these words, seen after determiners often enough, are nothing but these cells |
| `ending`, cells, endings | so are words that end so and that are not listed |
| `doubt`, -, words | these are not what their ending says |
| `governor`, determiner, cells, contexts | after one of these contexts, the determiner always agrees with the next word |
| `modifier`, cells, words | these, themselves after a determiner, agree with the word after them |

A governor of two parts ("der -en") is a determiner with an adjective of that ending, in languages that write nouns with
a capital.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from mtqa.languages import Language, language
from mtqa.lexicon.compound import compound
from mtqa.lexicon.table import folder
from mtqa.text import Word

Cells = frozenset[str]
LONGEST_ENDING = 6
# "Dienst- und", "Freund/-innen", "workers' pay", "Art. 6", "combattant.e"
_GOES_ON = re.compile(r"[-/'’*]|\.\s?\d|\.\w")


@dataclass(frozen=True, slots=True)
class Genders:
    """One language's table."""

    nouns: dict[str, Cells] = field(default_factory=dict)
    endings: dict[str, Cells] = field(default_factory=dict)
    doubts: set[str] = field(default_factory=set)
    governors: dict[str, tuple[Cells, frozenset[str]]] = field(default_factory=dict)
    modifiers: dict[str, Cells] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)  # single governors, and modifiers


@cache
def genders(lang: str) -> Genders | None:
    """The table of a language tag ("fr", "pt-BR"), or None where nothing was learnt."""
    path = folder() / "lexicon" / f"gender.{lang.lower().partition('-')[0]}.txt"
    if not path.is_file():
        return None
    found = Genders()
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, first, *rest = line.split("\t")
        if kind == "governor":
            found.governors[first] = cells(rest[0]), frozenset(rest[1].split())
        elif kind == "doubt":
            found.doubts.update(rest[0].split())
        else:
            table = {"noun": found.nouns, "ending": found.endings, "modifier": found.modifiers}[kind]
            table.update(dict.fromkeys(rest[0].split(), cells(first)))
    found.heads.update(found.governors, found.modifiers)
    return found


@cache
def cells(text: str) -> Cells:
    """The cells that are written in a string."""
    return frozenset(text.split())


@lru_cache(maxsize=16384)
def noun_cells(word: str, lang: str) -> Cells:
    """What a noun can be; nothing where that is not sure. The word is spelt as inside a sentence."""
    known, facts = genders(lang), language(lang)
    if known is None or is_doubtful(word, facts):
        return frozenset()
    return known.nouns.get(word) or _by_ending(word, known, facts)


def is_doubtful(word: str, facts: Language) -> bool:
    """Whether a noun, or where there are compounds its last part, has two genders or numbers in print."""
    small = word.lower()
    if facts.compound_links:
        return small.endswith(tuple(facts.doubtful_nouns))
    return small in facts.doubtful_nouns or small.removesuffix("s") in facts.doubtful_nouns


def _by_ending(word: str, known: Genders, facts: Language) -> Cells:
    if word in known.doubts or not word.isalpha():
        return frozenset()
    if facts.compound_links:
        if not any(word[start:].capitalize() in known.nouns for start in range(2, len(word) - 2)):
            return frozenset()  # a look into the table is a hundred times cheaper than taking the word apart
        parts = compound(word, facts.tag)
        return known.nouns.get(parts[-1].capitalize(), frozenset()) if parts else frozenset()
    for length in range(min(LONGEST_ENDING, len(word) - 2), 1, -1):
        if found := known.endings.get(word[-length:]):
            return found
    return frozenset()


def inflection(adjective: str) -> str:
    """The ending that declines a German adjective: "e", or two letters."""
    return "e" if adjective.endswith("e") else adjective[-2:]


def governed(determiner: str, noun: str, facts: Language) -> Cells:
    """The cells that a determiner of the language file can govern before this noun."""
    found = expanded(facts.determiners.get(determiner, "c.pl" if determiner in facts.numerals else ""), facts.tag)
    if determiner in facts.before_vowel.values() and facts.elides(noun) is not False:
        return found | {
            cell for full, form in facts.before_vowel.items() if form == determiner for cell in _own(full, facts)
        }
    return found


def _own(determiner: str, facts: Language) -> Cells:
    return expanded(facts.determiners.get(determiner, ""), facts.tag)


@cache
def expanded(signature: str, lang: str) -> Cells:
    """A determiner's cells with "c" told apart where the language does: fr "c.pl" is "m.pl f.pl", de "c.pl" stays.

    A cell that one determiner alone has (es "lo": n.sg) is left out: no noun has it.
    """
    known = Counter(cell for value in language(lang).determiners.values() for cell in value.split())
    found: set[str] = set()
    for cell in signature.split():
        if cell.startswith("c."):
            told = {k for k, count in known.items() if k[1:] == cell[1:] and k[0] != "c" and count > 1}
            found |= told or {cell}
        elif known[cell] > 1:
            found.add(cell)
    return frozenset(found)


@cache
def is_gendered(lang: str) -> bool:
    """Whether determiners tell genders, so that adjectives between them and their noun agree too."""
    return any(cell[0] != "c" for value in language(lang).determiners.values() for cell in expanded(value, lang))


def following(text: str, words: Sequence[Word], place: int, closed: frozenset[str]) -> Word | None:
    """The open-class word right after this one."""
    if place + 1 >= len(words):
        return None
    gap, word = text[words[place].end : words[place + 1].start], words[place + 1]
    spelt = word.text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return word if (not gap or gap.isspace()) and len(spelt) > 1 and spelt not in closed else None


def is_noun(text: str, words: Sequence[Word], place: int, facts: Language) -> bool:
    """Whether a word after a determiner has the shape of a noun, and is not the first part of something longer.

    Names, acronyms and words that go on after a mark ("Dienst- und", "Art. 6") are none; nor is one before another noun,
    where nouns are written with a capital ("die Europa League") or adjectives do not agree ("these car parks").
    """
    word = words[place]
    has_shape = word.text[0].isupper() == facts.capital_nouns and not word.text[1:2].isupper()
    if not has_shape or _GOES_ON.match(text, word.end):
        return False
    after = following(text, words, place, facts.closed)
    if after is None:
        return True
    return not after.text[0].isupper() if facts.capital_nouns else is_gendered(facts.tag)


def context(text: str, words: Sequence[Word], small: Sequence[str], place: int, facts: Language) -> str:
    """What kind of place a determiner stands in, by what is right before it.

    A preposition that itself follows a mark is "relative": after it "die", "que" and the like are often pronouns.
    """
    if not place:
        return "start"
    gap = text[words[place - 1].end : words[place].start]
    if gap and not gap.isspace():
        return "comma" if gap.strip() == "," else "mark"
    before = small[place - 1]
    if before in facts.prepositions:
        gap = text[words[place - 2].end : words[place - 1].start] if place > 1 else ""
        return "preposition" if not gap or gap.isspace() else "relative"
    for kind, members in (
        ("conjunction", facts.conjunctions), ("auxiliary", facts.auxiliaries), ("pronoun", facts.pronouns),
        ("closed", facts.closed),
    ):  # fmt: skip
        if before in members:
            return kind
    return "name" if words[place - 1].text[0].isupper() else "open"
