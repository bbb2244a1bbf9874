"""The capitalised words of an article, and what their spellings have in common."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from mtqa.checks._article import passages
from mtqa.languages import language, tags
from mtqa.lexicon.lemma import is_known
from mtqa.lexicon.place import place
from mtqa.segment import Document, Kind, Segment
from mtqa.text import is_capitalised, words

SHORTEST = 5  # letters: shorter names are too close to each other
JOINTS = re.compile(r"[^-‐‑]+")
GENITIVE = re.compile("['’ʼ]s?$")

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


@dataclass(slots=True)
class Name:
    """One spelling of a name: [start, end) of each place in the document, and where in its sentence the word stands."""

    text: str
    places: list[tuple[int, int]] = field(default_factory=list)
    seen: list[tuple[Segment, int]] = field(default_factory=list)

    @property
    def is_inside(self) -> bool:
        """Whether it stands inside a sentence anywhere, where a capital tells something."""
        return any(n for _, n in self.seen)

    def before(self) -> set[str]:
        """The capitalised words right before it, but for common words that start a sentence."""
        return {
            word for word, n, lang in self._neighbours(-1) if word[0].isupper() and (n or not is_common(word, lang))
        }

    def after(self) -> set[str]:
        """The capitalised words right after it."""
        return {word for word, _, _ in self._neighbours(1) if word[0].isupper()}

    def is_in_foreign_name(self) -> bool:
        """Whether it stands after a small word of another language: "Bank of Ireland" in German."""
        return any(is_foreign(word, lang) for word, _, lang in self._neighbours(-1) if word[0].islower())

    def _neighbours(self, step: int) -> Iterator[tuple[str, int, str]]:
        for sentence, n in self.seen:
            spoken = words(sentence.target, sentence.target_lang)
            if 0 <= n + step < len(spoken):
                first, second = sorted((spoken[n], spoken[n + step]), key=lambda word: word.start)
                if sentence.target[first.end : second.start] == " ":
                    yield spoken[n + step].text, n + step, sentence.target_lang


def names(document: Document, lang: str) -> dict[str, Name]:
    """The capitalised words of the prose by spelling, common nouns of German and first words of sentences among them."""
    found: dict[str, Name] = {}
    for passage in passages(document):
        if passage.kind is Kind.FURNITURE or passage.text.isupper():
            continue
        for sentence in passage.sentences:
            for n, (text, start, end) in enumerate(words(sentence.target, lang)):
                if end - start < SHORTEST or not text[0].isupper() or is_in_token(sentence.target, start, end):
                    continue
                for at, part in ((0, text),) if text.isalpha() else _parts(text, lang):
                    if len(part) < SHORTEST or not is_capitalised(part):
                        continue
                    name = found.get(part)
                    if name is None:
                        name = found[part] = Name(part)
                    name.places.append((sentence.start + start + at, sentence.start + start + at + len(part)))
                    name.seen.append((sentence, n))
    return found


def _parts(word: str, lang: str) -> list[tuple[int, str]]:
    """The names in a word, with their places: without a genitive's "'s", and both of "Selenskyj-Kritiker" in German."""
    if language(lang).capital_nouns:
        return [(joint.start(), GENITIVE.sub("", joint.group())) for joint in JOINTS.finditer(word)]
    return [(0, GENITIVE.sub("", word))]


@lru_cache(maxsize=16384)
def is_common(word: str, lang: str) -> bool:
    """Whether the language uses a word other than as a name."""
    if is_known(word.lower(), lang):
        return True
    return language(lang).capital_nouns and is_known(word, lang) and not place(word, lang)


@lru_cache(maxsize=4096)
def is_foreign(small: str, lang: str) -> bool:
    """Whether a word is another language's closed-class word and not this one's."""
    return small not in language(lang).closed and any(small in language(tag).closed for tag in tags())


def is_in_token(text: str, start: int, end: int) -> bool:
    """Whether a word is part of an address, a tag or a link."""
    return (start > 0 and text[start - 1] in "@#/_.") or (end < len(text) and text[end] in "@/_")
