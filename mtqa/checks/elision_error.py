"""F201: a full form where it elides or contracts, or an elided form torn from its word."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.lexicon.gender import noun_cells
from mtqa.lexicon.lemma import is_known
from mtqa.lexicon.place import place
from mtqa.segment import Segment
from mtqa.text import UNSPLIT, Word, words

_BLANK = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
_LOOSE = re.compile(rf"{_BLANK}['’]|['’]{_BLANK}")
_CAPITAL = re.compile(r" [A-Z][a-z]*['’][^\WA-Z\d_]")


@check(
    "F201",
    Category.GRAMMAR,
    Severity.MINOR,
    example("Elle plante ⟦le arbre⟧ dans le jardin.", "fr", fix="l'arbre"),
    example("Le toit ⟦de le⟧ musée fuit, dit ⟦que il⟧ faut.", "fr", fix="du"),
    example("Il paie l'eau ⟦d ’ usine⟧ et ⟦l' huile⟧.", "fr", fix="d’usine"),
    example("Une plaque ⟦D'⟧immatriculation manque dans ⟦L'⟧affaire.", "fr", fix="d'"),
    example("Il verra ⟦si il⟧ pleut sur ⟦la Allemagne⟧ et ⟦sa épouse⟧.", "fr", fix="s'il"),
    example("El alcalde habló ⟦de el⟧ puerto.", "es", fix="del"),
    example("La vittoria ⟦su il⟧ rivale e la pace ⟦dell' isola⟧.", "it", fix="sul"),
    example("Elle a demandé de le faire, de les voir le onze, le oui et la une, et de la héler.", "fr"),
    example("Le ou les auteurs sont de Hénin, de e-sport à N'djamena, chez Le Pen; il a du attendre.", "fr"),
    example("Viajó de El Salvador a El Cairo.", "es"),
    example("Un po' di pace: lo accusano, la ascolta, per il bene.", "it"),
    langs=("fr", "es", "it"),
)
def elision_error(segment: Segment) -> Iterator[Hit]:
    """A full form before a vowel ("le arbre"), two words that contract ("de le"), an apostrophe torn off ("l ’ eau").

    It marks text made word by word. What elides before what, and what contracts, is the language's; the next word must
    be known, or a place, so that names and foreign words stay silent, as do aspirated h and what starts like a
    consonant. "De le" before an infinitive is right.
    Not seen: an h that some print as mute and some not; elision before names of people; full forms that may stand
    before a vowel, as most Italian ones may.
    """
    text, facts = segment.target, language(segment.target_lang)
    found = words(text, segment.target_lang)
    if _LOOSE.search(text):
        yield from _torn(text, facts)
    if _CAPITAL.search(text):
        yield from _capital(text, facts)
    starts = _starts(facts.tag)
    for number, word in enumerate(found[:-1]):
        if word.text.lower() in starts and not text[word.end : found[number + 1].start].strip():
            yield from _pair(text, found, number, facts)


@cache
def _starts(tag: str) -> frozenset[str]:
    """The words that a pair can start with."""
    facts = language(tag)
    return facts.must_elide | frozenset(facts.before_vowel) | {pair.partition(" ")[0] for pair in facts.contracted}


def _pair(text: str, found: tuple[Word, ...], number: int, facts: Language) -> Iterator[Hit]:
    first, second = found[number], found[number + 1]
    has_next = number + 2 < len(found) and not text[second.end : found[number + 2].start].strip()
    after = found[number + 2].text if has_next else ""
    before = found[number - 1].text.lower() if number else ""
    fix, message = _mended(before, first.text.lower(), second.text, after, facts)
    if fix:
        fix = fix if first.text.islower() else fix[:1].upper() + fix[1:]
        fix = fix.replace("'", "’") if "’" in text else fix
        is_safe = (
            second.text not in facts.articles or after.lower() not in facts.closed
        )  # "de el mismo": an accent lost
        yield Hit(first.start, second.end, message, fix if is_safe else None, 0.85)


def _mended(before: str, small: str, second: str, after: str, facts: Language) -> tuple[str, str]:
    """How two words should stand, and why; empty where they are right."""
    if (contracted := facts.contracted.get(f"{small} {second}")) and _contracts(second, after, facts):
        return contracted, f"“{small} {second}” contracts"
    if small in facts.must_elide and _elides(small, second, facts.tag):
        is_range = second in facts.articles and after in facts.prepositions  # "de un à dix"
        return ("", "") if is_range else (_short(facts.tag)[small] + second, f"“{small}” elides here")
    if small in facts.before_vowel and before not in facts.auxiliaries and _is_noun_after(small, second, facts.tag):
        other = facts.before_vowel[small]  # after an auxiliary ("il a du entrer") an accent was lost
        return other + ("" if other.endswith("'") else " ") + second, f"“{small}” before a vowel"
    return "", ""


@cache
def _short(tag: str) -> dict[str, str]:
    """How each full form that must elide is written then."""
    facts = language(tag)
    return {full: short for short, forms in facts.elided.items() for full in forms.split() if full in facts.must_elide}


@lru_cache(maxsize=8192)
def _elides(full: str, word: str, tag: str) -> bool:
    facts = language(tag)
    small = word.lower()
    head = small.partition("-")[0]
    if (len(head) < 2 and head not in facts.closed) or not facts.elides(small):
        return False
    if not word.islower():
        return word.istitle() and small[0] != "h" and place(word, tag) is not None
    if small not in facts.closed:
        return full not in facts.before_vowel and is_known(small, tag)  # "ce arbre": no elision
    if full in facts.articles:  # "le ou les", "la une"
        return False
    if full in facts.prepositions:
        return small in facts.determiners or small in facts.pronouns
    if full in facts.determiners:  # "ce est", no "ce à quoi"
        return small in facts.auxiliaries and small[0] in "eé"
    return small not in facts.conjunctions or full in facts.conjunctions


@lru_cache(maxsize=8192)
def _is_noun_after(small: str, word: str, tag: str) -> bool:
    """Whether a known noun that elides follows; a possessive can also stand before an adjective."""
    facts = language(tag)
    if not word.islower() or word in facts.closed or not facts.elides(word) or not is_known(word, tag):
        return False
    if small in facts.possessives:
        return True
    return "m.sg" in noun_cells(word, tag) and not _may_be_infinitive(word, tag)


def _contracts(second: str, after: str, facts: Language) -> bool:
    """Whether the second word is the article that contracts, not a pronoun before a verb ("de le voir")."""
    if second not in facts.articles or second not in facts.pronouns:
        return True
    if not facts.infinitives or not after or after.lower() in facts.closed:
        return False
    return not facts.elides(after) and not _may_be_infinitive(after.lower(), facts.tag)


@lru_cache(maxsize=8192)
def _may_be_infinitive(word: str, tag: str) -> bool:
    for ending, others in language(tag).infinitives.items():
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            return not others or any(is_known(stem + other, tag) for other in others.split())
    return False


@cache
def _torn_pattern(tag: str) -> re.Pattern[str]:
    forms = "|".join(sorted({form[:-1] for form in language(tag).elided} | UNSPLIT, key=len, reverse=True))
    return re.compile(rf"(?<![\w'’\"“„«-])({forms})(?:{_BLANK}+(['’]){_BLANK}*|(['’]){_BLANK}+)([^\W\d_][\w-]*)", re.I)


def _torn(text: str, facts: Language) -> Iterator[Hit]:
    for found in _torn_pattern(facts.tag).finditer(text):
        form, before, after, word = found.groups()
        if word[0].isupper() and not _governs_names(form.lower() + "'", facts):  # "Rock n' Roll"
            continue
        yield Hit(found.start(), found.end(), "an apostrophe torn from its word", form + (before or after) + word, 0.9)


def _governs_names(form: str, facts: Language) -> bool:
    full = set(facts.elided.get(form, "").split())
    return bool(full & (facts.prepositions | facts.conjunctions | set(facts.articles)))


@cache
def _capital_pattern(tag: str) -> re.Pattern[str]:
    """A small word, an elided form with a capital, and the word that it is elided before."""
    forms = "|".join(sorted(short[:-1].capitalize() for short in language(tag).elided))
    small = r"[^\WA-ZÀ-Þ\d_]+"
    return re.compile(rf"(?<![^\W\d_])({small}),? ({forms})['’](?=({small}))")


def _capital(text: str, facts: Language) -> Iterator[Hit]:
    """A capital inside a sentence: "plaque D'immatriculation", "dans L'affaire".

    Titles start with an article or a pronoun rather than with "d'", and stand after a preposition seldom.
    """
    for found in _capital_pattern(facts.tag).finditer(text):
        before, form, word = found.groups()
        full = set(facts.elided[form.lower() + "'"].split())
        is_linking = bool(full & (facts.prepositions | facts.conjunctions))
        if not is_linking and not (full & facts.articles.keys() and before in facts.prepositions):
            continue
        if word not in facts.closed and is_known(word, facts.tag):
            fix = text[found.start(2) : found.end()].lower()
            yield Hit(found.start(2), found.end(), "a capital inside a sentence", fix, 0.8 if is_linking else 0.7)
