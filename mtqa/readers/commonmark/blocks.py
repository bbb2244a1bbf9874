"""Markdown cut into blocks, line by line: https://spec.commonmark.org/0.31.2/#leaf-blocks."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from mtqa.segment import Kind

_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.S | re.I)
_DIRECTIVE = re.compile(r"<!--(?=\s*mtqa-\w)(.*?)(?:-->|\Z)", re.S)
_QUOTE = re.compile(r" {0,3}> ?")
_FENCE = re.compile(r"\s*(`{3,}(?!.*`)|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_BULLET = re.compile(r"\s*[-*+](?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_NUMBER = re.compile(r"\s*(?P<number>\d{1,9})[.)][ \t]+\S")
_REFERENCE = re.compile(r" {0,3}\[(?!\^)(?P<label>[^\[\]\n]+)\]:[ \t]*\S.*$", re.M)
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]]+\]:[ \t]*")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BLANK = " \t\x00"
_CELL = re.compile(r"(?:[^|\\]|\\.)+")


@dataclass(slots=True)
class RawBlock:
    """The lines of a block with their offsets, without what marks them; `kind` where the markup tells it."""

    kind: Kind | None = None
    lines: list[tuple[int, str]] = field(default_factory=list)


def references(text: str) -> frozenset[str]:
    """The labels for which the document defines a link."""
    return frozenset(match["label"].casefold() for match in _REFERENCE.finditer(text)) if "]:" in text else frozenset()


def raw_blocks(text: str, start: int) -> Iterator[RawBlock]:
    """The blocks from an offset on. Code, comments, scripts, rules and definitions of links are left out."""
    seen = _without_unseen(text)
    reading = _Reading()
    at = start
    for line in seen[start:].split("\n"):
        yield from reading.take(line, at)
        at += len(line) + 1
    yield from reading.end()


def comments(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the comments that speak to mtqa stand from an offset on, without their marks; those shown as code are none."""
    found = deque(_DIRECTIVE.finditer(text, start))
    reading, at = _Reading(), start
    for line in _without_unseen(text)[start:].split("\n") if found else ():
        is_code = bool(reading.fence) or (
            text.startswith(("    ", "\t"), at) and not reading.block.lines and not reading.in_list
        )
        ticks, counted = 0, at
        while found and found[0].start() <= at + len(line):
            match = found.popleft()
            ticks, counted = ticks + text.count("`", counted, match.start()), match.start()
            if not is_code and ticks % 2 == 0:
                yield match.span(1)
        if not found:
            return
        deque(reading.take(line, at), 0)
        at += len(line) + 1


def _without_unseen(text: str) -> str:
    """The text with NUL characters for what no reader sees, so that offsets stay."""
    return _UNSEEN.sub(lambda match: re.sub(r"[^\n]", "\x00", match[0]), text)


@dataclass
class _Reading:
    """What is open while the lines go by."""

    block: RawBlock = field(default_factory=RawBlock)
    fence: str = ""
    in_list: bool = False
    in_table: bool = False
    after_blank: bool = True

    def take(self, line: str, at: int) -> Iterator[RawBlock]:
        """One line; yields what it ends, and itself where it is a block of its own."""
        body = 0
        while quote := _QUOTE.match(line, body):
            body = quote.end()
        content, at = line[body:], at + body
        if self.fence:
            self.fence = "" if content.strip().startswith(self.fence) and not content.strip(" \t`~") else self.fence
        elif not content.strip(_BLANK):
            yield from self.end()
            self.after_blank = True
        else:
            yield from self.text(content, at)
            self.after_blank = False

    def text(self, line: str, at: int) -> Iterator[RawBlock]:
        """A line that is neither blank nor in a fence."""
        is_open = bool(self.block.lines)
        if self.after_blank and not line[:1].isspace() and not _BULLET.match(line) and not _NUMBER.match(line):
            self.in_list = False
        if fence := _FENCE.match(line):
            yield from self.end()
            self.fence = fence[1][:3]
        elif not is_open and not self.in_list and line.startswith(("    ", "\t")):
            return  # code
        elif is_open and self.is_table(line):
            self.in_table = True
            yield from self.end(Kind.TABLE)
        elif self.in_table and "|" in line:
            yield from _cells(line, at)
        elif is_open and self.block.kind is None and _UNDERLINE.match(line):
            yield from self.end(Kind.HEADING)
        elif heading := _HEADING.match(line):
            yield from self.end()
            yield RawBlock(Kind.HEADING, [(at + heading.start("text"), heading["text"])])
        elif _RULE.match(line) or _REFERENCE.match(line):
            yield from self.end()
        elif marker := self.item(line, is_open):
            yield from self.end()
            self.in_list = True
            self.add(line, at, marker.end() if marker.re is not _NUMBER else marker.start("number"), Kind.ITEM)
        else:
            self.add(line, at, 0)

    def is_table(self, line: str) -> bool:
        """Whether a line is the rule under the head of a table, which is the line before."""
        return "|" in self.block.lines[-1][1] and len(self.block.lines) == 1 and _TABLE_RULE.match(line) is not None

    def item(self, line: str, is_open: bool) -> re.Match[str] | None:
        """The mark of a list item or footnote. In mid-paragraph only a list that begins with 1 begins."""
        number = _NUMBER.match(line)
        if number and (not is_open or self.in_list or number["number"] == "1"):
            return number
        return _BULLET.match(line) or _FOOTNOTE.match(line)

    def add(self, line: str, at: int, body: int, kind: Kind | None = None) -> None:
        """Add a line to the open block, or begin one."""
        if not self.block.lines:
            self.block.kind = kind
        body += len(line[body:]) - len(line[body:].lstrip(_BLANK))
        self.block.lines.append((at + body, line[body:].rstrip(_BLANK)))

    def end(self, kind: Kind | None = None) -> Iterator[RawBlock]:
        """End the open block, if there is one."""
        block, self.block = self.block, RawBlock()
        if kind is not Kind.TABLE:
            self.in_table = False
        if not block.lines:
            return
        if kind is Kind.TABLE:
            for start, line in block.lines:
                yield from _cells(line, start)
        else:
            yield RawBlock(kind or block.kind, block.lines)


def _cells(line: str, at: int) -> Iterator[RawBlock]:
    for cell in _CELL.finditer(line):
        inner = cell[0].strip()
        if inner:
            yield RawBlock(Kind.TABLE, [(at + cell.start() + cell[0].index(inner), inner)])
