"""M104 table-remains."""

import re
from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Document

_LINE = re.compile(r"[^\n]+")
_RULE = re.compile(r"\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?\s*")


@document_check(
    "M104",
    Category.BOILERPLATE,
    Severity.MAJOR,
    example("Die Lage ist ernst.\n⟦Daten | |⟧\n⟦---|---|⟧\n⟦Land | Polen |⟧\n⟦Autor |⟧", "de"),
    example("⟦| Lieu | |⟧\n⟦| --- | --- |⟧\n⟦| Date | |⟧\nLe maire a démissionné.", "fr"),
    example("Home | Politics | Sport\nThe minister resigned.", "en"),
    example("| Team | Points |\n|---|---|\n| Lyon | 3 |\n| Metz | 1 |", "en"),
    example("Berlin | Der Kanzler reist ab.", "de"),
)
def table_remains(document: Document) -> Iterator[Hit]:
    """Rows of a table whose cells are empty or never close: "Details | |" over "---|---|".

    The table's layout is gone and its bars are left, often with labels that were not translated. Decided by rows: one
    that has an empty cell or a dangling bar, beside a rule of dashes or another such row. A table that is whole is left
    alone. Not seen: tables whose cells became lines of their own.
    """
    if "|" not in document.text:
        return
    rows: list[re.Match[str]] = []
    for line in _LINE.finditer(document.text):
        if "|" in line.group():
            rows.append(line)
        elif line.group().strip():
            yield from _remains(rows)
            rows = []
    yield from _remains(rows)


def _remains(rows: list[re.Match[str]]) -> Iterator[Hit]:
    """The broken rows, and the rules among them, of a stretch of rows that is no whole table."""
    rules = [row for row in rows if _RULE.fullmatch(row.group().strip())]
    broken = [row for row in rows if row not in rules and _is_broken(row.group().strip())]
    if not broken or len(broken) + len(rules) < 2:
        return
    for row in sorted(broken + rules, key=lambda match: match.start()):
        start = row.start() + len(row.group()) - len(row.group().lstrip())
        end = row.start() + len(row.group().rstrip())
        fix = "" if row in rules else None
        yield Hit(start, end, f"“{row.group().strip()[:40]}” is left of a table that lost its layout", fix)


def _is_broken(row: str) -> bool:
    """Whether a cell is empty or the last bar closes nothing."""
    inner = row[1:-1] if row.startswith("|") and row.endswith("|") else row
    return not all(cell.strip() for cell in inner.split("|"))
