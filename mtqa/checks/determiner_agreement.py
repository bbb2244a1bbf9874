"""F120: a determiner and a noun that do not agree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.lexicon.gender import Cells, Genders, context, genders, governed, inflection, is_noun, noun_cells
from mtqa.segment import Segment
from mtqa.text import Word, lowered, match_case, words


@check(
    "F120",
    Category.AGREEMENT,
    Severity.MAJOR,
    example("La ministre annoncera ⟦un décision⟧ demain.", "fr", fix="une décision"),
    example("Le préfet s'oppose à de ⟦tels mesures⟧ depuis hier.", "fr", fix="telles mesures"),
    example("Elle négocie avec ⟦les gouvernement⟧ du Sahel.", "fr"),
    example("Les élus de ⟦la nouveau⟧ parti ont voté contre.", "fr", fix="le nouveau"),
    example("Le poste de la poste, la tour et le tour : tout est dit des premier et second tours.", "fr"),
    example("Il la porte, les note et le demande à son amie.", "fr"),
    example("⟦Das Regierung⟧ trat gestern zurück.", "de"),
    example("Es liegt an ⟦einem neuen Verordnung⟧ aus Brüssel.", "de"),
    example("Ein Gesetz, das Frauen schützt, und der See, an dem Kinder spielen.", "de"),
    example("El alcalde firmó ⟦una acuerdo⟧ con el sindicato.", "es", fix="un acuerdo"),
    example("El agua y las aguas, la mano y el problema.", "es"),
    example("He has lived in ⟦these country⟧ since May.", "en"),
    example("A systems analyst wrote this; these sort of talks go on.", "en"),
    langs=("de", "en", "es", "fr"),
)
def determiner_agreement(segment: Segment) -> Iterator[Hit]:
    """A determiner (or an adjective before the noun) cannot go with the gender or number of the noun.

    "la gouvernement", "das Regierung", "un muerte", "these country": to a reader of news the plainest sign of a careless
    machine.

    Decided by counts of human text (`mtqa.lexicon.gender`): the noun was seen after determiners twelve times and more and
    practically never with another gender or number, or ends as nouns of one gender do; and the determiner, in the kind of
    place it stands in, always agrees. The noun may follow an adjective where this agrees as well; in German the
    determiner and the adjective's ending are judged together, and whatever some case allows is silent. A suggestion is
    made where the gender alone is wrong and one form of the same determiner fits.

    Not seen: homographs of two genders ("la tour"), people named by an office, elided articles, names, rare words, the
    wrong case in German, adjectives after the noun.
    """
    table = genders(segment.target_lang)
    if table is None:
        return
    text, lang, facts = segment.target, segment.target_lang, language(segment.target_lang)
    phrases = Phrases(text, words(text, lang), lowered(text, lang), table, facts, facts.closed)
    done = 0
    for place, word in enumerate(phrases.small):
        if word in table.heads and phrases.words[place].start >= done and (clash := phrases.clash(place)):
            start, done = phrases.words[place].start, clash.noun.end
            message = f"“{text[start:done]}” does not agree in gender or number"
            yield Hit(start, done, message, phrases.mended(place, clash))


NOTHING: Cells = frozenset()


class Clash(NamedTuple):
    """A word, what it can be, and what stands before it can govern: nothing in common."""

    noun: Word
    known: Cells
    governed: Cells
    is_next: bool


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of a sentence, with what is known of determiners and nouns."""

    text: str
    words: Sequence[Word]
    small: Sequence[str]
    table: Genders
    facts: Language
    closed: frozenset[str]

    def clash(self, place: int) -> Clash | None:
        """The noun that this determiner or modifier clashes with: the next word, or the one after an adjective."""
        first = self._open_word(place + 1)
        if first is None or (place and not self.words[place].text[0].islower()):
            return None
        word = self.small[place]
        governor = self.table.governors.get(word)
        if governor is None:
            return self._against(place, place + 1, self.table.modifiers[word])
        found = self._against(place, place + 1, governor[0])
        if found is None and first.text[0].islower() and self._open_word(place + 2):
            found = self._against(place, place + 2, self._governed_beyond(word, first.text))
        if found is None or context(self.text, self.words, self.small, place, self.facts) not in governor[1]:
            return None
        return found

    def _open_word(self, place: int) -> Word | None:
        """The word here, if it is an open-class one right after the one before it."""
        if place >= len(self.words) or self.small[place] in self.closed:
            return None
        gap = self.text[self.words[place - 1].end : self.words[place].start]
        return self.words[place] if not gap or gap.isspace() else None

    def _governed_beyond(self, determiner: str, adjective: str) -> Cells:
        """What a determiner with this adjective can govern; nothing where the word is no adjective that is known."""
        if self.facts.capital_nouns:
            return self.table.governors.get(f"{determiner} -{inflection(adjective)}", (NOTHING, NOTHING))[0]
        return governed(determiner, adjective, self.facts) if adjective in self.table.modifiers else NOTHING

    def _against(self, place: int, noun_place: int, cells: Cells) -> Clash | None:
        noun = self.words[noun_place]
        if not cells or noun.text[0].isupper() != self.facts.capital_nouns:
            return None
        known = noun_cells(noun.text, self.facts.tag)
        is_next = noun_place == place + 1
        if not known or cells & known or (is_next and governed(self.small[place], noun.text, self.facts) & known):
            return None  # the second: "mon" before a vowel
        if self._is_shared(place, noun_place, cells, known) or not is_noun(
            self.text, self.words, noun_place, self.facts
        ):
            return None
        return Clash(noun, known, cells, is_next)

    def _is_shared(self, place: int, noun_place: int, cells: Cells, known: Cells) -> bool:
        """Whether several singulars share a plural: "les premier et second tours", "deuxième et troisième villes"."""
        around = [*self.small[max(0, place - 1) : place], *self.small[noun_place + 1 : noun_place + 2]]
        is_number_alone = {cell[0] for cell in cells} & {cell[0] for cell in known}
        return bool(is_number_alone) and any(word in self.facts.coordinators for word in around)

    def mended(self, place: int, clash: Clash) -> str | None:
        """The phrase with the one form of the determiner that fits, where the gender alone is wrong."""
        word, noun = self.words[place], clash.noun
        forms = next((f.split() for f in self.facts.determiner_forms if self.small[place] in f.split()), [])
        fitting = [one for one in forms if governed(one, noun.text, self.facts) & clash.known]
        is_gender_alone = {cell[1:] for cell in clash.known} == {cell[1:] for cell in clash.governed}
        if len(fitting) != 1 or not clash.is_next or not is_gender_alone or not self._stands(fitting[0], noun.text):
            return None
        return match_case(word.text, fitting[0]) + self.text[word.end : noun.end]

    def _stands(self, form: str, noun: str) -> bool:
        """Whether a determiner stands before this noun in full: "le" not before a vowel."""
        elides = form in self.facts.must_elide or form in self.facts.before_vowel
        return not elides or self.facts.elides(noun) is False
