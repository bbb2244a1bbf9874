"""Each finding under its source line with the span underlined and the suggestion, as rustc and ruff do."""

from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from mtqa.finding import Finding
from mtqa.render._terminal import closing, mark, place, printable
from mtqa.report import Review, Tally

WIDTH = 100  # code points of the line shown around a span


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """Stream findings with their lines, and close with a count."""
    for review in tally.watch(reviews):
        for finding in review.findings:
            yield diagnostic(review, finding, colour) + "\n\n"
    yield closing(tally.summary(), colour)


def diagnostic(review: Review, finding: Finding, colour: bool = False) -> str:
    """One finding in full."""
    severity = finding.severity.value
    gutter = " " * len(str(finding.line))
    line, start, end = excerpt(review, finding)
    before, inside, after = printable(line[:start]), printable(line[start:end]), printable(line[end:])
    under = " " * columns(before) + mark("^" * max(1, columns(inside)), severity, colour)
    bar = mark("|", "place", colour)
    rows = [
        mark(f"{severity}[{finding.code}]", severity, colour)
        + mark(f": {printable(finding.hit.message)}", "bold", colour),
        f"{gutter}{mark('-->', 'place', colour)} {place(review, finding)}",
        f"{gutter} {bar}",
        f"{mark(str(finding.line), 'place', colour)} {bar} {before}{mark(inside, severity, colour)}{after}",
        f"{gutter} {bar} {under}",
    ]
    fix = finding.hit.suggestion
    if fix is not None:
        told = f"replace with: {mark(printable(fix), 'fix', colour)}" if fix else "delete this"
        rows.append(f"{gutter} {mark('=', 'place', colour)} suggestion: {told}")
    rows.append(
        f"{gutter} {mark('=', 'place', colour)} {finding.name} ({finding.category}), confidence {finding.hit.confidence:.2f}"
    )
    return "\n".join(rows)


def excerpt(review: Review, finding: Finding) -> tuple[str, int, int]:
    """The line that holds the span's start, cut to a readable width, and the span in it (its first line only)."""
    document = review.document
    text = (document.title or "") if finding.field == "title" else document.text
    first = text.rfind("\n", 0, finding.start) + 1
    last = text.find("\n", finding.start)
    last = len(text) if last < 0 else last
    end = max(finding.start + 1, min(finding.end, last))
    room = max(0, WIDTH - (end - finding.start)) // 2
    left, right = max(first, finding.start - room), min(max(last, end), end + room)
    head, tail = "…" if left > first else "", "…" if right < last else ""
    return head + text[left:right] + tail, finding.start - left + len(head), end - left + len(head)


def columns(text: str) -> int:
    """Terminal columns of a text: wide East Asian characters take two."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
