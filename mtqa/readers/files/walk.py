"""Folders into files."""

import os
from collections.abc import Collection, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from mtqa.readers.files.problem import Problem

SKIPPED = frozenset({"node_modules", "__pycache__", "venv"})  # and whatever starts with a full stop


def files_in(folder: str, suffixes: Collection[str], excludes: Sequence[str] = ()) -> Iterator[str | Problem]:
    """The files of a folder that have one of these suffixes, sorted; links to folders are not followed, so none loops.

    An exclude is a glob for a name ("*.draft.md", "archive") or for a path from the folder on ("fr/old/**"). Yields a
    Problem for a folder that cannot be listed, and for one that holds nothing to read.
    """
    unlisted: list[Problem] = []

    def note(error: OSError) -> None:
        unlisted.append(Problem(str(error.filename), None, f"cannot be listed: {error.strerror}"))

    found = False
    for here, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not _is_skipped(folder, here, name, excludes))
        for name in sorted(names):
            if name.lower().endswith(tuple(suffixes)) and not _is_skipped(folder, here, name, excludes):
                found = True
                yield os.path.join(here, name)
    yield from unlisted
    if not found and not unlisted:
        wanted = " ".join(sorted(suffixes))
        yield Problem(folder, None, f"holds no file to read: expected one of {wanted}; name other files one by one")


def _is_skipped(root: str, here: str, name: str, excludes: Sequence[str]) -> bool:
    if name.startswith(".") or name in SKIPPED:
        return True
    inside = Path(here, name).relative_to(root).as_posix()
    return any(fnmatch(name, glob) or fnmatch(inside, glob) or fnmatch(f"{inside}/", glob) for glob in excludes)
