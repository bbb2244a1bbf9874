"""One document mended: its suggestions applied until none is left that helps."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from mtqa.errors import InputError
from mtqa.finding import Finding
from mtqa.fix.edits import Edit, applied, chosen
from mtqa.fix.places import Change, Lines, Row, spliced, text_name
from mtqa.segment import Document

WAYS = 16  # combinations of places that are tried at once
EFFORT = 40_000_000  # characters reviewed for one document, over all attempts
FEWEST, MOST = 20, 400  # attempts
NEAR = 16  # code points that tell one edit from another of the same words


@dataclass(frozen=True, slots=True)
class Mender:
    """What mending needs to know: how to read a document's characters, find in it, and which suggestions to apply.

    `read` gives None for what holds no document. `can_write` tells whether the file's encoding has a text, `written` how
    text stands in the file.
    """

    read: Callable[[str], Document | None]
    find: Callable[[Document], Sequence[Finding]]
    is_wanted: Callable[[Finding], bool]
    can_write: Callable[[str], bool] = lambda text: True
    is_row: bool = False
    written: Callable[[str], str] = str

    def mended(self, raw: str) -> tuple[str, Counter[str]]:
        """The characters with suggestions applied, and how many of each code. What it gives, it would not change again.

        A change is kept when reading again gives the document with that edit and nothing else, and then fewer suggestions
        and no more findings are left than before: so it ends, and a second run stops where the first did. Raises InputError
        where that takes more attempts than a document is worth; it is then to be left as it is.
        """
        fixed: Counter[str] = Counter()
        state = self._look(raw)
        if state is None or not state.wanted:
            return raw, fixed
        attempts = max(FEWEST, min(MOST, EFFORT // len(raw)))
        refused: set[tuple[str, ...]] = set()
        is_news = False  # whether anything has changed since something was refused
        while True:
            edits = [edit for edit in state.edits if _key(state.document, edit) not in refused]
            for part in _parts(edits):
                attempts -= 1
                if attempts < 0:
                    raise InputError("has suggestions that undo each other: it was left as it is")
                if better := self._tried(state, part):
                    fixed.update(edit.code for edit in part)
                    state, is_news = better, True
                    break
                if len(part) == 1:
                    refused.add(_key(state.document, part[0]))
            else:
                if not (refused and is_news):
                    return state.raw, fixed
                refused, is_news = set(), False  # what failed may do now

    def _look(self, raw: str) -> "_State | None":
        document = self.read(raw)
        return None if document is None else self._found(raw, document)

    def _found(self, raw: str, document: Document) -> "_State":
        found = self.find(document)
        wanted = [f for f in found if self.is_wanted(f)]
        places = (Row(raw) if self.is_row else Lines(raw, self.written)) if wanted else None
        edits = {}
        for edit in chosen(wanted):
            changes = list(places.changes(document, edit)) if places and self.can_write(edit.text) else []
            if changes:
                edits[edit] = changes
        return _State(raw, document, len(found), len(wanted), edits)

    def _tried(self, state: "_State", edits: Sequence[Edit]) -> "_State | None":
        """The document with these edits made, where that helps and does nothing else."""
        expected = _edited(state.document, edits)
        for changes in islice(product(*(state.edits[edit] for edit in edits)), WAYS):
            raw = spliced(state.raw, list(changes))
            document = self.read(raw) if raw is not None else None
            if raw is None or document is None or not is_same_document(document, expected):
                continue
            if not self._keeps_the_rest(state.raw, raw, expected):
                continue
            after = self._found(raw, document)
            return after if after.wanted < state.wanted and after.findings <= state.findings else None
        return None

    def _keeps_the_rest(self, old: str, new: str, wanted: Document) -> bool:
        """Whether a row has what it had, but for text and title."""
        if not self.is_row:
            return True
        before, after = json.loads(old), json.loads(new)
        ours = {text_name(before), "title"} if wanted.title is not None else {text_name(before)}
        return list(before) == list(after) and all(before[name] == after[name] for name in before if name not in ours)


@dataclass(frozen=True, slots=True)
class _State:
    """Characters, their document, how many findings and wanted suggestions it has, and the edits that can be made."""

    raw: str
    document: Document
    findings: int
    wanted: int
    edits: dict[Edit, list[Change]]


def _parts(edits: list[Edit]) -> Iterator[list[Edit]]:
    """All edits, then halves, quarters and so on down to single ones."""
    size = len(edits)
    while size:
        for start in range(0, len(edits), size):
            yield edits[start : start + size]
        size = 0 if size == 1 else (size + 1) // 2


def _key(document: Document, edit: Edit) -> tuple[str, ...]:
    """What an edit is, wherever it has moved to."""
    text = (document.title or "") if edit.field == "title" else document.text
    around = text[max(0, edit.start - NEAR) : edit.start], text[edit.start : edit.end], text[edit.end : edit.end + NEAR]
    return (edit.field, edit.code, edit.text, *around)


def _edited(document: Document, edits: Sequence[Edit]) -> Document:
    title = None if document.title is None else applied(document.title, edits, "title")
    return replace(document, text=applied(document.text, edits, "text"), title=title)


def is_same_document(one: Document, other: Document) -> bool:
    """Whether two documents hold the same; places may differ."""

    def held(document: Document) -> tuple[object, ...]:
        about = (document.id, document.unit, document.target_lang, document.source_lang)
        said = [(d.action, d.word, d.codes, d.reason) for d in document.directives]
        return (document.text, document.title, document.source, document.reference, document.codes, *about, said)

    return held(one) == held(other)
