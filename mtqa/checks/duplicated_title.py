"""D102: the headline stands there twice."""

import re
from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.checks._article import changed, length, likeness, passages, tokens
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Document, Kind

TOP = 5  # blocks: a headline said again lower down is a repeated sentence (D101)
SHORTEST = 3  # words: section names of one or two words are kickers
NEARLY = 0.8  # of the words in order; a headline and its subtitle share fewer
NEARLY_FROM = 5  # words
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,30}$")


@document_check(
    "D102",
    Category.DUPLICATION,
    Severity.MAJOR,
    example(
        "Le port de Brest ferme deux quais\n⟦Le port de Brest ferme deux quais⟧\nLa mairie l'a annoncé lundi.",
        "fr",
        fix="",
    ),
    example(
        "Storm cuts power to 3,000 homes in Devon\n⟦Storm cuts electricity to 3,000 homes in Devon⟧\n"
        "Engineers worked through the night.",
        "en",
    ),
    example(
        "Zwei Brücken werden gesperrt!\nDie Stadt lässt prüfen.\n⟦Zwei Brücken werden gesperrt!⟧\nAb Montag gilt eine Umleitung.",
        "de",
    ),
    example(
        "Zwei Brücken werden gesperrt\n⟦Zwei Brücken werden gesperrt⟧\nAb Montag gilt eine Umleitung.",
        "de",
        title="Zwei Brücken werden gesperrt",
    ),
    example("Zwei Brücken werden gesperrt\nAb Montag gilt eine Umleitung.", "de", title="Zwei Brücken werden gesperrt"),
    example("Storm cuts power to 3,000 homes\nStorm cuts power to 5,000 homes\nEngineers are at work.", "en"),
    example("Le port de Brest ferme deux quais\nLa mairie de Brest l'a annoncé lundi.", "fr"),
)
def duplicated_title(document: Document) -> Iterator[Hit]:
    """The headline is repeated as a line of its own among the first lines of the article.

    Page titles, teasers and headings are often translated apart and pasted together; a reader sees the same line twice
    before the article begins. Compared are words and numbers, case and marks aside; a second translation with one word
    changed in five counts as the same, a changed number does not. Where the format keeps the title apart, the text may
    say it once as its heading.

    Not seen: a second translation that shares fewer than four words in five, headlines of fewer than three words.
    """
    top = [p for p in passages(document)[: TOP + 1] if p.is_prose or p.kind is Kind.ITEM]
    if not top or (document.title is None and len(top) < 2):
        return
    title = _without_site(top[0].text if document.title is None else document.title)
    if length(title) < SHORTEST:
        return
    said = [p for p in top if _same(title, p.text)]
    for passage in said[1:]:
        exact = tokens(passage.text) == tokens(said[0].text)
        lines = f"{passage.text[:50]}…" if len(passage.text) > 50 else passage.text
        yield Hit(
            passage.start,
            passage.end,
            f"the headline again: '{lines}'",
            suggestion="" if exact else None,
            confidence=0.97 if exact else 0.85,
        )


def _without_site(title: str) -> str:
    """The title without the name of the site behind it: "Storm hits Devon | The Daily"."""
    short = _SITE.sub("", title)
    return short if length(short) >= NEARLY_FROM else title


def _same(title: str, line: str) -> bool:
    one, other = tokens(title), tokens(_without_site(line))
    if one == other:
        return True
    if min(len(one), len(other)) < NEARLY_FROM or abs(len(one) - len(other)) > 2:
        return False
    return likeness(one, other) >= NEARLY and not any(any(c.isdigit() for c in word) for word in changed(one, other))
