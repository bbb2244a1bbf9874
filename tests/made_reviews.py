"""What the tests of the CI outputs share: reviews of marked texts, and outputs rendered from them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mtqa.finding import Category, Finding, Hit, Severity
from mtqa.readers.files.problem import Problem
from mtqa.render import renderer
from mtqa.report import Review, Sentence, Suppressed, SuppressedBy, Tally
from mtqa.segment import Document, Segment

SIGNATURE = "mtqa:0|checks:1|model:none|langs:de-fr|split:1"
# What an article or a file name may hold to break out of a format.
HOSTILE = (
    "::error::owned",
    "\n::set-output name=x::y",
    "\r::add-path::/tmp",
    "##[set-env name=PATH;]/tmp",
    "%0A::stop-commands::x",
    "a,b:c=d%25",
    "]]><x/>&<!--",
    '"\'<tag a="1">',
    "[click](http://evil.example) {0} {{1}}",
    "| cell | `code` *bold*",
    "\x00\x07\x1b[31m\x85",
    "\ufffe\uffff",
    "\udce9",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc",
    "\N{GRINNING FACE}\N{ZERO WIDTH JOINER}",
    "\N{LINE SEPARATOR}::error::z",
)


@dataclass(frozen=True)
class Case:
    """A text with its spans in brackets, and what is said of each of them."""

    marked: str
    message: str = "'Moskau' is the German name of Moscou"
    suggestion: str | None = "Moscou"
    severity: Severity = Severity.MAJOR
    confidence: float = 0.95
    code: str = "A102"
    name: str = "source-exonym"
    path: str = "content/article.txt"
    unit: str | None = None
    title: str | None = None
    suppressed: tuple[tuple[SuppressedBy, str | None], ...] = field(default=())


def spans(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its brackets, and where they stood."""
    plain, found = "", []
    for piece in marked.split("⟦"):
        inside, closed, rest = piece.partition("⟧")
        if closed:
            found.append((len(plain), len(plain) + len(inside)))
        plain += inside + rest
    return plain, found


def reviewed(case: Case) -> Review:
    """The review of a case; as many of its last spans as `suppressed` says are suppressed."""
    text, found = spans(case.marked)
    document = Document(
        case.unit or case.path, case.path, text, target_lang="fr", source_lang="de", unit=case.unit, title=case.title
    )
    segment = Segment(text, "fr")
    document = replace(document, segments=(segment,))
    findings = []
    for start, end in found:
        place = document.location(start)
        hit = Hit(start, end, case.message, case.suggestion, case.confidence)
        findings.append(
            Finding(case.code, case.name, Category.UNTRANSLATED, case.severity, hit, segment, place.line, place.column)
        )
    counted = len(findings) - len(case.suppressed)
    kept = tuple(findings[:counted])
    rest = tuple(
        Suppressed(one, by, reason) for one, (by, reason) in zip(findings[counted:], case.suppressed, strict=True)
    )
    sentence = Sentence(segment, 40.0, 5.0, len(text.split()), kept)
    return Review(document, kept, (sentence,), 40.0, 5.0, SIGNATURE, suppressed=rest)


def rendered(name: str, *cases: Case, unread: Sequence[Problem] = ()) -> str:
    """What a format makes of these cases, and of what could not be read."""
    return rendered_reviews(name, [reviewed(case) for case in cases], unread)


def rendered_reviews(name: str, reviews: Sequence[Review], unread: Sequence[Problem] = ()) -> str:
    """What a format makes of these reviews."""
    tally = Tally(problems=len(unread), unread=tuple(unread))
    return "".join(renderer(name)(reviews, tally, False))
