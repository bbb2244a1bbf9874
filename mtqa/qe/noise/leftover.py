"""Words left in the source language: alone, as parts of compounds, in runs; and in English, the pivot."""

from mtqa.qe.noise.draft import Draft
from mtqa.text import match_case

TAG = "untranslated"
UNALIGNED = 0.3  # share of single words that are any source word, so that no list of words is learnt by heart
AS_SOURCE_WRITES = 0.85  # share that keeps the source's capital (German nouns), the rest is written as the target does


def word(draft: Draft) -> bool:
    """One content word stays in the source language."""
    places = draft.content_places()
    if not places:
        return False
    at = draft.rng.choice(places)
    found = _source_word(draft, draft.word_at(at))
    if not found:
        return False
    here = draft.tokens[at].text
    if draft.rng.random() > AS_SOURCE_WRITES and not draft.facts.capital_nouns:
        found = match_case(here, found.lower())
    draft.replace(at, at + 1, [found], TAG)
    return True


def _source_word(draft: Draft, here: str) -> str | None:
    noise = draft.noise
    if noise.source_words and draft.rng.random() < UNALIGNED:
        return noise.source_words[int(len(noise.source_words) * draft.rng.random() ** 1.5)]
    choices = [choice for choice in noise.left.get(here, ()) if len(choice) > 3]
    return choices[int(len(choices) * draft.rng.random() ** 2)] if choices else None


def compound(draft: Draft) -> bool:
    """A source word joined to a target word or name by a hyphen ("Corona-Talsohle"), or a long source compound."""
    places = draft.content_places()
    long = [at for at in places if len(draft.tokens[at].text) > 4]
    if not long or not draft.noise.source_words:
        return False
    at = draft.rng.choice(long)
    here = draft.tokens[at].text
    source = draft.noise.left.get(draft.word_at(at), ())
    found = source[0] if source and len(source[0]) > 3 else draft.rng.choice(draft.noise.source_words)
    if draft.rng.random() < 0.5:
        other = draft.rng.choice(draft.noise.source_words)
        joined = f"{other}-{found}" if draft.rng.random() < 0.6 else other + found.lower()
    else:
        joined = f"{here}-{found}" if draft.rng.random() < 0.5 else f"{found}-{here}"
    draft.replace(at, at + 1, [joined], TAG)
    return True


def run(draft: Draft) -> bool:
    """Several words with their function words stay: a phrase that the tables align, or word for word."""
    if draft.pair and _aligned(draft):
        return True
    if draft.noise.phrases and _phrase(draft):
        return True
    place = draft.run(2, 5)
    if not place:
        return False
    words = [_gloss(draft, at) for at in range(*place)]
    changed = sum(a != draft.tokens[at].text for a, at in zip(words, range(*place), strict=True))
    if changed * 2 <= len(words) or not any(len(one) > 3 for one in words):
        return False
    _put(draft, place, words)
    return True


def _put(draft: Draft, place: tuple[int, int], words: list[str]) -> None:
    """Put source words in; names at the ends of the run are no leftovers."""
    draft.replace(*place, words, TAG)
    new = draft.tokens[place[0] : place[0] + len(words)]
    for edge in (new, new[::-1]):
        for token in edge:
            if token.text not in draft.noise.names:
                break
            token.tag, token.number = "ok", 0


def _gloss(draft: Draft, at: int) -> str:
    choices = draft.noise.left.get(draft.word_at(at), ())
    return choices[0] if choices and not draft.is_name(at) else draft.tokens[at].text


def _aligned(draft: Draft) -> bool:
    """A stretch of this very sentence in the source's words."""
    assert draft.pair
    place = draft.run(2, 7)
    if not place or len(draft.tokens) != len(draft.pair.target):
        return False
    sources = sorted({s for t in range(*place) for s in draft.pair.sources[t]})
    if not sources or sources[-1] - sources[0] >= len(sources) + 2:
        return False
    words = [word for word in draft.pair.source[sources[0] : sources[-1] + 1] if word[0].isalpha()]
    here = {draft.word_at(at) for at in range(*place)}
    if sum(word.lower() not in here for word in words) * 2 <= len(words):
        return False
    _put(draft, place, words)
    draft.pair = None
    return True


def _phrase(draft: Draft) -> bool:
    for _ in range(4):
        place = draft.run(2, 4)
        if place:
            key = " ".join(token.text for token in draft.tokens[place[0] : place[1]]).lower()
            if found := draft.noise.phrases.get(key):
                _put(draft, place, found.split())
                return True
    return False


def foreign_run(draft: Draft) -> bool:
    """A stretch of some source sentence in the place of a stretch of this one."""
    return _stretch(draft, draft.noise.source_runs)


def pivot_run(draft: Draft) -> bool:
    """A stretch of some English sentence."""
    return _stretch(draft, draft.noise.pivot_runs)


def _stretch(draft: Draft, runs: tuple[tuple[str, ...], ...]) -> bool:
    place = draft.run(1, 6)
    if not place or not runs:
        return False
    some = draft.rng.choice(runs)
    length = max(2, place[1] - place[0] + draft.rng.randint(-1, 1))
    start = draft.rng.randrange(max(1, len(some) - length))
    words = [word for word in some[start : start + length] if word[0].isalpha()]
    if not any(len(word) > 3 for word in words) or not draft.noise.names.isdisjoint(words):
        return False
    _put(draft, place, words)
    return True


def pivot_word(draft: Draft) -> bool:
    """One English word in text from a third language."""
    places = [at for at in draft.content_places() if draft.word_at(at) in draft.noise.pivot_left]
    if not places:
        return False
    at = draft.rng.choice(places)
    choices = [choice for choice in draft.noise.pivot_left[draft.word_at(at)] if len(choice) > 3]
    if not choices:
        return False
    draft.replace(at, at + 1, [match_case(draft.tokens[at].text, draft.rng.choice(choices))], TAG)
    return True
