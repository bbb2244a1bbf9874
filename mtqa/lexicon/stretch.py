"""Stretches of a sentence that are written in another language."""

from functools import lru_cache
from typing import NamedTuple

from mtqa.languages import language
from mtqa.lexicon.apart import is_in_address, is_inside_name, quoted
from mtqa.lexicon.foreign import function_words
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.identify import identify
from mtqa.text import Word, lowered, words

SHORTEST = 4  # words of a stretch
FLOOR = 1.0  # Zipf frequency that stands for "not listed"
STEP = 0.5  # what a word must be more frequent in the other language to lengthen a stretch
CAP = 3.0  # most that one word can add, so that no single one makes a stretch
NAME_WORDS = 10  # longest rest of an institution's name: "(Caisse) de dépôts et consignations"
ENOUGH = 5.0  # sum over the stretch
STRONG, STRONG_WORDS = 1.5, 3  # words that are so much more frequent in the other language, function words among them


class Stretch(NamedTuple):
    """Words [first, last] of a text and their place in code points, with the evidence."""

    first: int
    last: int
    start: int
    end: int
    score: float


def foreign_stretch(text: str, target: str, source: str) -> Stretch | None:
    """The stretch of four words and more that most surely belongs to `source` in a text in `target`; None if there is none.

    The sum over its words of how much more frequent each is in the source is the largest of all stretches; it holds
    function words of the source that the target does not have, and is not the title or the quotation inside marks.
    """
    strange, small = function_words(source, target), lowered(text, target)
    if len(small) < SHORTEST or strange.isdisjoint(small):
        return None
    found = words(text, target)
    best = _best(found, target, source)
    if best is None:
        return None
    inside = found[best.first : best.last + 1]
    if strange.isdisjoint(small[best.first : best.last + 1]) or _is_title(inside):
        return None
    if sum(_lean(word.text, target, source) >= STRONG - STEP for word in inside) < STRONG_WORDS:
        return None
    if len(inside) <= NAME_WORDS and _is_name(found, best, text, target, source):
        return None
    if is_in_address(inside[0], text) or is_in_address(inside[-1], text) or _is_quotation(best, text, target):
        return None
    return best


def _best(found: tuple[Word, ...], target: str, source: str) -> Stretch | None:
    best: Stretch | None = None
    total, first = 0.0, 0
    for n, word in enumerate(found):
        if total <= 0:
            total, first = 0.0, n
        total += _lean(word.text, target, source)
        if n - first + 1 >= SHORTEST and total >= ENOUGH and (best is None or total > best.score):
            best = Stretch(first, n, found[first].start, word.end, total)
    return best


@lru_cache(maxsize=16384)
def _lean(word: str, target: str, source: str) -> float:
    here, there = zipf(word, target), zipf(word, source)
    if not here and not there:
        return 0.0
    return max(-CAP, min(CAP, max(there, FLOOR) - max(here, FLOOR) - STEP))


def _is_name(found: tuple[Word, ...], stretch: Stretch, text: str, target: str, source: str) -> bool:
    """Whether a short stretch is a body's or a work's name, or the rest of one: it, or the word that it hangs on, has a
    capital inside the sentence ("Caisse de dépôts et consignations"). Where nouns have capitals that says nothing.
    """
    first = stretch.first
    capital = first > 0 and found[first].text[0].isupper() and not language(source).capital_nouns
    return capital or is_inside_name(found, first, text, target, source)


def _is_title(inside: tuple[Word, ...]) -> bool:
    """Whether all words of some length have capitals: a work, a body, a brand; German clauses do not."""
    return all(word.text[0].isupper() for word in inside if len(word.text) > 3)


def _is_quotation(stretch: Stretch, text: str, target: str) -> bool:
    """Whether the stretch lies in a quotation or a bracket that is not the whole text, or follows a mark left open."""
    before = text[: stretch.start]
    if before.count('"') % 2 or any(before.count(left) > before.count(right) for left, right in ("«»", "“”", "„“")):
        return bool(before.strip(' "«“„'))
    return any(
        start <= stretch.start and stretch.end <= end and end - start < len(text.strip(" .,;:!?")) - 1
        for start, end in quoted(text, target)
    )


@lru_cache(maxsize=1024)
def language_of(text: str, target: str) -> str | None:
    """The language that a whole sentence is written in, when that is surely not its target language."""
    tag, confidence = identify(text)
    return tag if tag not in {"und", target} and confidence > 0.95 else None
