"""The list of known findings, and of accepted false alarms: a JSON file with a finding a line, made to be committed.

    {"schema": "mtqa-baseline/1", "findings": [
    {"path": "fr/a.md", "code": "A102", "text": "Moskau", "sentence": "6f1ed002ab559585"},
    {}], "accepted": [
    {"path": "fr/b.md", "code": "A102", "text": "Moskau", "reason": "the name of the restaurant"},
    {}]}

Of the text only the marked words are quoted, the first 60 characters of them; `sentence` is a hash. The lines are sorted, and
each ends with a comma, so that two branches that add findings merge; a line that stands twice counts once.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from unicodedata import category

from mtqa.errors import ConfigError, MtqaError
from mtqa.finding import Finding
from mtqa.fingerprint import Identity, squeezed

SCHEMA = "mtqa-baseline/1"
QUOTED = 60  # characters of a finding's text
ELLIPSIS = "…"
NEEDED = ("path", "code", "sentence")  # of a known finding
_TEXTS = ("path", "unit", "code", "text", "sentence", "reason")


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that was there before, with the words that it marks."""

    identity: Identity
    text: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that is none, and why. What is None matches anything, but `text` or `sentence` is given."""

    code: str
    reason: str
    path: str | None = None
    unit: str | None = None
    text: str | None = None
    sentence: str | None = None

    def matches(self, identity: Identity, text: str) -> bool:
        """Whether this accepts a finding with this identity and these words."""
        return (
            self.code == identity.code
            and self.path in (None, identity.path)
            and self.unit in (None, identity.unit)
            and self.sentence in (None, identity.content)
            and self.text in (None, text, quoted(text))
        )


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a baseline file holds."""

    known: tuple[Known, ...] = ()
    accepted: tuple[Accepted, ...] = ()


def quoted(text: str) -> str:
    """The words of a finding as a baseline quotes them: cut, on one line."""
    text = squeezed(text)
    return text if len(text) <= QUOTED else text[:QUOTED].rstrip() + ELLIPSIS


def known(identity: Identity, finding: Finding) -> Known:
    """The entry for a finding."""
    return Known(identity, quoted(finding.text))


def load(file: Path) -> Baseline:
    """Read a baseline; raises ConfigError, in one line, where it is missing or damaged."""
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError(f"{file}: no such baseline: make it with --write-baseline") from None
    except json.JSONDecodeError as error:
        hint = "resolve the merge conflict" if "<<<<<<<" in error.doc else "restore it, or make it anew"
        raise ConfigError(f"{file}:{error.lineno}: is not valid JSON: {error.msg}; {hint}") from None
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(f"{file}: the baseline cannot be read: {error}") from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise ConfigError(f'{file}: is no baseline: "schema": "{SCHEMA}" was expected')
    findings, accepted = (list(_rows(file, data, name)) for name in ("findings", "accepted"))
    return Baseline(
        tuple(dict.fromkeys(_known(row, f"{file}: findings, entry {n}") for n, row in findings)),
        tuple(dict.fromkeys(_accepted(row, f"{file}: accepted, entry {n}") for n, row in accepted)),
    )


def _rows(file: Path, data: Mapping[str, Any], name: str) -> Iterable[tuple[int, dict[str, Any]]]:
    rows = data.get(name, [])
    if not isinstance(rows, list):
        raise ConfigError(f'{file}: "{name}" must be a list of findings')
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise ConfigError(f"{file}: {name}, entry {number}: a finding in braces was expected")
        if row:
            yield number, row


def _known(row: Mapping[str, Any], where: str) -> Known:
    _expect(row, where, NEEDED, (*_TEXTS[:-1], "number"))
    number = row.get("number", 1)
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise ConfigError(f'{where}: "number" must be 1 or more')
    identity = Identity(row["path"], row.get("unit", ""), row["code"], row["sentence"], number)
    return Known(identity, row.get("text", ""))


def _accepted(row: Mapping[str, Any], where: str) -> Accepted:
    _expect(row, where, ("code", "reason"), (*_TEXTS, "number"))
    if not row["reason"].strip():
        raise ConfigError(f'{where}: needs a "reason": say why the finding is false')
    if "text" not in row and "sentence" not in row:
        raise ConfigError(f'{where}: needs the "text" that may stand, or a "sentence"')
    path, unit, text, sentence = (row.get(name) for name in ("path", "unit", "text", "sentence"))
    return Accepted(row["code"], row["reason"], path, unit, text, sentence)


def _expect(row: Mapping[str, Any], where: str, needed: Sequence[str], allowed: Sequence[str]) -> None:
    for name in needed:
        if name not in row:
            raise ConfigError(f'{where}: needs a "{name}"')
    for name, value in row.items():
        if name not in allowed:
            raise ConfigError(f'{where}: "{printable(str(name))[:40]}" is unknown; known are {", ".join(allowed)}')
        if name in _TEXTS and not isinstance(value, str):
            raise ConfigError(f'{where}: "{name}" must be a text')


def dump(baseline: Baseline) -> str:
    """The text of a baseline file: the same for the same findings, whatever order they came in."""
    findings = sorted(set(baseline.known), key=lambda k: (k.identity[:3], k.text, k.identity))
    rows = [_line(_known_row(one)) for one in findings]
    accepted = [_line(row) for row in sorted((_accepted_row(one) for one in set(baseline.accepted)), key=_sorting)]
    body = f'{{"schema": "{SCHEMA}", "findings": [\n{"".join(rows)}{{}}], "accepted": [\n{"".join(accepted)}{{}}]}}\n'
    return body.encode("utf-8", "replace").decode("utf-8")


def write(file: Path, baseline: Baseline) -> None:
    """Put a baseline in place of the old one, whole or not at all; raises MtqaError where it cannot be written."""
    place, temporary = file.resolve(), None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=place.parent, delete=False) as temporary:
            temporary.write(dump(baseline))
        os.chmod(temporary.name, place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask())
        os.replace(temporary.name, place)
    except OSError as error:
        if temporary is not None:
            Path(temporary.name).unlink(missing_ok=True)
        raise MtqaError(f"{file}: the baseline cannot be written: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _known_row(one: Known) -> dict[str, object]:
    path, unit, code, sentence, number = one.identity
    row = {"path": path, "unit": unit, "code": code, "text": one.text, "sentence": sentence, "number": number}
    return {name: value for name, value in row.items() if name in NEEDED or value not in ("", 1)}


def _accepted_row(one: Accepted) -> dict[str, object]:
    return {name: value for name in _TEXTS if (value := getattr(one, name)) is not None}


def _sorting(row: Mapping[str, object]) -> list[str]:
    return [str(row.get(name, "")) for name in _TEXTS]


def _line(row: Mapping[str, object]) -> str:
    return printable(json.dumps(row, ensure_ascii=False)) + ",\n"


def printable(text: str) -> str:
    """JSON in which nothing is invisible or turns the reading direction: such characters become escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or category(c) == "Zs" else json.dumps(c)[1:-1] for c in text)
