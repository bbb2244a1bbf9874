"""Count which determiners stand before which words, and conclude on genders and numbers (see gender.py).

Determiners that are pronouns too ("la voit", "das Frauen wollen") count as evidence at the start of a line and after a
preposition only. What the evidence amounts to is concluded in sure_genders.py.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from mtqa.languages import language
from mtqa.lexicon.gender import Cells, context, following, governed, inflection, is_doubtful, is_gendered, is_noun
from mtqa.lexicon.sure_genders import (
    Seen,
    counted,
    doubtful,
    explained,
    sure_endings,
    with_common_gender,
    with_plural_gender,
    with_unmarked_plural,
)
from mtqa.text import Word

SIGHTINGS = 12  # of a word that is sure
CLASHES = 0.002  # more than this share of clashes in trusted places, and a word is not sure after all
# Share of clashes up to which a determiner is trusted in a context: slips of the pen, faults of the text.
TRUSTED = 0.003
TRUSTED_AFTER_PREPOSITION = 0.01  # no pronoun there
TRUSTED_PRONOUN = 0.0015  # of one that is a pronoun too, elsewhere
TRUSTED_SIGHTINGS = 150
DECLINED = 0.005  # share of the nouns after a determiner and an adjective's ending that shows what the two can govern
BEFORE_NOUNS = 0.3  # of its sightings after a determiner, how often a modifier must stand before a sure word
STRONG = ("start", "preposition")


class Genders:
    """Counts over the lines added, in one language."""

    def __init__(self, lang: str) -> None:
        self._facts = language(lang)
        self._closed = self._facts.closed
        self._governing = frozenset(self._facts.determiners) | self._facts.numerals
        self._pairs: Counter[tuple[str, str, str]] = Counter()  # determiner, context, next word
        self._double: Counter[tuple[str, str, str]] = (
            Counter()
        )  # determiner in a strong place, or ""; open word after; next

    def add(self, text: str, words: Sequence[Word], small: Sequence[str]) -> None:
        """Count one line of text."""
        for place in range(len(words) - 1):
            governor = small[place]
            if governor not in self._closed or (place and words[place].text[0].isupper()):
                continue
            after = self._next(text, words, place)
            if after is None:
                continue
            kind = context(text, words, small, place, self._facts) if governor in self._governing else ""
            if kind and is_noun(text, words, place + 1, self._facts):
                self._pairs[governor, kind, after] += 1
            noun = self._next(text, words, place + 1) if words[place + 1].text[0].islower() else None
            if noun and is_noun(text, words, place + 2, self._facts):
                self._double[governor if kind in STRONG else "", after, noun] += 1

    def _next(self, text: str, words: Sequence[Word], place: int) -> str | None:
        word = following(text, words, place, self._closed)
        return word.text if word else None

    def lines(self) -> Iterator[str]:
        """The table, as gender.py describes it."""
        evidence = self._evidence()
        cells = sorted({cell for seen in evidence.values() for one in seen for cell in one})
        if len(cells) < 2:
            return
        sure = {w: explained(seen, cells) for w, seen in evidence.items() if seen.total() >= SIGHTINGS}
        sure = {w: found for w, found in sure.items() if len(found) < len(cells)}
        if not is_gendered(self._facts.tag):
            sure = counted(sure, evidence)
        sure = with_plural_gender(with_common_gender(with_unmarked_plural(sure, evidence), evidence))
        sure = self._without_clashing(sure)
        yield from _words_of("noun", sure)
        endings = sure_endings(sure) if is_gendered(self._facts.tag) else {}
        yield from _words_of("ending", endings)
        yield f"doubt\t-\t{' '.join(sorted(doubtful(evidence, sure, endings)))}"
        yield from self._governors(sure)
        yield from _words_of("modifier", self._modifiers(sure))

    def _evidence(self) -> dict[str, Seen]:
        evidence: defaultdict[str, Seen] = defaultdict(Counter)
        for (governor, kind, word), count in self._pairs.items():
            if (governor not in self._facts.pronouns or kind in STRONG) and not is_doubtful(word, self._facts):
                evidence[word][governed(governor, word, self._facts)] += count
        return evidence

    def _clashes(self, sure: dict[str, Cells]) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
        """Sightings and clashes of each determiner in each context, over sure words."""
        total: Counter[tuple[str, str]] = Counter()
        clashing: Counter[tuple[str, str]] = Counter()
        for (governor, kind, word), count in self._pairs.items():
            if word in sure:
                total[governor, kind] += count
                if not governed(governor, word, self._facts) & sure[word]:
                    clashing[governor, kind] += count
        return total, clashing

    def _trusted(self, sure: dict[str, Cells]) -> set[tuple[str, str]]:
        total, clashing = self._clashes(sure)
        return {
            (governor, kind)
            for (governor, kind), count in total.items()
            if count >= TRUSTED_SIGHTINGS and clashing[governor, kind] <= self._limit(governor, kind) * count
        }

    def _limit(self, governor: str, kind: str) -> float:
        if kind == "preposition":
            return TRUSTED_AFTER_PREPOSITION
        is_pronoun = governor in self._facts.pronouns or governor in self._facts.numerals
        return TRUSTED_PRONOUN if is_pronoun else TRUSTED

    def _without_clashing(self, sure: dict[str, Cells]) -> dict[str, Cells]:
        """Leave out words that clash too often where determiners can be trusted: people named by their office, homographs."""
        trusted = self._trusted(sure)
        total: Counter[str] = Counter()
        clashing: Counter[str] = Counter()
        for (governor, kind, word), count in self._pairs.items():
            if word in sure and (governor, kind) in trusted:
                total[word] += count
                if not governed(governor, word, self._facts) & sure[word]:
                    clashing[word] += count
        return {word: found for word, found in sure.items() if clashing[word] <= max(1, CLASHES * total[word])}

    def _governors(self, sure: dict[str, Cells]) -> Iterator[str]:
        contexts: defaultdict[str, list[str]] = defaultdict(list)
        for governor, kind in sorted(self._trusted(sure)):
            contexts[governor].append(kind)
        for governor, kinds in contexts.items():
            governable = governed(governor, "x", self._facts)
            yield f"governor\t{governor}\t{' '.join(sorted(governable))}\t{' '.join(kinds)}"
        if self._facts.capital_nouns:
            yield from self._declined(sure)

    def _declined(self, sure: dict[str, Cells]) -> Iterator[str]:
        """What a determiner can govern together with an adjective's ending, as its nouns show."""
        seen: defaultdict[str, Seen] = defaultdict(Counter)
        for (governor, adjective, noun), count in self._double.items():
            if governor and noun in sure and len(sure[noun]) == 1:
                seen[f"{governor} -{inflection(adjective)}"][sure[noun]] += count
        for key, nouns in sorted(seen.items()):
            total = nouns.total()
            found = sorted({cell for one, count in nouns.items() for cell in one if count > DECLINED * total})
            if total >= 2 * TRUSTED_SIGHTINGS:
                yield f"governor\t{key}\t{' '.join(found)}\t*"

    def _modifiers(self, sure: dict[str, Cells]) -> dict[str, Cells]:
        governed_itself: Counter[str] = Counter()
        for (_, _, word), count in self._pairs.items():
            governed_itself[word] += count
        total: Counter[str] = Counter()
        clashing: Counter[str] = Counter()
        for (_, word, noun), count in self._double.items():
            if word in sure and noun in sure:
                total[word] += count
                if not sure[word] & sure[noun]:
                    clashing[word] += count
        return {
            word: sure[word]
            for word, count in total.items()
            if count >= max(TRUSTED_SIGHTINGS, BEFORE_NOUNS * governed_itself[word])
            and clashing[word] <= TRUSTED * count
            and word not in self._facts.months
        }


def _words_of(kind: str, table: dict[str, Cells]) -> Iterator[str]:
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for word, found in table.items():
        grouped[" ".join(sorted(found))].append(word)
    for key in sorted(grouped):
        yield f"{kind}\t{key}\t{' '.join(sorted(grouped[key]))}"
