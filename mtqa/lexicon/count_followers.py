"""Count what follows closed-class words in human text, and write down what never does (see adjacency.py).

Two counts make a pair worth watching: how often chance would have brought it, so that its absence says something, and
how often one open-class word stands between the two ("un accord entre"), for that is how often the loss of a word would
bring it. Thresholds were chosen on text held out: reports/decisions/0003-function-word-adjacency.md.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from mtqa.languages import language
from mtqa.lexicon.adjacency import MARKS, follower
from mtqa.text import Word

EXPECTED = 100.0  # times that chance would bring a pair
EXPECTED_TWO = 150.0  # the same for a word after two others
BETWEEN = 2e-5  # times a word that one open-class word stands between the two
EXCUSED = (
    0.02  # of the times expected after one word ("l'un", "tous les"), how often the pair is seen where that excuses it
)
RARE = 0.01  # of the times expected, how often a pair may be seen with all its excuses
RATIO = 0.001  # the same without those that are excused: slips of the pen
# A pair is as rare as it was seen to be and as the pairs of its kind are (determiner and preposition ...), these counting
# as so many expected sightings: German "für mit" was seen once in 558, but one in 280 such pairs is said.
PRIOR = 300.0


class Followers:
    """Counts over the lines added, in one language."""

    def __init__(self, lang: str) -> None:
        known = language(lang)
        self._closed = known.closed
        self._kinds = (
            ("determiner", known.determiners.keys()),
            ("preposition", known.prepositions),
            ("conjunction", known.conjunctions),
            ("pronoun", known.pronouns | known.elided.keys()),
            ("auxiliary", known.auxiliaries),
            ("adverb", known.adverbs),
        )
        self._judged = frozenset().union(*(members for _, members in self._kinds[:4])) | known.possessives
        self._positions = 0
        self._follower: Counter[str] = Counter()
        self._context: Counter[str] = Counter()
        self._seen: Counter[tuple[str, str]] = Counter()
        self._between: Counter[tuple[str, str]] = Counter()
        self._before: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._pair: Counter[tuple[str, str]] = Counter()

    def add(self, text: str, words: Sequence[Word], small: Sequence[str]) -> None:
        """Count one line of text."""
        self._positions += len(words)
        after = [follower(text, words, small, place) for place in range(len(words))]
        self._follower.update(one.text for one in after)
        previous = ""  # the closed word right before this one
        for place, word in enumerate(small):
            if word not in self._closed or (place and words[place].text[0].isupper()):
                previous = ""
                continue
            one = after[place].text
            for context in (word, f"{previous} {word}") if previous else (word,):
                self._context[context] += 1
                if one in self._closed or one in MARKS:
                    self._seen[context, one] += 1
                elif place + 1 < len(words) and text[words[place].end : words[place + 1].start] in " ":
                    self._between[context, after[place + 1].text] += 1
            if place:
                self._pair[small[place - 1], word] += 1
            if place and (one in self._closed or one in MARKS):
                self._before[word, one][small[place - 1]] += 1
            previous = word if one in self._closed else ""

    def lines(self) -> Iterator[str]:
        """The table: a context, then what never follows it; adjacency.py describes the cells."""
        rarity = self._rarity()
        watched: defaultdict[str, list[str]] = defaultdict(list)
        single: set[tuple[str, str]] = set()
        for context, one in sorted(self._between, key=lambda pair: (" " in pair[0], pair)):
            last = context.rpartition(" ")[2]
            if one == last or (last, one) in single or not self._is_watchable(context, one):
                continue
            seen, expected, between = self._counts(context, one)
            excuses = self._excuses(context, one) if context == last else {}
            slips = seen - sum(excuses.values()) + PRIOR * rarity[self._kind(last), self._kind(one)]
            if between >= BETWEEN * self._positions and slips <= RATIO * (expected + PRIOR):
                watched[context].append(" ".join((one, str(seen), f"{expected:.0f}", str(between), *sorted(excuses))))
                if context == last:
                    single.add((context, one))
        for context, cells in watched.items():
            yield "\t".join((context, *cells))

    def _counts(self, context: str, one: str) -> tuple[int, float, int]:
        """How often a pair was seen, how often chance would have brought it, how often with one word between."""
        expected = self._context[context] * self._follower[one] / self._positions
        return self._seen[context, one], expected, self._between[context, one]

    def _is_watchable(self, context: str, one: str) -> bool:
        """Whether a pair is closed-class, was to be expected, and is rare at first sight."""
        if (one not in self._closed and one not in MARKS) or context.rpartition(" ")[2] not in self._judged:
            return False
        seen, expected, _ = self._counts(context, one)
        return expected >= (EXPECTED_TWO if " " in context else EXPECTED) and seen <= RARE * expected

    def _excuses(self, context: str, one: str) -> dict[str, int]:
        """The closed-class words after which a pair may stand, and how often it did."""
        share = self._follower[one] / self._positions
        before = self._before[context, one]
        return {
            word: n
            for word, n in before.items()
            if word in self._closed and n >= EXCUSED * share * self._pair[word, context]
        }

    def _rarity(self) -> dict[tuple[str, str], float]:
        """For each two kinds of words, the share of the expected sightings that their rare pairs do show."""
        seen: Counter[tuple[str, str]] = Counter()
        expected: defaultdict[tuple[str, str], float] = defaultdict(float)
        for context in (c for c in self._context if " " not in c):
            for one in self._follower:
                if self._is_watchable(context, one):
                    kinds, counts = (self._kind(context), self._kind(one)), self._counts(context, one)
                    seen[kinds] += counts[0]
                    expected[kinds] += counts[1]
        return defaultdict(float, {kinds: seen[kinds] / total for kinds, total in expected.items()})

    def _kind(self, word: str) -> str:
        """A word's class; a mark is one of its own."""
        return next((name for name, members in self._kinds if word in members), word if word in MARKS else "other")
