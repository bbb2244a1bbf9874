"""`--source` and `--reference`: another file that holds the source, or a reference, of what is checked."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from mtqa.cli.command import tell
from mtqa.config import Config
from mtqa.errors import ConfigError, InputError
from mtqa.segment import Bead, Document

PLACE = "{name}"  # in a pattern: the name of the checked file without its suffix
RATIO, MOST_ODD = 3.0, 0.1  # lines of one number are translations of each other but for this share of them


@dataclass(slots=True)
class Side:
    """One option's file, or the pattern of many. It is read when the first document needs it."""

    option: str
    given: str
    _read: dict[str, list[Document]] = field(default_factory=dict)
    _named: dict[str, dict[str, Document]] = field(default_factory=dict)  # by file, then by all that names them
    _served: int = 0
    _missing: int = 0

    def of(self, document: Document) -> Document | None:
        """The document on this side of a checked one; None where there is none. Raises ConfigError where that is not clear."""
        path = self.given.replace(PLACE, PurePath(document.path).stem)
        if path not in self._read:
            self._read[path] = list(self._documents(path))
            self._named[path] = {key: one for one in reversed(self._read[path]) for key in one.keys}
        found = self._read[path]
        self._served += 1
        if len(found) == 1 and self._served > 1 and PLACE not in self.given:
            raise ConfigError(
                f"--{self.option} {self.given} is one text, and there are several to check: give a pattern with {PLACE}, "
                f'or rows with a "{self.option}" of their own'
            )
        if len(found) == 1:
            return found[0]
        keys = (document.unit, document.id, document.link, *document.versions)
        match = next((self._named[path][key] for key in keys if key in self._named[path]), None)
        self._missing += match is None
        return match

    def _documents(self, path: str) -> Iterator[Document]:
        from mtqa.readers import read

        for item in read([path]):
            if isinstance(item, Document):
                yield item
            elif PLACE not in self.given:
                raise InputError(f"--{self.option}: {item}")

    def close(self) -> None:
        """Tell how many documents had nothing on this side."""
        if self._missing:
            tell(f"--{self.option}: {self._missing} of {self._served} documents have none: checked without it")


def sides(config: Config) -> tuple[Side | None, Side | None]:
    """Source and reference, as options or the configuration name them."""
    one, other = config.source, config.reference
    return Side("source", one) if one else None, Side("reference", other) if other else None


def beside(document: Document, source: Side | None, reference: Side | None) -> Document:
    """The document with the source and the reference that options name; its own win."""
    if source and document.source is None and (found := source.of(document)):
        lang = document.source_lang or found.target_lang
        document = replace(document, source=found.text, source_lang=lang, beads=line_pairs(found.text, document.text))
    if reference and document.reference is None and (found := reference.of(document)):
        document = replace(document, reference=found.text)
    return document


def line_pairs(source: str, target: str) -> tuple[Bead, ...]:
    """The lines of two texts in pairs, where they have as many and most fit in length; else nothing."""
    here, there = _lines(source), _lines(target)
    if len(here) != len(there) or len(here) < 2:
        return ()
    lengths = [sorted((one[1] - one[0] + 10, other[1] - other[0] + 10)) for one, other in zip(here, there, strict=True)]
    if sum(long > RATIO * short for short, long in lengths) > MOST_ODD * len(lengths):
        return ()
    return tuple(Bead(*one, *other) for one, other in zip(here, there, strict=True))


def _lines(text: str) -> list[tuple[int, int]]:
    """Where each line that is not blank stands."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at += len(line)
    return found
