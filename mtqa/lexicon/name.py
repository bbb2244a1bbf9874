"""How likely a word, as it is written, is the name of a person, a brand or an organisation."""

from functools import lru_cache

from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known
from mtqa.lexicon.table import CAPITAL, GOVERNED, SMALL, UNGOVERNED, entry, languages

SEEN = 2  # log2 of occurrences inside sentences from which the share of capitals tells something
WIDESPREAD = 1.0  # Zipf steps between its own language and the next from which a word is nobody's own


@lru_cache(maxsize=16384)
def nameness(word: str, lang: str) -> float:
    """How much speaks for a name, from 0.0 to 1.0, in a text in `lang`; 0.0 for a word written small.

    Four signs, each worth a quarter: it has a capital wherever it stands inside sentences; no dictionary has it but with
    a capital; it is about as frequent in other languages; it is too rare or too uniform in shape for an ordinary word
    ("NATO", "OpenAI").
    """
    if not word[:1].isupper():
        return 0.0
    found = entry(word, lang)
    signs = (
        found.text >> 4 >= SEEN and found.text & 15 >= 14 and not found.flags & GOVERNED,
        not found.flags & (SMALL | GOVERNED) or bool(found.flags & UNGOVERNED),
        is_widespread(word, lang),
        any(letter.isupper() for letter in word[1:]) or (found.frequency < 40 and not is_known(word, lang)),
    )
    return sum(signs) / len(signs)


@lru_cache(maxsize=16384)
def is_widespread(word: str, lang: str) -> bool:
    """Whether another language uses a word nearly as much, or more, as names are used everywhere."""
    own = max(zipf(word, lang), 1.0)
    return any(zipf(word, other) > own - WIDESPREAD for other in languages() if other != lang)


def is_name_in_dictionary(word: str, lang: str) -> bool:
    """Whether the dictionary has a word with a capital alone, where common nouns have none."""
    return entry(word, lang).flags & (SMALL | CAPITAL) == CAPITAL
