"""The step summary of GitHub Actions: Markdown with the counts and the worst findings, under the limit of 1 MiB."""

from collections.abc import Iterable, Iterator

from mtqa.finding import Finding
from mtqa.fingerprint import relative
from mtqa.render._place import root
from mtqa.render._severity import badness
from mtqa.render._terminal import against, counted, uncounted
from mtqa.render._worst import Worst
from mtqa.render.markdown import cell, fix
from mtqa.report import Review, Summary, Tally

MOST = 100  # findings in the table
MOST_UNREAD = 20
MOST_TEXT = 200  # code points of a cell: 100 rows stay under 1 MiB whatever stands in them
HEAD = "\n| place | severity | check | text | what is wrong | suggestion |\n|---|---|---|---|---|---|\n"


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """A table of the worst findings and the counts, known when the reviews are through."""
    folder, kept = root(), Worst[str](MOST)
    for review in tally.watch(reviews):
        for finding in review.findings:
            if kept.takes(bad := badness(finding)):
                kept.add(bad, row(relative(review.document.path, folder), finding))
    yield opening(tally.summary())
    yield "".join(f"\n- not read: {short(str(one))}" for one in tally.unread[:MOST_UNREAD])
    if len(kept):
        yield HEAD + "".join(kept.worst_first())
    if kept.dropped:
        yield f"\nand {counted(kept.dropped, 'more finding')}, less severe.\n"
    yield "\n"


def opening(summary: Summary) -> str:
    """How many findings, in how much, and the score."""
    total = sum(summary.findings.values())
    told = ", ".join(f"{count} {name}" for name, count in summary.findings.items() if count)
    size = f"{counted(summary.documents, 'document')}, {counted(summary.sentences, 'sentence')}"
    found = f"{counted(total, 'finding')} ({told})" if total else "No findings"
    notes = "".join(f"\n- {short(note)} ({counted(count, 'document')})" for note, count in summary.notes.items())
    notes += f"\n- {uncounted(summary)}" if summary.suppressed else ""
    notes += f"\n- {against(summary)}" if summary.measured else ""
    return f"**{found}** in {size}; score {summary.score:g}.\n{notes}\n"


def row(path: str, finding: Finding) -> str:
    """A table row for one finding."""
    suggestion = finding.hit.suggestion
    cells = [
        short(f"{path}:{finding.line}:{finding.column}"),
        finding.severity.value,
        f"{finding.code} {finding.name}",
        short(finding.text),
        short(finding.hit.message),
        fix(suggestion if suggestion is None else suggestion[:MOST_TEXT]),
    ]
    return f"| {' | '.join(cells)} |\n"


def short(text: str) -> str:
    """Text for a table cell, cut to a readable length."""
    return cell(text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]}…")
