"""F110: a function word without what it governs."""

from collections.abc import Iterator, Sequence

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.adjacency import MARKS, Never, follower, never
from mtqa.segment import Segment
from mtqa.text import Word, lowered, words


@check(
    "F110",
    Category.OMISSION,
    Severity.MAJOR,
    example("Les deux camps ont conclu ⟦un entre⟧ les capitales.", "fr"),
    example("Il a refermé la porte de ⟦la.⟧ Puis il est parti.", "fr"),
    example("Elle travaille pour ⟦son pour⟧ nourrir ses enfants.", "fr"),
    example("The minister spoke with ⟦the of⟧ the region.", "en"),
    example("After a year he saw ⟦the.⟧", "en"),
    example("Der Minister fuhr ⟦zum der⟧ Stadt und stand ⟦auf dem.⟧", "de"),
    example("Los vecinos hablaron de ⟦su de⟧ la plaza.", "es"),
    example("Ce pull-over est un entre-deux, dit-elle, et l'une ne va pas sans l'autre.", "fr"),
    example("Das Gespräch mit der in Berlin lebenden Autorin war von der Art, die der Sender mag.", "de"),
    example("The word “the” is common; he read The Of and The In, vols. A and B.", "en"),
    langs=("de", "en", "es", "fr", "pt"),
)
def function_word_collision(segment: Segment) -> Iterator[Hit]:
    """An article, possessive, preposition or conjunction stands right before a word or mark that cannot follow it.

    Something was left out, or two halves of different sentences were put together: "with the of", "un entre", "for its
    for", "He saw the." A reader of news stumbles and does not learn what was signed, seen or said.

    Decided by counts of what stands next to what in human text (`mtqa.lexicon.adjacency`): a pair that chance would have
    brought a hundred times and more, that was seen in no more than one of a thousand of those, and between whose words
    one other word often stands. The same for a third word after two. The words on both sides of the gap are marked.
    Capitals, quotes, hyphens and numbers beside the gap are silent: there are names and titles of all shapes.

    Not seen: a gap before a word that may follow as well ("the former", German "die in"), and one at the end of the
    text. Italian and Dutch are silent: the human text at hand is too small to measure on.
    """
    table = never(segment.target_lang)
    if table is None:
        return
    start = end = 0
    for one, other in _collisions(segment, table):
        if end and one >= end:
            yield _hit(segment.target, start, end)
        start, end = (start, other) if end and one < end else (one, other)
    if end:
        yield _hit(segment.target, start, end)


def _hit(text: str, start: int, end: int) -> Hit:
    return Hit(start, end, f"“{text[start:end]}”: a word is missing here, or one too many")


def _collisions(segment: Segment, table: Never) -> Iterator[tuple[int, int]]:
    """Spans of a function word and what cannot follow it, in order."""
    text, lang = segment.target, segment.target_lang
    found, small, closed = words(text, lang), lowered(text, lang), language(lang).closed
    for place, word in enumerate(small):
        never_after = table.one.get(word)
        if never_after is None or (place and not _is_plain(text, found, place)):
            continue
        following = follower(text, found, small, place)
        excuses = never_after.get(following.text)
        before = small[place - 1] if place else ""
        if excuses is not None:
            is_letter = len(word) == 1 and following.text in MARKS and before not in closed
            if following.text != word and before not in excuses and not is_letter:
                yield found[place].start, following.end
        elif following.text in table.two.get(f"{before} {word}", ()) and _is_joined(text, found, place - 1):
            yield found[place - 1].start, following.end


def _is_plain(text: str, found: Sequence[Word], place: int) -> bool:
    """Whether a word is written small, with a space (or an elided word) before it: no name, nothing in quotes."""
    start = found[place].start
    return text[start].islower() and (text[start - 1].isspace() or found[place - 1].end == start)


def _is_joined(text: str, found: Sequence[Word], place: int) -> bool:
    """Whether a word is plain, or the first, and only a space stands between it and the next."""
    return text[found[place].end : found[place + 1].start] in " " and (not place or _is_plain(text, found, place))
