"""German and Dutch compounds: into which known words a word that no dictionary has comes apart."""

from collections.abc import Iterator
from functools import lru_cache

from mtqa.languages import language
from mtqa.lexicon.table import CAPITAL, SMALL, Table, key, table

SHORTEST = 3  # letters of a part
LONGEST = 50  # letters of a word worth trying
PARTS = 4
COMMON = {3: 95, 4: 70}  # least frequency byte of a short part (zipf 3.7, 3.0): "ein|sat|zen" must not come apart
FREQUENT = 45  # of a longer one: zipf 2.3
NAME_FREQUENT = 80  # zipf 3.3, of a part that no dictionary has: "Putin", "Kreml"


@lru_cache(maxsize=16384)
def compound(word: str, lang: str) -> tuple[str, ...] | None:
    """The known words that a German or Dutch word is made of, casefolded, each with its linking element.

    A case ending may follow ("Kremllagers": kreml, lagers), and one letter may do duty for two ("Kremlagers": the old
    rule of three consonants, and what is left of compounds that a system spelled piece by piece). Hyphenated words are
    left to the caller. None for a word that does not come apart or stands in the dictionary as it is.
    """
    words = table(lang)
    if words is None or words.entry(key(word)).flags & (SMALL | CAPITAL):
        return None
    return parts_of(word, lang)


@lru_cache(maxsize=16384)
def parts_of(word: str, lang: str) -> tuple[str, ...] | None:
    """As `compound`, also for words that stand in the dictionary."""
    words, links, spelt = table(lang), language(lang).compound_links, key(word)
    if words is None or not links or not 2 * SHORTEST <= len(spelt) <= LONGEST or not spelt.isalpha():
        return None
    for sharing in (False, True):
        splits = [parts for parts in _splits(spelt, words, links, PARTS, sharing) if len(parts) > 1]
        if splits:
            return min(splits, key=lambda parts: (len(parts), -min(map(len, parts))))
    return None


def _splits(rest: str, words: Table, links: tuple[str, ...], parts: int, sharing: bool) -> Iterator[tuple[str, ...]]:
    if _is_part(rest, words):
        yield (rest,)
    if parts == 1 or len(rest) < 2 * SHORTEST:
        return
    for first in words.prefixes(rest):
        if len(first) < SHORTEST or not (_is_part(first, words) or _is_stem(first, words)):
            continue
        for link in links:
            if rest.startswith(link, len(first)):
                start = len(first) + len(link)
                yield from ((rest[:start], *more) for more in _splits(rest[start:], words, links, parts - 1, sharing))
        if sharing:
            tail = rest[len(first) - 1 :]
            yield from ((first, *more) for more in _splits(tail, words, links, parts - 1, False))


@lru_cache(maxsize=32768)
def _is_part(part: str, words: Table) -> bool:
    """Whether a part is a word in its own right, frequent enough for its length."""
    if len(part) < SHORTEST:
        return False
    found = words.entry(part)
    if found.frequency < COMMON.get(len(part), FREQUENT):
        return False
    return bool(found.flags & (SMALL | CAPITAL)) or (found.frequency >= NAME_FREQUENT and found.text & 15 >= 13)


@lru_cache(maxsize=32768)
def _is_stem(part: str, words: Table) -> bool:
    """Whether a part is a noun without its "e" ("Schul-") or a verb without its "en" ("Fahr-")."""
    return any(_is_part(part + end, words) for end in ("e", "en"))
