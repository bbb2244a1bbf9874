"""Reading: files, folders and standard input into documents. One format, one file in this folder.

A format's file has NAMES (for --input-format), SUFFIXES, `sniff(head)` over the first 64 KB as text, and `read(source)`,
which yields documents, one at a time where a file holds many, and a Problem for whatever it cannot read. What formats
are made of lies in the folders, and is imported only to read with.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from io import BytesIO
from os.path import abspath, isdir
from pkgutil import iter_modules
from typing import BinaryIO, Protocol, cast

from mtqa.errors import ConfigError, InputError
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import MAX_BYTES, STANDARD_INPUT, Columns, Source, opened, source_of
from mtqa.readers.files.walk import files_in
from mtqa.segment import Document

__all__ = ["MAX_BYTES", "Problem", "format_of", "formats", "inputs", "read", "read_stream"]


_COMMON = (".json", ".xml")  # in a folder, mostly settings and site maps: read where the first bytes fit


class Format(Protocol):
    """What the file of a format offers."""

    NAMES: tuple[str, ...]
    SUFFIXES: tuple[str, ...]

    def sniff(self, head: str) -> bool:
        """Whether the first characters of a file are in this format."""

    def read(self, source: Source) -> Iterator[Document | Problem]:
        """The documents of an input, and what is wrong with it."""


@cache
def formats() -> dict[str, Format]:
    """The formats by their names, in the order of the files in this folder."""
    names = (module.name for module in iter_modules(__path__) if not module.ispkg)
    found = [cast(Format, import_module(f"{__name__}.{name}")) for name in names]
    return {name: one for one in found for name in one.NAMES}


def read(
    paths: Sequence[str],
    *,
    input_format: str | None = None,
    target_lang: str | None = None,
    source_lang: str | None = None,
    excludes: Sequence[str] = (),
    max_bytes: int = MAX_BYTES,
    stdin: BinaryIO | None = None,
    wanted: Callable[[str], bool] | None = None,
    columns: Columns = (),
) -> Iterator[Document | Problem]:
    """The documents of files, folders and "-" (standard input), in order, each file once, each as soon as it is read.

    What cannot be read comes as a Problem in its place, and the rest goes on. The format is told by `input_format`, else
    by the suffix, else by the first bytes. Languages given here win over what a file says. `excludes` are globs for what
    is found in folders. Files for which `wanted` is false are passed over. `max_bytes` bounds one document.
    `columns` say what tables and rows call what we call so: (ours, theirs). Raises ConfigError for a format that is none.
    """
    if input_format is not None and input_format not in formats():
        raise ConfigError(f'"{input_format}" is no input format: expected one of {", ".join(sorted(formats()))}')
    for path, is_named in _expanded(paths, excludes):
        if isinstance(path, Problem):
            yield path
            continue
        if wanted is not None and not wanted(path):
            continue
        try:
            with opened(path, stdin or sys.stdin.buffer, target_lang, source_lang, max_bytes, columns) as source:
                one = _format(source, input_format)
                if is_named or not path.lower().endswith(_COMMON) or one.sniff(source.head):
                    yield from one.read(source)
        except InputError as error:
            yield Problem(path, None, str(error))
        except OSError as error:
            yield Problem(path, None, f"cannot be read: {error.strerror or error}")


def inputs(
    paths: Sequence[str],
    *,
    input_format: str | None = None,
    excludes: Sequence[str] = (),
    wanted: Callable[[str], bool] | None = None,
) -> Iterator[tuple[str, str] | Problem]:
    """The files that `read` reads with these arguments, each with the first name of its format, unread; no standard input."""
    for path, is_named in _expanded(paths, excludes):
        if isinstance(path, Problem):
            yield path
            continue
        if path == STANDARD_INPUT or (wanted is not None and not wanted(path)):
            continue
        try:
            with opened(path, sys.stdin.buffer, None, None, MAX_BYTES) as source:
                one = _format(source, input_format)
                if is_named or not path.lower().endswith(_COMMON) or one.sniff(source.head):
                    yield path, _name(one, source)
        except InputError as error:
            yield Problem(path, None, str(error))
        except OSError as error:
            yield Problem(path, None, f"cannot be read: {error.strerror or error}")


def format_of(head: bytes, input_format: str | None = None) -> str:
    """The first name of the format of standard input that begins so; raises InputError where it is none."""
    source = source_of(BytesIO(head), STANDARD_INPUT)
    return _name(_format(source, input_format), source)


def _name(one: Format, source: Source) -> str:
    """The first name of a format; what reads JSON reads rows of it too."""
    from mtqa.readers.json import has_rows

    return "jsonl" if one.NAMES[0] == "json" and has_rows(source.head) else one.NAMES[0]


def read_stream(
    stream: BinaryIO,
    path: str,
    *,
    input_format: str | None = None,
    media_type: str | None = None,
    skips: Callable[[str], bool] | None = None,
) -> Iterator[Document | Problem]:
    """The documents of what was fetched from somewhere and goes by this path, each as soon as it is read.

    The format is told by `input_format`, else by the first bytes, else by the media type (of HTTP), else by the suffix.
    `skips` says of a feed item, as it stands in the file, whether to leave it out unread.
    """
    try:
        source = source_of(stream, path, skips=skips)
        yield from _fetched_format(source, input_format, media_type).read(source)
    except InputError as error:
        yield Problem(path, None, str(error))


_MEDIA_TYPES = {"text/html": "html", "application/xhtml+xml": "html", "text/markdown": "markdown", "text/csv": "csv"}


def _fetched_format(source: Source, name: str | None, media_type: str | None) -> Format:
    sniffed = next((one for one in _suffixes().values() if one.sniff(source.head)), None)
    if name is not None or sniffed is None:
        return _format(source, name or _MEDIA_TYPES.get(media_type or ""))
    return sniffed


def _expanded(paths: Sequence[str], excludes: Sequence[str]) -> Iterator[tuple[str | Problem, bool]]:
    """The paths with files in place of folders, each file once, and whether it was named."""
    seen: set[str] = set()
    for path, is_named in _walked(paths, excludes):
        place = path if isinstance(path, Problem) or path == STANDARD_INPUT else abspath(path)
        if isinstance(place, Problem) or place not in seen:
            yield path, is_named
        if isinstance(place, str):
            seen.add(place)


def _walked(paths: Sequence[str], excludes: Sequence[str]) -> Iterator[tuple[str | Problem, bool]]:
    for path in paths:
        if "\x00" in path:
            yield Problem(path, None, "is no path: it holds a NUL character"), True
        elif path != STANDARD_INPUT and isdir(path):
            yield from ((file, False) for file in files_in(path, _suffixes(), excludes))
        else:
            yield path, True


def _suffixes() -> dict[str, Format]:
    return {suffix: one for one in formats().values() for suffix in one.SUFFIXES}


def _format(source: Source, name: str | None) -> Format:
    """The format of an input: by name, suffix or first bytes; what nothing else fits is text."""
    if name is not None:
        return formats()[name]
    suffixes = _suffixes()
    for suffix, one in suffixes.items():
        if source.path.lower().endswith(suffix):
            return next((other for other in suffixes.values() if suffix == ".xml" and other.sniff(source.head)), one)
    return next((one for one in suffixes.values() if one.sniff(source.head)), formats()["text"])
