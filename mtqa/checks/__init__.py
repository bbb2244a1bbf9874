"""The checks. One check, one file in this folder: its documentation, its examples, its function.

A check over sentences looks like this; one over whole documents uses `@document_check` and takes a Document:

    @check("F101", Category.DUPLICATION, Severity.MINOR,
           example("The talks ended ⟦in in⟧ Geneva.", "en", fix="in"),
           example("She had had enough.", "en"))
    def doubled_word(segment: Segment) -> Iterator[Hit]:
        '''The same word twice in a row. ... Not seen: repeated phrases of two words and more.'''

Brackets mark the span that must be flagged; an example without brackets must stay silent. A check of terms uses
`@term_check` and takes the run's glossary too; one that compares with the source uses `@source_check` and takes a stretch
of the text with the stretch of the source that it translates.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Document, Segment

if TYPE_CHECKING:
    from mtqa.glossary.lookup import Glossary

OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the spans that the check must flag in it (none: it must stay silent), and the suggestion it must make.

    `glossary` is the CSV text of the glossary that a check of terms needs; `codes` are the inline codes of source and
    target ("g 1,x 2|g 1").
    """

    text: str
    lang: str
    spans: tuple[tuple[int, int], ...]
    source_lang: str | None = None
    title: str | None = None
    source: str | None = None
    fix: str | None = None
    glossary: str | None = None
    codes: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What the registry knows of a check. `langs` is empty where the check speaks every language.

    `function` takes a Segment, a Document where `whole_document` says so, and a Glossary beside it where it `needs_glossary`.
    With `needs_source` the segment has a source, and may hold several sentences.
    """

    code: str
    name: str
    category: Category
    severity: Severity
    examples: tuple[Example, ...]
    function: Callable[..., Iterator[Hit]]
    doc: str
    whole_document: bool
    langs: tuple[str, ...]
    default: bool
    needs_glossary: bool = False
    needs_source: bool = False

    def speaks(self, lang: str) -> bool:
        """Whether the check has something to say in this language."""
        return not self.langs or lang in self.langs


def example(marked: str, lang: str, **context: str | None) -> Example:
    """Read ⟦brackets⟧ into spans. Context: source_lang, title, source, glossary, codes; fix: the first suggestion."""
    spans, plain = [], ""
    for piece in marked.split(OPEN):
        inside, closed, rest = piece.partition(CLOSE)
        if closed:
            spans.append((len(plain), len(plain) + len(inside)))
        plain += inside + rest
    return Example(plain, lang, tuple(spans), **context)


_registered: dict[str, Check] = {}


def check(
    code: str,
    category: Category,
    severity: Severity,
    *examples: Example,
    langs: tuple[str, ...] = (),
    default: bool = True,
) -> Callable[[Callable[[Segment], Iterator[Hit]]], Callable[[Segment], Iterator[Hit]]]:
    """Register a function over one sentence under a code; raises ValueError where the code is taken."""

    def register(function: Callable[[Segment], Iterator[Hit]]) -> Callable[[Segment], Iterator[Hit]]:
        _register(code, category, severity, examples, function, False, langs, default)
        return function

    return register


def document_check(
    code: str,
    category: Category,
    severity: Severity,
    *examples: Example,
    langs: tuple[str, ...] = (),
    default: bool = True,
) -> Callable[[Callable[[Document], Iterator[Hit]]], Callable[[Document], Iterator[Hit]]]:
    """Register a function over a whole document, whose hits count code points of the document's text."""

    def register(function: Callable[[Document], Iterator[Hit]]) -> Callable[[Document], Iterator[Hit]]:
        _register(code, category, severity, examples, function, True, langs, default)
        return function

    return register


def term_check(
    code: str, category: Category, severity: Severity, *examples: Example
) -> Callable[[Callable[[Segment, "Glossary"], Iterator[Hit]]], Callable[[Segment, "Glossary"], Iterator[Hit]]]:
    """Register a function over a sentence, or a paragraph beside its source, and a glossary; without one it never runs."""

    def register(
        function: Callable[[Segment, "Glossary"], Iterator[Hit]],
    ) -> Callable[[Segment, "Glossary"], Iterator[Hit]]:
        _register(code, category, severity, examples, function, False, (), True, needs_glossary=True)
        return function

    return register


def source_check(
    code: str,
    category: Category,
    severity: Severity,
    *examples: Example,
    langs: tuple[str, ...] = (),
    default: bool = True,
) -> Callable[[Callable[[Segment], Iterator[Hit]]], Callable[[Segment], Iterator[Hit]]]:
    """Register a function over a stretch of text beside its source, a sentence or a few; without a source it never runs."""

    def register(function: Callable[[Segment], Iterator[Hit]]) -> Callable[[Segment], Iterator[Hit]]:
        _register(code, category, severity, examples, function, False, langs, default, needs_source=True)
        return function

    return register


def _register(
    code: str,
    category: Category,
    severity: Severity,
    examples: tuple[Example, ...],
    function: Callable[..., Iterator[Hit]],
    whole_document: bool,
    langs: tuple[str, ...],
    default: bool,
    needs_glossary: bool = False,
    needs_source: bool = False,
) -> None:
    if code in _registered:
        raise ValueError(f"code {code} is taken by {_registered[code].name}")
    name = function.__name__.replace("_", "-")
    doc = function.__doc__ or ""
    _registered[code] = Check(
        code,
        name,
        category,
        severity,
        examples,
        function,
        doc,
        whole_document,
        langs,
        default,
        needs_glossary,
        needs_source,
    )


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check in this folder, in the order of their codes."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return tuple(_registered[code] for code in sorted(_registered))


def is_named(code: str, name: str, wanted: tuple[str, ...]) -> bool:
    """Whether a code or name is among the codes, prefixes of codes and names of an option."""
    return any(code.startswith(w.upper()) or name == w or w.upper() == "ALL" for w in wanted)


def selected(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> tuple[Check, ...]:
    """The checks whose code starts with, or whose name is, one of `select` (none: those on by default), less `ignore`."""
    return tuple(
        one
        for one in all_checks()
        if (is_named(one.code, one.name, select) if select else one.default)
        and not is_named(one.code, one.name, ignore)
    )
