"""What the two terminal formats share: colours, places, the closing line."""

from unicodedata import category

from mtqa.finding import Finding
from mtqa.reference.values import Metrics
from mtqa.report import Review, Summary

SUPPRESSED = {
    "comment": "disabled in comments",
    "row": "ignored in rows",
    "path": "ignored by path",
    "baseline": "known in the baseline",
    "accepted": "accepted as false alarms",
}
STYLES = {"bold": "1", "dim": "2", "minor": "33", "major": "31", "critical": "1;31", "fix": "32", "place": "36"}


def mark(text: str, style: str, colour: bool) -> str:
    """Text in a style, or as it is without colour."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colour else text


def printable(text: str) -> str:
    """Text that cannot steer a terminal: control and bidi characters become visible escapes; spaces stay spaces."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or category(c) == "Zs" else _escape(c) for c in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


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
    told = f"{counted(total, 'finding')} ({', '.join(counts)})" if total else "No findings"
    size = f"{counted(summary.documents, 'document')}, {counted(summary.sentences, 'sentence')}"
    line = f"{told} in {size}; score {summary.score:g}" if summary.documents else "Nothing was checked: 0 documents"
    lines = [mark(line, "bold", colour)]
    if told := uncounted(summary):
        lines.append(told)
    if summary.measured:
        lines.append(against(summary))
    lines += [f"note: {note} ({counted(n, 'document')})" for note, n in summary.notes.items()]
    return "\n".join(lines) + "\n"


def uncounted(summary: Summary) -> str:
    """How many findings are suppressed, and by whom; "" where none is."""
    told = ", ".join(f"{n} {SUPPRESSED[by]}" for by, n in summary.suppressed.items())
    return told and f"not counted: {told}"


def metrics(one: Metrics) -> str:
    """ "BLEU 34.2, chrF 61.0, TER 48.1"; without TER where the text is too long for it."""
    ter = "" if one.ter is None else f", TER {one.ter:.1f}"
    return f"BLEU {one.bleu:.1f}, chrF {one.chrf:.1f}{ter}"


def against(summary: Summary) -> str:
    """The metrics of all that has a reference, and how many documents that are; "" where none is."""
    if summary.measured is None:
        return ""
    number = summary.measured.documents
    some = "" if number == summary.documents else f" of {number} of {counted(summary.documents, 'document')}"
    return f"against the reference{some}: {metrics(summary.measured.metrics)}"


def counted(number: int, noun: str) -> str:
    """ "1 finding", "2 findings"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
