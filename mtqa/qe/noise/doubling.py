"""What is said twice: a word, a phrase, in loops. The second time is marked.

Far apart, a repetition is a figure of speech as often as damage: people write so too.
"""

from mtqa.qe.noise.draft import Draft, Token

TAG = "doubled"


def _again(draft: Draft, start: int, end: int, at: int, times: int = 1) -> None:
    """Insert copies of tokens [start, end) before `at`."""
    number = draft.next_number()
    new = [Token(token.text, token.gap, TAG, number) for token in draft.tokens[start:end]] * times
    copies = [Token(token.text, token.gap, TAG, number) for token in new]
    for token in copies[:: max(1, end - start)]:
        token.gap = token.gap or " "
        if draft.opens(start) and not draft.is_name(start) and not draft.facts.capital_nouns:
            token.text = token.text[:1].lower() + token.text[1:]
    if at > 0 and draft.tokens[at - 1].text[-1] in "'’":
        copies[0].gap = ""
    draft.tokens[at:at] = copies


def word(draft: Draft) -> bool:
    """A word stands twice."""
    places = [
        at
        for at in range(len(draft.tokens))
        if draft.tokens[at].tag == "ok" and draft.word_at(at) and draft.word_at(at) not in draft.facts.doubled
    ]
    places = [at for at in places if draft.tokens[at].text[-1] not in "'’"]
    if not places:
        return False
    at = draft.rng.choice(places)
    _again(draft, at, at + 1, at + 1)
    return True


def phrase(draft: Draft) -> bool:
    """A phrase stands twice, at once or with another word between."""
    place = draft.run(2, 4)
    if not place:
        return False
    start, end = place
    if draft.tokens[end - 1].text[-1] in "'’" or (draft.tokens[start].gap == "" and start):
        return False
    between = draft.rng.choice((0, 0, 1, 2))
    to = min(end + between, len(draft.tokens))
    if any(not token.is_word or token.tag != "ok" for token in draft.tokens[end:to]):
        to = end
    _again(draft, start, end, to)
    return True


def loop(draft: Draft) -> bool:
    """A word or phrase comes again and again."""
    place = draft.run(1, 3)
    if not place or draft.tokens[place[1] - 1].text[-1] in "'’" or (draft.tokens[place[0]].gap == "" and place[0]):
        return False
    _again(draft, *place, place[1], draft.rng.randint(2, 5))
    return True
