"""What the two terminal formats share: colours, places, the closing line."""

from mtqa.finding import Finding
from mtqa.report import Review, Summary

STYLES = {"bold": "1", "dim": "2", "minor": "33", "major": "31", "critical": "1;31", "fix": "32", "place": "36"}


def mark(text: str, style: str, colour: bool) -> str:
    """Text in a style, or as it is without colour."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colour else text


def printable(text: str) -> str:
    """Text that cannot steer a terminal: control and bidi characters become visible escapes."""
    return "".join(c if c.isprintable() or c == "\N{NO-BREAK SPACE}" else f"\\u{ord(c):04x}" for c in text)


def place(review: Review, finding: Finding) -> str:
    """path:line:column, with the unit's id where a file holds several."""
    unit = f"#{review.document.unit}" if review.document.unit else ""
    return printable(f"{review.document.path}{unit}:{finding.line}:{finding.column}")


def say(finding: Finding) -> str:
    """The message with the suggestion."""
    fix = finding.hit.suggestion
    if fix is None:
        return printable(finding.hit.message)
    return printable(finding.hit.message + (f" (suggestion: “{fix}”)" if fix else " (suggestion: delete)"))


def closing(summary: Summary, colour: bool) -> str:
    """The last lines: what was found in how much, and the score."""
    counts = [f"{n} {severity}" for severity, n in summary.findings.items() if n]
    total = sum(summary.findings.values())
    plural = "" if total == 1 else "s"
    told = f"{total} finding{plural} ({', '.join(counts)})" if total else "No findings"
    documents = f"{summary.documents} document" + ("" if summary.documents == 1 else "s")
    lines = [mark(f"{told} in {documents}, {summary.sentences} sentences; score {summary.score:g}", "bold", colour)]
    lines += [f"note: {note} ({n} document{'' if n == 1 else 's'})" for note, n in summary.notes.items()]
    return "\n".join(lines) + "\n"
