"""Words of the source put into human translations in place of the words that translate them, for measuring recall."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtqa.lexicon.frequency import frequency
from mtqa.qe.corpora import Pair
from mtqa.text import Word, is_held_out, words

RARE = 1e-7  # highest frequency in the target language of a word that is put in
SURE = 0.3  # lowest Dice coefficient of two words that translate each other
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Injected:
    """A target sentence with one source word in it, at [start, end)."""

    text: str
    start: int
    end: int
    word: str


class Alignment:
    """Which words of two languages stand in the same pairs: Dice coefficients over parallel sentences."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._source: Counter[str] = Counter()
        self._target: Counter[str] = Counter()
        self._both: Counter[tuple[str, str]] = Counter()
        for pair in pairs:
            source, target = types(pair.source, pair.source_lang), types(pair.target, pair.target_lang)
            self._source.update(source)
            self._target.update(target)
            self._both.update((s, t) for s in source for t in target)

    def translation(self, word: str, among: Sequence[Word]) -> Word | None:
        """The word of the target sentence that most surely translates a source word."""
        scored = [(self.dice(word.lower(), t.text.lower()), t) for t in among]
        best = max(scored, key=lambda row: row[0], default=(0.0, None))
        return best[1] if best[0] >= SURE else None

    def dice(self, source: str, target: str) -> float:
        """2 c(s, t) / (c(s) + c(t)); 0 for pairs seen once."""
        both = self._both[source, target]
        return 2 * both / (self._source[source] + self._target[target]) if both > 1 else 0.0

    def is_shared(self, word: str) -> bool:
        """Whether the word stands on the target side anywhere: a name, or a word of both languages."""
        return word.lower() in self._target


def types(text: str, lang: str) -> set[str]:
    """The different words of a sentence, lower case, of four letters and more."""
    return {w.text.lower() for w in words(text, lang) if len(w.text) >= SHORTEST}


def injections(pairs: Sequence[Pair], seed: int) -> Iterator[Injected]:
    """One injection into each held-out pair where a source word qualifies: rare in the target language, no name, aligned."""
    alignment = Alignment(pairs)
    draw = random.Random(seed)
    for pair in pairs:
        if not is_held_out(pair.target):
            continue
        among = words(pair.target, pair.target_lang)
        able = [
            (word.text, place)
            for word in words(pair.source, pair.source_lang)
            if len(word.text) >= SHORTEST
            and not alignment.is_shared(word.text)
            and frequency(word.text, pair.target_lang) <= RARE
            and (place := alignment.translation(word.text, among))
        ]
        if able:
            word, place = draw.choice(able)
            text = pair.target[: place.start] + word + pair.target[place.end :]
            yield Injected(text, place.start, place.start + len(word), word)
