"""Comments that speak to mtqa, with their places in the file."""

from collections.abc import Sequence

from mtqa.directive import Directive, in_comment
from mtqa.readers.files.trace import Traced


def directives(comments: Sequence[Traced], raw: str, line: int = 1, column: int = 1) -> tuple[Directive, ...]:
    """The directives among these comments, traced to `raw`, which begins at this line and column of its file."""
    if not comments:
        return ()
    starts = Traced("." * len(comments), tuple(range(len(comments))), tuple(one.origin(0) for one in comments))
    places = starts.anchors(raw, line, column)
    found = (in_comment(one.text, at.line, at.column) for one, at in zip(comments, places, strict=True))
    return tuple(one for one in found if one is not None)
