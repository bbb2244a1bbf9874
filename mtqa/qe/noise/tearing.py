"""Torn and glued text: words run together, numbers torn, sentences split, cut or run together, stray apostrophes."""

from mtqa.qe.noise.draft import Draft, Token

TAG = "fragment"


def glued(draft: Draft) -> bool:
    """Two words without the space between them."""
    places = [
        at
        for at in range(1, len(draft.tokens))
        if draft.tokens[at].gap
        and all(t.is_word and t.tag == "ok" and len(t.text) > 2 for t in draft.tokens[at - 1 : at + 1])
    ]
    if not places:
        return False
    at = draft.rng.choice(places)
    joined = draft.tokens[at - 1].text + draft.tokens[at].text
    draft.replace(at - 1, at + 1, [joined], TAG)
    return True


def torn_word(draft: Draft) -> bool:
    """A word in two pieces."""
    places = [at for at in draft.content_places() if len(draft.tokens[at].text) > 6]
    if not places:
        return False
    at = draft.rng.choice(places)
    word = draft.tokens[at].text
    cut = draft.rng.randint(2, len(word) - 2)
    mark = draft.rng.choice(("", "", "-", ","))
    draft.replace(at, at + 1, [word[:cut] + mark, word[cut:]], TAG)
    return True


def torn_number(draft: Draft) -> bool:
    """A number with a space inside."""
    places = [at for at, token in enumerate(draft.tokens) if token.tag == "ok" and any(m in token.text for m in ".,:")]
    places = [at for at in places if draft.tokens[at].text[0].isdigit()]
    if not places:
        return False
    at = draft.rng.choice(places)
    text = draft.tokens[at].text
    cut = next(i for i, letter in enumerate(text) if letter in ".,:") + 1
    draft.replace(at, at + 1, [text[:cut], text[cut:]], TAG)
    return True


def split(draft: Draft) -> bool:
    """A full stop in mid-sentence; the word after it gets a capital, or not."""
    places = [at for at in range(3, len(draft.tokens) - 2) if _words_around(draft, at)]
    if not places:
        return False
    at = draft.rng.choice(places)
    token = draft.tokens[at]
    number = draft.next_number()
    if draft.rng.random() < 0.6:
        token.text = token.text[0].upper() + token.text[1:]
    for beside in (draft.tokens[at - 1], token):
        beside.tag, beside.number = TAG, number
    draft.tokens.insert(at, Token(".", "", TAG, number))
    return True


def _words_around(draft: Draft, at: int) -> bool:
    return (
        bool(draft.tokens[at].gap)
        and all(token.is_word and token.tag == "ok" for token in draft.tokens[at - 1 : at + 1])
        and (draft.word_at(at - 1) in draft.closed or draft.word_at(at) not in draft.facts.conjunctions)
    )


def run_together(draft: Draft) -> bool:
    """The start of another sentence in the middle of this one, without a mark between them."""
    pieces = draft.noise.openings
    places = [at for at in range(3, len(draft.tokens) - 1) if _words_around(draft, at)]
    if not places or not pieces:
        return False
    at = draft.rng.choice(places)
    piece = draft.rng.choice(pieces)
    number = draft.next_number()
    new = [Token(word, "" if i and piece[i - 1][-1] in "'’" else " ", TAG, number) for i, word in enumerate(piece)]
    if draft.rng.random() < 0.5:
        del draft.tokens[at:]
        draft.tokens[at - 1].tag, draft.tokens[at - 1].number = TAG, number
        new[0].tag, new[0].number = TAG, number
        for token in new[1:]:
            token.tag, token.number = "ok", 0
    draft.tokens[at:at] = new
    return True


def cut_end(draft: Draft) -> bool:
    """The sentence breaks off; its last word is marked."""
    places = [at for at in range(4, len(draft.tokens)) if draft.word_at(at - 1) in draft.closed]
    if not places:
        return False
    at = draft.rng.choice(places)
    if any(token.tag != "ok" for token in draft.tokens[at:]):
        return False
    stop = draft.tokens[-1] if draft.rng.random() < 0.5 and not draft.tokens[-1].is_word else None
    del draft.tokens[at:]
    draft.mark([at - 1], TAG)
    if stop is not None and stop.text in ".!?":
        draft.tokens.append(Token(stop.text, ""))
    draft.tail = ""
    return True


def apostrophe(draft: Draft) -> bool:
    """An elided word with a space after its apostrophe, or on both sides."""
    places = [
        at
        for at in range(len(draft.tokens) - 1)
        if draft.tokens[at].is_word
        and draft.tokens[at].text[-1] in "'’"
        and draft.tokens[at].tag == "ok"
        and not draft.tokens[at + 1].gap
    ]
    if not places:
        return False
    at = draft.rng.choice(places)
    token = draft.tokens[at]
    word, mark = token.text[:-1], token.text[-1]
    new = draft.rng.choice(([word, mark], [f"{word}{mark}"], [word]))
    draft.replace(at, at + 1, new, TAG)
    after = draft.tokens[at + len(new)]
    after.gap, after.tag, after.number = " ", TAG, draft.tokens[at].number
    return True
