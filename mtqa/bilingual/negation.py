"""What a source denies, and whether its translation denies it too."""

from collections.abc import Sequence
from functools import lru_cache

from mtqa.bilingual.names import is_translation
from mtqa.languages import language
from mtqa.text import Word, lowered, words

REACH = 4  # words from a negation to the word that it denies
BEHIND = 8  # words from a particle to what says the other half of its no
BEFORE = 9  # words before a particle that may let it stand alone
NEAR = 9  # words around the translation of that word in which a negation is looked for
LONGEST = 70  # words of a stretch
SHORT = 20  # words of a target all of which is marked where nothing in it denies anything


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


def asserted(source: str, source_lang: str, target: str, target_lang: str) -> tuple[int, int] | None:
    """Where a target asserts what its source denies, in code points; None where it does not, or nobody can tell.

    The word that translates what the source denies, where nothing around it denies anything; else the particle that lost
    the other half of its no; else, in languages without such particles, all of a short target in which nothing denies
    anything.
    """
    here, there = words(target, target_lang), words(source, source_lang)
    if not here or not language(target_lang).negations or max(len(here), len(there)) > LONGEST:
        return None
    strong, half = negations(source, source_lang)
    clear = [at for at in strong if not {at - 1, at + 1} & set(half)]  # not "not only", "nothing but"
    if not clear:
        return None
    own, weak = negations(target, target_lang)
    if word := _denied_translation(here, there, clear, len(strong), sorted({*own, *weak}), (target_lang, source_lang)):
        return word.start, word.end
    if alone := lone_particles(target, target_lang):
        return here[alone[0]].start, here[min(alone[0] + 1, len(here) - 1)].end
    is_open = (
        len(here) > SHORT
        or half
        or own
        or weak
        or language(target_lang).negation_particles
        or source.rstrip()[-1:] == "?"
    )
    return None if is_open or source == target else (here[0].start, here[-1].end)


@lru_cache(maxsize=512)
def lone_particles(text: str, lang: str) -> tuple[int, ...]:
    """The numbers of the particles that say half of a no of which the other half is missing."""
    facts, small = language(lang), lowered(text, lang)
    halves, found = facts.negations | facts.half_with_particle, []
    for at, word in enumerate(small):
        if word in facts.negation_particles and not halves.intersection(small[at + 1 : at + 1 + BEHIND]):
            before = small[max(0, at - BEFORE) : at]
            if not facts.negations.intersection(before) and not facts.before_particle.intersection(before):
                found.append(at)
    return tuple(found)


def _denied_translation(
    here: Sequence[Word],
    there: Sequence[Word],
    clear: Sequence[int],
    strong: int,
    own: Sequence[int],
    langs: tuple[str, str],
) -> Word | None:
    """The word that translates what the source denies, with no negation near it."""
    target_lang, source_lang = langs
    for at in clear:
        found = _translations(_denied(there, at, source_lang), source_lang, here, target_lang)
        if found and len(own) < strong and not any(abs(n - place) <= NEAR for n in own for place in found):
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
