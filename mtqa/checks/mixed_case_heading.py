"""D105: a heading of which one part shouts and the other does not."""

import re
from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.checks._article import passages
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.lemma import is_known
from mtqa.segment import Document, Kind
from mtqa.text import Word, words

SHOUTING = re.compile(r"[^\W\d_]*[A-ZÀ-ÞĀ-Ž]{4}")
LETTERS = 4  # shorter words in capitals are acronyms ("UNO", "SPD")
COMMON = 2  # words of that length that the language writes small
LONGEST = 20  # words of a heading


@document_check(
    "D105",
    Category.CASING,
    Severity.MINOR,
    example(
        "⟦RÉFORME DES ÉCOLES⟧ dans le nord du pays\nLe ministre a présenté son plan mardi.",
        "fr",
    ),
    example("Neue Regeln für ⟦KLEINE FIRMEN UND VEREINE⟧\nDas Land hilft mit Geld.", "de"),
    example("LIVE: Storm warnings across the north\nWinds reached 90 miles an hour.", "en"),
    example("EXCLUSIVE INTERVIEW - The mayor on her first year\nShe has no regrets.", "en"),
    example("NATO und UNESCO beraten über Hilfe\nDas Treffen beginnt am Montag.", "de"),
    example("PORTRAIT. Le boulanger de la rue haute\nIl se lève à trois heures.", "fr"),
)
def mixed_case_heading(document: Document) -> Iterator[Hit]:
    """Part of a heading stands in capitals, the rest does not.

    Decoders copy the capitals of a source heading for as long as they remember them; it looks like a page gone wrong.
    Marked is a run of two and more words in capitals, with two ordinary words of four letters and more that the
    language writes small, at the start or the end of a heading whose other words, two at least, are written small.
    Acronyms and kickers set off by a colon, full stop, dash or bar may stand.

    Not seen: capitals in the middle of a heading, single words, headings glued to a paragraph.
    """
    lang = document.target_lang or "und"
    if language(lang).tier == "other":
        return
    for passage in passages(document):
        short = passage.kind is Kind.HEADING or (len(passage.sentences) == 1 and len(passage.text.split()) <= LONGEST)
        if short and passage.is_prose and SHOUTING.search(passage.text) and not passage.text.isupper():
            found = words(passage.text, lang)
            run = _run(found)
            if (
                run
                and _is_ordinary(run, lang)
                and _is_other_small(found, run)
                and not _is_kicker(passage.text, found, run)
            ):
                start, end = passage.start + run[0].start, passage.start + run[-1].end
                yield Hit(start, end, f"capitals in part of a heading: '{document.text[start:end]}'", confidence=0.85)


def _run(found: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words in capitals that the heading starts or else ends with, less a lone letter ("A", "I")."""
    loud = [w.text.isupper() for w in found]
    head = next((i for i, one in enumerate(loud) if not one), len(found))
    tail = next((i for i, one in enumerate(reversed(loud)) if not one), len(found))
    if head >= 2:
        if head < len(found) and len(found[head - 1].text) == 1 and len(found[head - 1].text.rstrip("'’")) == 1:
            head -= 1
        return found[:head]
    return found[len(found) - tail :] if tail >= 2 else ()


def _is_ordinary(run: tuple[Word, ...], lang: str) -> bool:
    """Whether the run holds words and not acronyms: the language knows at least two of them in small letters."""
    long = [w.text for w in run if len(w.text) >= LETTERS]
    nouns = language(lang).capital_nouns
    known = [w for w in long if is_known(w.lower(), lang) or (nouns and is_known(w.capitalize(), lang))]
    return len(known) >= COMMON and len(known) * 2 > len(long)


def _is_other_small(found: tuple[Word, ...], run: tuple[Word, ...]) -> bool:
    """Whether the rest is written as sentences are: two words and more, one of them small."""
    rest = [w.text for w in found if w not in run]
    return len(rest) >= 2 and any(w[0].islower() for w in rest) and not any(w.isupper() and len(w) > 4 for w in rest)


def _is_kicker(text: str, found: tuple[Word, ...], run: tuple[Word, ...]) -> bool:
    """Whether a mark sets the capitals off from the rest."""
    first = run[0] is found[0]
    at = found.index(run[-1]) if first else found.index(run[0]) - 1
    between = text[found[at].end : found[at + 1].start]
    return bool(re.search(r"[^\s'’]", between))
