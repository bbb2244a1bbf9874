"""From which language a text was translated, by what was left over of it."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from mtqa.lexicon.apart import is_beside_name
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.leftover import leftovers, rare_words
from mtqa.lexicon.place import exonym
from mtqa.lexicon.table import languages
from mtqa.segment import Document, Segment
from mtqa.text import words

PIVOT = "en"
SENTENCES = 400  # read of a document: enough to tell, and the cost stays bounded
MARGIN = 1.0  # steps of ten below the best language within which a word counts for others too
ENOUGH = 4.0  # summed over different words: two leftovers, or one that is very sure
UNIQUE = 2.2  # Zipf frequency in the target up to which a place's foreign name is no other name there
PLACE = 2.0  # what such a name is worth
LEAD = 1.2  # times the evidence of the next language, English aside
MOSTLY = 2.0  # times any other language's evidence, from which English is the source and no pivot


def source_candidates(segments: Iterable[Segment], target: str) -> tuple[tuple[str, float], ...]:
    """The languages that words of a text belong to rather than to its own, with their evidence, strongest first.

    A word counts once, however often it stands, and for the languages in which it is most at home.
    """
    scores: dict[str, dict[str, float]] = defaultdict(dict)
    for segment in islice(segments, SENTENCES):
        if rare_words(segment.target, target):
            for lang in languages():
                if lang != target:
                    for word, score in _evidence(segment.target, target, lang):
                        scores[word][lang] = max(score, scores[word].get(lang, 0.0))
    totals: dict[str, float] = defaultdict(float)
    for of_word in scores.values():
        best = max(of_word.values())
        for lang, score in of_word.items():
            totals[lang] += score if score > best - MARGIN else 0.0
    return tuple(sorted(((lang, total) for lang, total in totals.items() if total), key=lambda row: (-row[1], row[0])))


def infer_source(document: Document) -> str | None:
    """The language a document was translated from, if its leftovers tell; None where they do not.

    The document must be split into segments. English wins only where little else is left over: it may be a pivot.
    """
    target = document.target_lang
    if target not in languages():
        return None
    found = source_candidates(document.segments, target)
    pivot = dict(found).get(PIVOT, 0.0)
    others = [(lang, score) for lang, score in found if lang != PIVOT and score * MOSTLY > pivot]
    if not others:
        return PIVOT if pivot >= ENOUGH else None
    (best, score), second = others[0], others[1][1] if len(others) > 1 else 0.0
    return best if score >= max(ENOUGH, LEAD * second) else None


def _evidence(text: str, target: str, lang: str) -> Iterable[tuple[str, float]]:
    """Words left over from a language, and places that are called there as here."""
    yield from ((text[one.start : one.end], one.score) for one in leftovers(text, target, lang))
    found = words(text, target)
    for n in _capitals(text, target):
        word = found[n].text
        if exonym(word, lang, target) and not is_beside_name(found, n, text, target):
            yield word, PLACE


@lru_cache(maxsize=1)  # asked once for each language, text by text
def _capitals(text: str, target: str) -> tuple[int, ...]:
    """The numbers of the rare words that may be names of places abroad and are none here."""
    found = words(text, target)
    rare = (n for n in rare_words(text, target) if found[n].text[0].isupper())
    return tuple([n for n in rare if zipf(found[n].text, target) <= UNIQUE])
