"""F304: marks where no mark can stand."""

import re
from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.lemma import is_known
from mtqa.segment import Segment
from mtqa.text import words

_BLANK = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_CLUSTER = re.compile(rf"[.,;:](?:{_BLANK}*[.,;:])+")
_START = re.compile(r"[.,;:](?:\s+(?=\w)|(?=[^\W\d_a-z][a-zà-ÿ]))")
_BRACKET = re.compile(rf"[(\[]{_BLANK}+(?=\w)|(?<=\w){_BLANK}+[)\]](?!\))")
_DASH = re.compile(rf"(?<=[^\W\d_]{{2}}){_BLANK}[-–](?=[^\W\d_]{{2}})")
_PAIRED_DASH = re.compile(rf"[-–—](?=$|\W)|{_BLANK}[-–—]")
_PREFILTER = re.compile(rf"[.,;:]{_BLANK}*[.,;:]|^[.,;:]|[(\[]{_BLANK}|{_BLANK}[)\]\-–]")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.?)+$")

NEAR = 24  # code points that tell what a mark follows or precedes


@check(
    "F304",
    Category.PUNCTUATION,
    Severity.MINOR,
    example("The port opened⟦. ,⟧ and the town cheered.", "en", fix=","),
    example("Le port a rouvert⟦, .⟧ Les pêcheurs sont rentrés.", "fr", fix="."),
    example("⟦. ⟧Der Hafen ist wieder offen.", "de", fix=""),
    example("The harbour ⟦( ⟧built in 1931) opened.", "en", fix="("),
    example("The council⟦ -⟧the whole of it stayed away.", "en", fix=" - "),
    example("Der Rat⟦ -⟧die Mehrheit blieb weg.", "de"),
    example("The port opens at 5 p.m⟦ .:⟧ the mayor waits.", "en", fix=".:"),
    example("The talks end at 5 p.m., etc., and cost 5,- ... at most :-) or . . . less.", "en"),
    example("Kreditnehmer und -geber auf -zig Wegen, siehe .docx, .xlsx; Dr., Prof.: alle.", "de"),
    example("Le maire -élu en mars- reste, la (...) suite aussi.", "fr"),
)
def stray_punctuation(segment: Segment) -> Iterator[Hit]:
    """Marks where no mark can stand: ". ,", ",,", a stop before the first word, a blank inside a bracket, " -the".

    They are what is left when words were dropped or sentences joined, and stop the reader. Decided by the marks and
    blanks alone, abbreviations ("etc.,"), ellipses, faces and suspended hyphens ("und -geber") aside. Not seen: a
    single mark that is wrong for the sense.
    """
    text, lang = segment.target, segment.target_lang
    if not _PREFILTER.search(text):
        return
    yield from _clusters(text, lang)
    if start := _START.match(text):
        yield Hit(start.start(), start.end(), f"a sentence starts with {start.group().strip()}", "", 0.8)
    for found in _BRACKET.finditer(text):
        yield Hit(found.start(), found.end(), "a blank inside a bracket", found.group().strip(), 0.7)
    yield from _dashes(text, lang)


def _clusters(text: str, lang: str) -> Iterator[Hit]:
    for found in _CLUSTER.finditer(text):
        start, end = found.span()
        marks = "".join(found.group().split())
        if start == 0 or not _is_stray(marks, found.group(), text[end : end + 1]) or _is_entity(text, start):
            continue
        before = text[max(0, start - NEAR) : start].rstrip()
        stop = max(0, start - NEAR) + len(before)
        is_abbreviation = len(marks) == 2 and marks[0] == "." and _is_abbreviation(before, lang)
        if stop < start:
            fix = marks if is_abbreviation else _kept(marks, text, end)
            yield Hit(stop, end, f"a space before {marks}", fix, 0.8)
        elif not is_abbreviation or len(found.group()) > 2:
            yield Hit(start, end, f"{found.group()} cannot stand together", _kept(marks, text, end), 0.8)


def _is_stray(marks: str, written: str, after: str) -> bool:
    if marks.strip(".") == "":  # ".." and ". ." but no ellipsis
        return len(marks) == 2 and not after.isalnum()
    if marks.endswith("...") or marks.startswith("...") or after in ("-", ")", "(", "D", "/"):
        return False
    if written.endswith(".") and after.isalnum():  # ", .docx"
        return False
    if ",," in marks and (after.isalnum() or len(marks) > 2):  # ",,Wort": low quotation marks by typewriter
        return False
    return "::" not in marks


def _is_entity(text: str, at: int) -> bool:
    return text[at] == ";" and bool(re.search(r"&#?\w+$", text[max(0, at - 12) : at]))


def _is_abbreviation(before: str, lang: str) -> bool:
    """Whether a full stop may belong to the word before it: no known word of some length, or in the language's list."""
    found = _LAST_WORD.search(before)
    word = found.group().lower() if found else ""
    return len(word) < 4 or "." in word or word + "." in language(lang).abbreviations or not is_known(word, lang)


def _kept(marks: str, text: str, end: int) -> str | None:
    """The mark that stays, where what follows tells: a full stop at the end and before a capital, else the comma."""
    if len(set(marks)) == 1 and marks[0] != ".":
        return marks[0]
    following = text[end : end + NEAR].lstrip(' "“”«»\N{NO-BREAK SPACE}')[:1]
    if not following or (following.isupper() and "." in marks):
        return "."
    return "," if "," in marks and following.islower() and set(marks) <= {",", "."} else None


def _dashes(text: str, lang: str) -> Iterator[Hit]:
    """A dash that sticks to the next word alone, where no second one makes it a pair of brackets."""
    found = _DASH.search(text)
    if found is None or len(_PAIRED_DASH.findall(text)) > 1:
        return
    facts = language(lang)
    before = text[: found.start()].rsplit(None, 1)[-1].lower()
    after = words(text[found.end() :], lang)[0].text
    if before not in facts.conjunctions and is_known(after, lang):  # "Obst- und -gemüse"
        fix = None if facts.capital_nouns else f" {found.group().strip()} "  # "Engels -Straße" is a compound
        yield Hit(found.start(), found.end(), "no blank after the dash", fix, 0.7)
