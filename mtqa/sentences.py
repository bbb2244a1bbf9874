"""Sentences of a document, with exact code-point offsets.

Own rules, not a library's: reports/decisions/0002-sentences.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from mtqa.enclosed import Enclosed, enclosed
from mtqa.languages import Language, language
from mtqa.segment import Block, Document, Kind, Segment
from mtqa.text import blocks

CAP = 2_000  # code points: a "sentence" that runs longer is cut at a space


def split(document: Document) -> Document:
    """The document with `segments`: its title, kept whole, then the sentences of each block.

    A document of one sentence hands its source and reference on to it.
    """
    segments = [*_title(document), *_body(document)]
    if len(segments) == 1:
        segments = [replace(segments[0], source=document.source, reference=document.reference)]
    return replace(document, segments=tuple(segments))


def _title(document: Document) -> Iterator[Segment]:
    lang, title = document.target_lang or "und", document.title or ""
    for start, end in _capped(*_stripped(title, 0, len(title)), title):
        yield Segment(
            title[start:end], lang, source_lang=document.source_lang, start=start, kind=Kind.HEADING, field="title"
        )


def _body(document: Document) -> Iterator[Segment]:
    lang, text = document.target_lang or "und", document.text
    for start, end, block in places(text, lang, document.blocks):
        yield Segment(text[start:end], lang, source_lang=document.source_lang, start=start, kind=block.kind)


def places(text: str, lang: str, laid: tuple[Block, ...] = ()) -> Iterator[tuple[int, int, Block]]:
    """The sentences of a text as [start, end) with the block that each stands in, in order.

    `laid` are its blocks where the format knows them; else they are told from the lines.
    """
    for block in laid or blocks(text):
        for start, end in _block_spans(text[block.start : block.end], lang, block):
            yield block.start + start, block.start + end, block


def _block_spans(text: str, lang: str, block: Block) -> tuple[tuple[int, int], ...]:
    """A heading is one sentence, whatever marks stand in it."""
    if block.kind is Kind.HEADING:
        return tuple(_capped(*_stripped(text, 0, len(text)), text))
    return spans(text, lang)


def spans(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """The sentences of one block as [start, end) in code points: in order, disjoint, without the spaces around them.

    Together they cover all that is no space. A line break is a space, an empty line ends a sentence.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for end in _ends(text, lang):
        found.extend(_capped(*_stripped(text, start, end), text))
        start = end
    found.extend(_capped(*_stripped(text, start, len(text)), text))
    return tuple(found)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    body = text[start:end]
    left = len(body) - len(body.lstrip())
    return start + left, max(start + left, start + len(body.rstrip()))


def _capped(start: int, end: int, text: str) -> Iterator[tuple[int, int]]:
    """The span itself, or pieces of at most CAP code points, cut at spaces where there are some; none if it is empty."""
    while end - start > CAP:
        head = text[start : start + CAP]
        cut = len(head.rsplit(None, 1)[0]) if any(map(str.isspace, head)) else CAP
        yield start, start + cut
        start = _stripped(text, start + cut, end)[0]
    if start < end:
        yield start, end


# A run of marks with the closing quotes and brackets that belong to it, then a space; Chinese stops need none.
_END = re.compile(
    r"""
    (?P<marks>(?<![.!?…])[.!?…]++(?:\s[.!?…]++(?!\w))*)
    (?P<closing>(?:["'”“’‘»«›‹)\]]|\s[»›”](?!\w))*)
    (?=\s)
    | (?P<han>[。！？]++[”’」』）]*+)
    | (?P<blank>\n[^\S\n]*+\n)
    """,
    re.VERBOSE,
)
# What may stand before the first word of a sentence; Dutch type sets ",," for "„".
_LEAD = re.compile(r"(?:[\[(](?:\.\.\.|…)[\])]|[\s\"'”“’‘„‚»«›‹(\[¿¡*•–—-]|,,(?=\s?\w))*+")
_WORD = re.compile(r"[^\W\d_]++(?:['’-][^\W\d_]++)*+['’]?")
_TOKEN_LENGTH = 40  # longer ones are no abbreviation
_DOTTED = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])+")  # "U.S", "a.m", "J.-C"
_ROMAN = re.compile(r"[IVXLC]+")
_COUNT = re.compile(r"\d|[IVXLC]+\b|[A-Z][.\d]")  # what an abbreviation such as "art." counts
_OPENING = '(["„“”‚‘«»›‹/–—'
_BRACKETS = frozenset("([)]")
_NEVER_AFTER = ",;:.!?…)]}%"  # marks that no sentence starts with


@dataclass(frozen=True, slots=True)
class _Rules:
    """A language's facts as the splitter asks for them."""

    language: Language
    never: frozenset[str]  # abbreviations after which no sentence starts with a capital
    several: re.Pattern[str]  # abbreviations of several words, each with its stop: "z. B."
    led: frozenset[str]  # last words of those whose first word has none: "et al."
    starters: frozenset[str]  # function words: with a capital they start a sentence
    named: frozenset[str]  # those of them that start a surname too: "J. Le Pen"


@cache
def _rules(tag: str) -> _Rules:
    one = language(tag)
    wide = sorted((a for a in one.abbreviations if ". " in a), key=len, reverse=True)
    several = "|".join(re.escape(a).replace(r"\ ", r"\s") for a in wide)
    return _Rules(
        language=one,
        never=one.abbreviations - one.closing - one.trailing - one.counting,
        several=re.compile(rf"(?:{several})(?!\w)" if wide else r"(?!)", re.IGNORECASE),
        led=frozenset(a.split()[1] for a in one.abbreviations if a.count(" ") == 1 and ". " not in a),
        starters=one.closed,
        named=one.particles if one.capital_particles else frozenset(),
    )


@dataclass(frozen=True, slots=True)
class _Stop:
    """A run of marks that may end a sentence, with what stands before and after it."""

    text: str
    end: int  # after the marks and what closes with them
    mark: str  # ".", "...", "?" or a mixture
    closing: str  # quotes and brackets after the marks
    token: str  # what stands before them, back to a space
    abbreviation: str  # the same, small and with its stop; with its other words if it has several
    after: int  # where the next word, number or symbol starts

    @property
    def next(self) -> str:
        """The first character of what follows, "" at the end."""
        return self.text[self.after : self.after + 1]


def _ends(text: str, lang: str) -> Iterator[int]:
    """Offsets after the marks and closing quotes that end a sentence."""
    rules, whole = _rules(language(lang).tag), enclosed(text)
    joined, several = -1, ""  # the last stop of an abbreviation of several words: "z. B."
    for match in _END.finditer(text):
        start, end = match.start(), whole.closed.get(match.end(), match.end())
        if match["blank"]:
            yield start
            continue
        if match["marks"]:
            token = _token(text, start)
            if start > joined and (wide := rules.several.match(text, start - len(token))):
                joined, several = wide.end() - 1, " ".join(wide.group().lower().split())
            if start < joined:
                continue
            known = several if start == joined else _known(text, start, token, rules)
            mark = match["marks"].split()[-1]
            stop = _Stop(text, end, mark, text[match.end("marks") : end], token, known, _lead(text, end))
            if not _divides(stop, rules, whole):
                continue
        if not whole.hold(start, end):
            yield end


def _known(text: str, start: int, token: str, rules: _Rules) -> str:
    """What an abbreviation that stops here is looked up as: its last word, with the word before it in "et al."."""
    last = token.lower() + "."
    if last not in rules.led:
        return last
    before = _token(text, start - len(token) - 1).lower()
    return f"{before} {last}" if f"{before} {last}" in rules.language.abbreviations else last


def _lead(text: str, start: int) -> int:
    """Offset of the first word, number or symbol from here on, past spaces and opening marks."""
    found = _LEAD.match(text, start)
    return found.end() if found else start


def _token(text: str, end: int) -> str:
    """What stands before this offset, back to a space, an apostrophe or an opening mark; at most 40 code points."""
    head = text[max(0, end - _TOKEN_LENGTH) : end].replace("’", "'")
    if not head or head[-1].isspace():
        return ""
    token = head.rsplit(None, 1)[-1].lstrip(_OPENING) or head[-1]
    return token.rpartition("'")[2] or token


def _divides(stop: _Stop, rules: _Rules, whole: Enclosed) -> bool:
    """Whether a sentence ends with these marks."""
    following = stop.next
    if not following or following in _NEVER_AFTER or _is_bracketed(stop):
        return False
    if stop.mark == ".":
        return _period_divides(stop, rules)
    if following.islower():
        return False
    if set(stop.mark) <= set(".…"):
        return not following.isdigit()
    is_inside = stop.closing and whole.embed(stop.end)
    return not is_inside or _starts_sentence(stop, rules)


def _is_bracketed(stop: _Stop) -> bool:
    """Whether brackets stand around nothing but the marks: "[...]", "(!)"."""
    return stop.closing[:1] in _BRACKETS and stop.token[-1:] in _BRACKETS


def _period_divides(stop: _Stop, rules: _Rules) -> bool:
    """The same for a full stop: what stands before it may be an abbreviation, an initial, an ordinal number."""
    known, token, one = stop.abbreviation, stop.token, rules.language
    is_abbreviation = known in one.abbreviations or _DOTTED.fullmatch(token) is not None
    is_initial = len(token) == 1 and token.isupper()
    is_number = token.isdecimal() and len(token) <= 3  # before a small letter: "3. octobre", left over from German
    is_ordinal = one.ordinal_dot and (is_number or _is_roman(token))
    if stop.next.islower():
        is_joined = is_initial or is_number or is_ordinal or (is_abbreviation and known not in one.counting)
        return not (stop.closing or is_joined)
    if not stop.next.isalpha():
        return not (is_abbreviation or is_initial or (is_ordinal and stop.next.isdigit()))
    if known in one.counting and not is_initial:
        return not _COUNT.match(stop.text, stop.after)
    if known in one.trailing:
        return True
    is_acronym = token.isalpha() and token.isupper()  # "FT." is the newspaper, "Ft." the unit
    if known in rules.never and (known in one.honorifics if is_initial else not is_acronym and len(token) > 1):
        return False
    if is_initial or (is_acronym and is_abbreviation and known not in one.closing):
        return _starts_sentence(stop, rules, but=rules.named)
    return _starts_sentence(stop, rules) if is_abbreviation or is_ordinal else True


def _starts_sentence(stop: _Stop, rules: _Rules, but: frozenset[str] = frozenset()) -> bool:
    """Whether a function word with a capital follows: no name and no noun, so that a sentence starts here."""
    found = _WORD.match(stop.text, stop.after)
    if not found or (len(found.group()) == 1 and stop.text.startswith(".", found.end())):
        return False  # another initial: "Wayne A. I. Smith"
    word = found.group().lower().replace("’", "'")
    elided = word[: word.find("'") + 1]
    return word not in but and elided not in but and (word in rules.starters or elided in rules.starters)


def _is_roman(token: str) -> bool:
    return len(token) > 1 and _ROMAN.fullmatch(token) is not None
