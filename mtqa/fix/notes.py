"""Findings written into XLIFF 1.2 as notes, where translators read them."""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from mtqa.errors import InputError
from mtqa.finding import Finding, Severity
from mtqa.fix.codec import decoded
from mtqa.fix.places import Change, spliced
from mtqa.fix.replace import put_in_place
from mtqa.fix.units import refuse_large, units
from mtqa.readers.files.source import MAX_BYTES

FROM = "mtqa"
PRIORITIES = {Severity.CRITICAL: 1, Severity.MAJOR: 3, Severity.MINOR: 7}  # XLIFF 1.2: 1 is the highest, 10 the lowest
_OWN = re.compile(r"""\s*<note\b[^>]*\bfrom=["']mtqa["'][^>]*>[^<]*</note>""")
_END = re.compile(r"(\s*)</(?:\w+:)?trans-unit\s*>\s*\Z")
_VERSION = re.compile(r"<(?:\w+:)?xliff\b[^>]*\bversion\s*=\s*[\"']1\.[0-2]")


class Noted(NamedTuple):
    """Which documents of a file have findings: by their number in the order of the file."""

    findings: Mapping[int, Sequence[Finding]]


def write_notes(file: Path, noted: Noted) -> int:
    """Put the findings into the file in place of earlier notes of mtqa's own, and return how many units have some.

    Raises InputError or OSError where the file cannot be read or written, or is no XLIFF 1.2.
    """
    with file.open("rb") as old, SpooledTemporaryFile(MAX_BYTES) as new:
        before = os.fstat(old.fileno())
        refuse_large(before.st_size)
        raw, codec = decoded(old.read())
        if not _VERSION.search(raw):
            raise InputError("is no XLIFF 1.2: notes are not written into other versions")
        after = with_notes(raw, str(file), noted)
        if after != raw:
            new.write(codec.bytes_of(after))
            new.seek(0)
            put_in_place(file, new, before)
    return len(noted.findings)


def with_notes(raw: str, path: str, noted: Noted) -> str:
    """The characters of a file with the findings as notes at the end of each unit."""
    changes, number = [], 0
    for unit in units(raw, path, "xliff"):
        text = raw[unit.start : unit.end]
        own = list(_OWN.finditer(text))
        changes += [Change(unit.start + note.start(), unit.start + note.end(), "") for note in own]
        if unit.read(text) is None:
            continue
        end = _END.search(text)
        if end and (found := noted.findings.get(number)):
            at = unit.start + (own[-1].end() if own and own[-1].end() > end.start() else end.start())
            changes.append(Change(at, at, "".join(_note(one, end[1]) for one in found)))
        number += 1
    return spliced(raw, changes) or raw


def _note(finding: Finding, before: str) -> str:
    """A note on a line of its own, two spaces further in than the unit's end tag."""
    space = f"{before}  " if "\n" in before else before
    marked = f"{finding.code} {finding.severity}: {finding.hit.message} [{finding.text[:80]}]"
    told = f'priority="{PRIORITIES[finding.severity]}" annotates="target"'
    return f"{space}<note from={quoteattr(FROM)} {told}>{escape(' '.join(marked.split()))}</note>"
