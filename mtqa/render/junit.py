"""JUnit XML, which every CI server reads: a suite for each article, a failing case for each finding.

A clean article has one case that passes. Cases are named by what they found, not where, so that a server knows them
again; GitLab drops all but the first of a name. Scores, and BLEU, chrF and TER of an article with a reference, are
properties of its suite. What is suppressed is skipped. Strict readers (Jenkins' xUnit plugin)
take no attributes for file and line: they stand in the failure's text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from mtqa.finding import Finding
from mtqa.fingerprint import STANDARD_INPUT, relative
from mtqa.render._place import root
from mtqa.render._terminal import printable, say
from mtqa.report import Review, Tally

MOST_TEXT = 60  # code points of a name


def render(reviews: Iterable[Review], tally: Tally, colour: bool = False) -> Iterator[str]:
    """Stream a suite for each review, and one with an error for each part of the input that could not be read."""
    folder = root()
    seen: Counter[str] = Counter()
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mtqa">\n'
    for review in tally.watch(reviews):
        path = relative(review.document.path, folder)
        yield suite(review, suite_name(path, review, seen))
    if tally.unread:
        cases = (
            case(
                "input", str(one), f'<error type="unreadable" message={attribute(one.message)}>{text(str(one))}</error>'
            )
            for one in tally.unread
        )
        count = len(tally.unread)
        yield f'<testsuite name="input" tests="{count}" failures="0" errors="{count}">\n{"".join(cases)}</testsuite>\n'
    yield "</testsuites>\n"


def suite_name(path: str, review: Review, seen: Counter[str]) -> str:
    """The article's path and id; a number behind it where a row without an id has its path for its own."""
    shown = "standard input" if path == STANDARD_INPUT else path
    name = f"{shown}#{review.document.unit}" if review.document.unit else shown
    seen[name] += 1
    return name if seen[name] == 1 else f"{name} ({seen[name]})"


def suite(review: Review, name: str) -> str:
    """An article: its score, and a case for each finding or one for all."""
    cases: Counter[str] = Counter()
    failed = [failure(review, finding, name, numbered(finding, cases)) for finding in review.findings]
    skipped = [
        case(name, numbered(one.finding, cases), f"<skipped>{text(one.reason or f'suppressed by {one.by}')}</skipped>")
        for one in review.suppressed
    ]
    all_cases = [*failed, *skipped] or [case(name, "no findings", "")]
    head = f'tests={attribute(str(len(all_cases)))} failures={attribute(str(len(failed)))} errors="0"'
    figures = {"score": f"{review.score:g}", "penalty": f"{review.penalty:g}", "signature": review.signature}
    if review.measured:
        figures |= {name: f"{value:g}" for name, value in asdict(review.measured.metrics).items() if value is not None}
        figures |= {f"{name}.signature": one for name, one in review.measured.signatures.items()}
    told = "".join(f"<property name={attribute(key)} value={attribute(one)}/>" for key, one in figures.items())
    opening = f'<testsuite name={attribute(name)} {head} skipped="{len(skipped)}">\n'
    return "".join(chain((opening, f"<properties>{told}</properties>\n"), all_cases, ("</testsuite>\n",)))


def failure(review: Review, finding: Finding, suite_named: str, name: str) -> str:
    """The case of a finding."""
    document = review.document
    place = f"{document.path}:{finding.line}:{finding.column}"
    body = f"{place}: {finding.code} {finding.severity} {say(finding)} [{finding.category}]"
    told = f"<failure type={attribute(finding.severity.value)} message={attribute(say(finding))}>{text(body)}</failure>"
    return case(suite_named, name, told)


def numbered(finding: Finding, cases: Counter[str]) -> str:
    """The name of a case: check and words, and a number where both are the same again."""
    words = " ".join(finding.text.split())
    shown = words if len(words) <= MOST_TEXT else f"{words[: MOST_TEXT - 1]}…"
    name = f"{finding.code} {finding.name}: {shown}"
    cases[name] += 1
    return name if cases[name] == 1 else f"{name} ({cases[name]})"


def case(suite_named: str, name: str, inside: str) -> str:
    """A test case; without anything inside it passed."""
    head = f"<testcase classname={attribute(suite_named)} name={attribute(name)}"
    return f"  {head}>{inside}</testcase>\n" if inside else f"  {head}/>\n"


def attribute(value: str) -> str:
    """A quoted attribute value; characters that XML has no place for are shown as escapes."""
    return quoteattr(printable(value))


def text(value: str) -> str:
    """Character data, as `attribute`."""
    return escape(printable(value))
