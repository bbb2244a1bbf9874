"""Gettext PO files: one document a translated message (or plural form of one), beside its source.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html. Obsolete entries (#~) and the header are no messages.
Entries marked fuzzy are read: they are guesses, which is what a check is for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.readers.files.tag import primary
from mtqa.readers.files.trace import Traced, Tracer
from mtqa.segment import Document

NAMES = ("po", "pot")
SUFFIXES = (".po", ".pot")
SOURCE_LANG = "en"  # gettext's convention for msgids, where the header says nothing else (X-Source-Language)
_KEYWORD = re.compile(r'\s*(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,2})\])?)\s*(?=")')
_STRING = re.compile(r'\s*"((?:[^"\\\n]|\\.)*+)"\s*\Z')
_BYTE = r"\\(?:x[0-9a-fA-F]{2}|[0-7]{1,3})"
_ESCAPE = re.compile(rf"((?:{_BYTE})+)|\\(.)", re.S)
_READ = dict(zip("abfnrtv\\\"'?", "\a\b\f\n\r\t\v\\\"'?", strict=True))
_HEADER = re.compile(r"^([\w-]+):[ \t]*(.*)$", re.M)
_SNIFF = re.compile(r"(?:\s*#[^\n]*\n|\s*\n)*\s*(?:msgctxt|msgid)\s*\"")


@dataclass(slots=True)
class Entry:
    """A message in the making: the raw text of its lines, the first of them, how many, and its strings, traced to the text."""

    line: int
    raw: str = ""
    lines: int = 0
    strings: dict[str, Tracer] = field(default_factory=dict)

    def value(self, name: str) -> Traced:
        """One of its strings; an empty one where it has none of the name."""
        return self.strings.get(name, Tracer()).traced()


@dataclass(frozen=True, slots=True)
class Languages:
    """What the header says."""

    target: str | None = None
    source: str | None = SOURCE_LANG


def sniff(head: str) -> bool:
    """Whether the first lines are comments and a message."""
    return _SNIFF.match(head) is not None


def read(source: Source) -> Iterator[Document | Problem]:
    """The documents of the messages, one at a time; an empty msgstr is a message yet to be translated, and passed over."""
    langs, count = Languages(), 0
    for entry in entries(source):
        if isinstance(entry, Problem):
            yield entry
            continue
        count += 1
        if not entry.value("msgid").text and "msgctxt" not in entry.strings:
            langs = languages(entry.value("msgstr").text)
        else:
            yield from of_entry(source, entry, langs)
    if not count:
        yield source.problem(None, 'holds no message: lines that begin with msgid " were expected')


def entries(source: Source) -> Iterator[Entry | Problem]:
    """The entries, each with its lines."""
    entry, name = Entry(1), ""
    for number, line in source.lines():
        if line is None:
            yield source.problem(number, f"has {source.too_long('a line')}")
            continue
        keyword = _KEYWORD.match(line)
        starts = (
            keyword and keyword[1] in ("msgctxt", "msgid") and ("msgid" in entry.strings or keyword[1] in entry.strings)
        )
        if line.isspace() or starts or line.lstrip().startswith("#"):
            if entry.strings:
                yield entry
            entry, name = Entry(number), ""
        if line.isspace() or line.lstrip().startswith("#"):
            entry.line = number + 1
            continue
        name = keyword[1] if keyword else name
        at = len(entry.raw) + (keyword.end() if keyword else 0)
        string = _STRING.match(line[keyword.end() if keyword else 0 :])
        if string is None or not name:
            yield source.problem(
                number, "is no line of a PO file: a keyword and a string in quotation marks were expected"
            )
        else:
            tracer = entry.strings.setdefault(name, Tracer())
            unescape(string[1], at + string.start(1), tracer)
        entry.raw += line
        entry.lines += 1
    if entry.strings:
        yield entry


def unescape(text: str, at: int, tracer: Tracer) -> None:
    """Add a string that stands at an offset, escapes read."""
    done = 0
    for match in _ESCAPE.finditer(text):
        tracer.keep(text[done : match.start()], at + done)
        value = _of_bytes(match[1]) if match[1] else _READ.get(match[2], match[2])
        tracer.put(value, at + match.start())
        done = match.end()
    tracer.keep(text[done:], at + done)


def _of_bytes(escapes: str) -> str:
    """The characters that a run of octal and hexadecimal escapes, a byte each, is the UTF-8 of."""
    codes = (part[1:] for part in re.findall(_BYTE, escapes))
    found = bytes(int(code[1:], 16) if code[0] == "x" else int(code, 8) & 255 for code in codes)
    return found.decode("utf-8", "replace")


def of_entry(source: Source, entry: Entry, langs: Languages) -> Iterator[Document]:
    """The documents of a message: one, or one a plural form."""
    singular, plural = entry.value("msgid").text, entry.value("msgid_plural").text
    context = entry.value("msgctxt").text
    unit = "|".join(filter(None, (context, singular[:60])))
    for name in [name for name in entry.strings if name.startswith("msgstr")]:
        text = entry.value(name)
        if not text.text.strip():
            continue
        form = name.removeprefix("msgstr")
        yield Document(
            id=f"{unit}{form}",
            path=source.path,
            text=text.text,
            target_lang=source.target_lang or langs.target,
            source=plural if plural and form not in ("", "[0]") else singular,
            source_lang=source.source_lang or langs.source,
            anchors=text.anchors(entry.raw, entry.line),
            unit=f"{unit}{form}",
        )


def languages(header: str) -> Languages:
    """What the header entry's text says of the languages."""
    told = {name.lower(): value.strip() for name, value in _HEADER.findall(header)}
    return Languages(primary(told.get("language")), primary(told.get("x-source-language")) or SOURCE_LANG)
