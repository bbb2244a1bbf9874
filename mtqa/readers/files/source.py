"""One input: a file or standard input, opened, with what the caller knows of it."""

import io
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from mtqa.errors import InputError
from mtqa.readers.files.decode import (
    HEAD_BYTES,
    UTF8,
    decode,
    decode_line,
    decoded,
    encoding,
    refuse_binary,
    refuse_foreign,
)
from mtqa.readers.files.problem import Problem

MAX_BYTES = 8 * 1024 * 1024  # of one document: more than twice "War and Peace"
CHUNK_BYTES = 65_536
STANDARD_INPUT = "-"
Columns = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An open input. `head` is its first 64 KB as text; `stream` stands at its first byte. Languages are as given, or None.

    `max_bytes` bounds one document: a whole text, a row, a feed item. `skips` is shown a feed item as it stands in the file,
    after the feed's language, and says whether to leave it out unread. `columns` are what a table's columns or a row's keys
    are called, where that is not as mtqa calls them: (ours, theirs).
    """

    path: str
    stream: BinaryIO
    head: str
    encoding: str
    target_lang: str | None = None
    source_lang: str | None = None
    max_bytes: int = MAX_BYTES
    skips: Callable[[str], bool] | None = None
    columns: Columns = ()

    @property
    def stem(self) -> str:
        """The name without folder and suffix, the id of a document that has no other."""
        return PurePath(self.path).stem or self.path

    def problem(self, line: int | None, message: str) -> Problem:
        """A problem in this input."""
        return Problem(self.path, line, message)

    def text(self) -> tuple[str, tuple[Problem, ...]]:
        """The whole text, with a problem where some bytes were not in its encoding. Raises InputError over `max_bytes`."""
        data = self.stream.read(self.max_bytes + 1)
        if len(data) > self.max_bytes:
            raise InputError(f"has {self.too_long('a document')}")
        text, odd_line = decode(data)
        if odd_line is None:
            return text, ()
        return text, (self.problem(odd_line, "has bytes that are not in the file's encoding: save it as UTF-8"),)

    def chunks(self) -> Iterator[str]:
        """The text, piece by piece, line ends as line feeds."""
        return decoded(iter(lambda: self.stream.read(CHUNK_BYTES), b""), self.encoding)

    def lines(self) -> Iterator[tuple[int, str | None]]:
        """The lines with their numbers, line feeds kept; None for one over `max_bytes`, which is skipped unread."""
        stream = self.stream
        if self.encoding != UTF8:
            stream = rewound(chunk.encode("utf-8", "replace") for chunk in self.chunks())
        number = 0
        while line := stream.readline(self.max_bytes):
            number += 1
            if len(line) < self.max_bytes or line.endswith(b"\n"):
                yield number, decode_line(line).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
                continue
            while line and not line.endswith(b"\n"):
                line = stream.readline(CHUNK_BYTES)
            yield number, None

    def too_long(self, what: str) -> str:
        """The end of a message about something longer than `max_bytes`."""
        limit = f"{self.max_bytes / 1024 / 1024:g} MB"
        return f"more than {limit}, the limit for {what}: split it, or give one article a row"


@contextmanager
def opened(
    path: str,
    stdin: BinaryIO,
    target_lang: str | None,
    source_lang: str | None,
    max_bytes: int,
    columns: Columns = (),
) -> Iterator[Source]:
    """Open a path, or standard input for "-", for as long as the context lasts.

    Raises InputError where there is nothing to read, OSError as the system does.
    """
    with nullcontext(stdin) if path == STANDARD_INPUT else _open_file(path) as stream:
        yield source_of(stream, path, target_lang, source_lang, max_bytes, columns=columns)


def source_of(
    stream: BinaryIO,
    path: str,
    target_lang: str | None = None,
    source_lang: str | None = None,
    max_bytes: int = MAX_BYTES,
    skips: Callable[[str], bool] | None = None,
    columns: Columns = (),
) -> Source:
    """An open stream as an input that goes by this path. Raises InputError where it is empty or no text."""
    head = _read_head(stream)
    if not head:
        raise InputError("is empty: an article was expected")
    refuse_binary(head)
    refuse_foreign(head)
    name = encoding(head)
    text = next(decoded([head], name), "")
    return Source(
        path, rewound(_chained(head, stream)), text, name, target_lang, source_lang, max_bytes, skips, columns
    )


def _open_file(path: str) -> BinaryIO:
    mode = os.stat(path).st_mode
    if not stat.S_ISREG(mode):
        raise InputError("is a pipe or a device, not a file: give - to read standard input")
    return Path(path).open("rb")


def _read_head(stream: BinaryIO) -> bytes:
    head = b""
    while len(head) < HEAD_BYTES and (more := stream.read(HEAD_BYTES - len(head))):
        head += more
    return head


def _chained(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield head
    yield from iter(lambda: stream.read(CHUNK_BYTES), b"")


def rewound(chunks: Iterable[bytes]) -> BinaryIO:
    """A buffered stream of these chunks."""
    return io.BufferedReader(_Chunks(iter(chunks)), CHUNK_BYTES)


class _Chunks(io.RawIOBase):
    """A stream of what an iterator gives."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what the next chunk holds."""
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = memoryview(chunk)
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count
