"""Count how often each word stands small, and with a capital, inside sentences (see casing.py)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from mtqa.languages import language
from mtqa.lexicon.casing import ALWAYS, SHARES
from mtqa.lexicon.table import SMALL, entry
from mtqa.text import Word

SEEN = 30  # times inside sentences before a share says anything
SEEN_CAPITAL = 12  # the same for words that are never small: names are rarer than words
ACRONYM = 0.05  # of the times that a name is written with more capitals than one
TITLE = 2 / 3  # of the words with a capital: a line is a headline or a list of names


class Capitals:
    """Counts over the sentences added, in one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._total: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        self._acronym: Counter[str] = Counter()

    def add(self, text: str, words: Sequence[Word], small: Sequence[str]) -> None:
        """Count one line of text: words with nothing but a space, a comma or an apostrophe before them."""
        capital = [word.text[0].isupper() for word in words]
        if len(words) < 4 or sum(capital) > TITLE * len(words):
            return
        for place, (before, word) in enumerate(pairwise(words), start=1):
            if text[before.end : word.start] in {" ", "", ", "}:
                self._total[small[place]] += 1
                self._capital[small[place]] += capital[place]
                self._acronym[small[place]] += not word.text[1:].islower()

    def lines(self) -> Iterable[str]:
        """The table: a share of capitals, then the words of the dictionary that stay at or below it; last the ones always with
        a capital.
        """
        closed = language(self._lang).closed
        left = {
            word
            for word, count in self._total.items()
            if count >= SEEN and (word in closed or entry(word, self._lang).flags & SMALL)
        }
        for share in SHARES:
            below = {word for word in left if self._capital[word] <= share * self._total[word]}
            yield "\t".join((str(share), *sorted(below)))
            left -= below
        always = (
            word
            for word, count in self._total.items()
            if count >= SEEN_CAPITAL
            and len(word) > 2
            and self._capital[word] >= ALWAYS * count
            and self._acronym[word] <= ACRONYM * count
        )
        yield "\t".join((str(ALWAYS), *sorted(always)))
