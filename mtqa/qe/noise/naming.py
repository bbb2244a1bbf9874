"""Names: swapped for other names, which is fine, and broken ones, translated as words or half translated."""

from mtqa.qe.noise.draft import Draft
from mtqa.qe.noise.tables import starts

TAG = "name"
SWAPPED = 0.35  # share of sentences, broken or not, in which names are swapped


def swap(draft: Draft) -> None:
    """Put other names, also of the source language, in the place of names: right text, so that names teach nothing."""
    table = draft.noise.names_by_start
    if not table or draft.pair:
        return
    at = 0
    while at < len(draft.tokens):
        text = draft.tokens[at].text
        if text in draft.noise.names and draft.tokens[at].tag == "ok" and draft.rng.random() < 0.6:
            kind = starts(text, draft.noise.lang)
            two = at + 1 < len(draft.tokens) and draft.tokens[at + 1].text in draft.noise.names
            if two and draft.noise.full_names:
                first, _, last = draft.rng.choice(draft.noise.full_names).partition(" ")
                if starts(first, draft.noise.lang) == kind:
                    draft.tokens[at].text, draft.tokens[at + 1].text = first, last
                at += 1
            elif table.get(kind):
                draft.tokens[at].text = draft.rng.choice(table[kind])
        at += 1


def _places(draft: Draft) -> list[int]:
    return [
        at
        for at, token in enumerate(draft.tokens)
        if token.tag == "ok" and token.text in draft.noise.names and not draft.opens(at)
    ]


def as_word(draft: Draft) -> bool:
    """A name becomes a common word, with its capital or without: a surname that means something, translated."""
    places = _places(draft)
    if not places or not draft.noise.words:
        return False
    at = draft.rng.choice(places)
    new = draft.noise.words[int(len(draft.noise.words) * draft.rng.random() ** 1.2)]
    if draft.rng.random() < 0.65 or draft.facts.capital_nouns:
        new = new[:1].upper() + new[1:]
    draft.replace(at, at + 1, [new], TAG)
    return True


def half(draft: Draft) -> bool:
    """A name gets a common word beside it, as when a part of it was translated."""
    places = _places(draft)
    if not places or not draft.noise.words:
        return False
    at = draft.rng.choice(places)
    new = draft.noise.words[int(len(draft.noise.words) * draft.rng.random() ** 1.2)]
    name = draft.tokens[at].text
    capital = new[:1].upper() + new[1:]
    draft.replace(at, at + 1, draft.rng.choice(([name, capital], [capital, name], [new, name])), TAG)
    return True


def torn(draft: Draft) -> bool:
    """A name in two pieces, or two names in one."""
    places = [at for at in _places(draft) if len(draft.tokens[at].text) > 6]
    if not places:
        return False
    at = draft.rng.choice(places)
    name = draft.tokens[at].text
    cut = draft.rng.randint(3, len(name) - 3)
    pieces = draft.rng.choice(([name[:cut], name[cut:]], [name[:cut] + ",", name[cut:]]))
    draft.replace(at, at + 1, pieces, TAG)
    return True
