"""Each finding under its source line with the span underlined and the suggestion, as rustc and ruff do."""

from collections.abc import Iterable, Iterator
from unicodedata import category, east_asian_width

from mtqa.finding import Finding
from mtqa.render._terminal import closing, counted, mark, place, printable
from mtqa.report import Review, Tally

WIDTH = 100  # code points of the line shown around a span
ELLIPSIS = "…"


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
    before, inside, after = (visible(part) for part in excerpt(review, finding))
    under = " " * columns(before) + mark("^" * max(1, columns(inside)), severity, colour)
    bar, equals = mark("|", "place", colour), mark("=", "place", colour)
    rows = [
        mark(f"{severity}[{finding.code}]", severity, colour)
        + mark(f": {printable(finding.hit.message)}", "bold", colour),
        f"{gutter}{mark('-->', 'place', colour)} {place(review, finding)}",
        f"{gutter} {bar}",
        f"{mark(str(finding.line), 'place', colour)} {bar} {before}{mark(inside, severity, colour)}{after}".rstrip(),
        f"{gutter} {bar} {under}{more_lines(finding)}",
    ]
    if (fix := finding.hit.suggestion) is not None:
        told = f"replace with: {mark(printable(fix), 'fix', colour)}" if fix else "delete this"
        rows.append(f"{gutter} {equals} suggestion: {told}")
    about = f"{finding.name} ({finding.category}), confidence {finding.hit.confidence:.2f}"
    return "\n".join([*rows, f"{gutter} {equals} {about}"])


def excerpt(review: Review, finding: Finding) -> tuple[str, str, str]:
    """What stands on the line before the span, the span, and what stands after it, cut to a readable width.

    Of a span over several lines its first is shown, of a long one its two ends.
    """
    document = review.document
    text = (document.title or "") if finding.field == "title" else document.text
    start = finding.start
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    last = len(text) if last < 0 else last
    end = min(finding.end, max(last, start + 1))
    room = max(WIDTH // 10, (WIDTH - (end - start)) // 2)
    left, right = max(first, start - room), max(end, min(last, end + room))
    if left > first:
        left = text.find(" ", left, start) + 1 or left  # from a whole word on
    if right < last:
        right = max(text.rfind(" ", end, right), 0) or right
    before, after = ELLIPSIS * (left > first) + text[left:start], text[end:right] + ELLIPSIS * (right < last)
    return before, shortened(text[start:end]), after


def shortened(inside: str) -> str:
    """The two ends of a span that is longer than a line."""
    if len(inside) <= WIDTH:
        return inside
    return f"{inside[: WIDTH * 2 // 3]} {ELLIPSIS} {inside[-WIDTH // 4 :]}"


def more_lines(finding: Finding) -> str:
    """How far a span goes on below the line shown."""
    feeds = finding.text.rstrip("\n").count("\n")
    return f" and {counted(feeds, 'more line')}" if feeds else ""


def visible(text: str) -> str:
    """Text for one line of a terminal, a tab as one space, so that what stands under it stays under it."""
    return printable(text.replace("\t", " "))


def columns(text: str) -> int:
    """Terminal columns of a text: wide East Asian characters take two, combining marks none."""
    return sum(2 if east_asian_width(c) in "WF" else category(c) not in ("Mn", "Me") for c in text)
