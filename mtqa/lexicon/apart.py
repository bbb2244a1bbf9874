"""Foreign words that may stand: quoted, in brackets, part of an institution's name or of a run of names."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from mtqa.languages import language, tags
from mtqa.lexicon.foreign import foreignness
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known
from mtqa.text import Word

HALF_FOREIGN = 1.0  # foreignness of an institution's first word
LINK = 4.5  # Zipf frequency in the target up to which a word may belong to a foreign name
_QUOTED = re.compile(
    "[«„“”»\"‹›]\\s?[^«»„“”\"‹›]{1,200}[»”“\"›«‹]|[‘‚`](?=\\w)[^‘’‚`]{1,80}['’‘]|(?<!\\w)'[^']{1,80}'|\\([^()]{1,160}\\)|\\[[^][]{1,160}\\]"
)


@lru_cache(maxsize=256)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The quotations and brackets of a text, marks included, as [start, end) in code points."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def is_quoted(found: Sequence[Word], n: int, text: str, target: str, source: str) -> bool:
    """Whether a word stands in a quotation or a bracket that is foreign for the greater part: a title, a term, a gloss."""
    for start, end in quoted(text):
        if start < found[n].start < end:
            inside = [word.text for word in found if start < word.start < end and len(word.text) > 1]
            if 2 * sum(_is_source_word(word, target, source) for word in inside) >= len(inside):
                return True
    return False


def _is_source_word(word: str, target: str, source: str) -> bool:
    return zipf(word, target) < 2.6 or zipf(word, source) > zipf(word, target) + 0.5


def is_beside_name(found: Sequence[Word], n: int, text: str, target: str) -> bool:
    """Whether a word with a capital stands next to another one, as the parts of a name do."""
    if n + 1 < len(found) and found[n + 1].text[0].isupper() and _gap(found, n + 1, text) in _GAPS:
        return True
    if n == 0 or _gap(found, n, text) not in _GAPS:
        return False
    left = found[n - 1].text
    starts = n == 1 and is_known(left.lower(), target)
    return left[0].isupper() and left.lower() not in _closed() and not starts


def is_inside_name(found: Sequence[Word], n: int, text: str, target: str, source: str) -> bool:
    """Whether a word written small belongs to a name that starts with a capital: "Institut des hautes études".

    Where nouns have capitals, only a function word between two names does ("Rothenburg ob der Tauber").
    """
    closed = language(source).closed
    if language(source).capital_nouns:
        inner = found[n].text.lower() in closed and 0 < n < len(found) - 1
        return inner and found[n - 1].text[0].isupper() and found[n + 1].text[0].isupper()
    linked = False
    while n > 0 and _gap(found, n, text) in _GAPS:
        n -= 1
        word = found[n].text
        small = word.lower()
        if word[0].isupper():
            return _is_head(word, linked, target, source)
        if small in closed or small.rstrip("'’") in closed:
            linked = True
        elif zipf(word, target) >= LINK:
            return False
    return False


def _is_head(word: str, linked: bool, target: str, source: str) -> bool:
    small = word.lower()
    return (
        (word.isupper() and len(word) > 1)
        or foreignness(small, target, source) >= HALF_FOREIGN
        or (linked and is_known(small, source))
    )


_GAPS = frozenset({" ", "", "'", "’", "-", " & ", " '", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"})


def _gap(found: Sequence[Word], n: int, text: str) -> str:
    return text[found[n - 1].end : found[n].start]


@cache
def _closed() -> frozenset[str]:
    return frozenset().union(*(language(tag).closed for tag in tags() if language(tag).script == "Latin"))
