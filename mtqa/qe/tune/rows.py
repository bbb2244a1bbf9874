"""A user's labelled file: passages with their errors marked, one JSON object a line.

    {"id": "a1", "text": "...", "tgt_lang": "fr", "src_lang": "de", "errors": [{"start": 3, "end": 9, "category": "grammar"}]}

Offsets count code points, end exclusive. A passage whose `errors` are empty is well written. `severity` (minor, major,
critical; default major), `obvious` (default true: can be seen without the source) and `document` (default: the id) may be
left out; passages of one document are never parted.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from mtqa.errors import InputError
from mtqa.finding import Category, Severity
from mtqa.qe.corpora import Error, Passage, lines
from mtqa.qe.features import LANGS
from mtqa.qe.tags import TAGS
from mtqa.segment import Document

# The tag that a category is learnt as; "" for what rules find and a tagger of words cannot: its words are left out.
LEARNT_AS: dict[str, str] = {
    "untranslated": "untranslated",
    "source-exonym": "untranslated",
    "word-order": "word-order",
    "omission": "missing",
    "duplication": "doubled",
    "addition": "wrong-word",
    "grammar": "form",
    "agreement": "form",
    "spelling": "form",
    "mistranslation": "wrong-word",
    "wrong-term": "wrong-word",
    "unintelligible": "fragment",
    "wrong-name": "name",
    "inconsistent-name": "name",
    "casing": "casing",
    "fragment": "fragment",
    "truncation": "fragment",
    "orphan-heading": "",
} | {tag: tag for tag in TAGS[1:]}
KNOWN = {one.value.rpartition("/")[2] for one in Category} | set(LEARNT_AS)
SHOWN = 60  # characters of a wrong value that a message quotes


@dataclass(frozen=True, slots=True)
class Labelled:
    """A passage with the document that it is of."""

    passage: Passage
    group: str


def tag_of(category: str) -> str:
    """The tag that an error of a category is learnt as; "" where it is not."""
    return LEARNT_AS.get(category.rpartition("/")[2], "")


def read_labelled(file: Path) -> list[Labelled]:
    """The passages of a labelled file; raises InputError, with the line, for the first that cannot be used."""
    found: list[Labelled] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines(file), 1):
        if not line.strip():
            continue
        one = _labelled(f"{file}:{number}", line)
        name = one.passage.document.id
        if name in seen:
            raise InputError(
                f"{file}:{number}: the id '{name}' was used in line {seen[name]}: every passage needs its own"
            )
        seen[name] = number
        found.append(one)
    if not found:
        raise InputError(f"{file}: holds no passages: one JSON object a line was expected")
    return found


def _labelled(place: str, line: str) -> Labelled:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{place}: is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise InputError(f"{place}: must be a JSON object, not {_shown(row)}")
    text, lang = _text(place, row, "text", "target"), _text(place, row, "tgt_lang", "target_lang")
    if lang not in LANGS:
        raise InputError(f"{place}: the tagger does not speak '{lang}', only {', '.join(LANGS)}")
    source = row.get("src_lang", row.get("source_lang"))
    if source is not None and not isinstance(source, str):
        raise InputError(f"{place}: 'src_lang' must be a language tag, not {_shown(source)}")
    name = str(row.get("id") or place.rpartition(":")[2])
    errors = row.get("errors")
    if not isinstance(errors, list):
        raise InputError(f"{place}: 'errors' must be a list (an empty one for a good passage), not {_shown(errors)}")
    document = Document(name, name, text, target_lang=lang, source_lang=source)
    marked = tuple(_error(f"{place}: error {n}", one, text) for n, one in enumerate(errors, 1))
    return Labelled(Passage(document, marked), str(row.get("document") or name))


def _text(place: str, row: dict[str, Any], *keys: str) -> str:
    value = next((row[key] for key in keys if key in row), None)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{place}: '{keys[0]}' must be a text, not {_shown(value)}")
    return value


def _error(place: str, told: Any, text: str) -> Error:
    if not isinstance(told, dict):
        raise InputError(f"{place}: must be an object, not {_shown(told)}")
    start, end = told.get("start"), told.get("end")
    if not _is_offset(start) or not _is_offset(end) or not 0 <= start < end <= len(text):
        raise InputError(
            f"{place}: start {_shown(start)} and end {_shown(end)} mark nothing in a text of {len(text)} code points"
        )
    category = told.get("category")
    if not isinstance(category, str) or category.rpartition("/")[2] not in KNOWN:
        raise InputError(f"{place}: no category {_shown(category)}; there are {', '.join(sorted(KNOWN))}")
    severity = told.get("severity", "major")
    if severity not in {one.value for one in Severity}:
        raise InputError(f"{place}: 'severity' must be minor, major or critical, not {_shown(severity)}")
    quoted = told.get("text")
    if isinstance(quoted, str) and quoted != text[start:end]:
        raise InputError(
            f"{place}: [{start}, {end}) is {_shown(text[start:end])}, not {_shown(quoted)}: offsets are code points"
        )
    return Error(start, end, category, severity, bool(told.get("obvious", True)))


def _is_offset(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False) if value is not None else "nothing"
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
