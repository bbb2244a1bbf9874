"""One finding a line: path:line:column: CODE severity message."""

from collections.abc import Iterable, Iterator

from mtqa.render._terminal import closing, mark, place, say
from mtqa.report import Review, Tally


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """Stream findings as linters do, and close with a count."""
    for review in tally.watch(reviews):
        for finding in review.findings:
            head = mark(f"{place(review, finding)}:", "bold", colour)
            code = mark(f"{finding.code} {finding.severity}", finding.severity.value, colour)
            yield f"{head} {code} {say(finding)} [{finding.name}]\n"
    yield closing(tally.summary(), colour)
