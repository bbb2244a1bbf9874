"""F103: text that goes round in circles."""

import re
from collections.abc import Iterator, Sequence

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment
from mtqa.text import Run, Word, is_quoted, lowered, repeats_pair, runs, words

TIMES = 3  # a phrase of three words and more
TIMES_PAIR = 4  # two words
TIMES_WORD = 5  # one word: "ha ha ha ha"
TIMES_QUOTED = 3  # more, inside quotation marks: people chant, sing and laugh there
TIMES_APART = 2  # more, where marks stand between short units: "no more, no more, no more" is a chant
SHORT = 4  # words: units below this are short
LONGEST_TOKEN = 30  # letters: what is longer without a break may be letters in a loop ("Gooooool!" is not)
MARK = re.compile(r"[,;:.!?…–—/-]\s")
LETTERS = re.compile(r"(\D{1,12}?)\1{5,}")
POOREST = 24  # words: shorter sentences are never judged by how few different words they have
POOR = 0.25  # different words among all


@check(
    "F103",
    Category.NON_TRANSLATION,
    Severity.CRITICAL,
    example("The union asked for ⟦a meeting with a meeting with a meeting with a meeting with⟧ the minister.", "en"),
    example("Le préfet a ⟦dit dit dit dit dit dit⟧ que la route fermerait.", "fr"),
    example("⟦In der Nacht zum Montag, in der Nacht zum Montag, in der Nacht zum Montag⟧ brannte die Halle.", "de"),
    example("⟦好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好⟧。", "zh"),
    example("“Out, out, out!” they shouted, and “ha ha ha ha ha”, until the goooooal was given.", "en"),
    example("« Allez les verts, allez les verts, allez les verts », chantait le stade.", "fr"),
    example("Er kam Schritt für Schritt für Schritt voran, mehr und mehr und mehr.", "de"),
)
def loop(segment: Segment) -> Iterator[Hit]:
    """The same words, or the same letters, over and over.

    A translation model that has lost the thread repeats itself until it runs out of room. Nothing of it can be
    published, so what is flagged must be beyond doubt: a phrase of three words and more three times in a row, of two
    words four times, one word five times, each more often inside quotation marks and with commas between; thirty
    letters in a row made of one short piece; or a long sentence in which every word comes four times on average. What
    holds numbers is no loop: results and tables repeat the words around them.

    Not seen: loops that change a word on each round, or that spread over sentences.
    """
    text = segment.target
    spelt = lowered(text, segment.target_lang)
    found = words(text, segment.target_lang)
    if repeats_pair(text, segment.target_lang):
        looped = [run for run in runs(spelt) if is_loop(text, found, run)]
        for run in looped:
            first, last = found[run.start], found[run.start + run.unit * run.times - 1]
            yield _hit(first.start, last.end, f"“{text[first.start : found[run.start + run.unit - 1].end]}”", run.times)
        if not looped and len(spelt) >= POOREST and len(set(spelt)) < POOR * len(spelt) and not _has_digits(text):
            yield Hit(found[0].start, found[-1].end, "the same few words again and again", confidence=0.9)
    for word in found:
        if word.end - word.start >= LONGEST_TOKEN:
            yield from _letters(word)


def is_loop(text: str, found: Sequence[Word], run: Run) -> bool:
    """Whether a run is beyond doubt a loop."""
    first, last = found[run.start], found[run.start + run.unit * run.times - 1]
    stretch = text[first.start : last.end]
    needed = TIMES_WORD if run.unit == 1 else TIMES_PAIR if run.unit == 2 else TIMES
    if run.unit < SHORT and MARK.search(stretch):
        needed += TIMES_APART
    if run.times < needed or _has_digits(stretch):
        return False
    return run.times >= needed + TIMES_QUOTED or not is_quoted(text, first.start)


def _letters(word: Word) -> Iterator[Hit]:
    match = LETTERS.search(word.text)
    if match and match.end() - match.start() >= LONGEST_TOKEN:
        times = (match.end() - match.start()) // len(match.group(1))
        yield _hit(word.start + match.start(), word.start + match.end(), f"“{match.group(1)}”", times)


def _has_digits(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _hit(start: int, end: int, what: str, times: int) -> Hit:
    what = what if len(what) <= 50 else what[:48] + "…”"
    return Hit(start, end, f"{what} is said {times} times in a row", confidence=0.98)
