"""Wrong words: another sense of the right source word, any word at all, another function word, word-by-word phrases."""

from itertools import pairwise

from mtqa.qe.noise.draft import Draft
from mtqa.qe.noise.tables import starts
from mtqa.text import match_case

TAG = "wrong-word"
TRIES = 4
CLOSING_MARKS = frozenset(",.;:!?)")


def _put(draft: Draft, at: int, new: str) -> bool:
    """Replace a word unless it fits between its neighbours as well as the old one."""
    word = new.lower()
    before, after = draft.word_at(at - 1), draft.word_at(at + 1)
    fits = (not before or draft.noise.is_common(before, word)) and (not after or draft.noise.is_common(word, after))
    if fits and (before or after):
        return False
    here = draft.tokens[at].text
    draft.replace(at, at + 1, [match_case(here, new) if not draft.facts.capital_nouns else _as_noun(here, new)], TAG)
    return True


def _as_noun(here: str, new: str) -> str:
    """German: the capital goes with the noun that stood there, as its replacement is mostly one too."""
    return new if new[:1].isupper() else match_case(here, new)


def other_sense(draft: Draft) -> bool:
    """A content word becomes another translation of the word it translates."""
    places = [at for at in draft.content_places() if draft.word_at(at) in draft.noise.senses]
    for _ in range(min(TRIES, len(places))):
        at = draft.rng.choice(places)
        choices = draft.noise.senses[draft.word_at(at)]
        if _put(draft, at, draft.rng.choice(choices)):
            return True
    return False


def any_word(draft: Draft) -> bool:
    """A content word becomes any other, of the same kind where its ending tells."""
    places = draft.content_places()
    if not places or not draft.noise.words:
        return False
    for _ in range(TRIES):
        at = draft.rng.choice(places)
        here = draft.tokens[at].text
        new = draft.noise.words[int(len(draft.noise.words) * draft.rng.random() ** 2)]
        alike = new[-2:] == here[-2:] or draft.rng.random() < 0.3
        same_start = starts(new, draft.noise.lang) == starts(here, draft.noise.lang)
        same_case = new[0].isupper() == here[0].isupper() or not draft.facts.capital_nouns
        if alike and same_start and same_case and new.lower() != here.lower() and _put(draft, at, new):
            return True
    return False


def function_word(draft: Draft) -> bool:
    """A function word becomes another translation of what it translates, a preposition another preposition."""
    prepositions = draft.facts.prepositions
    places = [at for at in range(len(draft.tokens)) if draft.is_function(at) and draft.word_at(at)[-1] != "'"]
    for _ in range(min(TRIES, len(places))):
        at = draft.rng.choice(places)
        here = draft.word_at(at)
        choices = draft.noise.swaps.get(here, ())
        if here in prepositions and draft.rng.random() < 0.4:
            choices = tuple(sorted(word for word in prepositions if " " not in word and len(word) < 7))
        choices = tuple(choice for choice in choices if choice[-1] != "'" and choice != here)
        if choices and _put(draft, at, draft.rng.choice(choices)):
            return True
    return False


def glossed(draft: Draft) -> bool:
    """A stretch of this sentence is translated word by word: each source word by a common translation, in its order."""
    if not draft.pair or not draft.noise.gloss or len(draft.tokens) != len(draft.pair.target):
        return False
    place = draft.run(3, 9)
    if not place:
        return False
    sources = sorted({s for at in range(*place) for s in draft.pair.sources[at]})
    if len(sources) < 2 or sources[-1] - sources[0] > len(sources) + 2:
        return False
    here = [token.text for token in draft.tokens[place[0] : place[1]]]
    words = [word for s in sources if (word := _gloss(draft, draft.pair.source[s], here))]
    if [word.lower() for word in words] == [word.lower() for word in here] or len(words) < 2:
        return False
    _put_gloss(draft, place, words)
    return True


def whole(draft: Draft) -> bool:
    """The whole sentence is translated word by word, in the source's order."""
    pair = draft.pair
    if not pair or not draft.noise.gloss or len(draft.tokens) != len(pair.target) or len(pair.source) > 30:
        return False
    if any(token.tag != "ok" for token in draft.tokens):
        return False
    here = [token.text for token in draft.tokens]
    words = [_gloss(draft, word, here) or word for word in pair.source]
    _put_gloss(draft, (0, len(here)), words)
    for token in draft.tokens:
        if token.text in CLOSING_MARKS:
            token.gap, token.tag, token.number = "", "ok", 0
    return True


def _gloss(draft: Draft, source: str, here: list[str]) -> str:
    """A translation of a source word; the right one, as it stands in the sentence, in two cases of three."""
    choices = draft.noise.gloss.get(source.lower(), ())
    if not choices:
        return source if source[0].isalpha() else ""
    lowered = {word.lower(): word for word in here}
    right = next((lowered[choice] for choice in choices if choice in lowered), None)
    if right and draft.rng.random() < 0.66:
        return right
    new = choices[int(len(choices) * draft.rng.random() ** 2)]
    return match_case(source, new) if source in draft.noise.names else new


def _put_gloss(draft: Draft, place: tuple[int, int], words: list[str]) -> None:
    """Words whose pairs survive stay fine, names and numbers too; of the others, words that no table translates are
    untranslated, new words are wrong, old ones in a new place are in the wrong order."""
    assert draft.pair
    start, end = place
    foreign = {word.lower() for word in draft.pair.source}
    draft.pair = None
    old = [draft.word_at(at) for at in range(start - 1, end + 1)]
    pairs = set(pairwise(old))
    new = [old[0], *(word.lower() for word in words), old[-1]]
    draft.replace(start, end, words, TAG)
    numbers = {tag: draft.next_number() for tag in ("ok", "untranslated", "word-order", TAG)}
    for at in range(1, len(new) - 1):
        token = draft.tokens[start + at - 1]
        known = [
            pair in pairs or draft.noise.is_common(*pair) for pair in ((new[at - 1], new[at]), (new[at], new[at + 1]))
        ]
        if all(known) or not token.is_word or token.text in draft.noise.names:
            token.tag = "ok"
        elif new[at] in old:
            token.tag = "word-order"
        elif new[at] in foreign and new[at] not in draft.closed:
            token.tag = "untranslated"
        token.number = numbers[token.tag]
