"""Wrong forms: another inflection of the same lemma, a determiner of another gender or number."""

from functools import cache

from mtqa.languages import language
from mtqa.qe.noise.draft import Draft
from mtqa.text import match_case

TAG = "form"
TRIES = 5


def inflection(draft: Draft) -> bool:
    """A word takes another form of its lemma, one that its neighbours do not often have beside them."""
    places = [
        at
        for at in range(len(draft.tokens))
        if draft.word_at(at) in draft.noise.forms and draft.tokens[at].tag == "ok" and not draft.is_name(at)
    ]
    for _ in range(min(TRIES, len(places))):
        at = draft.rng.choice(places)
        new = draft.rng.choice(draft.noise.forms[draft.word_at(at)])
        if not _fits(draft, at, new):
            draft.replace(at, at + 1, [match_case(draft.tokens[at].text, new)], TAG)
            return True
    return False


def _fits(draft: Draft, at: int, new: str) -> bool:
    """Whether a form stands between its neighbours as well as the one that is there."""
    before, after = draft.word_at(at - 1), draft.word_at(at + 1)
    if not before and not after:
        return True
    return (not before or draft.noise.is_common(before, new)) and (not after or draft.noise.is_common(new, after))


def determiner(draft: Draft) -> bool:
    """A determiner takes another gender, number or case; the noun that it governs is marked with it."""
    table = others(draft.noise.lang)
    places = [
        at
        for at in range(len(draft.tokens) - 1)
        if draft.word_at(at) in table and draft.tokens[at].tag == "ok" and draft.is_content(at + 1)
    ]
    for _ in range(min(TRIES, len(places))):
        at = draft.rng.choice(places)
        new = draft.rng.choice(table[draft.word_at(at)])
        if not draft.noise.is_common(new, draft.word_at(at + 1)):
            draft.replace(at, at + 1, [match_case(draft.tokens[at].text, new)], TAG)
            token = draft.tokens[at]
            draft.tokens[at + 1].tag, draft.tokens[at + 1].number = TAG, token.number
            return True
    return False


@cache
def others(lang: str) -> dict[str, tuple[str, ...]]:
    """Determiners of the same first letter and about the same length that govern another gender or number."""
    table = language(lang).determiners
    plain = {word: governs for word, governs in table.items() if word[-1] != "'" and " " not in word}
    return {
        word: some
        for word, governs in plain.items()
        if (
            some := tuple(
                other
                for other, else_governs in plain.items()
                if other[0] == word[0] and abs(len(other) - len(word)) <= 2 and else_governs != governs
            )
        )
    }
