"""F502: a name, or a German noun, written small."""

from collections.abc import Iterator, Sequence

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.lexicon.casing import capital_share, casing
from mtqa.lexicon.table import CAPITAL, GOVERNED, SMALL, entry, languages
from mtqa.segment import Segment
from mtqa.text import Word, is_quoted, lowered, words

GLUE = frozenset("@#/.-_&+=’'‑|\\")  # beside addresses, handles, hashtags, parts of words
COMMON = 0.02  # a share of capitals: a word that stays below it in some language is a common word there


@check(
    "F502",
    Category.CASING,
    Severity.MINOR,
    example("Le train de ⟦berlin⟧ avait deux heures de retard.", "fr", fix="Berlin"),
    example("The embassy in ⟦moscow⟧ closed its doors in ⟦july⟧.", "en", fix="Moscow"),
    example("Der Verein liegt in der ⟦nähe⟧ des Hafens und wartet auf die ⟦polizei⟧.", "de", fix="Nähe"),
    example("La capital de ⟦francia⟧ recibió al presidente.", "es", fix="Francia"),
    example("Les paris sportifs rapportent; voir www.berlin.de ou @macron.", "fr"),
    example("They may march on, may polish shoes and cook turkey.", "en"),
    example("Sie nähen und sagen, dass sie die studierende Tochter sehen. #berlin", "de"),
    example("Il a lu « the art of washington » en anglais.", "fr"),
)
def lower_case_name(segment: Segment) -> Iterator[Hit]:
    """A word that human text writes with a capital is written small.

    Machine translation loses the capitals of names and of German nouns; a name written small reads as a word. Flagged
    is what has a capital ninety-nine times in a hundred inside the sentences of the language (`mtqa.lexicon.casing`),
    outside quotes, addresses, handles and hashtags, beside words of the language alone. A word that some language in
    play writes small is none ("times", "san"). Where nouns have capitals, a verb or adjective may be spelled alike: then
    the word must stand between a determiner and a function word or mark ("in der nähe des").

    Not seen: names that the counts do not know; words after which a capital would be wrong in another sense ("paris":
    bets).
    """
    lang = segment.target_lang
    names = casing(lang).always
    if not names:
        return
    spelt, found, facts = lowered(segment.target, lang), words(segment.target, lang), language(lang)
    places = [] if names.isdisjoint(spelt) else [i for i, word in enumerate(found) if word.text in names]
    if facts.capital_nouns:
        places += _nouns(spelt, found, facts)
    for place in sorted(set(places)):
        if _is_name(segment.target, found, spelt, place, facts):
            word = found[place]
            fix = word.text[0].upper() + word.text[1:]
            yield Hit(word.start, word.end, f"“{word.text}” has a capital", fix, 0.9)


def _nouns(spelt: Sequence[str], found: Sequence[Word], facts: Language) -> list[int]:
    """Places of small words behind a determiner that were seen with a capital alone, and stand there as nouns do."""
    places = []
    for place, determiner in enumerate(spelt[:-2]):
        if determiner not in facts.determiners or not found[place + 2].text[0].islower():
            continue
        word = found[place + 1].text
        if len(word) > 3 and word.islower() and word not in facts.closed:
            known = entry(word, facts.tag)
            if known.flags & (GOVERNED | SMALL) == GOVERNED and known.text & 15 == 15:
                places.append(place + 1)
    return places


def _is_name(text: str, found: Sequence[Word], spelt: Sequence[str], place: int, facts: Language) -> bool:
    word = found[place]
    before, after = text[word.start - 1 : word.start] if word.start else "", text[word.end : word.end + 2]
    if (before in GLUE and found[place - 1].end != word.start) or before.isdigit():
        return False
    if after[:1] in GLUE and (after[:1] != "." or after[1:].isalnum()):
        return False
    flags = entry(word.text, facts.tag).flags
    if flags & SMALL and not _is_governed(text, found, spelt, place, facts, bool(flags & CAPITAL)):
        return False
    if not flags & GOVERNED and _is_common_elsewhere(spelt[place], facts.tag):
        return False
    if is_quoted(text, word.start):
        return False
    beside = [*found[max(0, place - 1) : place], *found[place + 1 : place + 2]]
    return all(_is_at_home(one, facts) for one in beside)


def _is_governed(
    text: str, found: Sequence[Word], spelt: Sequence[str], place: int, facts: Language, has_capital: bool
) -> bool:
    """Whether a word that the dictionary has small too must be the one with a capital here."""
    if not facts.capital_nouns:
        singular = spelt[place].removesuffix("s")  # "paris": bets
        return has_capital and (singular == spelt[place] or capital_share(singular, facts.tag) > COMMON)
    if not place or (spelt[place - 1] not in facts.determiners and spelt[place - 1] not in facts.contracted.values()):
        return False
    word = found[place]
    mark = text[word.end : word.end + 1]
    return mark in {".", ",", ";", ""} or (place + 1 < len(spelt) and spelt[place + 1] in facts.closed)


def _is_common_elsewhere(word: str, lang: str) -> bool:
    return any(capital_share(word, other) <= COMMON for other in languages() if other != lang)


def _is_at_home(word: Word, facts: Language) -> bool:
    """Whether a neighbour is a word of the language, or a name: not part of a foreign phrase."""
    text = word.text
    if text[0].isupper() or text.lower() in facts.closed or text.endswith(("'", "’")):
        return True
    found = entry(text, facts.tag)
    return bool(found.flags) or found.text >> 4 > 3
