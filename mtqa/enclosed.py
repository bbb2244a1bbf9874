"""Quotations and brackets that stay whole when a text is divided: where each begins and ends."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

WHOLE = 250  # code points: a quotation or bracket no longer than this stays in one piece


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The quotations and brackets of a text that are short enough to be one thing: outermost only, in order."""

    text: str
    starts: tuple[int, ...]  # of the opening marks
    ends: tuple[int, ...]  # after the closing marks
    closed: Mapping[int, int]  # after a space, '"' closes what is open: from the offset before the space, that after it

    def hold(self, start: int, end: int) -> bool:
        """Whether [start, end) lies inside one of them, more of it following."""
        at = bisect_left(self.starts, start) - 1
        return at >= 0 and end < self.ends[at]

    def embed(self, end: int) -> bool:
        """Whether one that ends here stands inside a sentence, as a title does: the show "Who?"."""
        at = bisect_left(self.starts, end) - 1
        if at < 0 or self.ends[at] != end:
            return False
        before = self.text[max(0, self.starts[at] - 3) : self.starts[at]].rstrip()
        return before[-1:].isalnum()


_PAIRED = re.compile(r"[\"„“”‚‘’«»‹›()\[\]]")
_CLOSES = {
    "(": ")", "[": "]", "„": "“”\"", "“": "”\"", "”": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‚": "‘’", "‘": "’", '"': '"',
}  # fmt: skip
_BESIDE_OPENING = frozenset("([-–—/'’\"„“‚‘«»")


def enclosed(text: str) -> Enclosed:
    """Those of a text, in one pass. A mark left open is forgotten when its like opens again or WHOLE code points on."""
    found: list[tuple[int, int]] = []
    opened: deque[tuple[str, int]] = deque(maxlen=8)  # deeper nesting is noise
    closed: dict[int, int] = {}
    is_odd = False
    for match in _PAIRED.finditer(text):
        mark, at = match.group(), match.start()
        if mark == '"':
            if is_odd and text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace():
                closed[at - 1] = at + 1
            is_odd = not is_odd
        while opened and at - opened[0][1] > WHOLE:
            opened.popleft()
        partner = next((i for i in reversed(range(len(opened))) if mark in _CLOSES[opened[i][0]]), None)
        if _opens(text, mark, at, partner is not None):
            if mark not in "([" and any(mark == other for other, _ in opened):
                opened.clear()
            opened.append((mark, at))
        elif partner is not None:
            begun = opened[partner][1]
            while len(opened) > partner:
                opened.pop()
            while found and found[-1][0] > begun:
                found.pop()
            found.append((begun, at + 1))
    return Enclosed(text, tuple(start for start, _ in found), tuple(end for _, end in found), closed)


def _opens(text: str, mark: str, at: int, could_close: bool) -> bool:
    """Whether a mark opens: by itself, by the spaces around it, or by what is open where they do not tell."""
    if mark in "([„‚":
        return True
    if mark in ")]’":
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    free_before = not before or before.isspace() or before in _BESIDE_OPENING
    free_after = not after or not (after.isalnum() or after in "([¿¡„“‚‘…")
    if free_before != free_after:
        return free_before
    return mark in "«“‹‘" if mark != '"' else not could_close
