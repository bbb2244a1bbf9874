"""Findings written into XLIFF 1.2 as notes, where translators read them."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from xml.sax.saxutils import escape, quoteattr

from mtqa.errors import InputError
from mtqa.finding import Finding, Severity
from mtqa.fix.places import Change, spliced
from mtqa.fix.replace import put_in_place
from mtqa.fix.units import Unit, units
from mtqa.readers.files.source import MAX_BYTES
from mtqa.readers.web.xml import Child, children, root
from mtqa.segment import Document

FROM = "mtqa"
PRIORITIES = {Severity.CRITICAL: 1, Severity.MAJOR: 3, Severity.MINOR: 7}  # XLIFF 1.2: 1 is the highest, 10 the lowest
LOST = "\N{REPLACEMENT CHARACTER}"
VERSIONS = ("1.0", "1.1", "1.2")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # https://www.w3.org/TR/xml/#charsets

Place = tuple[int, int]  # the line and column where a document begins


@dataclass(frozen=True, slots=True)
class Noted:
    """The findings in a file, by the places of their documents, and which documents were checked."""

    findings: Mapping[Place, Sequence[Finding]]
    is_checked: Callable[[Document], bool] = lambda document: True


def place(document: Document) -> Place:
    """Where the text of a document begins in its file."""
    return document.anchors[0].line, document.anchors[0].column


def write_notes(file: Path, noted: Noted) -> int:
    """Put the findings into the file in place of earlier notes of mtqa's own, and return how many units have some.

    A unit whose document was not checked keeps its notes. Raises InputError or OSError where the file cannot be read or
    written, or is no XLIFF 1.2.
    """
    count, is_changed = 0, False
    with file.open("rb") as old, SpooledTemporaryFile(MAX_BYTES) as new:
        before = os.fstat(old.fileno())
        codec, found = units(old, str(file), "xliff")
        new.write(codec.mark)
        for number, unit in enumerate(found):
            if number == 0 and root(unit.before)[1].get("version") not in VERSIONS:
                raise InputError("is no XLIFF 1.2: notes are not written into other versions")
            text, has_notes = _with_notes(unit, noted)
            count += has_notes
            is_changed |= text != unit.text
            # What the encoding has not stands as a character reference; all else came out of it.
            new.write((unit.before + text).encode(codec.name, "xmlcharrefreplace"))
        if is_changed:
            new.seek(0)
            put_in_place(file, new, before)
    return count


def _with_notes(unit: Unit, noted: Noted) -> tuple[str, bool]:
    """The characters of a unit with its findings as notes, and whether it has some."""
    documents = [unit.in_file(one) for one in unit.read(unit.text)]
    if children(unit.text)[1] is not None or not all(map(noted.is_checked, documents)):
        return unit.text, False
    findings = [finding for one in documents for finding in noted.findings.get(place(one), ())]
    text = spliced(unit.text, list(_own(unit.text))) or unit.text
    if not findings:
        return text, False
    prefix = root(text)[0].rpartition(":")[0]
    at, before = _room(text, prefix)
    notes = "".join(f"{before}{_note(one, f'{prefix}:note' if prefix else 'note')}" for one in findings)
    return text[:at] + notes + text[at:], True


def _own(text: str) -> Iterator[Change]:
    """What takes earlier notes of mtqa's own out of a unit, with the white space before each."""
    for child in children(text)[0] if FROM in text else ():
        if child.name.rpartition(":")[2] == "note" and child.attributes.get("from") == FROM:
            is_empty = text.endswith("/>", 0, child.end)
            end = child.end if is_empty else text.index(">", child.end) + 1
            yield Change(len(text[: _start(text, child)].rstrip()), end, "")


def _start(text: str, child: Child) -> int:
    """Where the tag of a child begins; its attributes hold no "<"."""
    return text.rindex("<", 0, child.start)


def _room(text: str, prefix: str) -> tuple[int, str]:
    """Where in a unit notes belong, and the white space before each: at the end, but before what other programs put there."""
    for child in children(text)[0]:
        if child.name.rpartition(":")[0] != prefix:
            start = _start(text, child)
            at = len(text[:start].rstrip())
            return at, text[at:start]
    end = text.rindex("</")
    at = len(text[:end].rstrip())
    before = text[at:end]
    return at, f"{before}  " if "\n" in before or "\r" in before else before


def _note(finding: Finding, name: str) -> str:
    marked = f"{finding.code} {finding.severity}: {finding.hit.message} [{finding.text[:80]}]"
    told = escape(_NO_XML.sub(LOST, " ".join(marked.split())))
    priority = PRIORITIES[finding.severity]
    return f'<{name} from={quoteattr(FROM)} priority="{priority}" annotates="target">{told}</{name}>'
