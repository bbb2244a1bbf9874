"""From which language a text was translated, by what was left over of it."""

from collections import Counter
from collections.abc import Iterable

from mtqa.languages import language
from mtqa.lexicon.foreign import foreignness
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.place import exonym
from mtqa.lexicon.table import languages
from mtqa.segment import Document, Segment
from mtqa.text import words

PIVOT = "en"
COMMON = 3.0  # Zipf frequency in the target from which a word is no leftover
LEFTOVER = 2.0  # foreignness
ENOUGH = 4.0  # summed over different words: two leftovers or one that is very sure
EXONYM = 2.0  # what a place named in another language's way is worth
LEAD = 1.3  # times the evidence of the next language


def source_candidates(segments: Iterable[Segment], target: str) -> tuple[tuple[str, float], ...]:
    """The languages that words of a text belong to rather than to its own, with their evidence, strongest first.

    A word counts once however often it stands, and for the languages in which it is most at home.
    """
    evidence: Counter[str] = Counter()
    for word, first in _rare(segments, target):
        scores = {lang: _score(word, first, target, lang) for lang in languages() if lang != target}
        best = max(scores.values(), default=0.0)
        if best >= LEFTOVER:
            evidence.update({lang: score for lang, score in scores.items() if score > best - 1.0})
    return tuple(evidence.most_common())


def infer_source(document: Document) -> str | None:
    """The language a document was translated from, if its leftovers tell; None where they do not.

    The document must be split into segments. English wins only where nothing else is left over: it may be a pivot.
    """
    if document.target_lang not in languages():
        return None
    found = source_candidates(document.segments, document.target_lang)
    others = [(lang, score) for lang, score in found if lang != PIVOT]
    for ranked in (others, [(lang, score) for lang, score in found if lang == PIVOT]):
        if ranked and ranked[0][1] >= ENOUGH and (len(ranked) < 2 or ranked[0][1] >= LEAD * ranked[1][1]):
            return ranked[0][0]
    return None


def _rare(segments: Iterable[Segment], target: str) -> Iterable[tuple[str, bool]]:
    """The words that are rare in the target, each once, and whether each starts its sentence."""
    found: dict[str, bool] = {}
    for segment in segments:
        for number, word in enumerate(words(segment.target, target)):
            if len(word.text) > 2 and zipf(word.text, target) < COMMON:
                found.setdefault(word.text, number == 0)
    return found.items()


def _score(word: str, first: bool, target: str, lang: str) -> float:
    if word[0].isupper():
        if exonym(word, lang, target) and zipf(word, target) < 2.0:
            return EXONYM
        if first:
            word = word.lower() if not language(lang).capital_nouns else word
        elif not language(lang).capital_nouns:
            return 0.0
    return foreignness(word, target, lang)
