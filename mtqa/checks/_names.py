"""The capitalised words of an article, and what their spellings have in common."""

import re
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
