"""Comments that speak to mtqa, with their places in the file."""

from collections.abc import Iterable

from mtqa.directive import Directive, in_comment
from mtqa.readers.files.trace import Traced


def directives(comments: Iterable[Traced], raw: str, line: int = 1, column: int = 1) -> tuple[Directive, ...]:
    """The directives among these comments, traced to `raw`, which begins at this line and column of its file."""
    placed = ((comment.text, comment.anchors(raw, line, column)[0]) for comment in comments)
    found = (in_comment(inside, place.line, place.column) for inside, place in placed)
    return tuple(one for one in found if one is not None)
