"""Names: swapped for other names, which is fine, and broken ones, translated as words or half translated."""

from mtqa.qe.noise.draft import Draft
from mtqa.qe.noise.tables import starts
from mtqa.qe.tags import OK

TAG = "name"
SWAPPED = 0.35  # share of sentences, broken or not, in which names are swapped
TITLED = 0.12  # share in which a name becomes that of a foreign work, firm or place
QUOTED = 0.6  # of these, in quotation marks
TITLE_WORD = 4  # letters of a word that a title without marks is made of


def rename(draft: Draft) -> None:
    """In some sentences, broken or not, other names: right text, so that names teach nothing."""
    if draft.rng.random() < SWAPPED:
        swap(draft)
    if draft.rng.random() < TITLED:
        title(draft)


def swap(draft: Draft) -> None:
    """Put other names, also of the source language, in the place of names."""
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


def title(draft: Draft) -> None:
    """Put a foreign title or the name of a firm in the place of a name, in quotation marks or with capitals."""
    runs = draft.rng.choice((draft.noise.source_runs, draft.noise.pivot_runs)) or draft.noise.source_runs
    places = _places(draft)
    if not runs or not places or draft.pair:
        return
    at = draft.rng.choice(places)
    run = draft.rng.choice(runs)
    start = draft.rng.randrange(len(run))
    words = [
        word for word in run[start : start + draft.rng.randint(2, 4)] if word[0].isalpha() and word[-1] not in "'’"
    ]
    quoted = draft.rng.random() < QUOTED
    if not quoted:
        words = [word[:1].upper() + word[1:] for word in words if len(word) >= TITLE_WORD]
    if len(words) < 2:
        return
    if quoted:
        opening, closing = draft.rng.choice(("«»", "„“", "“”", '""'))
        draft.replace(at, at + 1, [opening, *words, closing], OK)
        draft.tokens[at + 1].gap = draft.tokens[at + 1 + len(words)].gap = ""
    else:
        draft.replace(at, at + 1, words, OK)


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
