"""T101: a term that the glossary forbids."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from mtqa.checks import example, term_check
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.segment import Segment
from mtqa.text import is_acronym, words

if TYPE_CHECKING:
    from mtqa.glossary.lookup import Glossary
    from mtqa.glossary.trie import Match

NEAR = 40  # code points that hold the word before
CITIES = "target,kind,replacement\nKiew,forbidden,Kyjiw\nFlüchtlingswelle,forbidden,\n"
COURT = "source,target,forbidden\nBundesgericht,Tribunal fédéral,Cour fédérale|tribunal de la Confédération\n"


@term_check(
    "T101",
    Category.TERMINOLOGY,
    Severity.MAJOR,
    example("Der Zug nach ⟦Kiew⟧ hat Verspätung.", "de", glossary=CITIES, fix="Kyjiw"),
    example("Die Behörden sprachen von zwei ⟦Flüchtlingswellen⟧.", "de", glossary=CITIES),
    example("Der Zug nach Kyjiw fährt, die Flüchtlinge warten.", "de", glossary=CITIES),
    example("La ⟦Cour fédérale⟧ a tranché hier.", "fr", glossary=COURT),
    example("Le Tribunal fédéral a tranché hier.", "fr", glossary=COURT),
    example("La Cour fédérale canadienne a tranché.", "fr", source="Das kanadische Gericht entschied.", glossary=COURT),
)
def forbidden_term(segment: Segment, glossary: "Glossary") -> Iterator[Hit]:
    """A term that the glossary forbids, or a variant that it forbids for a term of the source.

    An editor has decided against it; a reader finds one thing under two names, or a word that the paper does not use.
    Whole words are compared, phrases too, in any inflection that the dictionaries know, with capitals where the glossary
    has them. A ban that names a term of the source holds where the source text has that term, or is not known. The
    replacement is the suggestion where the text has the term uninflected, surest where no article stands before it.
    Not seen: terms split by other words, parts of compounds, inflections of words that no dictionary has.
    """
    for (start, end), found in groupby(glossary.forbidden(segment), key=lambda match: match[:2]):
        matches = list(found)
        instead = tuple(dict.fromkeys(m.term.replacement for m in matches if m.term.replacement))
        wanted = f": use {' or '.join(f'“{one}”' for one in instead)}" if instead else ""
        note = f" ({matches[0].term.note})" if matches[0].term.note else ""
        fix = _cased(segment, matches[0], instead[0]) if len(instead) == 1 and matches[0].as_written else None
        confidence = 0.95 if fix is None or _stands_alone(segment, start) else 0.85
        yield Hit(start, end, f"the glossary forbids “{segment.target[start:end]}”{wanted}{note}"[:90], fix, confidence)


def _cased(segment: Segment, match: "Match", replacement: str) -> str:
    """The replacement in capitals where the text is, with a capital where the text has one that the term has not."""
    text = segment.target[match.start : match.end]
    if is_acronym(text) and not is_acronym(match.term.target):
        return replacement.upper()
    is_raised = text[:1].isupper() and not match.term.target[:1].isupper()
    return replacement[:1].upper() + replacement[1:] if is_raised else replacement


def _stands_alone(segment: Segment, start: int) -> bool:
    """Whether no word stands before that agrees with the term, or elides before it."""
    before = words(segment.target[max(0, start - NEAR) : start], segment.target_lang)[-1:]
    if not before:
        return True
    facts = language(segment.target_lang)
    word = before[0].text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    bound = {part for value in facts.contracted.values() for part in value.split()}
    eliding = {full for fulls in facts.elided.values() for full in fulls.split()}
    return word not in bound | eliding | facts.possessives | frozenset(facts.determiners) | frozenset(facts.elided)
