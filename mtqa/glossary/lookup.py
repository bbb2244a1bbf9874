"""What a glossary says of a text."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from mtqa.glossary.term import Kind, Term
from mtqa.glossary.tokens import plain
from mtqa.glossary.trie import Match, Trie, longest
from mtqa.segment import Segment

SHORTEST_PART = 4  # letters of a term that counts as used inside a longer word: "Bundestagswahl"


class Met(NamedTuple):
    """A term of the source text, at [start, end) there, and the terms that any of its translations may be."""

    start: int
    end: int
    terms: tuple[Term, ...]


class Glossary:
    """Terms, looked up by language pair. The look-up tables are made when they are first asked for.

    `warnings` are what was odd in the files, a line each.
    """

    def __init__(self, terms: Sequence[Term], warnings: Sequence[str] = ()) -> None:
        self.terms = tuple(terms)
        self.warnings = tuple(warnings)
        self._tables: dict[tuple[str, str], Trie] = {}

    def __reduce__(self) -> tuple[type["Glossary"], tuple[tuple[Term, ...]]]:
        return Glossary, (self.terms,)

    @cached_property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits that change with the terms."""
        from hashlib import sha256

        rows = (
            f"{t.kind}\t{t.source}\t{t.target}\t{t.source_lang}\t{t.target_lang}\t{t.replacement}\t{t.case}"
            for t in self.terms
        )
        return sha256("\n".join(sorted(rows)).encode("utf-8", "surrogatepass")).hexdigest()[:8]

    def standing(self, segment: Segment) -> list[Match]:
        """Where terms stand that may: allowed, kept and required ones, and what replaces forbidden ones."""
        return _standing(self, segment.target, segment.target_lang, segment.source_lang)

    def forbidden(self, segment: Segment) -> Iterator[Match]:
        """Where forbidden terms stand: not inside a longer term that may stand, and not where the source says another thing."""
        found = self.found("forbid", segment.target, segment.target_lang, segment.source_lang)
        if not found:
            return
        good = self.standing(segment)
        in_source = self._in_source(segment)
        for match in longest(found):
            if any(g.start <= match.start and match.end <= g.end and g[:2] != match[:2] for g in good):
                continue
            if segment.source is None or not match.term.source or plain(match.term.source) in in_source:
                yield match

    def met(self, segment: Segment) -> Iterator[Met]:
        """The terms of the source text that have a required translation or none, the longest where several overlap."""
        if segment.source is None or not segment.target.strip():
            return
        table = self._table("source", segment.source_lang or "und")
        found = [m for m in table.matches(segment.source) if m.term.applies(segment.target_lang, segment.source_lang)]
        together: defaultdict[tuple[int, int], list[Term]] = defaultdict(list)
        for match in longest(found):
            together[match.start, match.end].append(match.term)
        for (start, end), terms in together.items():
            yield Met(start, end, tuple(term for term in terms if term.kind is not Kind.FORBID))

    def is_used(self, term: Term, segment: Segment) -> bool:
        """Whether a term stands in the target, inflected or inside a longer word too."""
        used = _used(self, segment.target, segment.target_lang, segment.source_lang)
        return term in used or _is_part(term.target, segment.target)

    def replacements(self, segment: Segment) -> frozenset[str]:
        """What should stand instead of the forbidden terms that do."""
        return _replacements(self, segment)

    def _in_source(self, segment: Segment) -> frozenset[str]:
        if segment.source is None:
            return frozenset()
        table = self._table("source", segment.source_lang or "und")
        return frozenset(plain(match.term.source) for match in table.matches(segment.source))

    def found(self, role: str, text: str, target_lang: str, source_lang: str | None) -> list[Match]:
        """The terms of a role ("stand", "forbid") in a target text that are about its language pair."""
        return [m for m in self._table(role, target_lang).matches(text) if m.term.applies(target_lang, source_lang)]

    def _table(self, role: str, lang: str) -> Trie:
        """The terms that play a role in texts of a language."""
        if (role, lang) not in self._tables:
            is_collecting = gc.isenabled()
            gc.disable()  # or it walks over all nodes again and again: 3.1 s instead of 1.1 s for 50,000 terms
            self._tables[role, lang] = _filled(Trie(lang), role, self.terms)
            if is_collecting:
                gc.enable()
        return self._tables[role, lang]


def _filled(table: Trie, role: str, terms: Iterable[Term]) -> Trie:
    for term in terms:
        if role == "forbid" and term.kind is not Kind.FORBID:
            continue
        if role == "source":
            if term.source and term.source_lang in (None, table.lang):
                table.add(term.source, term)
        elif term.target_lang in (None, table.lang):
            stands = term.replacement if term.kind is Kind.FORBID else term.target
            table.add(term.target if role == "forbid" else stands, term)
    return table


@lru_cache(maxsize=256)
def _standing(glossary: Glossary, text: str, target_lang: str, source_lang: str | None) -> list[Match]:
    """Kept for a while: every finding in a text asks for it."""
    return glossary.found("stand", text, target_lang, source_lang)


@lru_cache(maxsize=64)
def _used(glossary: Glossary, text: str, target_lang: str, source_lang: str | None) -> frozenset[Term]:
    return frozenset(match.term for match in _standing(glossary, text, target_lang, source_lang))


@lru_cache(maxsize=64)
def _replacements(glossary: Glossary, segment: Segment) -> frozenset[str]:
    return frozenset(match.term.replacement for match in glossary.forbidden(segment))


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    """A text in which spaces and hyphens are alike, and case is none."""
    return " ".join(plain(text).casefold().replace("-", " ").split())


def _is_part(term: str, text: str) -> bool:
    """Whether a term's letters stand anywhere in a text: "Covid 19" for "Covid-19", "Bundestagswahl" for "Bundestag"."""
    return len(term) >= SHORTEST_PART and _folded(term) in _folded(text)
