"""Terms by their words: what stands in a text is found in one walk over it, however many terms there are."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtqa.glossary.term import Term
from mtqa.glossary.tokens import Token, agrees, forms, plain, tokens
from mtqa.lexicon.table import key


class Match(NamedTuple):
    """A term at [start, end) of a text; `as_written` where the text has it uninflected."""

    start: int
    end: int
    term: Term
    as_written: bool


class Entry(NamedTuple):
    """A term with the tokens that it is looked up by."""

    term: Term
    spelt: tuple[Token, ...]


class Node:
    """What terms may go on with after some words, and the terms that end here."""

    __slots__ = ("edges", "entries")

    def __init__(self) -> None:
        self.edges: dict[tuple[str, bool], Node] = {}
        self.entries: list[Entry] = []


class Trie:
    """Terms of one language, in their dictionary forms."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._root = Node()

    def add(self, text: str, term: Term) -> None:
        """Add a term under a text. A word on its own is looked up as it is spelt, those of a phrase by their dictionary forms."""
        if not text:
            return
        if text.isalpha() and text.isascii():  # most terms, without a regular expression
            spelt: tuple[Token, ...] = (Token(text, 0, len(text), False),)
        else:
            spelt = tokens(text, self.lang)
        node = self._root
        for number, token in enumerate(spelt):
            form = key(plain(token.text)) if len(spelt) == 1 else forms(token.text, self.lang)[-1]
            edge = form, token.glued and number > 0
            if edge not in node.edges:
                node.edges[edge] = Node()
            node = node.edges[edge]
        node.entries.append(Entry(term, spelt))

    def matches(self, text: str) -> Iterator[Match]:
        """Every term in a text, in the order of where they start."""
        found = tokens(text, self.lang)
        edges = self._root.edges
        for at, token in enumerate(found):
            for form in forms(token.text, self.lang):
                if (form, False) in edges and not _is_inside_word(text, token.start - 1):
                    yield from self._onward(edges[form, False], found, at, at + 1, text)

    def _onward(self, node: Node, found: Sequence[Token], first: int, after: int, text: str) -> Iterator[Match]:
        end = found[after - 1].end
        if node.entries and not _is_inside_word(text, end):
            for entry in node.entries:
                written = [token.text for token in found[first:after]]
                if _fits(entry, written):
                    is_plain = [f.casefold() for f in written] == [t.text.casefold() for t in entry.spelt]
                    yield Match(found[first].start, end, entry.term, is_plain)
        if node.edges and after < len(found):
            for form in forms(found[after].text, self.lang):
                if (form, found[after].glued) in node.edges:
                    yield from self._onward(node.edges[form, found[after].glued], found, first, after + 1, text)


def _is_inside_word(text: str, at: int) -> bool:
    """Whether the character at an offset belongs to a word, so that a term beside it is a part of that word."""
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


def _fits(entry: Entry, written: Sequence[str]) -> bool:
    pairs = zip(entry.spelt, written, strict=True)
    return all(agrees(token.text, word, entry.term.case) for token, word in pairs)


def longest(matches: Sequence[Match]) -> list[Match]:
    """Of matches that overlap, the first, and of those the longest; several terms may have the same span."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if not kept or match.start >= kept[-1].end or match[:2] == kept[-1][:2]:
            kept.append(match)
    return kept
