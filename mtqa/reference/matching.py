"""Which sentences of two texts of one language say the same: what a reference needs, and less than a translation does.

Both sides use the same words, so that shared words tell: the rarer in the two texts, the more. Dynamic programming over
1-1, 1-2, 2-1, 2-2, 1-0 and 0-1 within a band along the diagonal, as Gale and Church (1993) do with lengths.
"""

import re
from collections import Counter
from collections.abc import Sequence

from mtqa.languages import language

Cut = tuple[int, int, int, int]  # sentences [first, last) of ours, [first, last) of theirs
SHAPES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2))
# A word is worth one, divided by the number of sentences that hold it.
APART = 0.05  # what a word takes from its pair; one that both hold brings it two
ALONE = 0.2  # what a sentence takes that nothing stands against
JOINED = 0.8  # what each sentence beyond two takes from its pair: its own words must be on the other side too
BAND, WIDEST = 15, 50  # sentences off the diagonal; as many more as one side has more, up to the second
SURE = 0.4  # likeness from which sentences of the same number are taken for a pair without a search
_WORD = re.compile(r"\w+")


def matched(ours: Sequence[str], theirs: Sequence[str], lang: str) -> list[Cut]:
    """Stretches of sentences that stand against each other, in order; one of them may be empty."""
    left, right = ([_words(text, lang) for text in side] for side in (ours, theirs))
    counts = Counter(word for side in (left, right) for sentence in side for word in sentence)
    if len(left) == len(right) and all(_likeness(a, b, counts) >= SURE for a, b in zip(left, right, strict=True)):
        return [(n, n + 1, n, n + 1) for n in range(len(left))]
    return _best(left, right, counts)


def _words(text: str, lang: str) -> frozenset[str]:
    if language(lang).written_without_spaces:
        return frozenset(filter(str.isalnum, text))
    return frozenset(_WORD.findall(text.casefold()))


def _likeness(one: frozenset[str], other: frozenset[str], counts: Counter[str]) -> float:
    """The share of two sentences' words that both hold, each by its worth."""
    whole = _sum(one, counts) + _sum(other, counts)
    return 2 * _sum(one & other, counts) / whole if whole else 0.0


def _sum(words: frozenset[str], counts: Counter[str]) -> float:
    return sum(1 / counts[word] for word in words)


def _best(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]], counts: Counter[str]) -> list[Cut]:
    """The cuts of the best path from the start of both to their end."""
    rows, columns = len(left), len(right)
    band = min(WIDEST, BAND + abs(rows - columns)) + columns // max(1, rows)
    scores: dict[tuple[int, int], float] = {(0, 0): 0.0}
    came: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(rows + 1):
        middle = i * columns // rows if rows else 0
        first, last = (0, columns) if not rows else (max(0, middle - band), min(columns, middle + band))
        for j in range(first, last + 1):
            for shape in SHAPES:
                before = i - shape[0], j - shape[1]
                if before in scores:
                    value = scores[before] + _worth(left[before[0] : i], right[before[1] : j], counts)
                    if value > scores.get((i, j), -1e9):
                        scores[i, j], came[i, j] = value, shape
    return _path(rows, columns, came)


def _worth(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]], counts: Counter[str]) -> float:
    """What a pair brings to the path; one to one it is better than both alone, as a translation may share no word."""
    if not left or not right:
        return -ALONE
    one, other = frozenset().union(*left), frozenset().union(*right)
    apart = APART * (_sum(one, counts) + _sum(other, counts))
    worth = 2 * _sum(one & other, counts) - apart - JOINED * (len(left) + len(right) - 2)
    return max(worth, -ALONE) if len(left) == len(right) == 1 else worth


def _path(i: int, j: int, came: dict[tuple[int, int], tuple[int, int]]) -> list[Cut]:
    found: list[Cut] = []
    while i or j:
        ours, theirs = came[i, j]
        found.append((i - ours, i, j - theirs, j))
        i, j = i - ours, j - theirs
    return found[::-1]
