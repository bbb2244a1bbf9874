"""What the sightings of words after determiners amount to: their genders and numbers, those of plurals and of endings.

A word is given the fewest cells ("f.sg") that its determiners need: "le, un, du" need m.sg alone.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from mtqa.lexicon.gender import LONGEST_ENDING, Cells

SLIP = 0.01  # share of sightings that may speak against a word's cells
REFUTING = 3  # sightings that rule a cell out
WELL_KNOWN = 300  # sightings of a word whose like may teach about others of its ending
MIXED = 0.05  # share of the well-known words of an ending from which the others are in doubt
ENDING_WORDS = 40  # sure words that an ending must have
ENDING_SHARE = 0.995  # of them that must agree
PLURALS = (("s", ""), ("es", ""), ("ies", "y"), ("x", ""), ("aux", "al"))  # tried in every language
PLURAL_WORDS, PLURAL_SHARE = 50, 0.98  # well-known pairs, and those of one gender, of a way that is used

Seen = Counter[Cells]  # of one word: how often it stood after determiners that can govern these cells


def explained(seen: Seen, cells: Sequence[str]) -> Cells:
    """The cells that a word can have: the fewest that its sightings need.

    Where several sets of one size would do, all their cells: a set is ruled out by REFUTING sightings, or by more than
    slips of the pen.
    """
    slips = max(REFUTING, SLIP * seen.total())
    for size in range(1, len(cells) + 1):
        sets = [frozenset(chosen) for chosen in combinations(cells, size)]
        against = {one: sum(n for governable, n in seen.items() if not governable & one) for one in sets}
        if min(against.values()) <= SLIP * seen.total():
            return frozenset().union(*(one for one in sets if against[one] <= slips))
    return frozenset(cells)


def counted(sure: dict[str, Cells], evidence: dict[str, Seen]) -> dict[str, Cells]:
    """Keep what has a singular and a plural: nouns. Where adjectives do not agree, they would look like singulars."""
    plurals = {word: {word[: -len(end)] + one for end, one in PLURALS if word.endswith(end)} for word in evidence}
    singulars = {one for word, ones in plurals.items() for one in ones if evidence[word].total() >= REFUTING}
    return {
        word: found
        for word, found in sure.items()
        if (plurals[word] & evidence.keys() if "c.pl" in found else word in singulars)
    }


def with_unmarked_plural(sure: dict[str, Cells], evidence: dict[str, Seen]) -> dict[str, Cells]:
    """Where singular and plural often look alike ("-er" in German, "-s" in French), only well-known words stay certain."""
    mixed = _mixed_endings(sure, evidence, 2, lambda cell: cell[1:])
    kept = {}
    for word, found in sure.items():
        if word[-2:] not in mixed or evidence[word].total() >= WELL_KNOWN:
            kept[word] = found
        elif all(cell.endswith(".sg") for cell in found):
            kept[word] = found | {"c.pl"} | {f"{cell[0]}.pl" for cell in found}
    return kept


def with_common_gender(sure: dict[str, Cells], evidence: dict[str, Seen]) -> dict[str, Cells]:
    """Where an ending has often two genders ("-iste"), only well-known words stay."""
    mixed = _mixed_endings(sure, evidence, 4, lambda cell: cell[0])
    return {w: found for w, found in sure.items() if w[-4:] not in mixed or evidence[w].total() >= WELL_KNOWN}


def _mixed_endings(
    sure: dict[str, Cells], evidence: dict[str, Seen], length: int, part: Callable[[str], str]
) -> set[str]:
    """Endings of which more than a few well-known words have cells that differ in this part: gender, or number."""
    total: Counter[str] = Counter()
    mixed: Counter[str] = Counter()
    for word, found in sure.items():
        if evidence[word].total() >= WELL_KNOWN:
            total[word[-length:]] += 1
            mixed[word[-length:]] += len({part(cell) for cell in found}) > 1
    return {ending for ending, count in mixed.items() if count > MIXED * total[ending]}


def with_plural_gender(sure: dict[str, Cells]) -> dict[str, Cells]:
    """Give plurals of unknown gender that of their singular, by the ways of making plurals that hold in this language."""
    ways = [way for way in PLURALS if _keeps_gender(way, sure)]
    return {word: _plural_gender(word, found, sure, ways) for word, found in sure.items()}


def _keeps_gender(way: tuple[str, str], sure: dict[str, Cells]) -> bool:
    """Whether plurals made this way that are sure of their gender have that of their singular."""
    ending, singular = way
    agreeing = []
    for word, plural in sure.items():
        one = sure.get(word[: -len(ending)] + singular, frozenset()) if word.endswith(ending) else frozenset()
        if len(plural) == len(one) == 1:
            (two,), (first,) = plural, one
            if two.endswith(".pl") and first.endswith(".sg"):
                agreeing.append(two[0] == first[0])
    return len(agreeing) >= PLURAL_WORDS and sum(agreeing) >= PLURAL_SHARE * len(agreeing)


def _plural_gender(word: str, found: Cells, sure: dict[str, Cells], ways: Iterable[tuple[str, str]]) -> Cells:
    if len(found) > 1 and all(cell.endswith(".pl") for cell in found):
        for ending, singular in ways:
            one = sure.get(word[: -len(ending)] + singular, frozenset()) if word.endswith(ending) else frozenset()
            told = {f"{cell[0]}.pl" for cell in one if cell.endswith(".sg")}
            if len(told) == 1 and told < found:
                return frozenset(told)
    return found


def sure_endings(sure: dict[str, Cells]) -> dict[str, Cells]:
    """Endings whose words are nearly all the same; the shortest of those that say the same."""
    words: defaultdict[str, Counter[Cells]] = defaultdict(Counter)
    for word, found in sure.items():
        for length in range(2, min(LONGEST_ENDING, len(word) - 2) + 1):
            words[word[-length:]][found] += 1
    endings: dict[str, Cells] = {}
    for ending in sorted(words, key=len):
        found, count = words[ending].most_common(1)[0]
        shorter = next((endings[ending[i:]] for i in range(1, len(ending)) if ending[i:] in endings), None)
        if count >= ENDING_WORDS and count >= ENDING_SHARE * words[ending].total() and shorter != found:
            endings[ending] = found
    return endings


def doubtful(evidence: dict[str, Seen], sure: dict[str, Cells], endings: dict[str, Cells]) -> set[str]:
    """Words that were seen, are not sure, and were seen otherwise than their ending says."""
    found = set()
    for word, seen in evidence.items():
        ending = next((endings[word[-n:]] for n in range(LONGEST_ENDING, 1, -1) if word[-n:] in endings), None)
        if word not in sure and ending and any(not signature & ending for signature in seen):
            found.add(word)
    return found
