"""The words of a sentence that were left over from another language."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from mtqa.languages import language
from mtqa.lexicon.apart import is_after_name, is_before_capital, is_in_address, is_inside_name, is_quoted
from mtqa.lexicon.foreign import foreignness, function_words, is_miswritten, is_native_compound, is_noun
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known
from mtqa.lexicon.name import nameness
from mtqa.lexicon.place import place
from mtqa.lexicon.table import CAPITAL, GOVERNED, entry, key, languages
from mtqa.text import Word, words

AT_HOME = 2.6  # Zipf frequency from which a word of the target is looked at no further
SURE = 2.0  # foreignness of a word written as the source writes it
MISWRITTEN = 3.0  # and of a common word of the source that has a capital here
LONG = 10  # letters of a noun that is no name even where a sentence starts with it


_NUMBER = re.compile(r"\s\d{1,3}\b")  # "Bundesstraße 83" is a name


class Leftover(NamedTuple):
    """A word or a run of words left over, [start, end) in code points, and how foreign the most foreign one is."""

    start: int
    end: int
    score: float


@lru_cache(maxsize=32768)
def is_rare(word: str, target: str) -> bool:
    """Whether a word is too rare in the target to be taken for one of its own without a look."""
    return len(word) > 2 and (zipf(word, target) < AT_HOME or is_miswritten(word, target))


@lru_cache(maxsize=1024)
def rare_words(text: str, target: str) -> tuple[int, ...]:
    """The numbers of the words of a sentence that are too rare in its language to be passed over."""
    return tuple([n for n, word in enumerate(words(text, target)) if is_rare(word[0], target)])


@lru_cache(maxsize=1024)
def leftovers(text: str, target: str, source: str, sure: float = SURE) -> tuple[Leftover, ...]:
    """The words of a sentence in `target` that are words of `source`, at least as surely as `sure` says.

    Neighbours make one run, with the function words of the source between and before them. Names, and words that are
    set apart as foreign (quoted, in brackets, in an institution's name), are left out.
    """
    found = words(text, target)
    scores: dict[int, float] = {}
    for n in rare_words(text, target):
        score = _score(found, n, text, target, source)
        if score >= sure and not is_in_address(found[n], text) and not is_quoted(found, n, text, target, source):
            scores[n] = score
    if not scores:
        return ()
    return tuple(
        Leftover(found[first].start, found[last].end, max(scores.get(n, 0.0) for n in range(first, last + 1)))
        for first, last in _runs(scores, found, text, target, source)
    )


def _runs(scores: Iterable[int], found: Sequence[Word], text: str, target: str, source: str) -> list[tuple[int, int]]:
    """The first and last word of each run of leftovers that only spaces part."""
    runs: list[tuple[int, int]] = []
    for n in scores:
        first = _with_function_words(found, n, text, target, source)
        if runs and text[found[runs[-1][1]].end : found[first].start].strip() == "" and first <= runs[-1][1] + 1:
            runs[-1] = runs[-1][0], n
        else:
            runs.append((first, n))
    return runs


def _with_function_words(found: Sequence[Word], n: int, text: str, target: str, source: str) -> int:
    """The number of the first of the source's function words that stand right before a word."""
    strange = function_words(source, target)
    while n and found[n - 1].text.lower() in strange and text[found[n - 1].end : found[n].start].isspace():
        n -= 1
    return n


def _score(found: Sequence[Word], n: int, text: str, target: str, source: str) -> float:
    word = found[n].text
    if not word[0].isupper():
        score = foreignness(word, target, source)
        return 0.0 if score and _is_inside_any_name(found, n, text, target) else score
    score = _of_capital(found, n, text, target, source)
    if not score or place(word, source):
        return 0.0
    is_name = _is_in_name(found, n, text, target, source) or _ends_name(found, n, target, source)
    return 0.0 if is_name else score


def _of_capital(found: Sequence[Word], n: int, text: str, target: str, source: str) -> float:
    """The score of a word with a capital by itself, whatever name it may be part of."""
    word = found[n].text
    if "-" in word:
        return foreignness(word, target, source)
    if not language(source).capital_nouns:
        return _of_function_word(found, n, target, source)
    if not entry(word, source).flags & CAPITAL and is_known(word.lower(), source):
        return max(0.0, foreignness(word.lower(), target, source) - (MISWRITTEN - SURE))
    score = foreignness(word, target, source)
    if not score or not is_noun(word, source) or _stands_as_name(found, n, target, source):
        return 0.0
    return 0.0 if _NUMBER.match(text, found[n].end) else score


def _is_in_name(found: Sequence[Word], n: int, text: str, target: str, source: str) -> bool:
    """Whether a word with a capital is part of a run of names; a compound before a person's name is that person's title."""
    if is_before_capital(found, n, text):
        right = found[n + 1].text
        person = nameness(right, source) >= 0.5 and not place(right, source) and not is_known(right.lower(), target)
        return not (person and is_native_compound(found[n].text, source)) or is_after_name(found, n, text, target)
    return is_after_name(found, n, text, target)


def _is_inside_any_name(found: Sequence[Word], n: int, text: str, target: str) -> bool:
    """Whether a word belongs to a name in whatever language: "durable" is English too, but not in a French body's name."""
    return any(
        is_inside_name(found, n, text, target, lang)
        for lang in languages()
        if lang != target and is_known(found[n].text, lang)
    )


def _ends_name(found: Sequence[Word], n: int, target: str, source: str) -> bool:
    """Whether function words of the source tie a word to another with a capital: "Welt am Sonntag"."""
    strange, last = function_words(source, target), n
    while n and found[n - 1].text.lower() in strange:
        n -= 1
    return 0 < n < last and found[n - 1].text[0].isupper()


def _of_function_word(found: Sequence[Word], n: int, target: str, source: str) -> float:
    """A function word with a capital ("Autrement"), unless a title goes on after it: all else may be a name."""
    small = found[n].text.lower()
    if small not in language(source).closed:
        return 0.0
    follows = found[n + 1].text if n + 1 < len(found) else ""
    return 0.0 if zipf(follows, source) > zipf(follows, target) else foreignness(small, target, source)


def _stands_as_name(found: Sequence[Word], n: int, target: str, source: str) -> bool:
    """Whether a noun stands as names do: first in the sentence, or after a bare preposition and hardly known as a noun."""
    word = found[n].text
    if is_native_compound(word, source):
        return False
    if n == 0:
        return len(word) < LONG
    if entry(word, source).flags & GOVERNED:
        return False
    return (
        key(word).endswith(language(source).name_endings) or found[n - 1].text.lower() in language(target).prepositions
    )
