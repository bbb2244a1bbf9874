"""What stays of a name in every spelling of it."""

import re
import unicodedata
from functools import lru_cache

# What one sound of Russian, Ukrainian, Korean or Arabic becomes in the spellings of German, French, English, Spanish.
_SOUNDS = (
    (re.compile("((?:ou|tch|kh).*in)e$"), r"\1"),  # "Poutine"; but "Martin" and "Martine" are two people
    (re.compile("tsch|tch|tsh|sch|sh|ch|cz|sz"), "S"),
    (re.compile("ou"), "u"),
    (re.compile("ph"), "f"),
    (re.compile("kh|ck|q|c"), "k"),
    (re.compile("zh|z"), "s"),
    (re.compile("w"), "v"),
    (re.compile("[jyi]+e?(?=$)|[jyi]+"), "i"),
    (re.compile("(?<=[a-zS]{3})(?:ev|off|ov)$"), "ov"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_FADING = "aeiouyjhcksztqæœøıß"  # vowels, and consonants that the sounds above turn into one another


def _base(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter.casefold())[0]
    return "" if plain in _FADING else "v" if plain in "fvwp" else plain


_SKELETON = {code: _base(chr(code)) for code in (*range(0x41, 0x250), 0x2D, 0x2010, 0x2011) if chr(code).isalpha()} | {
    0x2D: "",
    0x2010: "",
    0x2011: "",
}


def bare(name: str) -> str:
    """A name without case, accents, ligatures and hyphens: what newspapers differ in, not what readers trip over."""
    plain = unicodedata.normalize("NFD", name.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in plain if c.isalnum())


@lru_cache(maxsize=16384)
def spelling_key(name: str) -> str:
    """What stays of a name in every transliteration: "Selenskyj", "Zelensky" and "Zelenskiy" have one key."""
    key = bare(name)
    for sound, letter in _SOUNDS:
        key = sound.sub(letter, key)
    return key


def skeleton(name: str) -> str:
    """A quick stand-in for the key: two names of one key have one skeleton, other names seldom."""
    return "".join(dict.fromkeys(name.translate(_SKELETON)))
