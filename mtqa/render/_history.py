"""Scores over time: a table for the terminal, JSON, a page with a chart for each feed."""

import json
from collections.abc import Callable, Sequence

from mtqa.history import History, as_json
from mtqa.render._chart import curve
from mtqa.render._terminal import printable

HEAD = ("", "items", "words", "score", "lowest", "minor", "major", "critical", "")


def table(histories: Sequence[History]) -> str:
    """Each feed with a line a period, numbers in columns; a drop against the feed's own past stands at the end of its line."""
    if not histories:
        return "Nothing is remembered yet.\n"
    parts = []
    for one in histories:
        rows = [HEAD, *(_row(one, number) for number in range(len(one.periods)))]
        widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
        lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
        parts.append(
            "\n".join([printable(one.feed), *(f"  {line}" for line in lines), f"  by {one.by} (UTC), {one.signature}"])
        )
    return "\n\n".join(parts) + "\n"


def _row(history: History, number: int) -> tuple[str, ...]:
    period = history.periods[number]
    counts = (period.minor, period.major, period.critical)
    drop = "D201 score-drop" if period.drops else ""
    scores = (f"{period.score:.1f}", f"{period.lowest:.1f}")
    return period.start, str(period.items), str(period.words), *scores, *map(str, counts), drop


def data(histories: Sequence[History]) -> str:
    """The histories in the mtqa-history/1 schema."""
    return json.dumps(as_json(tuple(histories)), ensure_ascii=False, indent=1) + "\n"


def page(histories: Sequence[History]) -> str:
    """A self-contained page."""
    from mtqa.render.html import asset, part

    return part("history.html.j2", curves=[curve(one) for one in histories], style=asset("style.css"))


FORMATS: dict[str, Callable[[Sequence[History]], str]] = {"table": table, "json": data, "html": page}
