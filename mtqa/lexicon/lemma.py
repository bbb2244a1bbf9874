"""Which words a dictionary knows, and their dictionary forms, by simplemma 2.0."""

from functools import lru_cache

from mtqa.lexicon.table import CAPITAL, SMALL, entry, key, table

NATIVE_COUNT = 4  # log2 of occurrences in human text
NATIVE_CAPITALS = 3  # fifteenths


@lru_cache(maxsize=32768)
def is_known(word: str, lang: str) -> bool:
    """Whether a word is a dictionary form of the language, or stands small in its human text time and again.

    The second part is needed: simplemma's French and Italian leave out many common words ("temps", "sempre"). A word
    written small is not known when the dictionary has it with a capital alone (German nouns).
    """
    found = entry(word, lang)
    if found.flags & (SMALL if word[:1].islower() else SMALL | CAPITAL):
        return True
    return found.text >> 4 >= NATIVE_COUNT and found.text & 15 <= NATIVE_CAPITALS and found.frequency > 0


@lru_cache(maxsize=8192)
def lemma(word: str, lang: str) -> str | None:
    """The dictionary form of a word, with the capital it has there; None where no dictionary knows the word.

    Spelled as the tables are: "ss" for "ß".
    """
    found, words = entry(word, lang), table(lang)
    if not found.rule or words is None:
        return None
    rule = words.rules[found.rule]
    cut, _, ending = rule.lstrip("^").partition("+")
    form = key(word)
    stem = form[: len(form) - int(cut)] + ending
    return stem[:1].upper() + stem[1:] if rule.startswith("^") else stem
