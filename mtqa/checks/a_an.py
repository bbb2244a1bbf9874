"""F202: "a" before a vowel sound, "an" before a consonant sound."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.lemma import is_known
from mtqa.segment import Segment

_ARTICLE = re.compile(r"([Aa](?<![\w'’.&/-].)n?) +(?=([^\W_][\w'’.&-]*))")
# The names of these letters start with a vowel sound, so that an acronym that starts with one takes either article:
# "an FBI agent", "a FIFA official". The others leave no choice, but for U ("a UN mission", "an UMP mayor").
_EITHER = frozenset("FHLMNRSUX")


@check(
    "F202",
    Category.GRAMMAR,
    Severity.MINOR,
    example("It took ⟦a hour⟧ to open the harbour.", "en", fix="an hour"),
    example("She went to ⟦an university⟧ in the north.", "en", fix="a university"),
    example("They found ⟦a 11-year-old⟧ boat and ⟦an German⟧ flag.", "en", fix="an 11-year-old"),
    example("He met an FBI agent, a NATO general, an MP and a US envoy in an 8-hour flight on a U-turn.", "en"),
    example("Vitamin A is an x-ray of a one-off, an heir, an iPhone and a European.", "en"),
    example("Le bateau a une coque.", "fr"),
    langs=("en",),
)
def a_an(segment: Segment) -> Iterator[Hit]:
    """“A” before a vowel sound or “an” before a consonant sound.

    Decided by the sound: the first letter and the words that belie it ("hour", "university"), acronyms letter by letter,
    numbers as they are read out. Words that both are in print with ("historic"), names, words unknown in English and
    function words, which betray a missing word rather, stay silent. Not seen: the article before a quotation mark.
    """
    text = segment.target
    is_shouted = text.isupper()
    for found in _ARTICLE.finditer(text):
        article, word = found.groups()
        if article[0] == "A" and not _starts_sentence(text, found.start(), word):
            continue
        if segment.source_lang and word.lower() in language(segment.source_lang).closed:  # "an der" left over
            continue
        wanted = _takes_an(word, is_shouted)
        if wanted is None or wanted == (len(article) == 2):
            continue
        end = found.end() + len(word.rstrip("'’.&-"))
        right = article[0] + ("n" if wanted else "")
        fix = None if word.endswith("ing") else f"{right} {text[found.end() : end]}"  # "an building": "and", perhaps
        yield Hit(found.start(), end, f"“{article}” before {word}", fix, 0.9)


def _starts_sentence(text: str, at: int, word: str) -> bool:
    """Whether a capital article is one: not the A of "vitamin A", nor of the road "A 8"."""
    return text[:at].rstrip(" \"“‘'([")[-1:] in ("", ".", "!", "?", ":", "\n") and not word.isdigit()


@lru_cache(maxsize=4096)
def _takes_an(word: str, is_shouted: bool) -> bool | None:
    """Whether the word starts with a vowel sound; None where that is not sure."""
    if digits := re.match(r"\d+", word):
        return _number_takes_an(digits.group())
    first, _, rest = word.rstrip("'’.&-").partition("-")
    if len(first) == 1 or "." in first or "&" in first or (not is_shouted and not first[1:].islower()):
        letter = first[0].upper()
        if letter in _EITHER or first[:2].upper() == "EU" or (len(first) == 1 and not rest):
            return None
        return letter in "AEIO"
    facts = language("en")
    if first.lower() in facts.closed or rest[:1].isdigit() or not is_known(first, "en"):
        return None
    return facts.elides(first)


def _number_takes_an(digits: str) -> bool | None:
    """Eight, eleven and eighteen take "an"; "1100" is read either way, as is a leading zero."""
    if digits[0] == "0" or (len(digits) == 4 and digits[:2] in ("11", "18")):
        return None
    return digits[0] == "8" or digits in ("11", "18")
