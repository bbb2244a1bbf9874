"""What a source denies, and whether its translation denies it too."""

from collections.abc import Sequence
from functools import lru_cache

from mtqa.bilingual.names import is_translation
from mtqa.languages import language
from mtqa.text import Word, lowered, words

REACH = 4  # words from a negation to the word that it denies
NEAR = 9  # words around the translation of that word in which a negation is looked for
LONGEST = 70  # words of a stretch


@lru_cache(maxsize=512)
def negations(text: str, lang: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of the words that say no by themselves, and of those that say half of it ("only", "without")."""
    facts = language(lang)
    small = lowered(text, lang)
    half = {at for at, word in enumerate(small) if word in facts.half_negations}
    if any(word in facts.negation_particles for word in small):
        half |= {at for at, word in enumerate(small) if word in facts.half_with_particle}
    strong = tuple(at for at, word in enumerate(small) if word in facts.negations)
    return strong, tuple(sorted(half))


def asserted(source: str, source_lang: str, target: str, target_lang: str) -> Word | None:
    """The word of a target that translates what the source denies, where nothing around it denies anything.

    None where every negation of the source has one beside it, or nothing that stands beside it is known to be translated.
    """
    here, there = words(target, target_lang), words(source, source_lang)
    if not language(target_lang).negations or max(len(here), len(there)) > LONGEST:
        return None
    strong, half = negations(source, source_lang)
    own = sorted({at for some in negations(target, target_lang) for at in some})
    for at in strong:
        if {at - 1, at + 1} & set(half):
            continue  # "not only", "nothing but"
        found = _translations(_denied(there, at, source_lang), source_lang, here, target_lang)
        if found and len(own) < len(strong) and not any(abs(n - place) <= NEAR for n in own for place in found):
            return here[found[0]]
    return None


def _denied(there: Sequence[Word], at: int, lang: str) -> list[Word]:
    """What a negation denies: the next content word behind it, or before it where it comes last."""
    closed = language(lang).closed
    for some in (there[at + 1 : at + 1 + REACH], there[max(0, at - REACH) : at][::-1]):
        content = [word for word in some if word.text.lower() not in closed]
        if content:
            return content[:2]
    return []


def _translations(some: Sequence[Word], lang: str, here: Sequence[Word], target_lang: str) -> list[int]:
    """The numbers of the words that translate one of some words."""
    return [
        n for n, word in enumerate(here) if any(is_translation(one.text, lang, word.text, target_lang) for one in some)
    ]
