"""Words in the wrong order: the source's order, the verb at the wrong end of its clause, words that wandered."""

from mtqa.qe.noise.draft import Draft

VERB_FINAL = frozenset({"de", "nl"})  # the verb ends the subordinate clause, participles and infinitives the main one
LONGEST_MOVE = 9


def source_order(draft: Draft) -> bool:
    """A stretch of this sentence in the order of the source words it translates."""
    if not draft.pair or len(draft.tokens) != len(draft.pair.target):
        return False
    for _ in range(5):
        place = draft.run(3, 12)
        if not place:
            return False
        keys: list[float] = []
        for at in range(*place):
            sources = draft.pair.sources[at]
            keys.append(sources[0] if sources else (keys[-1] if keys else -1) + 0.1)
        order = sorted(range(*place), key=lambda at: keys[at - place[0]])
        # A shift of one word is what languages do anyway; more is damage.
        if sum(abs(a - b) for a, b in zip(order, range(*place), strict=True)) >= 3:
            draft.pair = None
            return draft.reorder(*place, order)
    return False


def verb_to_end(draft: Draft) -> bool:
    """A verb (or what follows an auxiliary) wanders to the end of its clause, as verb-final sources have it."""
    verbs = [at for at in range(len(draft.tokens)) if draft.word_at(at) in draft.facts.auxiliaries]
    if not verbs:
        return False
    at = draft.rng.choice(verbs)
    if draft.rng.random() < 0.6 and at + 1 < len(draft.tokens) and draft.is_content(at + 1):
        at += 1
    end = draft.clause_end(at)
    if not 2 <= end - at <= LONGEST_MOVE + 3 or any(token.tag != "ok" for token in draft.tokens[at:end]):
        return False
    return draft.reorder(at, end, [*range(at + 1, end), at])


def verb_from_end(draft: Draft) -> bool:
    """The last word of a clause comes early, as sources have it that put the verb after the subject."""
    ends = [
        at
        for at in range(3, len(draft.tokens))
        if draft.tokens[at].is_word and draft.clause_end(at) == at + 1 and draft.tokens[at].text[0].islower()
    ]
    if not ends:
        return False
    at = draft.rng.choice(ends)
    start = draft.clause_start(at)
    if at - start < 3:
        return False
    to = start + draft.rng.randint(1, min(3, at - start - 1))
    if at - to > LONGEST_MOVE + 3 or any(token.tag != "ok" for token in draft.tokens[to : at + 1]):
        return False
    return draft.reorder(to, at + 1, [at, *range(to, at)])


def verb(draft: Draft) -> bool:
    """The verb at the wrong end of its clause: which end, the two languages tell."""
    target, source = draft.noise.lang in VERB_FINAL, draft.noise.source_lang in VERB_FINAL
    if target and not source:
        return verb_from_end(draft)
    if source and not target:
        return verb_to_end(draft)
    return rotation(draft)


def rotation(draft: Draft) -> bool:
    """A word wanders a few places, or two stretches change places."""
    place = draft.run(3, 6)
    if not place:
        return False
    start, end = place
    cut = draft.rng.choice((start + 1, end - 1, draft.rng.randint(start + 1, end - 1)))
    return draft.reorder(start, end, [*range(cut, end), *range(start, cut)])


def shuffle(draft: Draft) -> bool:
    """A short stretch out of all order."""
    place = draft.run(3, 5)
    if not place:
        return False
    order = list(range(*place))
    draft.rng.shuffle(order)
    return draft.reorder(*place, order)


def swap(draft: Draft) -> bool:
    """Two neighbours change places."""
    place = draft.run(2, 2)
    return draft.reorder(*place, [place[0] + 1, place[0]]) if place else False


def far(draft: Draft) -> bool:
    """A phrase is put somewhere else in the sentence."""
    place = draft.run(1, 3)
    if not place:
        return False
    start, end = place
    if draft.rng.random() < 0.5:
        to = min(len(draft.tokens), end + draft.rng.randint(3, 8))
        if any(token.tag != "ok" or not token.is_word for token in draft.tokens[end:to]):
            return False
        return draft.reorder(start, to, [*range(end, to), *range(start, end)])
    to = max(0, start - draft.rng.randint(3, 8))
    if any(token.tag != "ok" or not token.is_word for token in draft.tokens[to:start]):
        return False
    return draft.reorder(to, end, [*range(start, end), *range(to, start)])
