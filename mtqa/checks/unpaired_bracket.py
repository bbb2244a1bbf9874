"""F302: a bracket without its partner."""

import re
from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Document
from mtqa.text import blocks

PARTNER = {")": "(", "]": "["}
_BRACKET = re.compile(r"[()\[\]]")
# No bracket: "a)", "12)", "iv)" before an entry of a list; ":-)", ";(", "x)", and further mouths, ":)))".
_ENTRY = re.compile(r"(?:^|[\s(;,:])(?:[^\W\d_]|\d{1,2}|[ivxIVX]{1,4})$")
_FACE = re.compile(r"[:;=8xX][-'o^]?[()\[\]]*$|[()]{2}$")
NEAR = 6  # code points before a bracket that can tell an entry or a face


@document_check(
    "F302",
    Category.PUNCTUATION,
    Severity.MINOR,
    example("The bridge ⟦(⟧built in 1931 will close for repairs. The council agreed on Monday.", "en"),
    example("Le pont est vieux. Il fut construit en 1931⟦)⟧ par la ville.\nIl sera fermé.", "fr"),
    example("Der Rat stimmte zu. Die Brücke 1931 erbaut⟦)⟧ wird gesperrt.", "de"),
    example("The mayor gave two reasons: a) the cost and b) the noise :-)\nNobody laughed.", "en"),
    example("Le pont (construit [en partie] en 1931) sera fermé.", "fr"),
    example("erbaut im Jahr 1931) wird gesperrt.", "de"),
)
def unpaired_bracket(document: Document) -> Iterator[Hit]:
    """A round or square bracket that nothing opens, or nothing closes, in its paragraph or the next.

    What stands in brackets is an aside; when one is lost, the rest of the paragraph becomes one. "a)" and "1)" before
    an entry and faces are no brackets. Not seen: in a text of one paragraph, which may be cut out of a longer one, a
    bracket opened in the last sentence or closed in the first.
    """
    text = document.text
    if not _BRACKET.search(text):
        return
    first, last = 0, len(text)
    stretches = document.blocks or blocks(text)
    if len(stretches) == 1:
        body = [segment for segment in document.segments if segment.field == "text"]
        if len(body) < 2:
            return
        first, last = body[0].end, body[-1].start
    for at in _unpaired(text, [(block.start, block.end) for block in stretches]):
        is_closing = text[at] in PARTNER
        if at >= first if is_closing else at < last:
            missing = "opened" if is_closing else "closed"
            yield Hit(at, at + 1, f"the bracket {text[at]} is never {missing}", confidence=0.7)


def _unpaired(text: str, stretches: list[tuple[int, int]]) -> list[int]:
    found: list[int] = []
    carried: list[int] = []
    for start, end in stretches:
        waiting: list[int] = []
        for match in _BRACKET.finditer(text, start, end):
            at, mark = match.start(), match.group()
            if mark not in PARTNER:
                if not _FACE.search(text, max(start, at - NEAR), at):
                    waiting.append(at)
            elif waiting and text[waiting[-1]] == PARTNER[mark]:
                waiting.pop()
            elif not waiting and carried and text[carried[-1]] == PARTNER[mark]:
                carried.pop()
            elif not _is_entry_or_face(text, start, at):
                found.append(at)
        found += carried
        carried = waiting
    return sorted(found + carried)


def _is_entry_or_face(text: str, start: int, at: int) -> bool:
    near = max(start, at - NEAR)
    return bool(_ENTRY.search(text, near, at) or _FACE.search(text, near, at))
