"""The report for people: one self-contained HTML file, light and dark, on paper and on a phone.

The page needs no network and no server, and the input stays text: everything is escaped, and a content security policy
allows the page's own style and script alone.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from heapq import heappush, heapreplace
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.checks import all_checks
from mtqa.render._article import article
from mtqa.render._chart import curve, histogram
from mtqa.render._terminal import metrics, uncounted
from mtqa.report import Review, Summary, Tally
from mtqa.spool import Spool

if TYPE_CHECKING:
    from jinja2 import Environment

SHOWN = 200  # documents shown in full: a page of more than some thousands of findings no longer opens at once


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """Read the stream once for the summary, and again for the articles: the worst ones where there are many."""
    spool = Spool(tally.watch(reviews))
    shown = worst(spool, SHOWN)
    summary = tally.summary()
    yield part("head.html.j2", summary=summary, bars=histogram(summary.histogram), **overview(summary, shown))
    for number, review in enumerate(spool):
        if number in shown:
            yield part("article.html.j2", article=article(f"d{number}", review))
    yield part("foot.html.j2", summary=summary, checks=documentation(summary), hidden=summary.documents - len(shown))
    spool.close()


def worst(reviews: Iterable[Review], size: int) -> set[int]:
    """The numbers, in the stream, of the documents with the lowest scores."""
    kept: list[tuple[float, int]] = []
    for number, review in enumerate(reviews):
        row = (-review.score, -number)
        if len(kept) < size:
            heappush(kept, row)
        elif row > kept[0]:
            heapreplace(kept, row)
    return {-number for _, number in kept}


def overview(summary: Summary, shown: set[int]) -> dict[str, Any]:
    """What the head shows besides the figures."""
    return {
        "severities": list(summary.findings.items()),
        "total": sum(summary.findings.values()),
        "shown": len(shown),
        "style": asset("style.css"),
        "metrics_style": asset("metrics.css"),
        "uncounted": uncounted(summary),
        "curves": [curve(one) for one in summary.histories],
    }


def documentation(summary: Summary) -> list[dict[str, str]]:
    """The documentation of the checks that found something."""
    return [
        {"code": one.code, "name": one.name, "category": one.category.value, "text": cleandoc(one.doc)}
        for one in all_checks()
        if one.code in summary.codes
    ]


def part(name: str, **values: Any) -> str:
    """One template, filled in."""
    return environment().get_template(name).render(**values)


@cache
def environment() -> "Environment":
    """Templates from this package, with everything escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "_html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["script"] = asset("script.js")
    made.filters["metrics"] = metrics
    return made


@cache
def asset(name: str) -> str:
    """The page's own style or script."""
    return (Path(__file__).parent / "_html" / name).read_text(encoding="utf-8")
