"""Capitals lost and gained."""

from mtqa.qe.noise.draft import Draft

TAG = "casing"


def lost(draft: Draft) -> bool:
    """A name, or where nouns have capitals a noun, is written small; now and then every one of a clause."""
    places = [
        at
        for at, token in enumerate(draft.tokens)
        if token.tag == "ok"
        and not draft.opens(at)
        and token.text[0].isupper()
        and token.text[1:].islower()
        and len(token.text) > 2
        and (token.text in draft.noise.names or (draft.facts.capital_nouns and draft.word_at(at) not in draft.closed))
    ]
    if not places:
        return False
    chosen = places if draft.rng.random() < 0.2 else [draft.rng.choice(places)]
    for at in chosen:
        token = draft.tokens[at]
        token.text = token.text[0].lower() + token.text[1:]
        draft.mark([at], TAG)
    return True


def gained(draft: Draft) -> bool:
    """A common word gets a capital in mid-sentence: a noun as German writes it, a title, the start of another sentence."""
    places = [
        at
        for at, token in enumerate(draft.tokens)
        if token.tag == "ok" and not draft.opens(at) and token.text[0].islower() and token.text[-1] not in "'’"
    ]
    content = [at for at in places if len(draft.tokens[at].text) > 3 and draft.word_at(at) not in draft.closed]
    if content and not draft.facts.capital_nouns and draft.rng.random() < 0.7:
        places = content
    if not places:
        return False
    at = draft.rng.choice(places)
    token = draft.tokens[at]
    token.text = token.text[0].upper() + token.text[1:]
    draft.mark([at], TAG)
    return True


def at_start(draft: Draft) -> bool:
    """The sentence starts small."""
    at = next((at for at, token in enumerate(draft.tokens) if token.is_word), None)
    if at is None or not draft.tokens[at].text[0].isupper() or not draft.opens(at) or draft.tokens[at].tag != "ok":
        return False
    token = draft.tokens[at]
    token.text = token.text[0].lower() + token.text[1:]
    draft.mark([at], TAG)
    return True
