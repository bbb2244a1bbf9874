"""F305: a space before a comma, a full stop or another mark that takes none."""

import re
from collections.abc import Iterator
from functools import cache

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.segment import Segment

MARKS = ".,;:!?"
_BLANK = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_ANY = re.compile(rf"{_BLANK}[{MARKS}]")
_WORD_BEFORE = re.compile(rf"(?:[^\W_]+(?:[-.'’][^\W_]+)*|[)\]\"”»“%€$°])(?={_BLANK}*$)")
QUOTED = 200  # code points of a quotation in single marks
_CLOSING_SINGLE = re.compile(r"[‘’'`](?!\w)")


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """Blanks and a mark, before a blank, an end, a closing mark, or the word that a comma or full stop has run into."""
    facts = language(lang)
    spaced = ";:!?" if facts.tag == "und" else facts.spaced_marks
    wanted = re.escape("".join(mark for mark in MARKS if mark not in spaced))
    closed = r"(?=\s(?! ?\.)|$|[\"”»“)\]])"
    return re.compile(rf"(?<=[^\s.,;:!?([{{])({_BLANK}+)(?:[{wanted}]{closed}|,(?=[^\W\d_])|\.(?=[A-ZÀ-Þ][a-zà-ÿ]))")


@check(
    "F305",
    Category.PUNCTUATION,
    Severity.MINOR,
    example("In ⟦Norway ,⟧ many towns have none.", "en", fix="Norway,"),
    example("Le maire l'a dit ⟦hier .⟧", "fr", fix="hier."),
    example('Er rief "⟦Halt !⟧" und ging.', "de", fix="Halt!"),
    example("Sie ⟦hofft ,⟧dass der Hafen öffnet.", "de", fix="hofft, "),
    example("Le maire l'a dit hier : le port rouvre !", "fr"),
    example("He waited ... and saved it as .docx, as he does :-)", "en"),
    example("Er sprach von ,kleinen Booten‘ im Hafen.", "de"),
    example("Das Spiel endete 2 : 1 und dann . . . nichts.", "de"),
)
def space_before_mark(segment: Segment) -> Iterator[Hit]:
    """A space before a comma, a full stop or another mark that takes none in the language.

    It is what text put together from tokens looks like, and lets a line start with a comma. Marks that the language
    spaces (French : ; ! ?) are right with a space and stay silent. Not seen: tabs and line ends.
    """
    text = segment.target
    if not _ANY.search(text):
        return
    for found in _pattern(segment.target_lang).finditer(text):
        word = _WORD_BEFORE.search(text, max(0, found.start() - 40), found.start())
        mark = text[found.end() - 1]
        gap = " " if text[found.end() : found.end() + 1].isalpha() else ""
        if word is None or (mark == ":" and word.group().isdigit()):
            continue
        if (
            mark == "," and gap and _CLOSING_SINGLE.search(text, found.end(), found.end() + QUOTED)
        ):  # a comma for a low quotation mark
            continue
        yield Hit(word.start(), found.end(), f"a space before {mark}", word.group() + mark + gap, 0.9)
