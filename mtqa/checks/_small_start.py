"""Whether a sentence or heading that starts small has lost its capital."""

from mtqa.languages import Language
from mtqa.lexicon.lemma import is_known
from mtqa.text import words


def starts_small(text: str, at: int, facts: Language) -> bool:
    """Whether what starts here with a small letter should not: a known word, no brand, no name with a particle."""
    token = text[at : at + 60].split()[0]
    found = words(text[at : at + 60], facts.tag)
    if not found or found[0].start or (len(token) < 2 and token not in facts.closed):
        return False
    first = found[0]
    follows = text[at + first.end : at + first.end + 2]
    if not first.text.islower() or "-" in first.text or follows[:1] in {"-", "@", "/", "_", ")"}:
        return False
    if follows[:1] == "." and not follows[1:].isspace() and follows != ".":
        return False  # "lemonde.fr"
    after = next((word.text for word in found if word.text not in facts.particles), "a")
    may_be_name = first.text in facts.particles and not (facts.capital_particles and first.text in facts.articles)
    if may_be_name and after[0].isupper():
        return False  # "von der Leyen"
    return first.text.replace("’", "'") in facts.closed or is_known(first.text, facts.tag)


def capitalised(word: str) -> str:
    """The word with a capital; "ß" and the like stay."""
    return word[:1].upper() + word[1:] if len(word[:1].upper()) == 1 else word
