"""What a branch touches: files and lines that differ from where it left another revision, as git tells it."""

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, takewhile
from pathlib import Path

from mtqa.errors import ConfigError
from mtqa.report import Review
from mtqa.segment import Block, Document
from mtqa.sift import narrow
from mtqa.text import blocks
from mtqa.worktree import Hunk, Worktree, root_of


@dataclass(frozen=True, slots=True)
class Touched:
    """The hunks of a file, or of a folder that git does not look into; None where all is touched."""

    hunks: tuple[Hunk, ...] | None = None

    def meets(self, first: int, last: int) -> bool:
        """Whether something in these lines, both included, was changed, added or taken out."""
        if self.hunks is None:
            return True
        start = bisect_left(self.hunks, first - 1, key=lambda hunk: hunk.start + hunk.count)
        near = takewhile(lambda hunk: hunk.start <= last, islice(self.hunks, start, None))
        return any(hunk.meets(first, last) for hunk in near)


NOTHING = Touched(())


@dataclass(slots=True)
class Changes:
    """What differs in the working tree from the merge base with `rev`; `left_out` counts findings outside of it.

    Files that git does not track count as wholly touched unless it ignores them; those of a submodule count from the commit
    that the merge base has of it.
    """

    rev: str
    left_out: int = 0
    _trees: dict[Path, Mapping[Path, Touched]] = field(default_factory=dict)
    _files: dict[str, Touched | None] = field(default_factory=dict)

    def look_at(self, paths: Iterable[str]) -> None:
        """Ask git about the repositories of these paths; raises ConfigError, in one line, where it cannot tell."""
        for path in paths:
            if path == "-" or "://" in path:
                raise ConfigError(f"{path}: --changed-since needs files, with their history in git")
            place = Path(path).resolve()
            root = root_of(place if place.is_dir() else place.parent)
            if root is None:
                raise ConfigError(f"{path}: --changed-since needs a git repository, and this is in none")
            if root not in self._trees:
                tree = Worktree(root)
                self._trees[root] = dict(_touched(tree, tree.merge_base(self.rev)))

    def touches_file(self, path: str) -> bool:
        """Whether a file differs. So does one that is not there and that git does not know: the reader will tell."""
        touched = self._of(path)
        return touched.hunks != () if touched else not os.path.exists(path)

    def touches(self, document: Document) -> bool:
        """Whether anything in a document differs, as far as its lines tell; an article of a file that holds several."""
        touched = self._of(document.path) or NOTHING
        lines = [a.line for a in (*document.anchors, *document.title_anchors)]
        last = document.location(max(0, len(document.text) - 1)).line
        return touched.meets(min(lines), max(*lines, last))

    def narrowed(self, reviews: Iterable[Review]) -> Iterator[Review]:
        """The reviews with only the findings and sentences of the paragraphs that differ."""
        for review in reviews:
            part = _narrowed(review, self._of(review.document.path) or NOTHING)
            self.left_out += len(review.findings) - len(part.findings)
            yield part

    def _of(self, path: str) -> Touched | None:
        """What git tells of a file or of a folder around it, None where it tells nothing."""
        if path not in self._files:
            place = Path(path).resolve()
            above = (place, *place.parents)
            tree = next((self._trees[root] for root in above if root in self._trees), {})
            self._files[path] = next((tree[one] for one in above if one in tree), None)
        return self._files[path]


def _touched(tree: Worktree, base: str) -> Iterator[tuple[Path, Touched]]:
    """The files that differ from a commit, those of submodules too."""
    for change in tree.changes(base):
        place = tree.root / change.path
        if change.submodule is not None:
            inner = Worktree(place)
            yield from _touched(inner, change.submodule if inner.has(change.submodule) else inner.empty_tree())
        elif change.is_gone:
            yield place.resolve(), NOTHING
        elif change.is_binary or _has_other_line_ends(place):
            yield place.resolve(), Touched()  # git counts its lines in another way
        else:
            yield place.resolve(), Touched(change.hunks)
    for name in tree.untracked():
        yield (tree.root / name).resolve(), Touched()


def _has_other_line_ends(place: Path) -> bool:
    """Whether a file has line ends that git takes for none: carriage returns alone."""
    try:
        data = place.read_bytes()
    except OSError:
        return False
    return data.count(b"\r") > data.count(b"\r\n")


def _narrowed(review: Review, touched: Touched) -> Review:
    if touched.hunks is None:
        return review
    document = review.document
    laid = document.blocks or blocks(document.text)
    starts = [block.start for block in laid]

    @cache
    def is_touched(number: int) -> bool:
        return touched.meets(*_lines(document, laid[number].start, laid[number].end))

    @cache
    def in_title() -> bool:
        return touched.meets(*_lines(document, 0, len(document.title or ""), "title"))

    def meets(start: int, end: int, name: str) -> bool:
        return in_title() if name == "title" else any(is_touched(n) for n in _numbers(laid, starts, start, end))

    return narrow(
        review,
        lambda f: meets(f.start, f.end, f.field),
        lambda segment: meets(segment.start, segment.end, segment.field),
    )


def _numbers(laid: tuple[Block, ...], starts: list[int], start: int, end: int) -> range:
    """The blocks that a stretch of text meets."""
    first = max(0, bisect_right(starts, start) - 1)
    return range(first, max(first + 1, bisect_left(starts, end))) if laid else range(0)


def _lines(document: Document, start: int, end: int, name: str = "text") -> tuple[int, int]:
    first, last = document.location(start, name).line, document.location(max(start, end - 1), name).line
    return min(first, last), max(first, last)
