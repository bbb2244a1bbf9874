"""A107: words of another alphabet."""

import re
from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.segment import Segment

SCRIPTS = {
    "Latin": "A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrillic": "\u0400-\u052f",
    "Armenian": "\u0531-\u058a",
    "Hebrew": "\u0591-\u05f4",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Indic": "\u0900-\u0dff",
    "Thai": "\u0e01-\u0e5b",
    "Georgian": "\u10a0-\u10ff",
    "Han": "\u2e80-\u30ff\u3100-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "Hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
}
LONGEST = 6  # words of a run; more of them are a sentence
ONE_LETTER = "Han Hangul"  # one letter is a word there
_OTHER = re.compile("[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_BETWEEN = r"[\W\d_]*"  # words of a run, with what stands between them
_GLOSS_BEFORE = "([{«»„“”\"'‘’‚‹›/=:"
_GLOSS_AFTER = ")]}»«“”\"'’‘›‹/="


def _runs(letters: str, is_long: bool) -> re.Pattern[str]:
    word = f"[{letters}]" + ("+" if is_long else "{2,}")
    return re.compile(f"{word}(?:{_BETWEEN}{word})*")


_RUNS = {name: _runs(letters, name in ONE_LETTER) for name, letters in SCRIPTS.items()}


@check(
    "A107",
    Category.UNTRANSLATED,
    Severity.MAJOR,
    example("The mayor of ⟦Москва⟧ opened the harbour.", "en"),
    example("Le maire a ouvert le ⟦港口⟧ de la ville hier matin.", "fr"),
    example("Der Rat stimmte ⟦за⟧ die neue Brücke.", "de"),
    example("Le maire de Moscou (Москва) parle de « гласность » et de l'IFN-β.", "fr"),
    example("Der Wert von π, das Ω-Zeichen und die α-Variante.", "de"),
)
def foreign_script(segment: Segment) -> Iterator[Hit]:
    """Words of another alphabet inside a sentence: what the translation left as it stood.

    Most readers cannot even read them out. A run of words of an alphabet that the language is not written in counts,
    unless it is quoted, glossed in brackets or after a colon, a single Greek letter or the like, longer than six words or
    a third of the sentence (see untranslated-sentence).
    Not seen: anything where the target language is not known; foreign words in the language's own alphabet.
    """
    text = segment.target
    facts = language(segment.target_lang)
    if facts.tag == "und" or not _OTHER.search(text):
        return
    own = set(facts.scripts)
    letters = len(_LETTER.findall(text))
    for name, pattern in _RUNS.items():
        if name == "Latin" or name in own:
            continue
        foreign = len(re.findall(f"[{SCRIPTS[name]}]", text))
        if foreign and foreign * 3 < letters:
            for found in pattern.finditer(text):
                if len(found.group().split()) <= LONGEST and not _is_glossed(text, found.start(), found.end()):
                    yield Hit(found.start(), found.end(), f"{name} letters in a sentence in {facts.name}", None, 0.9)


def _is_glossed(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 8) : start].rstrip()[-1:] or " ", text[end : end + 8].lstrip()[:1] or " "
    is_part = text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()  # of a word or a number: "ВЛ19"
    return is_part or before in _GLOSS_BEFORE or after in _GLOSS_AFTER
