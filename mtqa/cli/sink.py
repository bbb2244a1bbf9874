"""Where a watch's output goes: each item in one write, so that a run that is killed leaves no half of one."""

import json
import os
import sys
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from pathlib import Path

from mtqa.errors import MtqaError


class Sink:
    """Standard output, or the end of a file. `write` gathers, `flush` writes."""

    def __init__(self, file: Path | None, is_jsonl: bool = False) -> None:
        self._pieces: list[str] = []
        self._file = file
        if file is None:
            self._number = _number()
            return
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._number = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
            _mend(self._number, is_jsonl)
        except OSError as error:
            raise MtqaError(f"{file}: cannot be written: {error.strerror}") from error

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._file is None and sys.stdout.isatty()

    def write(self, text: str) -> None:
        """Add to what the next flush writes."""
        self._pieces.append(text)

    def flush(self) -> None:
        """Write what was gathered."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if self._number is None:
            sys.stdout.write(text)
            sys.stdout.flush()
            return
        data = text.encode("utf-8", "backslashreplace")
        while data:
            data = data[os.write(self._number, data) :]

    def close(self) -> None:
        """Close a file."""
        if self._file is not None and self._number is not None:
            os.close(self._number)


def _number() -> int | None:
    """The descriptor of standard output, emptied of what stands before; None where it is no file: a test, a program around us."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdout.flush()
    try:
        return sys.stdout.fileno()
    except (UnsupportedOperation, AttributeError):
        return None


def _mend(number: int, is_jsonl: bool) -> None:
    """Begin on a line of its own; half a row of JSON that a full disk left is cut off, its item comes again."""
    size = os.lseek(number, 0, os.SEEK_END)
    start, tail = size, b""
    while start and b"\n" not in tail:
        step = min(start, 65_536)
        start -= step
        tail = os.pread(number, step, start) + tail
    line = tail.rpartition(b"\n")[2]
    if not line:
        return
    if is_jsonl and line.startswith(b'{"schema"'):
        with suppress(ValueError):
            json.loads(line)
            is_jsonl = False
        if is_jsonl:
            os.ftruncate(number, size - len(line))
            return
    os.write(number, b"\n")
