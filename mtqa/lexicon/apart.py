"""Foreign words that may stand: quoted, in brackets, part of an institution's name or of a run of names."""

import re
from collections.abc import Sequence
from functools import lru_cache

from mtqa.languages import language
from mtqa.lexicon.foreign import foreignness
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known
from mtqa.lexicon.table import entry
from mtqa.quotes import marks, pair
from mtqa.text import Word

HALF_FOREIGN = 1.0  # foreignness of an institution's first word
SMALL_SHARE = 7  # fifteenths of its occurrences inside sentences that may have a capital
LINK = 4.5  # Zipf frequency in the target up to which a word may belong to a foreign name
# Single marks, accents used as marks, and brackets; double marks are left to mtqa.quotes.
_SET_APART = re.compile(
    r"[‘‚`](?=\w)[^‘’‚`]{1,80}['’‘]|(?<!\w)'[^']{1,80}'|\+\w[^+]{0,80}\+|\([^()]{1,160}\)|\[[^][]{1,160}\]"
)
_ADDRESS = frozenset("./@#_\\&+")  # next to a word: part of an address, a tag, a file


@lru_cache(maxsize=256)
def quoted(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """The quotations and brackets of a text, marks included, as [start, end) in code points."""
    quotations = pair(marks(text, lang)).quotations
    spans = [(one.opening.at, one.closing.at + 1) for one in quotations]
    return tuple(spans + [match.span() for match in _SET_APART.finditer(text)])


def is_in_address(word: Word, text: str) -> bool:
    """Whether a word is part of an address, a hashtag or the like."""
    after = text[word.end : word.end + 2]
    return text[word.start - 1 : word.start] in _ADDRESS or (after[:1] in _ADDRESS and after[1:].isalnum())


def is_quoted(found: Sequence[Word], n: int, text: str, target: str, source: str) -> bool:
    """Whether a word stands in a quotation or a bracket that is foreign for the greater part: a title, a term, a gloss."""
    for start, end in quoted(text, target):
        if start < found[n].start < end:
            inside = [word.text for word in found if start < word.start < end and len(word.text) > 1]
            if 2 * sum(_is_source_word(word, target, source) for word in inside) >= len(inside):
                return True
    return False


def _is_source_word(word: str, target: str, source: str) -> bool:
    return zipf(word, target) < 2.6 or zipf(word, source) > zipf(word, target) + 0.5


def is_beside_name(found: Sequence[Word], n: int, text: str, target: str) -> bool:
    """Whether a word with a capital stands next to another one, as the parts of a name do."""
    return is_before_capital(found, n, text) or is_after_name(found, n, text, target)


def is_before_capital(found: Sequence[Word], n: int, text: str) -> bool:
    """Whether the next word has a capital."""
    return n + 1 < len(found) and found[n + 1].text[0].isupper() and _gap(found, n + 1, text) in _GAPS


def is_after_name(found: Sequence[Word], n: int, text: str, target: str) -> bool:
    """Whether the word before, or the one that a conjunction ties to it, has a capital that no sentence start explains."""
    if n == 0 or _gap(found, n, text) not in _GAPS:
        return False
    left = found[n - 1].text
    if n > 2 and left in language(target).conjunctions and found[n - 2].text[0].isupper():
        return not is_known(found[n - 2].text.lower(), target)  # "Neukölln y Marzahn"
    return left[0].isupper() and not (n == 1 and is_common(left, target))


def is_common(word: str, lang: str) -> bool:
    """Whether a word that a sentence starts with is written small elsewhere."""
    return word.lower() in language(lang).closed or (
        is_known(word.lower(), lang) and entry(word, lang).text & 15 <= SMALL_SHARE
    )


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
