"""What a checked file says to mtqa itself: comments in HTML and Markdown, the "ignore" key of a row.

`<!-- mtqa-disable A101, F2 -- a quotation -->` holds until an `mtqa-enable` that names the same codes or none, and
`mtqa-disable-next-line` for the next paragraph, heading, item or cell. Without codes all are meant.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

PREFIX = "mtqa-"


class Action(StrEnum):
    """What a directive asks for."""

    DISABLE = "disable"
    NEXT_LINE = "disable-next-line"
    ENABLE = "enable"
    ROW = "ignore"  # a row's own key: holds for the whole document


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive and its 1-based place in the file. `action` is None where the word after "mtqa-" is none that there is.

    `codes` are codes, prefixes of codes or names of checks as written, empty for all.
    """

    action: Action | None
    word: str
    codes: tuple[str, ...] = ()
    reason: str | None = None
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        head = f'"{self.word}"' if self.action is Action.ROW else PREFIX + self.word
        return " ".join([head, *self.codes])


_COMMENT = re.compile(r"\s*mtqa-(?P<word>[\w-]*\w)(?P<rest>.*)", re.S)
_REASON = re.compile(r"(?:^|\s)(?:--|—)(?:\s|$)|:(?:\s|$)")  # XML allows no "--" in a comment, so a colon does too
_APART = re.compile(r"[\s,;]+")


def in_comment(inside: str, line: int, column: int) -> Directive | None:
    """The directive that a comment is, from what stands between its marks; None where it does not begin with "mtqa-"."""
    match = _COMMENT.match(inside)
    if match is None:
        return None
    codes, *reason = _REASON.split(match["rest"], maxsplit=1)
    word = match["word"].lower()
    action = Action(word) if word in (Action.DISABLE, Action.NEXT_LINE, Action.ENABLE) else None
    return Directive(action, word, _codes(codes), " ".join(reason[0].split()) or None if reason else None, line, column)


def in_row(value: object, line: int) -> tuple[Directive, ...] | None:
    """The directives of a row's "ignore": true, "A101, F2", ["A101"], {"A101": "why"}; None for anything else."""
    if value is True:
        return (Directive(Action.ROW, "ignore", (), None, line),)
    if isinstance(value, str):
        value = _codes(value)
    if isinstance(value, Mapping) and all(isinstance(v, str) for v in value.values()):
        return tuple(Directive(Action.ROW, "ignore", (str(code),), why or None, line) for code, why in value.items())
    if isinstance(value, list | tuple) and all(isinstance(code, str) and code.strip() for code in value):
        return (Directive(Action.ROW, "ignore", tuple(value), None, line),) if value else ()
    return () if value is None or value is False else None


def _codes(text: str) -> tuple[str, ...]:
    return tuple(filter(None, _APART.split(text.strip())))
