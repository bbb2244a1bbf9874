"""F306: no space after a comma, a full stop or another mark inside a sentence."""

import re
from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.lemma import is_known
from mtqa.segment import Segment

_GLUED = re.compile(r"[.,;:!?](?<=[^\W\d_].)(?=[^\W\d_])")
_LEFT = re.compile(r"[^\W\d_](?:[-'’]?[^\W\d_])*$")
_RIGHT = re.compile(r"[^\W\d_](?:['’]?[^\W\d_])*")
_ADDRESS = re.compile(r"@|//|[wW]{3}\.|\.\w+/|/\w+\.|[\w-]+\.[a-z]{2,4}$")
LONGEST = 40  # code points of a word


@check(
    "F306",
    Category.PUNCTUATION,
    Severity.MINOR,
    example("C'est la ⟦fin.Le⟧ maire est parti.", "fr", fix="fin. Le"),
    example("Sie ⟦hofft,dass⟧ der Hafen öffnet.", "de", fix="hofft, dass"),
    example("The harbour is ⟦open;the⟧ town cheers.", "en", fix="open; the"),
    example("Does it ⟦open?The⟧ mayor hopes so.", "en", fix="open? The"),
    example("Write to port.office@example.com, see www.example.com or visit Example.com, p.m. or not.", "en"),
    example("Die Mitarbeiter:innen von ver.di und oOh!media, z.B. in St.Pauli, fahren 80 km/h.", "de"),
    example("Les salarié.e.s lisent lesport.fr &amp;c. à 20h:les autres non.", "fr"),
)
def missing_space(segment: Segment) -> Iterator[Hit]:
    """No space after a comma, a full stop or another mark, where two words have run together.

    Two sentences become one, and the line breaks badly. A comma or a semicolon between two words is sure; a full stop,
    a colon or another mark counts between two known words when the second starts with a capital. Addresses, names with
    a mark inside ("Yahoo!"), abbreviations and gendered forms ("salarié.e.s", "Mitarbeiter:innen") stay silent.
    Not seen: marks next to digits and brackets; a full stop before a small letter.
    """
    text, lang = segment.target, segment.target_lang
    for found in _GLUED.finditer(text):
        at, mark = found.start(), found.group()
        left, right = _LEFT.search(text, max(0, at - LONGEST), at), _RIGHT.match(text, at + 1)
        if left is None or right is None or not _is_glued(left.group(), mark, right.group(), lang):
            continue
        if not _is_address(text, left.start(), right.end()):
            start, end = left.start(), right.end()
            fix = f"{left.group()}{mark} {right.group()}" if end - at > 2 else None  # "parad,e": a slip of the comma
            yield Hit(start, end, f"no space after {mark}", fix, 0.8)


def _is_glued(left: str, mark: str, right: str, lang: str) -> bool:
    if mark in ",;":
        return len(left) > 1 or len(right) > 1
    if len(left) < 2 or len(right) < 2 or not right[0].isupper() or right.isupper():
        return False
    facts = language(lang)
    if mark == "." and left[0].isupper() and right.lower() not in facts.closed:  # "Node.Js", "St.Pauli"
        return False
    if left.lower() + "." in facts.abbreviations:
        return False
    return is_known(left, lang) and (is_known(right, lang) or is_known(right.lower(), lang))


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether the words stand in a web or mail address, a file name or an entity ("&amp;c")."""
    nearest, farthest = max(0, start - LONGEST), end + LONGEST
    first = max(text.rfind(" ", nearest, start) + 1, nearest)
    last = text.find(" ", end, farthest)
    token = text[first : last if last >= 0 else farthest]
    return "&" in token[: start - first] or bool(_ADDRESS.search(token))
