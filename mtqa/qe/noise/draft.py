"""A sentence under damage: its tokens, what was done to each, and the way back to text and spans."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mtqa.languages import Language, language
from mtqa.qe.noise.tables import Noise, Pair, starts
from mtqa.qe.noise.tokens import tokens
from mtqa.qe.tags import OK
from mtqa.text import TERMINAL

SENTENCE_OPENERS = frozenset("«»\"“”„‘’'([—–-•¿¡")
CLAUSE_ENDS = frozenset(',;:.!?…()«»"“”„–—')


@dataclass(slots=True)
class Token:
    """A word, number or mark, with the white space before it. `number` tells one damage from the next."""

    text: str
    gap: str
    tag: str = OK
    number: int = 0

    @property
    def is_word(self) -> bool:
        """Whether it starts with a letter."""
        return self.text[:1].isalpha()


@dataclass(frozen=True, slots=True)
class Span:
    """A damaged stretch: [start, end) in code points, with its tag (see tags.TAGS)."""

    start: int
    end: int
    tag: str


class Draft:
    """The tokens of a sentence, to be changed in place by the kinds of damage."""

    def __init__(self, text: str, noise: Noise, rng: random.Random) -> None:
        self.noise, self.rng = noise, rng
        self.facts: Language = language(noise.lang)
        self.closed = self.facts.closed
        self.tokens: list[Token] = []
        at = 0
        for word in tokens(text, noise.lang):
            self.tokens.append(Token(word.text, text[at : word.start]))
            at = word.end
        self.tail = text[at:]
        pair = noise.pairs.get(text)
        self.pair: Pair | None = pair if pair and len(pair.target) == len(self.tokens) else None
        self.number = 0

    def next_number(self) -> int:
        """A number for a new damage."""
        self.number += 1
        return self.number

    # What stands where

    def word_at(self, at: int) -> str:
        """The word at a place in lower case, "" for a mark or beyond the ends."""
        if 0 <= at < len(self.tokens) and self.tokens[at].is_word:
            return self.tokens[at].text.lower().replace("’", "'")
        return ""

    def is_content(self, at: int) -> bool:
        """Whether an untouched content word stands here, no name."""
        token = self.tokens[at]
        text = token.text
        return (
            token.tag == OK
            and len(text) > 3
            and text[0].isalpha()
            and text.lower() not in self.closed
            and not self.is_name(at)
        )

    def is_function(self, at: int) -> bool:
        """Whether an untouched function word stands here."""
        return self.tokens[at].tag == OK and self.word_at(at) in self.closed

    def is_name(self, at: int) -> bool:
        """Whether a capital inside the sentence, or the list of names, makes this a name."""
        text = self.tokens[at].text
        if not text[0].isupper():
            return False
        if text in self.noise.names or (len(text) > 1 and text.isupper()):
            return True
        return not self.facts.capital_nouns and not self.opens(at)

    def opens(self, at: int) -> bool:
        """Whether a place is the first word of a sentence."""
        while at > 0 and self.tokens[at - 1].text in SENTENCE_OPENERS:
            at -= 1
        return at == 0 or self.tokens[at - 1].text in TERMINAL or self.tokens[at - 1].text == ":"

    def clause_end(self, at: int) -> int:
        """The place of the mark that ends the clause, or after the last token."""
        while at < len(self.tokens) and self.tokens[at].text not in CLAUSE_ENDS:
            at += 1
        return at

    def clause_start(self, at: int) -> int:
        """The place of the clause's first token."""
        while at > 0 and self.tokens[at - 1].text not in CLAUSE_ENDS:
            at -= 1
        return at

    def content_places(self) -> list[int]:
        """Where content words stand."""
        return [at for at in range(len(self.tokens)) if self.is_content(at)]

    def run(self, shortest: int, longest: int) -> tuple[int, int] | None:
        """A random stretch of untouched words inside one clause, without names at its ends; None where there is none."""
        for _ in range(6):
            length = self.rng.randint(shortest, longest)
            if len(self.tokens) <= length + 1:
                continue
            start = self.rng.randrange(len(self.tokens) - length)
            if all(token.tag == OK and token.is_word for token in self.tokens[start : start + length]):
                return start, start + length
        return None

    # Changes

    def mark(self, places: Iterable[int], tag: str) -> None:
        """Tag tokens as one damage."""
        number = self.next_number()
        for at in places:
            if 0 <= at < len(self.tokens):
                self.tokens[at].tag, self.tokens[at].number = tag, number

    def replace(self, start: int, end: int, words: Sequence[str], tag: str) -> None:
        """Put words in the place of tokens [start, end), tagged; the first takes the gap that stood there."""
        number = self.next_number()
        gaps = [self.tokens[start].gap, *[" "] * (len(words) - 1)]
        new = [Token(word, gap, tag, number) for word, gap in zip(words, gaps, strict=True)]
        for before, token in pairwise(new):
            if before.text[-1] in "'’":
                token.gap = ""
        if new and self.opens(start):
            new[0].text = new[0].text[:1].upper() + new[0].text[1:]
        self.tokens[start:end] = new

    def reorder(self, start: int, end: int, order: Sequence[int], tag: str = "word-order") -> bool:
        """Put the tokens of [start, end) into another order; tag those whose neighbours changed.

        Gaps stay where they are, a capital at the start of a sentence too. False, and nothing done, where the order is
        the old one, or where human text often has every new pair of neighbours: such an order may be right.
        """
        words = [self.word_at(start - 1), *(self.word_at(at) for at in order), self.word_at(end)]
        old = {(at, at + 1) for at in range(start - 1, end)}
        moved = [at for at, pair in enumerate(pairwise([start - 1, *order, end])) if pair not in old]
        if all(self.noise.is_common(words[at], words[at + 1]) for at in moved):
            return False
        self.pair = None
        gaps = [token.gap for token in self.tokens[start:end]]
        if self.opens(start):
            self._move_capital(self.tokens[start], self.tokens[order[0]])
        new = [self.tokens[at] for at in order]
        for token, gap in zip(new, gaps, strict=True):
            token.gap = gap
        self.tokens[start:end] = new
        self._space(start, end)
        beside = {start + at + step for at in moved for step in (-1, 0)}
        number = self.next_number()
        for at in range(start, end):
            hole = at - 1 in beside and at + 1 in beside
            if (at in beside or hole) and self.tokens[at].tag == OK:
                self.tokens[at].tag, self.tokens[at].number = tag, number
        return True

    def _move_capital(self, first: Token, new: Token) -> None:
        if first.text[1:].islower() and not (first.text in self.noise.names or self._is_noun(first.text)):
            first.text = first.text[0].lower() + first.text[1:]
        new.text = new.text[:1].upper() + new.text[1:]

    def _is_noun(self, text: str) -> bool:
        return self.facts.capital_nouns and text.lower() not in self.closed and text in self.noise.forms

    def _space(self, start: int, end: int) -> None:
        """Give words that were moved the gaps that marks and apostrophes ask for."""
        for at in range(max(start, 1), min(end + 1, len(self.tokens))):
            before, token = self.tokens[at - 1], self.tokens[at]
            if before.is_word and token.is_word:
                token.gap = "" if before.text[-1] in "'’" else token.gap or " "

    def remove(self, start: int, end: int, tag: str = "missing") -> None:
        """Take tokens out and tag the words on both sides of the gap."""
        gap, opened = self.tokens[start].gap, self.opens(start)
        first = self.tokens[start].text
        del self.tokens[start:end]
        if start < len(self.tokens):
            after = self.tokens[start]
            if after.is_word or start == 0:
                after.gap = gap
            if opened and first[:1].isupper():
                after.text = after.text[:1].upper() + after.text[1:]
        beside = [at for at in (start - 1, start) if 0 <= at < len(self.tokens)]
        self.mark([at for at in beside if self.tokens[at].tag == OK and self.tokens[at].is_word], tag)

    def mend(self) -> None:
        """Let elided and full forms, "a" and "an", follow what now comes after them, as a model's output does."""
        if not self.facts.elides_before:
            return
        for at in range(len(self.tokens) - 1):
            after = self.tokens[at + 1]
            if self.tokens[at].tag == after.tag == OK:
                continue
            if after.is_word and (new := self._form_before(self.word_at(at), after.text)):
                token = self.tokens[at]
                token.text = new[:1].upper() + new[1:] if token.text[:1].isupper() else new
                after.gap = "" if new.endswith("'") else " "

    def _form_before(self, word: str, after: str) -> str | None:
        """The other form of a word that this neighbour asks for; None where it stands as it is."""
        facts = self.facts
        if word in facts.elided:
            return self.rng.choice(facts.elided[word].split()) if facts.elides(after) is False else None
        if facts.must_elide and word in facts.must_elide and facts.elides(after):
            return next((short for short, full in facts.elided.items() if word in full.split()), None)
        if self.noise.lang == "en" and word in ("a", "an"):
            wanted = "an" if starts(after, "en") == "vowel" else "a"
            return wanted if wanted != word else None
        return None

    # The way back

    def text(self) -> str:
        """The sentence as it now stands."""
        return "".join([token.gap + token.text for token in self.tokens]) + self.tail

    def spans(self) -> tuple[Span, ...]:
        """The damaged stretches in order: neighbours of one damage make one span."""
        found: list[Span] = []
        at = 0
        last = 0
        for token in self.tokens:
            start = at + len(token.gap)
            at = start + len(token.text)
            if token.tag == OK or not token.text:
                last = 0
            elif token.number == last:
                found[-1] = Span(found[-1].start, at, token.tag)
            else:
                found.append(Span(start, at, token.tag))
                last = token.number
        return tuple(found)
