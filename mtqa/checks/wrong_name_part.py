"""A106 wrong-name-part."""

from collections.abc import Iterator, Sequence
from functools import cache

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.lemma import lemma
from mtqa.lexicon.name import nameness
from mtqa.segment import Segment
from mtqa.text import Word, is_capitalised, words

LIKELY = 0.5  # of `nameness`, for both words of the name
TITLE = 6  # words before the name: "the North Korean head of state"
_STOPS = frozenset(".;)!?]")
_OPENING = ' "“„«»(–—-'


@check(
    "A106",
    Category.WRONG_NAME,
    Severity.MAJOR,
    example("Après la réunion, le président chinois ⟦Xi Jin et⟧ a salué les délégués.", "fr"),
    example("Der Machthaber ⟦Kim Yo und⟧ hat die Truppen besucht.", "de"),
    example("The Burmese leader ⟦Aung San and⟧ was released on Monday.", "en"),
    example("Il a salué Pierre Moscovici et a quitté la salle.", "fr"),
    example("Angela Merkel und Emmanuel Macron haben telefoniert.", "de"),
    example("The film with Tom Hanks and has-been rivals was shown.", "en"),
    example("El presidente Pedro Sánchez y otros ministros han viajado.", "es"),
    example("Le président Xi Jinping et sa femme ont salué les délégués.", "fr"),
    langs=("de", "en", "es", "fr", "it", "nl", "pt"),
)
def wrong_name_part(segment: Segment) -> Iterator[Hit]:
    """A conjunction stands where the last part of a person's name should be: "Kim Jong et a exprimé".

    A syllable of the name was read as a word of the source ("Un" as "und") and translated; the reader meets a stranger.
    Decided by what the conjunction joins: two words and more that the lexicon takes for a name stand before it, and behind
    it an auxiliary, although the name, alone or with its title, opens the clause and no verb or pronoun comes before;
    or the sentence ends.

    Not seen: other words inside names, a finite verb that is no auxiliary, names with a verb anywhere before them.
    """
    lang = segment.target_lang
    spoken = language(lang)
    found = words(segment.target, lang)
    for place in range(2, len(found)):
        if found[place].text in spoken.coordinators and _is_name(segment, found, place):
            first = _name_start(segment, found, place)
            if _ends(segment.target, found[place].end) or _stands_before_verb(segment, found, first, place):
                start, end = found[first].start, found[place].end
                message = f"“{segment.target[start:end]}”: “{found[place].text}” is no part of a name"
                yield Hit(start, end, message, confidence=0.8)


def _ends(text: str, at: int) -> bool:
    """Whether the sentence ends here; three dots, and the end of a line without a stop, only break it off."""
    return text[at : at + 1] in _STOPS and not text.startswith("..", at)


def _stands_before_verb(segment: Segment, found: Sequence[Word], first: int, place: int) -> bool:
    """Whether an auxiliary follows the conjunction although the name is a subject, so that nothing is joined."""
    spoken = language(segment.target_lang)
    if place + 1 == len(found) or found[place + 1].start != found[place].end + 1:
        return False
    finite = spoken.auxiliaries - spoken.possessives - spoken.determiners.keys()
    return found[place + 1].text in finite and _is_subject(segment, found, first)


def _is_name(segment: Segment, found: Sequence[Word], place: int) -> bool:
    text = segment.target
    return (
        all(
            is_capitalised(word.text) and nameness(word.text, segment.target_lang) >= LIKELY
            for word in found[place - 2 : place]
        )
        and text[found[place - 2].end : found[place - 1].start] == " "
        and text[found[place - 1].end : found[place].start] == " "
    )


def _name_start(segment: Segment, found: Sequence[Word], place: int) -> int:
    first = place - 2
    while first and found[first].start == found[first - 1].end + 1:
        if nameness(found[first - 1].text, segment.target_lang) < LIKELY:
            break
        first -= 1
    return first


def _is_subject(segment: Segment, found: Sequence[Word], first: int) -> bool:
    """Whether the name opens a clause, alone or behind its title, with no verb or pronoun before it in the sentence."""
    text, lang = segment.target, segment.target_lang
    before = first
    while before and first - before < TITLE and text[found[before - 1].end : found[before].start] == " ":
        before -= 1
    gap = text[found[before - 1].end : found[before].start] if before else text[: found[0].start]
    if gap.strip(_OPENING) and not gap.startswith((",", ":", ";")):
        return False
    title = found[before:first]
    if title and title[0].text.lower() not in language(lang).articles:
        return False
    if any(_is_verb(word.text, lang) for word in title[1:]):
        return False
    return _clausal(lang).isdisjoint({word.text.lower() for word in found[:before]})


@cache
def _clausal(lang: str) -> frozenset[str]:
    """Words that tell of a clause before the name; those that could be determiners do not."""
    spoken = language(lang)
    return (
        (spoken.auxiliaries | spoken.pronouns | spoken.conjunctions) - spoken.determiners.keys() - spoken.coordinators
    )


def _is_verb(word: str, lang: str) -> bool:
    base = lemma(word, lang)
    return word in language(lang).closed or (base is not None and base.lower() != word.lower())
