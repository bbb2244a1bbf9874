"""Markup inside a Markdown block: emphasis, links, images, code, tags, entities and escapes."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Set
from html import unescape
from unicodedata import category

from mtqa.readers.files.trace import Traced, Tracer
from mtqa.readers.web.elements import is_debris

# Where nothing else is read: https://spec.commonmark.org/0.31.2/#code-spans, #autolinks, #raw-html, #backslash-escapes.
_LITERAL = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<ticks>`++)|(?P<hard>\\(?=\n))"
    r"|<(?P<auto>[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>"
    r"|</?(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<about>(?:\s[^<>]*)?/?)>|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)"
    "|(?P<gone>\x00+)",
    re.S,
)
_GONE = re.compile("\x00+")  # a comment, in code too, where a check would take it for a tag that leaked
_TEXT = r"(?:[^\[\]]|\[[^\[\]]*+\])*+"
_LINK = re.compile(
    rf"""!?\[(?P<text>{_TEXT})\](?:\(\s*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*+)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)|\[(?P<ref>[^\[\]]*)\])?"""
)
_TICKS = re.compile("`+")
_RUN = re.compile(r"\*+|_+|~~")
Cut = tuple[int, int, str]  # a stretch to leave out, and what stands for it


def read_inline(block: Traced, references: Set[str]) -> Traced:
    """The text of a block without its markup; `references` are the labels of links that the document defines, folded."""
    text = block.text
    cuts: list[Cut] = []
    masked = list(text)
    for start, end, found in _literals(text):
        cuts += found
        masked[start:end] = "\N{OBJECT REPLACEMENT CHARACTER}" * (end - start)
    plain = "".join(masked)
    links = list(_link_cuts(plain, 0, len(plain), references))
    for start, end, _ in links:
        masked[start:end] = "\N{OBJECT REPLACEMENT CHARACTER}" * (end - start)
    cuts += links
    cuts += _emphasis_cuts("".join(masked))
    return _without(text, sorted(cuts)).through(block)


def _without(text: str, cuts: list[Cut]) -> Traced:
    tracer, at = Tracer(), 0
    for start, end, instead in cuts:
        if start < at:
            continue
        tracer.keep(text[at:start], at)
        if not instead and tracer.last == " " and text[end : end + 1] == " ":
            end += 1  # what is left out between two spaces leaves one
        tracer.put(instead, start)
        at = end
    tracer.keep(text[at:], at)
    return tracer.traced()


def _literals(text: str) -> Iterator[tuple[int, int, list[Cut]]]:
    """The stretches in which nothing else is read, with what is left out of each."""
    ticks: dict[int, list[int]] = {}  # where the runs of so many backticks start
    for run in _TICKS.finditer(text):
        ticks.setdefault(len(run[0]), []).append(run.start())
    at = 0
    while match := _LITERAL.search(text, at):
        start, at = match.span()
        if not match["ticks"]:
            yield start, at, list(_literal_cuts(match))
            continue
        runs = ticks.get(at - start, [])
        closing = bisect_left(runs, at)
        if closing < len(runs):
            begin, at = at, runs[closing] + at - start
            gone = [(match.start(), match.end(), "") for match in _GONE.finditer(text, begin, runs[closing])]
            yield start, at, [(start, begin, ""), *gone, (runs[closing], at, "")]


def _literal_cuts(match: re.Match[str]) -> Iterator[Cut]:
    start, end = match.span()
    if match["escaped"] or match["hard"]:
        yield start, start + 1, ""
    elif match["auto"]:
        yield start, start + 1, ""
        yield end - 1, end, ""
    elif match["entity"]:
        yield start, end, unescape(match[0])
    elif match["gone"]:
        yield start, end, ""
    elif not is_debris(match["tag"].lower(), match["about"]):
        yield start, end, "\n" if match["tag"].lower() == "br" else ""


def _link_cuts(text: str, start: int, end: int, references: Set[str]) -> Iterator[Cut]:
    """The brackets and addresses of links and images between two offsets; what they show stays."""
    for match in _LINK.finditer(text, start, end):
        shown, label = match["text"], match["ref"]
        if shown.startswith("^"):
            yield match.start(), match.start("text") + len(shown) + 1, ""  # a footnote's mark
            continue
        named = (label or shown).casefold() in references
        if text.endswith(")", match.start(), match.end()) or named:
            yield match.start(), match.start("text"), ""
            yield match.end("text"), match.end(), ""
        yield from _link_cuts(text, match.start("text"), match.end("text"), references)


def _emphasis_cuts(text: str) -> Iterator[Cut]:
    """Paired runs of * and _ and ~~: https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis."""
    openers: list[list[int]] = []  # start, end of what is still open of a run
    waiting: Counter[str] = Counter()  # how many of them are of each mark
    for match in _RUN.finditer(text):
        start, end = match.span()
        mark = text[start]
        opens, closes = _flanks(text, start, end)
        while closes and start < end and waiting[mark]:
            while text[openers[-1][0]] != mark:
                waiting[text[openers.pop()[0]]] -= 1
            opener = openers[-1]
            length = min(opener[1] - opener[0], end - start)
            yield opener[1] - length, opener[1], ""
            yield start, start + length, ""
            start, opener[1] = start + length, opener[1] - length
            if opener[0] == opener[1]:
                openers.pop()
                waiting[mark] -= 1
        if opens and start < end:
            openers.append([start, end])
            waiting[mark] += 1


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run can open and can close emphasis."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    mark_before, mark_after = category(before)[0] in "PS", category(after)[0] in "PS"
    left = not after.isspace() and (not mark_after or before.isspace() or mark_before)
    right = not before.isspace() and (not mark_before or after.isspace() or mark_after)
    if text[start] != "_":
        return left, right
    return left and (not right or mark_before), right and (not left or mark_after)
