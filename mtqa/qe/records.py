"""Lines and JSON records of data files, compressed or not; what cannot be read is named with its file and line."""

import json
import lzma
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from mtqa.errors import InputError

T = TypeVar("T")


def lines(file: Path) -> Iterator[str]:
    """The lines of a text file, xz-compressed or not; raises InputError where it cannot be read."""
    try:
        with lzma.open(file, "rt", encoding="utf-8") if file.suffix == ".xz" else file.open(encoding="utf-8") as stream:
            for line in stream:
                yield line.rstrip("\n")
    except (OSError, lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read: {error}") from error


def rows(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSONL file, or the one of a JSON file, with their lines; raises InputError for what is none."""
    stream = [(1, "\n".join(lines(file)))] if file.suffix == ".json" else enumerate(lines(file), 1)
    for number, line in stream:
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{file}:{number}: expected a JSON object: {error}") from error
        if not isinstance(row, dict):
            raise InputError(f"{file}:{number}: expected a JSON object, found {type(row).__name__}")
        yield number, row


def records(file: Path, made: Callable[[dict[str, Any]], T]) -> list[T]:
    """What `made` makes of each object; raises InputError with the file, line and field where one is missing or wrong."""
    found = []
    for number, row in rows(file):
        try:
            found.append(made(row))
        except KeyError as error:
            raise InputError(
                f"{file}:{number}: expected the field {error}, found {', '.join(row) or 'none'}"
            ) from error
        except (TypeError, ValueError, AttributeError) as error:
            raise InputError(f"{file}:{number}: a field is not of its kind: {error}") from error
    if not found:
        raise InputError(f"{file}: expected JSON objects, one a line, found none")
    return found
