"""Glossary files: CSV with named columns into terms."""

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from mtqa.errors import ConfigError, InputError
from mtqa.glossary.lookup import Glossary
from mtqa.glossary.row import COLUMNS, terms_of
from mtqa.glossary.term import Kind, Term
from mtqa.readers.files.source import opened

MAX_BYTES = 64 * 1024 * 1024  # 50,000 terms take 3 MB
DELIMITERS = ",;\t"
WARNINGS = 5  # told one by one; the rest are counted
Numbered = tuple[int, list[str]]  # the line of the file that a row begins at, and its cells


def read_glossary(files: Sequence[Path]) -> Glossary:
    """The terms of all files. Raises ConfigError, with file and line, for what cannot be read or contradicts itself."""
    terms: dict[tuple[object, ...], Term] = {}
    doubled: list[str] = []
    unused: list[str] = []
    for file in files:
        rows = _rows(file)
        columns = _columns(file, rows, unused)
        for line, cells in rows:
            for term in terms_of(f"{file}:{line}", str(file), line, _named(file, line, columns, cells)):
                first = terms.setdefault(_identity(term), term)
                if first is not term:
                    doubled.append(f"{term.place}: the same row stands in {first.place}: this one was left out")
        if not any(term.path == str(file) for term in terms.values()):
            unused.append(f"{file}: holds no terms")
    _refuse_contradictions(terms.values())
    return Glossary(tuple(terms.values()), (*unused, *_first(doubled)))


def _rows(file: Path) -> Iterator[Numbered]:
    text = _text(file)
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=lambda one: sum(_column(name) in COLUMNS for name in head.split(one)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise ConfigError(
            f"{file}:{line}: is not valid CSV: {error} (a quotation mark without its partner?)"
        ) from error


def _text(file: Path) -> str:
    try:
        with opened(str(file), sys.stdin.buffer, None, None, MAX_BYTES) as source:
            text, doubts = source.text()
    except InputError as error:
        raise ConfigError(f"{file}: the glossary {error}".replace("an article", "a CSV file")) from error
    except OSError as error:
        raise ConfigError(f"{file}: the glossary cannot be read: {error.strerror or error}") from error
    for doubt in doubts:
        raise ConfigError(str(doubt))
    return text


def _columns(file: Path, rows: Iterator[Numbered], unused: list[str]) -> list[str | None]:
    """What each column is, None for one that is not used; raises ConfigError where no column holds terms."""
    line, head = next(rows, (1, []))
    found = [COLUMNS.get(_column(name)) for name in head]
    if not {"source", "target"} & set(found):
        told = ", ".join(name.strip()[:30] for name in head[:8]) or "nothing"
        raise ConfigError(
            f"{file}:{line}: has no column named source or target (found: {told}): "
            "begin with a row such as source_lang,target_lang,source,target,kind"
        )
    for column in {c for c in found if c and found.count(c) > 1}:
        raise ConfigError(f"{file}:{line}: has more than one column for {column}")
    names = [name.strip()[:30] for name, column in zip(head, found, strict=True) if column is None and name.strip()]
    unused += [f"{file}:{line}: the column {name!r} is not used" for name in names]
    return found


def _column(name: str) -> str:
    return name.strip(" \"'").lower().replace(" ", "_").replace("-", "_")


def _named(file: Path, line: int, columns: Sequence[str | None], cells: Sequence[str]) -> Mapping[str, str]:
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        raise ConfigError(
            f"{file}:{line}: has {len(cells)} cells under {len(columns)} columns: quote a cell that holds the delimiter"
        )
    return {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}


def _identity(term: Term) -> tuple[object, ...]:
    return (term.kind, term.target, term.source, term.target_lang, term.source_lang, term.case, term.replacement)


def _refuse_contradictions(terms: Iterable[Term]) -> None:
    """Raise ConfigError where a term is forbidden in one row, and in another may or must stand in the same place."""
    wanted: dict[str, list[Term]] = {}
    forbidden: list[Term] = []
    for term in terms:
        if term.kind is Kind.FORBID:
            forbidden.append(term)
        else:
            wanted.setdefault(term.target, []).append(term)
    found = [(ban, other) for ban in forbidden for other in wanted.get(ban.target, ()) if _contradict(ban, other)]
    if found:
        ban, other = found[0]
        told = f"{ban.place}: {ban.target!r} is forbidden, but {other.kind} in {other.place}: remove one of them"
        raise ConfigError(told + (f" (and {len(found) - 1} more such rows)" if len(found) > 1 else ""))


def _contradict(ban: Term, other: Term) -> bool:
    """Whether a ban holds where the other row lets its term stand; one that names a source holds for that alone."""
    if ban.source and ban.source != other.source:
        return False
    return other.applies(ban.target_lang or other.target_lang or "", ban.source_lang)


def _first(messages: Sequence[str]) -> list[str]:
    more = len(messages) - WARNINGS
    return [*messages[:WARNINGS], f"{more} more rows stand twice"] if more > 0 else list(messages)
