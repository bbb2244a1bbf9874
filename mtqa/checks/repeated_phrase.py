"""F102: a phrase that is said again at once."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mtqa.checks import check, example
from mtqa.checks.loop import is_loop
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.segment import Segment
from mtqa.text import Run, Word, is_quoted, lowered, repeats_pair, runs, words

LONG = 4  # words: phrases of so many words are never idioms of the kind "time and time again"
CLAUSE = 5  # words: where a comma stands between, shorter ones are said twice on purpose


@check(
    "F102",
    Category.DUPLICATION,
    Severity.MAJOR,
    example("The firm wants to build ⟦a new plant a new plant⟧ near the port.", "en", fix="a new plant"),
    example("Le tribunal a rejeté ⟦la demande de la la demande de la⟧ commune.", "fr", fix="la demande de la"),
    example("Die Polizei sucht ⟦nach dem nach dem⟧ Fahrer.", "de", fix="nach dem"),
    example("Sie klagte ⟦über den Lärm der Straße, über den Lärm der Straße⟧.", "de", fix="über den Lärm der Straße"),
    example("Petit à petit à petit, la rivière monte; de plus en plus en plus vite.", "fr"),
    example("It got worse and worse and worse, on and on and on, and so on and so on.", "en"),
    example("The band Duran Duran Duran Duran played in 2019, in 2020 and in 2021.", "en"),
    example("“We will rebuild, we will rebuild,” she said.", "en"),
)
def repeated_phrase(segment: Segment) -> Iterator[Hit]:
    """A phrase of two words and more, said again right after itself.

    Decoders stutter in phrases too; the reader stops and starts again. Between the two stands nothing but a space, or,
    for phrases of five words and more without a pronoun, outside quotation marks, a comma (clauses are said twice on
    purpose). Idioms repeat words around a preposition or
    conjunction ("from day to day to day", "more and more and more"), so a phrase of fewer than four words must hold none
    of these, or nothing else but articles and possessives. Phrases all in capitals are names and stay silent.

    Not seen: what is said again later in the sentence, as good speakers do so on purpose; phrases with a number.
    """
    if not repeats_pair(segment.target, segment.target_lang):
        return
    spelt = lowered(segment.target, segment.target_lang)
    found = words(segment.target, segment.target_lang)
    for run in runs(spelt):
        if run.unit > 1 and not is_loop(segment.target, found, run) and _is_wrong(segment, found, run):
            first, last = found[run.start], found[run.start + run.unit * run.times - 1]
            phrase = segment.target[first.start : found[run.start + run.unit - 1].end]
            shown = phrase if len(phrase) <= 50 else phrase[:48] + "…"
            yield Hit(first.start, last.end, f"“{shown}” is said again at once", suggestion=phrase, confidence=0.95)


def _is_wrong(segment: Segment, found: Sequence[Word], run: Run) -> bool:
    text, facts = segment.target, language(segment.target_lang)
    stretch = found[run.start : run.start + run.unit * run.times]
    gaps = [text[one.end : other.start] for one, other in pairwise(stretch)]
    between = [gaps[i] for i in range(run.unit - 1, len(gaps), run.unit)]
    inside = [gap for i, gap in enumerate(gaps) if (i + 1) % run.unit]
    if any(character.isdigit() for gap in gaps for character in gap):
        return False
    if all(gap.isspace() for gap in between):
        return not any(gap.strip() for gap in inside) and not _is_idiom(facts, stretch[: run.unit])
    subjects = facts.pronouns - facts.articles.keys()
    return (
        run.unit >= CLAUSE
        and all(gap.strip() == "," for gap in between)
        and not any(word.text.lower() in subjects for word in stretch)
        and not is_quoted(text, stretch[0].start)
    )


def _is_idiom(facts: Language, phrase: Sequence[Word]) -> bool:
    """Whether this may be said twice on purpose: "chapter to chapter to", or a name."""
    spelt = [word.text.lower() for word in phrase]
    if all(word.text[:1].isupper() for word in phrase):
        return True
    joints = facts.prepositions | facts.conjunctions
    between = [word for word in spelt if word in joints]
    determiners = [word for word in spelt if word in facts.articles or word in facts.possessives]
    bound = len(determiners) + len(between) == len(spelt) and (determiners or not facts.conjunctions & set(between))
    return len(phrase) < LONG and bool(between) and not bound
