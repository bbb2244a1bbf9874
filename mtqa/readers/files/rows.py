"""A row of a table, a JSONL line or a JSON array into a document."""

from collections.abc import Callable, Iterator, Mapping

from mtqa.directive import in_row
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.readers.files.tag import primary
from mtqa.readers.jsontext.strings import whole
from mtqa.segment import Anchor, Document

TEXT_NAMES = ("target", "text")
LANG_NAMES = ("target_lang", "lang")
IGNORE = "ignore"
NAMES = ("id", *TEXT_NAMES, *LANG_NAMES, "source", "source_lang", "reference", "title")
_NAMES_SHOWN = 12

Anchors = Callable[[str], tuple[Anchor, ...]]


def documents(source: Source, line: int, row: object, anchors: Anchors) -> Iterator[Document | Problem]:
    """The document of a row that begins at this line, and what is wrong with the row.

    `anchors` tells of a field's name where its value stands. A row without text is a problem and no document; an unusable
    value elsewhere is a problem and left out.
    """
    if not isinstance(row, Mapping):
        yield source.problem(line, f"is {_kind(row)}, but a row is an object with a target or text")
        return
    name = next((name for name in TEXT_NAMES if row.get(name) is not None), None)
    if name is None:
        yield source.problem(line, f'has no "target" or "text" ({_found(row)})')
        return
    text = row[name]
    if not isinstance(text, str):
        yield source.problem(line, f'"{name}" is {_kind(text)}, but a text was expected')
        return
    if not text.strip():
        yield source.problem(line, f'"{name}" is empty: the row was left out')
        return
    fields, wrong = _optional(row)
    yield from (source.problem(line, message) for message in wrong)
    title = fields.get("title")
    lang = next((fields[name] for name in LANG_NAMES if name in fields), None)
    unit = fields.get("id")
    directives = in_row(row.get(IGNORE), line)
    if directives is None:
        told = 'codes were expected, such as ["A101"], or {"A101": "why"}'
        yield source.problem(line, f'"{IGNORE}" is {_kind(row[IGNORE])} of another form: {told}')
    yield Document(
        id=unit or f"{source.path}:{line}",
        path=source.path,
        text=whole(text),
        title=title,
        target_lang=source.target_lang or primary(lang),
        source=fields.get("source"),
        source_lang=source.source_lang or primary(fields.get("source_lang")),
        reference=fields.get("reference"),
        anchors=anchors(name),
        title_anchors=anchors("title") if title else (Anchor(0, line, 1),),
        unit=unit,
        directives=directives or (),
    )


def _optional(row: Mapping[str, object]) -> tuple[dict[str, str], list[str]]:
    """The fields beside the text that hold something, and a message for each that holds what it should not."""
    fields: dict[str, str] = {}
    wrong: list[str] = []
    for name in NAMES:
        value = row.get(name)
        if value is None or value == "" or name in TEXT_NAMES:
            continue
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            fields[name] = str(value)
        elif not isinstance(value, str):
            wrong.append(f'"{name}" is {_kind(value)}, but a text was expected: it was left out')
        elif name.endswith("lang") and value.strip() and not primary(value) and value.lower() != "und":
            wrong.append(f'"{name}" is "{value[:30]}", but a BCP 47 tag such as "fr" was expected: it was left out')
        elif value.strip():
            fields[name] = whole(value)
    return fields, wrong


def _found(row: Mapping[str, object]) -> str:
    names = [str(name)[:30] for name in row]
    if not names:
        return "the row is empty"
    return "found: " + ", ".join(names[:_NAMES_SHOWN]) + (", ..." if len(names) > _NAMES_SHOWN else "")


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (int, float)):
        return "a number"
    return "a list" if isinstance(value, list) else "a text" if isinstance(value, str) else "an object"
