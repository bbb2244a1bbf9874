"""F101: the same word twice in a row."""

from collections.abc import Iterator, Sequence
from operator import eq

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.lexicon.lemma import is_known, lemma
from mtqa.lexicon.name import nameness
from mtqa.segment import Segment
from mtqa.text import Word, is_quoted, lowered, words

LOOP = 5  # times: from here on the text is a loop, F103
NAME = 0.5  # nameness from which a capital word may be one: "Lang Lang", "Dong Dong"
INTERJECTIONS = frozenset({"ah", "eh", "oh", "ooh", "ô", "o"})  # "oh là là"
LATIN = frozenset({"priori", "posteriori", "fortiori", "contrario", "minima", "maxima", "cappella"})  # after "a"


@check(
    "F101",
    Category.DUPLICATION,
    Severity.MINOR,
    example("The talks ended ⟦in in⟧ Geneva.", "en", fix="in"),
    example("Le conseil a voté ⟦la la⟧ hausse des loyers.", "fr", fix="la"),
    example("Der Betrieb will ⟦seine seine⟧ Maschinen behalten.", "de", fix="seine"),
    example("Die Firma übernimmt die ⟦Mitarbeiter Mitarbeiter⟧ der alten Werft.", "de", fix="Mitarbeiter"),
    example("El alcalde inauguró ⟦el el⟧ nuevo puente.", "es", fix="el"),
    example("⟦Because because⟧ of the storm, the ferry stayed in port.", "en", fix="Because"),
    example("She had had enough, and the guests checked in in pairs.", "en"),
    example("Nous nous réjouissons, a dit la chanteuse de Duran Duran, tout en en plaisantant.", "fr"),
    example("Das ist die Frau, die die Wahl gewann, und sie sie nicht wollte.", "de"),
    example("“I love love love this town,” said Boutros Boutros-Ghali in New York, New York.", "en"),
    example("Nach der Devise „Haus Haus sein lassen“ zog er in ein Ein- oder Zweibettzimmer.", "de"),
)
def doubled_word(segment: Segment) -> Iterator[Hit]:
    """The same word twice in a row, with nothing but a space between.

    A decoder that loses its place says a word twice; readers trip over it, and it looks careless. A closed-class word
    ("the the", "de de") is flagged unless the language lets it stand ("had had", "nous nous", "die die"): by its list,
    as pronoun and preposition at once ("tout en en parlant"), as part of a name ("la veuve de de Gaulle"), or behind a
    verb with a particle ("taken in in spring"). Any other word must be a known one, outside quotation marks, where people
    stammer and insist on purpose. Capitals are names ("Duran Duran", "Baden Baden") but for nouns where nouns have
    capitals.

    Not seen: doubles across a mark ("no, no"), in different inflection, of names, numbers and unknown words; German
    "die die" where it is wrong.
    """
    spelt = lowered(segment.target, segment.target_lang)
    if not any(map(eq, spelt, spelt[1:])):
        return
    found = words(segment.target, segment.target_lang)
    facts = language(segment.target_lang)
    at = 0
    while at < len(spelt) - 1:
        end = at + 1
        while end < len(spelt) and spelt[end] == spelt[at] and _adjoin(segment.target, found[end - 1], found[end]):
            end += 1
        if 1 < end - at < LOOP and _is_wrong(segment, facts, found, at, end):
            first, last = found[at], found[end - 1]
            message = f"“{first.text}” stands here {'twice' if end - at == 2 else f'{end - at} times'}"
            yield Hit(first.start, last.end, message, suggestion=first.text, confidence=0.95)
        at = end


def _adjoin(text: str, one: Word, other: Word) -> bool:
    return text[one.end : other.start].isspace()


def _is_wrong(segment: Segment, facts: Language, found: Sequence[Word], at: int, end: int) -> bool:
    """Whether these words, all the same but for case, cannot have been meant."""
    text, lang = segment.target, segment.target_lang
    spelt = lowered(text, lang)
    word = spelt[at]
    if word in facts.doubled and not _follows_no_particle_verb(facts, spelt, at):
        return False
    if text[found[end - 1].end : found[end - 1].end + 1] in {"-", "‐", "‑", "&"}:
        return False
    if word in facts.closed:
        return _is_small(found, at, end, facts) and not _may_govern_itself(facts, found, at, end)
    if (at and spelt[at - 1] in INTERJECTIONS) or len(word) < 3 or not is_known(found[at + 1].text, lang):
        return False
    common = nameness(found[at + 1].text, lang) < NAME
    return common and _is_small(found, at, end, facts) and not is_quoted(text, found[at].start)


def _is_small(found: Sequence[Word], at: int, end: int, facts: Language) -> bool:
    """Whether all but the first word of a sentence is written small, or is alike where nouns have capitals."""
    if facts.capital_nouns and found[at].text not in facts.closed and found[at].text[1:].islower():
        return all(word.text == found[at].text for word in found[at:end])
    return (at == 0 or found[at].text[:1].islower()) and all(word.text.islower() for word in found[at + 1 : end])


def _may_govern_itself(facts: Language, found: Sequence[Word], at: int, end: int) -> bool:
    """Whether the first word is one thing and the second another: "en en parlant", "fils de de Gaulle", "l'un un ami"."""
    word = found[at].text.lower()
    if word in facts.prepositions and word in facts.pronouns:
        return True
    before, after = found[at - 1].text if at else "", found[end].text if end < len(found) else ""
    if word == "a" and after in LATIN:
        return True
    if word in facts.determiners and before[-1:] in {"'", "’"} and before.lower().replace("’", "'") in facts.articles:
        return True
    return word in facts.particles and after[:1].isupper()


def _follows_no_particle_verb(facts: Language, spelt: Sequence[str], at: int) -> bool:
    """Whether a preposition that verbs take as a particle ("moved in in May") stands behind no such verb."""
    if not facts.particle_verbs or spelt[at] not in facts.prepositions or not at:
        return False
    before = spelt[at - 1]
    return before not in facts.closed and (lemma(before, facts.tag) or before) not in facts.particle_verbs
