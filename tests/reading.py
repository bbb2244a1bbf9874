"""What several tests of the readers share: documents of bytes, and a document told line by line."""

from collections.abc import Iterator
from io import BytesIO

from mtqa.readers import Problem, read
from mtqa.segment import Document


def items(data: bytes | str, input_format: str | None = None, **options: int) -> list[Document | Problem]:
    """What the readers make of these bytes on standard input."""
    raw = data.encode() if isinstance(data, str) else data
    return list(read(["-"], input_format=input_format, stdin=BytesIO(raw), max_bytes=options.get("max_bytes", 1 << 20)))


def documents(data: bytes | str, input_format: str | None = None) -> list[Document]:
    """The documents alone."""
    return [item for item in items(data, input_format) if isinstance(item, Document)]


def problems(data: bytes | str, input_format: str | None = None, **options: int) -> list[str]:
    """The problems alone, as the user reads them."""
    return [str(item) for item in items(data, input_format, **options) if isinstance(item, Problem)]


def told(item: Document | Problem) -> Iterator[str]:
    """A document as lines: its fields, then each block with its place."""
    if isinstance(item, Problem):
        yield f"problem: {item.line}: {item.message}"
        return
    yield f"id: {item.id}  lang: {item.target_lang}  unit: {item.unit}"
    if item.title is not None:
        yield f"title {_place(item, 0, 'title')}: {item.title!r}"
    for name in ("source", "source_lang", "reference"):
        if value := getattr(item, name):
            yield f"{name}: {value!r}"
    for block in item.blocks:
        yield f"{block.kind} {_place(item, block.start)}: {item.text[block.start : block.end]!r}"
    if not item.blocks:
        yield f"text {_place(item, 0)}: {item.text!r}"


def _place(item: Document, offset: int, field: str = "text") -> str:
    place = item.location(offset, field)
    return f"{place.line}:{place.column}"


def misplaced(item: Document, raw: str) -> list[tuple[str, int, str]]:
    """The letters of a document that do not stand where its location says, unless an escape or entity stands there."""
    lines = raw.split("\n")
    wrong = []
    for field, text in (("text", item.text), ("title", item.title or "")):
        for offset, character in enumerate(text):
            place = item.location(offset, field)
            line = lines[place.line - 1] if place.line <= len(lines) else ""
            there = line[place.column - 1 : place.column]
            if character.isalnum() and there != character and (character.isascii() or there not in ("&", "\\")):
                wrong.append((field, offset, character))
    return wrong
