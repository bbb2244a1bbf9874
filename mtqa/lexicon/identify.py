"""In which language a stretch of text is written, by word frequencies; by script where there is no table."""

import math
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from mtqa.languages import language, tags
from mtqa.lexicon.frequency import frequency
from mtqa.lexicon.table import languages
from mtqa.text import words

SAMPLE = 50  # words read: enough to be sure, and the cost stays flat
FLOOR = 3e-9  # frequency of a word that a table does not have
NAME_WEIGHT = 0.4  # of a word with a capital inside a sentence: names are the same everywhere, German nouns are not
TEMPER = 0.5  # words of a sentence are no independent evidence
SCRIPTS = {
    "GREEK": "el",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "ARABIC": "ar",
    "HEBREW": "he",
    "CJK": "zh",
}
UKRAINIAN, RUSSIAN = frozenset("іїєґ"), frozenset("ыэъё")
CLOSED_SHARE = 0.2  # of function words, from which a language without a table is believed
COMMON_SHARE = 0.4  # of common words, below which a language with a table is not


@lru_cache(maxsize=1024)
def identify(text: str, among: Sequence[str] = ()) -> tuple[str, float]:
    """The most likely language of a text and its probability; ("und", 0.0) when nothing points to one.

    Trust it from three words on. `among` (a tuple) limits the choice.
    """
    if other := _by_script(text):
        return (other, 1.0) if not among or other in among else ("und", 0.0)
    found = words(text)[:SAMPLE]
    if not found:
        return "und", 0.0
    candidates = tuple(tag for tag in (among or languages()) if tag in languages())
    rows = [(_weight(word.text, word.start == 0), _logs(word.text, candidates)) for word in found]
    totals = {tag: sum([weight * logs[n] for weight, logs in rows]) for n, tag in enumerate(candidates)}
    if totals:
        best = max(totals, key=lambda tag: totals[tag])
        common = sum(frequency(word.text, best) >= 1e-6 for word in found) / len(found)
        if common >= COMMON_SHARE:
            return best, 1 / sum(math.exp(TEMPER * (total - totals[best])) for total in totals.values())
    return _by_closed_words([word.text.lower() for word in found], among)


def _weight(word: str, first: bool) -> float:
    return NAME_WEIGHT if word[:1].isupper() and not first else 1.0


@lru_cache(maxsize=8192)
def _logs(word: str, candidates: tuple[str, ...]) -> tuple[float, ...]:
    """The logarithm of a word's frequency in each language."""
    return tuple([math.log(max(frequency(word, tag), FLOOR)) for tag in candidates])


def _by_closed_words(found: list[str], among: Sequence[str]) -> tuple[str, float]:
    shares = {
        tag: sum(word in language(tag).closed for word in found) / len(found)
        for tag in tags()
        if not among or tag in among
    }
    best = max(shares, key=lambda tag: shares[tag], default="und")
    return (best, shares[best]) if shares.get(best, 0.0) >= CLOSED_SHARE else ("und", 0.0)


def _by_script(text: str) -> str | None:
    """The language that most letters of a text point to by their script alone; None for Latin."""
    if text.isascii():
        return None
    letters = [letter for letter in text[:400].lower() if letter.isalpha()]
    scripts = [unicodedata.name(letter, "").partition(" ")[0] for letter in letters if letter > "\u036f"]
    if len(scripts) * 2 <= len(letters):
        return None
    main = max(set(scripts), key=scripts.count)
    if main == "CJK" and any(script in {"HIRAGANA", "KATAKANA"} for script in scripts):
        return "ja"
    if main == "CYRILLIC":
        return "uk" if sum(x in UKRAINIAN for x in letters) > sum(x in RUSSIAN for x in letters) else "ru"
    return SCRIPTS.get(main, "und")
