"""Findings that a file's own directives or the configuration's paths say not to count, and directives that do nothing.

Of the directives that name a finding's code the last one before the finding decides. They look at what is reported: where
one finding explains others, to disable it does not bring those back.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path

from mtqa.checks import is_named
from mtqa.directive import Action, Directive
from mtqa.finding import Finding
from mtqa.report import Review, Suppressed, SuppressedBy
from mtqa.segment import Document
from mtqa.text import blocks

Place = tuple[int, int]  # line and column


@dataclass(frozen=True, slots=True)
class PathIgnores:
    """[per-path-ignores]: patterns of paths, seen from `folder`, and the codes that do not count there."""

    folder: str = "."
    rules: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def matching(self, path: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The rules for a path."""
        return _matching(self, path) if self.rules else ()


NO_PATHS = PathIgnores()


@lru_cache(maxsize=256)
def _matching(ignores: PathIgnores, path: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    place, folder = Path(path), Path(ignores.folder).resolve()
    inside = place.resolve()
    seen = (inside.relative_to(folder) if inside.is_relative_to(folder) else place).as_posix()
    return tuple(rule for rule in ignores.rules if fnmatch(seen, rule[0].replace("**", "*")))


def heed(
    document: Document, findings: tuple[Finding, ...], paths: PathIgnores
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """The findings that count, and those that something says not to count."""
    rules = paths.matching(document.path)
    if not (document.directives or rules) or not findings:
        return findings, ()
    reading = _Reading(document)
    kept, suppressed = [], []
    for finding in findings:
        why = _by_directive(finding, reading) or _by_path(finding, rules)
        if why:
            suppressed.append(why)
        else:
            kept.append(finding)
    return tuple(kept), tuple(suppressed)


def _by_directive(finding: Finding, reading: "_Reading") -> Suppressed | None:
    one = reading.deciding(finding)
    if one is None:
        return None
    return Suppressed(finding, SuppressedBy.ROW if one.action is Action.ROW else SuppressedBy.COMMENT, one.reason)


def _by_path(finding: Finding, rules: Iterable[tuple[str, tuple[str, ...]]]) -> Suppressed | None:
    for pattern, codes in rules:
        if is_named(finding.code, finding.name, codes):
            return Suppressed(finding, SuppressedBy.PATH, f"ignored in {pattern}")
    return None


class _Reading:
    """The directives of a document, looked up in logarithmic time: hostile files have tens of thousands of them."""

    def __init__(self, document: Document) -> None:
        self._stretches = [s for s in _stretches(document) if s.one.action is not None]
        self._of: dict[tuple[str, str], tuple[list[_Stretch], list[_Stretch]]] = {}

    def deciding(self, finding: Finding) -> Directive | None:
        """The directive that disables a finding."""
        place = (finding.line, finding.column)
        ends = (_last(stretches, place) for stretches in self._naming(finding))
        held = [s for s in ends if s and (s.end is None or place < s.end)]
        one = max(held, key=lambda s: s.number).one if held else None
        return None if one is None or one.action is Action.ENABLE else one

    def _naming(self, finding: Finding) -> "tuple[list[_Stretch], list[_Stretch]]":
        """Those that name a finding, without an end and with one; of the latter a later one never ends earlier."""
        key = (finding.code, finding.name)
        if key not in self._of:
            named = [s for s in self._stretches if not s.one.codes or is_named(*key, s.one.codes)]
            self._of[key] = ([s for s in named if s.end is None], [s for s in named if s.end is not None])
        return self._of[key]


def _last(stretches: "list[_Stretch]", place: Place) -> "_Stretch | None":
    """The last one that begins at or before a place."""
    after = bisect_right(stretches, place, key=lambda s: s.start)
    return stretches[after - 1] if after else None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A directive, its number in the document, and where it holds; without an end to the end of the file."""

    number: int
    one: Directive
    start: Place
    end: Place | None = None


def _stretches(document: Document) -> Iterator[_Stretch]:
    ends: list[Place] | None = None
    for number, one in enumerate(document.directives):
        here = (one.line, one.column)
        if one.action is Action.NEXT_LINE:
            ends = _ends(document) if ends is None else ends
            later = bisect_right(ends, here)
            yield _Stretch(number, one, here, ends[later] if later < len(ends) else here)
        else:
            yield _Stretch(number, one, (0, 0) if one.action is Action.ROW else here)


def _ends(document: Document) -> list[Place]:
    """Where each block and the title end, in the order of the file."""
    ends = [_after(document, block.end, "text") for block in document.blocks or blocks(document.text)]
    title = [_after(document, len(document.title), "title")] if document.title else []
    return sorted([*ends, *title])


def _after(document: Document, end: int, field: str) -> Place:
    """The place behind the last character before an offset."""
    last = document.location(max(0, end - 1), field)
    return last.line, last.column + 1


def remarks(review: Review, runs: Callable[[str], bool], is_known: Callable[[str], bool]) -> Iterator[str]:
    """What is wrong with a document's directives, a line each: unknown words and codes, and those that nothing needs.

    `runs` tells whether a code, prefix or name is of a check that this run applies, `is_known` whether of any.
    """
    document = review.document
    used = _used(review) if document.directives else {}
    for number, one in enumerate(document.directives):
        place = f"{document.path}:{one.line}"
        if one.action is None:
            yield f"{place}: {one} is unknown: mtqa-disable, mtqa-disable-next-line or mtqa-enable was expected"
            continue
        for code in one.codes:
            if not is_known(code):
                yield f"{place}: {one} names {code}, which is no check: see `mtqa checks`"
        if one.action is Action.ENABLE:
            continue
        needed = used.get(number, set())
        idle = [c for c in one.codes if runs(c) and not any(is_named(*finding, (c,)) for finding in needed)]
        if idle or not (one.codes or needed):
            what = f"{', '.join(idle)} in {one}" if 0 < len(idle) < len(one.codes) else f"{one}"
            yield f"{place}: unused {what}: nothing of it is found there; remove it"


def _used(review: Review) -> dict[int, set[tuple[str, str]]]:
    """For each directive that disables something, by its number, the codes and names of what it disables."""
    reading, used = _Reading(review.document), defaultdict[int, set[tuple[str, str]]](set)
    numbers = {id(one): number for number, one in enumerate(review.document.directives)}
    for suppressed in review.suppressed:
        if one := reading.deciding(suppressed.finding):
            used[numbers[id(one)]].add((suppressed.finding.code, suppressed.finding.name))
    return used


class Watch:
    """Tells what is wrong with ignores while reviews go by; see `remarks` for `runs` and `is_known`."""

    def __init__(self, paths: PathIgnores, runs: Callable[[str], bool], is_known: Callable[[str], bool]) -> None:
        self._paths, self._runs, self._is_known = paths, runs, is_known
        self._idle: dict[tuple[str, str], bool] = {}  # patterns that matched, with a code: whether it did nothing

    def of(self, review: Review) -> Iterator[str]:
        """What is wrong in a document."""
        if review.document.directives:
            yield from remarks(review, self._runs, self._is_known)
        by_path = [s.finding for s in review.suppressed if s.by is SuppressedBy.PATH]
        for pattern, codes in self._paths.matching(review.document.path):
            for code in codes:
                did = any(is_named(f.code, f.name, (code,)) for f in by_path)
                self._idle[pattern, code] = self._idle.get((pattern, code), True) and not did

    def unknown(self) -> Iterator[str]:
        """Codes of the configuration that are no check."""
        for pattern, codes in self._paths.rules:
            for code in codes:
                if not self._is_known(code):
                    yield f"per-path-ignores '{pattern}' names {code}, which is no check: see `mtqa checks`"

    def unused(self) -> Iterator[str]:
        """Codes of the configuration that no document of theirs needs; of a run over all files only."""
        for (pattern, code), is_idle in self._idle.items():
            if is_idle and self._runs(code):
                yield f"per-path-ignores '{pattern}': unused {code}: nothing of it is found there; remove it"
