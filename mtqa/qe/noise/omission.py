"""Words that are missing: a content word, a function word, a short phrase. The words around the gap are marked."""

from mtqa.qe.noise.draft import Draft


def content(draft: Draft) -> bool:
    """A content word is dropped."""
    return _drop(draft, draft.content_places())


def function(draft: Draft) -> bool:
    """A function word is dropped; an elided one too."""
    return _drop(draft, [at for at in range(len(draft.tokens)) if draft.is_function(at)])


def _drop(draft: Draft, places: list[int]) -> bool:
    for _ in range(min(4, len(places))):
        at = draft.rng.choice(places)
        before, after = draft.word_at(at - 1), draft.word_at(at + 1)
        # Between two words that often stand together nothing seems to be missing; beside a mark nobody can tell.
        if (before and after and not draft.noise.is_common(before, after)) or (not after and before in draft.closed):
            draft.remove(at, at + 1)
            return True
    return False


def phrase(draft: Draft) -> bool:
    """Two to four words are dropped."""
    place = draft.run(2, 4)
    if not place or place[0] == 0:
        return False
    before, after = draft.word_at(place[0] - 1), draft.word_at(place[1])
    if not before or not after or draft.noise.is_common(before, after):
        return False
    draft.remove(*place)
    return True
