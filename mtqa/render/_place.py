"""Where a finding stands, as services that show a repository want it: a path from the repository's root, a stretch of lines.

They all take paths from the root of the repository, wherever in it the check ran.
"""

import os
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from mtqa.finding import Finding
from mtqa.fingerprint import STANDARD_INPUT, relative
from mtqa.report import Review
from mtqa.segment import Document

_UNQUOTED = "/!$&'()*+,;=@~"  # what RFC 3986 lets stand in a path; a colon might end a scheme


@dataclass(frozen=True, slots=True)
class Region:
    """From a line and column to a line and the column after: 1-based, in code points, never empty."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def is_on_one_line(self) -> bool:
        """Whether it begins and ends on the same line."""
        return self.line == self.end_line


def root() -> Path:
    """The folder with .git in which, or under which, the process runs; else where it runs."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def uri(path: str, folder: Path) -> tuple[str, bool]:
    """A path as a URI reference, and whether it is relative to the folder: standard input is "-", an address stays."""
    if "://" in path:
        return path, False
    inside = relative(path, folder)
    if inside == ".." or inside.startswith("../"):
        return Path(os.path.abspath(path)).as_uri(), False
    return quote(os.fsencode(inside), safe=_UNQUOTED), True


def region(review: Review, finding: Finding) -> Region:
    """The stretch of the file under a finding; one code point where the end is not behind the start."""
    line, column = last_place(review.document, finding)
    end = (line, column + 1)
    if end <= (finding.line, finding.column):
        end = (finding.line, finding.column + 1)
    return Region(finding.line, finding.column, *end)


def last_place(document: Document, finding: Finding) -> tuple[int, int]:
    """Line and column of a finding's last character."""
    anchors = document.title_anchors if finding.field == "title" else document.anchors
    first, last = (bisect_right(anchors, at, key=lambda a: a.start) for at in (finding.start, finding.end - 1))
    if first != last:
        place = document.location(finding.end - 1, finding.field)
        return place.line, place.column
    before = finding.text[:-1]  # counted from its start on, not from the anchor's, which may be far
    feeds = before.count("\n")
    return finding.line + feeds, len(before) - before.rfind("\n") if feeds else finding.column + len(before)


def is_file(path: str) -> bool:
    """Whether a path is a file's, not standard input's nor an address."""
    return path != STANDARD_INPUT and "://" not in path
