"""A report in Markdown: the documents with their findings, then the summary."""

import re
from collections.abc import Iterable, Iterator

from mtqa.finding import Finding
from mtqa.render._terminal import against, counted, metrics, printable, uncounted
from mtqa.report import Review, Summary, Tally

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&-])")


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """Stream a section for each document with findings; clean documents are only counted."""
    yield "# mtqa report\n"
    for review in tally.watch(reviews):
        if review.findings:
            yield section(review)
    yield closing(tally.summary())


def section(review: Review) -> str:
    """One document: its score and a table of findings, the first in the text first."""
    title = review.document.title or review.document.id
    rows = [row(finding) for finding in review.findings]
    head = "| place | severity | check | text | what is wrong | suggestion |\n|---|---|---|---|---|---|\n"
    lang = review.document.target_lang
    about = f"`{plain(review.document.path)}`, {lang}, score {review.score:g}, penalty {review.penalty:g}"
    about += f"; {metrics(review.measured.metrics)}" if review.measured else ""
    return f"\n## {cell(title)}\n\n{about}\n\n{head}" + "\n".join(rows) + "\n"


def row(finding: Finding) -> str:
    """A table row for one finding."""
    place, check = f"{finding.line}:{finding.column}", f"{finding.code} {finding.name}"
    told = [cell(finding.text), cell(finding.hit.message), fix(finding.hit.suggestion)]
    return f"| {' | '.join([place, finding.severity.value, check, *told])} |"


def closing(summary: Summary) -> str:
    """The summary."""
    counts = ", ".join(f"{n} {name}" for name, n in summary.findings.items())
    categories = "\n".join(f"| {name} | {n} |" for name, n in summary.categories.items())
    notes = "".join(f"\n- {note} ({n})" for note, n in summary.notes.items())
    notes += f"\n- {uncounted(summary)}" if summary.suppressed else ""
    notes += f"\n- {against(summary)}" if summary.measured else ""
    own = summary.measured.signatures if summary.measured else {}
    signed = "".join(f", `{name}:{one}`" for name, one in own.items())
    return (
        f"\n## Summary\n\n{counted(summary.documents, 'document')}, {counted(summary.sentences, 'sentence')}, "
        f"{counted(summary.words, 'word')}; "
        f"score {summary.score:g}; findings: {counts}.\n{notes}\n"
        f"\n| category | findings |\n|---|---|\n{categories}\n\n`{summary.signature}`{signed}\n"
    )


def cell(text: str) -> str:
    """Text that stays text in a Markdown table."""
    return _SPECIAL.sub(r"\\\1", printable(" ".join(text.split())))


def plain(text: str) -> str:
    """Text for a code span."""
    return printable(" ".join(text.replace("`", "'").split()))


def fix(suggestion: str | None) -> str:
    """A suggestion as a table cell."""
    return "" if suggestion is None else cell(suggestion) or "(delete)"
