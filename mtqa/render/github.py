"""GitHub Actions: annotations on the lines of a pull request, and every finding in the step's log.

GitHub shows ten errors and ten warnings of a step, the first ones, so the worst are annotated; what could not be read
comes before them. All findings stand in a folded group of the log, of which no line can be a workflow command.
Scores, and BLEU, chrF and TER against references, close the log and stand in the step summary.
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mtqa.finding import Finding
from mtqa.fingerprint import STANDARD_INPUT, relative
from mtqa.render._place import region, root
from mtqa.render._severity import badness, level
from mtqa.render._terminal import closing, counted, place, printable, say
from mtqa.render._worst import Badness, Worst
from mtqa.report import Review, Tally

MOST = 10  # annotations of a kind that GitHub shows of a step
UNREAD = (9.0,)  # worse than any finding


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """Stream the findings into the log; then the annotations, worst first, and the count."""
    folder = root()
    kept: dict[str, Worst[str]] = {"error": Worst(MOST), "warning": Worst(MOST)}
    yield "::group::All findings\n"
    for review in tally.watch(reviews):
        for finding in review.findings:
            yield logged(
                f"- {place(review, finding)}: {finding.code} {finding.severity} {say(finding)} [{finding.name}]"
            )
            bad = badness(finding)
            of_kind = kept[level(finding.severity)]
            if of_kind.takes(bad):
                of_kind.add(bad, annotation(review, finding, folder))
    yield "::endgroup::\n"
    for one in tally.unread:
        add(kept["error"], UNREAD, command("error", one.message, where(one.path, folder, one.line) | {"title": "mtqa"}))
    for of_kind in kept.values():
        yield from of_kind.worst_first()
    dropped = sum(of_kind.dropped for of_kind in kept.values())
    if dropped:
        yield logged(
            f"{counted(dropped, 'more finding')} in the log above: GitHub shows {MOST} of a kind on the lines."
        )
    yield "".join(logged(line) for line in closing(tally.summary(), colour=False).splitlines())


def add(kept: Worst[str], bad: Badness, line: str) -> None:
    """Keep a line that is as bad as that."""
    if kept.takes(bad):
        kept.add(bad, line)


def annotation(review: Review, finding: Finding, folder: Path) -> str:
    """The command that puts a finding on its lines; columns only of a span on one line, as GitHub takes no others."""
    stretch = region(review, finding)
    properties = where(review.document.path, folder, stretch.line)
    if properties:
        properties["endLine"] = str(stretch.end_line)
        if stretch.is_on_one_line:
            properties |= {"col": str(stretch.column), "endColumn": str(stretch.end_column)}
    title = f"{finding.code} {finding.name} ({finding.severity})"
    return command(level(finding.severity), say(finding), properties | {"title": title})


def where(path: str, folder: Path, line: int | None) -> dict[str, str]:
    """The properties that name a file and a line; none for standard input, which lies in no repository."""
    if path == STANDARD_INPUT:
        return {}
    file = {"file": relative(path, folder)}
    return file if line is None else file | {"line": str(line)}


def command(name: str, text: str, properties: Mapping[str, str]) -> str:
    """A workflow command, escaped as the runner unescapes it (actions/runner, ActionCommand.cs)."""
    told = ",".join(f"{key}={escaped(printable(value), ':,')}" for key, value in properties.items())
    return f"::{name} {told}::{escaped(printable(text))}\n"


def escaped(text: str, more: str = "") -> str:
    """Text with %, line ends and `more` as percent codes."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" or c in more else c for c in text)


def logged(line: str) -> str:
    """A line of the log that the runner takes for no command: "::" at its start, or "##[" anywhere, would be one."""
    plain = printable(line).replace("##[", "# #[")
    return f"{'. ' if plain.lstrip().startswith('::') else ''}{plain}\n"
