"""F403: characters that cannot be seen."""

import re
from collections.abc import Iterator
from unicodedata import bidirectional, category

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}"
    f"{JOINERS}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
    "\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0001-\U000e007f]+"
)
_PART = re.compile(rf"[^\W_]|{_INVISIBLE.pattern}")
_SOFT = re.compile(r"[^\W_]{2,}(?:\N{SOFT HYPHEN}[^\W_]{2,})+")  # where a word may be broken
NEAR = 8  # code points within which the next visible character is looked for
LONG = 10  # letters of a word from which newspapers say so


@check(
    "F403",
    Category.CHARACTER_ENCODING,
    Severity.MINOR,
    example("The ⟦har\N{SOFT HYPHEN}bour⟧ opens.", "en", fix="harbour"),
    example("Le ⟦port\N{ZERO WIDTH SPACE}⟧ rouvre.", "fr", fix="port"),
    example("Der ⟦\N{ZERO WIDTH NO-BREAK SPACE}Hafen⟧ ist offen.", "de", fix="Hafen"),
    example("Die Hafen\N{SOFT HYPHEN}behörde schweigt.", "de"),
    example("The crew \N{MAN}\N{ZERO WIDTH JOINER}\N{ROCKET} waits.\N{NO-BREAK SPACE}Really.", "en"),
    example("Le maire écrit : « می\N{ZERO WIDTH NON-JOINER}خواهم ».", "fr"),
)
def invisible_character(segment: Segment) -> Iterator[Hit]:
    """A character that cannot be seen: zero-width spaces, soft hyphens, marks of direction, control characters.

    It breaks search, sorting and spell-checking, and shows as a box or a stray hyphen on some screens. The word around
    it is marked. Joiners inside emoji and between letters that join, marks of direction beside words that run from
    right to left, soft hyphens in long words, spaces, tabs and line ends stay silent.
    Not seen: no-break spaces, which are right more often than not.
    """
    text = segment.target
    seen = 0
    for found in _INVISIBLE.finditer(text):
        if found.start() < seen or _is_needed(text, found.start(), found.end()):
            continue
        start, seen = _word_around(text, found.start(), found.end())
        word = text[start:seen]
        plain = _INVISIBLE.sub("", word)
        if len(plain) < LONG or not _SOFT.fullmatch(word):
            yield Hit(start, seen, "a character that cannot be seen", plain, 0.8)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start and _PART.match(text[start - 1]):
        start -= 1
    while end < len(text) and _PART.match(text[end]):
        end += 1
    return start, end


def _is_needed(text: str, start: int, end: int) -> bool:
    beside = text[max(0, start - NEAR) : start].rstrip()[-1:] + text[end : end + NEAR].lstrip()[:1]
    if any(bidirectional(one) in ("R", "AL", "AN") for one in beside):
        return True
    if text[start] in JOINERS:  # emoji (So, Sk: skin tones, Mn: variation selectors) and scripts with joining letters
        return any(category(one) in ("So", "Sk", "Mn", "Mc", "Me") or one > "\u08ff" for one in beside)
    return text[start] >= "\U000e0000" and any(category(one) == "So" for one in beside)  # flags of England and such
