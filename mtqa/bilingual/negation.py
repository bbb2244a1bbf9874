"""Whether a sentence denies something."""

from functools import lru_cache

from mtqa.languages import language
from mtqa.text import lowered

LONGEST = 18  # words: in longer sentences a negation may come and go with the wording
PREFIXES = {
    "de": ("un",),
    "en": ("un", "in", "im", "dis", "non"),
    "fr": ("in", "im", "non", "dés"),
    "es": ("in", "im", "des"),
}
STEM = 6  # letters of a word that may begin with a prefix


@lru_cache(maxsize=512)
def denies(text: str, lang: str) -> bool | None:
    """Whether a word says no by itself; None where that cannot be told: half negations, long texts, unknown languages."""
    facts = language(lang)
    found = lowered(text, lang)
    if not facts.negations or not found or len(found) > LONGEST:
        return None
    strong = [at for at, word in enumerate(found) if word in facts.negations]
    half = [at for at, word in enumerate(found) if word in facts.half_negations]
    if any(word in facts.negation_particles for word in found):
        half += [at for at, word in enumerate(found) if word in facts.half_with_particle]
    if strong:
        return None if any(at + 1 in half for at in strong) else True  # "not only", "nothing but"
    return None if half else False
