"""Reads one line or sentence as page furniture: which phrases of the furniture's vocabulary it is made of."""

import re
from functools import cache
from typing import NamedTuple

from mtqa.checks._chrome_beside import BY_MACHINE, GLUE, HERE, SITES, THIS_PAGE, TRANSLATED
from mtqa.checks._chrome_words import CHROME
from mtqa.lexicon.frequency import zipf
from mtqa.text import ends_sentence

_TOKEN = re.compile(r"\w+")
_COUNTER = re.compile(r"\(\s?\d+\s?\)|\[\+\]|[›»→▶►|]\s*$|^\s*[›→▶►|]")
_NOTICE = re.compile(
    rf"\b(?:{THIS_PAGE})(?=.*\b{TRANSLATED})(?=.*\b(?:{BY_MACHINE}))",
    re.IGNORECASE,
)
# One of these stands in every notice; the pattern is asked only then.
_TRANSLATES = ("ransl", "radu", "radott", "bersetz", "ertaal", "tłumacz", "перев", "перекл", "přelo", "překl", "翻译")
_COPYRIGHT = re.compile(r"\W*(?:©|\(c\)\s?(?:19|20)\d\d|copyright\s(?:©|\d))", re.IGNORECASE)
_CELLS = re.compile(r"\s*[>›»|/·•→]\s*")
LONGEST = 30  # words: longer sentences are prose, whatever they start with
LONGEST_COVERED = 12  # words
COVERED_LENGTH = 100  # code points that so many words hardly exceed
NOTICE_LENGTH = 300  # code points
OFTEN = 2.5  # Zipf: from here on a foreign word is at home in the target language, too ("forum", "menu")


class Phrase(NamedTuple):
    """A phrase by its words. `opens`: a longer sentence may start with it; `leads`: a title or names may follow a colon,
    `bare`: without one, too.
    """

    words: tuple[str, ...]
    concept: str
    langs: tuple[str, ...]
    is_weak: bool
    opens: bool
    leads: bool
    bare: bool


class Label(NamedTuple):
    """What a line is for. A weak one is made of ordinary words and needs furniture beside it."""

    concept: str
    is_weak: bool
    is_whole: bool


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first word, longest first."""
    langs: dict[tuple[str, str], list[str]] = {}
    for concept, by_lang in CHROME.items():
        for lang, listed in by_lang.items():
            for phrase in listed.split("|"):
                langs.setdefault((phrase, concept), []).append(lang)
    by_first: dict[str, list[Phrase]] = {}
    for (written, concept), spoken in langs.items():
        words = tuple(_TOKEN.findall(written.casefold()))
        one = Phrase(
            words,
            concept,
            tuple(spoken),
            written[0] == "~",
            written[-1] == "…",
            written[-1] in ":;",
            written[-1] == ":",
        )
        by_first.setdefault(words[0], []).append(one)
    return {first: tuple(sorted(found, key=lambda p: -len(p.words))) for first, found in by_first.items()}


def label(text: str, target: str, source: str | None) -> Label | None:
    """What this line or sentence is for, if it is nothing but furniture; `target` and `source` are languages."""
    first = _TOKEN.search(text)
    if first is None:
        return None
    opening = first.group().casefold()
    if opening in _phrases() or (len(text) <= COVERED_LENGTH and (opening in GLUE or opening.isdigit())):
        words = _TOKEN.findall(text.casefold())
        if len(words) <= LONGEST:
            found = _covered(text, words, target, source) or _opened(text, words, target, source)
            if found:
                return found
    return _noticed(text)


def _noticed(text: str) -> Label | None:
    """The label of a notice that says who owns the page or that a machine translated it."""
    if "©" in text or text[:12].lower().lstrip().startswith(("copyright", "(c)")):
        if is_copyright(text) and not ends_sentence(text):
            return Label("rights", False, False)
    elif len(text) <= NOTICE_LENGTH and any(stem in text for stem in _TRANSLATES) and _NOTICE.search(text):
        return Label("translation", False, False)
    return None


def _covered(text: str, words: list[str], target: str, source: str | None) -> Label | None:
    """The label where phrases, words between them and numbers cover the whole line."""
    if len(words) > LONGEST_COVERED:
        return None
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        phrase = next(
            (p for p in _phrases().get(words[at], ()) if words[at : at + len(p.words)] == list(p.words)), None
        )
        if phrase and not (phrase.is_weak and target not in phrase.langs and not _is_foreign(phrase, target, source)):
            found.append(phrase)
            at += len(phrase.words)
        elif words[at] in GLUE or words[at].isdigit():
            at += 1
        else:
            return None
    sites = len(SITES.intersection(words)) > 2
    if not found:
        return Label("share", False, True) if sites else None
    strong = next((p for p in found if not p.is_weak or _is_foreign(p, target, source)), None)
    telling = sites or len(found) > 1 or _COUNTER.search(text) or not HERE.isdisjoint(words)
    return Label((strong or found[0]).concept, strong is None and not telling, True)


def _opened(text: str, words: list[str], target: str, source: str | None) -> Label | None:
    """The label where a phrase opens the line and the rest may be anything."""
    for phrase in _phrases().get(words[0], ()):
        size = len(phrase.words)
        if tuple(words[:size]) != phrase.words:
            continue
        if phrase.opens:
            return Label(phrase.concept, False, False)
        if phrase.leads and _leads_on(text, phrase):
            weak = phrase.is_weak and not _is_foreign(phrase, target, source)
            return Label(phrase.concept, weak, False)
    return None


def _leads_on(text: str, phrase: Phrase) -> bool:
    """Whether a colon, or a title after a phrase that needs none, follows the phrase."""
    *_, last = (match for match, _ in zip(_TOKEN.finditer(text), phrase.words, strict=False))
    rest = text[last.end() :].lstrip(" \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
    if rest.startswith((":", "|", "→", "»", "›")):
        return not phrase.is_weak or len(rest.split()) <= LONGEST_COVERED
    return phrase.bare and len(phrase.words) > 1 and (rest[:1].isupper() or rest[:1] in '"“„«')


def _is_foreign(phrase: Phrase, target: str, source: str | None) -> bool:
    """Whether the phrase is the source's or English and no word of the target language."""
    if target in phrase.langs or not {source, "en"} & set(phrase.langs):
        return False
    return any(zipf(word, target) < OFTEN for word in phrase.words)


def is_path(text: str) -> bool:
    """Whether a line is the way to the page through the site's sections: "Home > Politics > Europe"."""
    cells = [cell for cell in _CELLS.split(text.strip()) if cell]
    if len(cells) < 2 or any(len(cell.split()) > 3 for cell in cells):
        return False
    root = tuple(_TOKEN.findall(cells[0].casefold()))
    return any(one.words == root and one.concept == "contents" for one in _phrases().get(root[0] if root else "", ()))


def is_copyright(text: str) -> bool:
    """Whether a line says who owns the page: "© 2024 The Daily. All rights reserved"."""
    return _COPYRIGHT.match(text) is not None and len(text.split()) <= LONGEST_COVERED
