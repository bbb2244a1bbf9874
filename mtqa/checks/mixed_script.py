"""F402: letters of another alphabet inside a word."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.segment import Segment

# Letters that look alike, after Unicode's confusables.txt 16.0; Greek beta is often typed for a German ß.
CYRILLIC = str.maketrans("АВЕКМНОРСТХІЅЈУаеорсухіѕјһԁҪҫёї", "ABEKMHOPCTXISJYaeopcyxisjhdÇçëï")
GREEK = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβγειηκνορτυχωάέίό", "ABEZHIKMNOPTYXaßyeinkvoptuxwáéíó")
TO_CYRILLIC = str.maketrans("ABEKMHOPCTXISJaeopcyxisj", "АВЕКМНОРСТХІЅЈаеорсухіѕј")
_OTHER = re.compile("[\u0370-\u052f\u1f00-\u1fff\ufb00-\ufb06\uff21-\uff5a\U0001d400-\U0001d7ff]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC, _GREEK = (
    re.compile(f"[{letters}]") for letters in ("A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ", "\u0400-\u052f", "\u0370-\u03ff\u1f00-\u1fff")
)
# A Greek letter among small Latin ones: no "TNFα", "μm", "ΛCDM".
_GREEK_INSIDE = re.compile("[a-zß-öø-ÿ][\u0370-\u03ff]|^[\u0370-\u03ff](?=[a-zß-öø-ÿ]{3})")
_STYLED = re.compile("[\U0001d400-\U0001d7ff]{2,}|[\uff21-\uff3a\uff41-\uff5a]{2,}|[\ufb00-\ufb06]")
SHORTEST = 3  # letters; shorter mixtures are signs of units and formulas


@check(
    "F402",
    Category.CHARACTER_ENCODING,
    Severity.MAJOR,
    example("The ⟦h\N{CYRILLIC SMALL LETTER A}rbour⟧ opens today.", "en", fix="harbour"),
    example("Die ⟦gro\N{GREEK SMALL LETTER BETA}en⟧ Boote bleiben im Hafen.", "de", fix="großen"),
    example("Le ⟦port\N{CYRILLIC SMALL LETTER ZHE}e⟧ rouvre.", "fr"),
    example("The ⟦\N{MATHEMATICAL BOLD SMALL P}\N{MATHEMATICAL BOLD SMALL O}rt⟧ opens.", "en", fix="port"),
    example("TNF\N{GREEK SMALL LETTER ALPHA}, 5 \N{GREEK SMALL LETTER MU}m, \N{GREEK SMALL LETTER PI} und µm.", "de"),
    example("Le mot « Москва » et la variante α-2 de l'IFN-β.", "fr"),
)
def mixed_script(segment: Segment) -> Iterator[Hit]:
    """Letters of another alphabet inside a word, and letters that are styled by their character, not by a font.

    The word looks right or nearly so, but neither search nor screen reader finds it. A word of Latin and Cyrillic or of
    Latin and Greek letters counts; where every foreign letter has a look-alike, that is the suggestion. Symbols of
    science ("TNFα", "μm") and words of one alphabet alone stay silent.
    Not seen: whole words of another alphabet (see foreign-script); look-alikes in words of fewer than three letters.
    """
    text = segment.target
    if not _OTHER.search(text):
        return
    is_cyrillic = "Cyrillic" in language(segment.target_lang).scripts
    for found in _WORD.finditer(text):
        word = found.group()
        if _STYLED.search(word):
            message, fixed = "letters styled by their character", normalize("NFKC", word)
            yield Hit(found.start(), found.end(), message, fixed, 0.8, Severity.MINOR)
        elif len(word) >= SHORTEST and _LATIN.search(word):
            yield from _mixed(found.start(), word, is_cyrillic)


def _mixed(start: int, word: str, is_cyrillic: bool) -> Iterator[Hit]:
    if _GREEK.search(word) and (fixed := word.translate(GREEK)) != word and _GREEK_INSIDE.search(word):
        if not _GREEK.search(fixed):
            yield Hit(start, start + len(word), "Greek letters inside a word", fixed, 0.9, Severity.MINOR)
    elif _CYRILLIC.search(word):
        to_latin, to_cyrillic = word.translate(CYRILLIC), word.translate(TO_CYRILLIC)
        fixed = to_cyrillic if is_cyrillic else to_latin
        foreign = _LATIN if is_cyrillic else _CYRILLIC
        fix = None if foreign.search(fixed) else fixed
        if fix or not is_cyrillic:  # Russian inflects Latin words: "SMSка"
            yield Hit(start, start + len(word), "letters of two alphabets in a word", fix, 0.9)
