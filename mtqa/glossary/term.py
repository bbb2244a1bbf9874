"""One decision about one term."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a row decides."""

    ALLOW = "allow"
    KEEP = "do-not-translate"
    REQUIRE = "required"
    FORBID = "forbidden"


class Case(StrEnum):
    """How letters must agree. SMART: a capital of the term is a capital in the text, a small letter may be either.

    ANY: case does not matter. EXACT: letter for letter as it is written, without inflection.
    """

    SMART = "smart"
    ANY = "any"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Term:
    """A row of a glossary. Languages are primary BCP 47 tags, None for any.

    `target` is what stands in a translation: the term that may stand, is kept, required or forbidden. `source` is the term
    of the source text, "" where the row has none; of a forbidden term it narrows the ban to translations of that term.
    `replacement` is what to write instead of a forbidden term, "" where the row does not say.
    """

    kind: Kind
    target: str
    source: str = ""
    target_lang: str | None = None
    source_lang: str | None = None
    replacement: str = ""
    case: Case = Case.SMART
    note: str = ""
    path: str = "-"
    line: int = 1

    @property
    def place(self) -> str:
        """File and line, as messages name them."""
        return f"{self.path}:{self.line}"

    def applies(self, target_lang: str, source_lang: str | None) -> bool:
        """Whether the row is about this language pair; an unknown source language excludes none."""
        if self.target_lang not in (None, target_lang):
            return False
        return source_lang is None or self.source_lang in (None, source_lang)
