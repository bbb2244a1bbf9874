"""F401: characters broken by a wrong encoding."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.frequency import frequency
from mtqa.lexicon.lemma import is_known
from mtqa.segment import Segment

# UTF-8 read as Windows-1252 or Latin-1: a lead byte as a letter, then what the next byte looks like. ß, é and other
# small leads are left out, as they stand before closing quotation marks in sound text.
_NEXT = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LEAD = re.compile("[Â-Þâð\x80-\x9fĂĹ\ufffd\ud800-\udfff]")
_BROKEN = re.compile(
    rf"[Â-Þ](?:[{_NEXT}])|Ã(?= [^\W_])|â(?=[€‚„])|ðŸ|[ĂĹ][\x80-\xbf‚„…†‡‰Š‹ŚŤŽŹ‘’“”•–—™š›śťžźˇ˘ŁĄŞŻ˛łąşĽ˝ľż]"
    "|[\x80-\x84\x86-\x9f\ufffd\ud800-\udfff]"
)
_LOST = re.compile(r"[^\W\d_]\?(?=[^\W\d_])")
_RUN = re.compile(r"[0-9A-Za-z\x80-\U0010ffff'-]+")
_WORD_LEFT = re.compile(r"[^\W\d_]+$")
_WORD_RIGHT = re.compile(r"[^\W\d_]+")
_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")
_PAIR = re.compile(f"[Â-Þâð][{_NEXT}]|[\ufffd\ud800-\udfff]")
_LONE_A = re.compile(r"(?<![A-ZÀ-Þ])Ã(?= )")
ACCENTED = "éèêëàâäáãåæçíîïìñóôöòõøœúùûüýßąćčďęěğıłńňőřśšşťůűźžżÉÈÀÄÖÜÇÎÔÁÍÓÚÑ"


@check(
    "F401",
    Category.CHARACTER_ENCODING,
    Severity.MAJOR,
    example("La ⟦fenÃªtre⟧ du port donne sur la mer.", "fr", fix="fenêtre"),
    example("The mayor ⟦didnâ€™t⟧ open the port.", "en", fix="didn’t"),
    example("Der Rat sprach von ⟦\x84Booten\x93⟧ im Hafen.", "de", fix="„Booten“"),
    example("Le ⟦pr\N{REPLACEMENT CHARACTER}sident⟧ du port est parti.", "fr"),
    example("Les ⟦fran?ais⟧ rentrent au port, car rien ⟦n?est⟧ prêt.", "fr", fix="français"),
    example("La mairie est fermée ; « À l'été », dit-elle au CAFÉ “IRMÔ. Ça va ?", "fr"),
    example("Sie sagte: „Die Brücke ist groß“ – und „Öl“ für 5 €…", "de"),
    example("Does it work?Yes, see example.com/?page=a?b.", "en"),
)
def mojibake(segment: Segment) -> Iterator[Hit]:
    """Characters broken by a wrong encoding: "fenÃªtre", "didnâ€™t", a replacement character, "fran?ais".

    The text is hard to read and looks abandoned. Suspicious pairs are tried with ftfy (`fix_encoding`, heuristics of
    R. Speer, 2019), whose answer is the suggestion; a question mark inside a word counts when an accented letter or an
    apostrophe in its place gives a known word.
    Not seen: letters lost without a trace; a question mark at the end of a word.
    """
    text = segment.target
    if _LEAD.search(text):
        yield from _broken(text)
    if "?" in text:
        for found in _LOST.finditer(text):
            yield from _lost(text, found.end() - 1, segment.target_lang)


def _broken(text: str) -> Iterator[Hit]:
    seen = 0
    for found in _BROKEN.finditer(text):
        if found.start() < seen:
            continue
        start, seen = _run(text, found.start())
        fixed = _fixed(text[start:seen], text[seen : seen + 1])
        if fixed is None or fixed:
            severity = Severity.MINOR if _is_readable(text[start:seen]) else None
            yield Hit(start, seen, "broken characters", fixed, 0.95, severity)


def _is_readable(run: str) -> bool:
    """Whether nothing but control characters, which show as nothing or a box, stands in the way."""
    return bool(_CONTROL.search(run)) and not _PAIR.search(run)


def _run(text: str, at: int) -> tuple[int, int]:
    start = at
    while start and _RUN.match(text[start - 1]):
        start -= 1
    end = at + 1
    while end < len(text) and _RUN.match(text[end]):
        end += 1
    return start, end


@lru_cache(maxsize=1024)
def _fixed(run: str, after: str) -> str | None:
    """The run as it should be; None where it is broken beyond repair, empty where it is sound."""
    if re.search("[\ufffd\ud800-\udfff]", run):
        return None
    import ftfy

    fixed: str = ftfy.fix_encoding(run)
    if fixed == run:
        fixed = _central_european(run)
    if after == " ":
        fixed = _LONE_A.sub("à", fixed + " ")[:-1]
    fixed = _CONTROL.sub("", fixed)
    is_shouted = run.isupper() and len(run) > 2  # "IRMÃ”": a capital before a quotation mark
    return "" if fixed == run or is_shouted else fixed


def _central_european(run: str) -> str:
    try:
        return run.encode("cp1250").decode("utf-8")
    except UnicodeError:
        return run


def _lost(text: str, at: int, lang: str) -> Iterator[Hit]:
    left, right = _WORD_LEFT.search(text, max(0, at - 30), at), _WORD_RIGHT.match(text, at + 1)
    if left is None or right is None or "/" in text[left.start() - 1 : left.start()]:
        return
    first, second = left.group(), right.group()
    if second[0].isupper() or (is_known(first, lang) and is_known(second, lang) and min(len(first), len(second)) > 2):
        return
    found = _restored(first, second, lang)
    if found:
        yield Hit(left.start(), right.end(), "a letter lost in a word", found, 0.85)


@lru_cache(maxsize=1024)
def _restored(first: str, second: str, lang: str) -> str | None:
    """The most common known word that an accented letter or an apostrophe between the two makes."""
    if first.lower() + "'" in language(lang).elided and is_known(second, lang):
        return f"{first}’{second}"
    known = [word for letter in ACCENTED if is_known(word := first + letter + second, lang)]
    return max(known, key=lambda word: frequency(word, lang), default=None)
