"""The pieces of a text that quantities are read from: dates, times, figures, words, signs."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from mtqa.languages import language
from mtqa.quantities.figures import FIGURES, SPACES

GAP = rf"[{SPACES}]?"


class Token(NamedTuple):
    """A piece at [start, end) of a text; `kind` is the name of the group that matched; `small` its text in lower case."""

    kind: str
    start: int
    end: int
    small: str
    text: str


@lru_cache(maxsize=512)
def tokens(text: str, lang: str) -> tuple[Token, ...]:
    """The pieces of a text in order; hyphens and elisions part words."""
    return tuple(
        Token(match.lastgroup or "", match.start(), match.end(), match[0].lower().replace("’", "'"), match[0])
        for match in _pattern(lang).finditer(text)
    )


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    facts = language(lang)
    hours = "|".join(sorted(map(re.escape, facts.hours), key=len, reverse=True)) or r"(?!)"
    stop = rf"|(?<![\d.,/])(?:[0-2]?\d|3[01])\.{GAP}(?:0?\d|1[0-2])\.(?!\d)" if facts.ordinal_dot else ""
    signs = r"|(?:[12]\d{3}年)?[01]?\d月[0-3]?\d[日号號]" if facts.written_without_spaces else ""
    end = "" if facts.written_without_spaces else r"(?!\w*[^\W\d_])"
    word = r"[一-鿿]" if facts.written_without_spaces else r"(?!)"
    return re.compile(
        rf"""
        (?P<date>(?<![\d.,/-])(?:[0-3]?\d([./-]){GAP}[0-3]?\d\2{GAP}(?:[12]\d{{3}}|\d\d)|[12]\d{{3}}-[01]?\d-[0-3]?\d)(?![\d/-]|[.,]\d){stop}{signs})
        |(?P<noon>(?<![\d.,:])(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?{GAP}[ap]\.?{GAP}m(?![\w])\.?)
        |(?P<hour>(?<![\d.,:])(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?{GAP}(?:{hours}){end}(?:{GAP}[0-5]\d(?![\d.,]?\d|{GAP}%))?
          |(?:[01]\d|2[0-3])[0-5]\d(?={GAP}(?:GMT|UTC)))
        |(?P<clock>(?<![\d.,:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:]))
        |(?P<figures>{FIGURES})
        |(?P<word>{word}|[^\W\d_]+(?:['’][єїюя][^\W\d_]*)?)
        |(?P<sign>°{GAP}[CF]\b|[%€$£¥₽₴°½¼¾′″])
        """,
        re.X | re.I,
    )
