"""What is known of each language: one typed literal per file in this folder; und.py is the fallback."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules


def wordset(*texts: str) -> frozenset[str]:
    """The words of some strings; an underscore stands for the space inside one ("z._b.")."""
    return frozenset(word.replace("_", " ") for text in texts for word in text.split())


def valued(text: str) -> Mapping[str, int]:
    """Number words by value: "0 zero 1 one first 2 two" gives each word the number before it."""
    found: dict[str, int] = {}
    value = 0
    for word in text.split():
        if word.isdigit():
            value = int(word)
        else:
            found[word] = value
    return found


def hinted(text: str) -> Mapping[str, tuple[int, ...]]:
    """Words by every value before them: "2 pair half 50 half" gives "half" both."""
    found: dict[str, tuple[int, ...]] = {}
    value = 0
    for word in text.split():
        if word.isdigit():
            value = int(word)
        else:
            found[word] = (*found.get(word, ()), value)
    return found


def named(text: str) -> Mapping[str, str]:
    """Names by their code: "km kilometre kilometres; mi mile" gives each name the word before it up to a semicolon."""
    return {name: code for code, *names in map(str.split, text.split(";")) for name in names}


@dataclass(frozen=True, slots=True)
class Language:
    """Facts about one language. Word sets are lower case; elided forms keep their apostrophe ("l'", written straight).

    `determiners` maps each determiner to the gender and number it can govern, as "m.sg f.pl" (genders m f n, or c where
    it tells none; numbers sg pl; cases are not told). `closed` is every closed-class word, the union of the sets below
    and whatever else never takes part in a name.
    """

    tag: str
    name: str
    tier: str = "other"  # "first-class", "supported", "other"
    script: str = "Latin"  # Unicode script names, as the regex library has them
    scripts: tuple[str, ...] = ("Latin",)

    determiners: Mapping[str, str] = field(default_factory=dict)
    determiner_forms: tuple[
        str, ...
    ] = ()  # the forms of one determiner: "le la les"; where only gender and number choose
    prepositions: frozenset[str] = frozenset()
    contracted: Mapping[str, str] = field(default_factory=dict)  # "de le": "du", "zu dem": no entry, as both stand
    conjunctions: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()  # those that join two of a kind: "and", "or"
    pronouns: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()  # closed-class ones: negation, degree
    possessives: frozenset[str] = frozenset()
    numerals: frozenset[str] = frozenset()  # "two", "eleven"; never an indefinite article
    elided: Mapping[str, str] = field(default_factory=dict)  # "l'": "le la", the full forms
    elides_before: frozenset[str] = frozenset()  # initial letters before which full forms elide
    must_elide: frozenset[str] = (
        frozenset()
    )  # full forms never in print before a vowel: fr "le", it "dello"; not "presque"
    before_vowel: Mapping[str, str] = field(
        default_factory=dict
    )  # what stands there instead: "ma": "mon", "au": "à l'"
    infinitives: Mapping[str, str] = field(
        default_factory=dict
    )  # endings: those of other forms that prove a verb, if any do
    # Words by their first letters; of two that fit, the longer counts. `elides` reads all four.
    aspirated: frozenset[str] = frozenset()  # nothing elides before them: fr "héros"; en "university", after "a"
    mute: frozenset[str] = frozenset()  # it does all the same: fr "héroïne"; en "hour", after "an"
    unsettled: frozenset[str] = frozenset()  # both are in print: "d'Haïti", "de Haïti"
    doubtful_nouns: frozenset[str] = (
        frozenset()
    )  # small, also last parts: of two genders or numbers in print: de "virus"
    masculine_article: frozenset[str] = frozenset()  # feminine nouns that take it in the singular: "el agua"

    decimal: str = "."
    thousands: tuple[str, ...] = (",",)
    ordinal_dot: bool = False  # "3. Oktober"
    clock_word: str = ""  # "Uhr" after a time
    clock_marks: tuple[str, ...] = ()  # other ways to write a time: "h" as in "14h30", "p.m."
    ordinal_endings: tuple[str, ...] = ()  # after a number, where no other language has them: "3rd", "3ème"
    months: tuple[str, ...] = ()
    month_first: bool = False  # "October 3, 2024"
    weekdays: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = (("“", "”"),)  # outer first, then others in use in print
    spaced_marks: str = ""  # marks with a space before them (French)
    capital_nouns: bool = False
    capital_months: bool = False
    capital_demonyms: bool = False  # adjectives of places and names of languages too ("French wine")
    title_case_headings: bool = False

    # Quantities, compared with a source's; words in lower case.
    cardinals: Mapping[str, int] = field(default_factory=dict)  # number words under a thousand, their parts where apart
    number_hints: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # words that may say one: "both", "dozen"
    doubtful_cardinals: frozenset[str] = frozenset()  # number words that are other words as often: fr "neuf", it "sei"
    scales: Mapping[str, int] = field(default_factory=dict)  # to the power of ten: "thousand", "Mrd", fr "billion"
    short_scales: Mapping[str, int] = field(default_factory=dict)  # after a sum of money only: "$5m"
    hundreds_links: frozenset[str] = frozenset()  # between hundreds and what follows: "two hundred and five"
    tens_links: frozenset[str] = frozenset()  # between tens and ones: fr "vingt et un"
    fuses_numbers: bool = False  # "einundzwanzig", "duecento"
    fused_links: tuple[str, ...] = ()  # between ones and tens in one word: de "und"
    fused_halves: tuple[str, ...] = ()  # at its end: de "zweieinhalb"
    number_pieces: Mapping[str, int] = field(default_factory=dict)  # only inside of one word: it "vent-uno"
    counters: frozenset[str] = frozenset()  # a number word is one only before these, if there are any
    halves: frozenset[str] = frozenset()  # after a number: "and a half"
    roughly: frozenset[str] = frozenset()  # before one that is rounded: "nearly", "rund"
    hours: tuple[str, ...] = ()  # after the hour of a time: "Uhr", fr "h"
    of_words: frozenset[str] = frozenset()  # between a number and what it counts: fr "millions de"
    units: Mapping[str, str] = field(default_factory=dict)  # names, words joined by "_", to codes of mtqa/quantities

    # What else is compared with a source.
    address: frozenset[str] = frozenset()  # how people are addressed, before a surname: "mr", "frau"
    negations: frozenset[str] = frozenset()  # words that say no by themselves: "not", "never", "nobody"
    negation_particles: frozenset[str] = frozenset()  # that need another word to say no: fr "ne"
    half_with_particle: frozenset[str] = frozenset()  # words that say less than no with one: fr "ne ... que"
    before_particle: frozenset[str] = frozenset()  # words behind which one denies nothing: fr "avant qu'il ne"
    half_negations: frozenset[str] = frozenset()  # those that others translate with a no or without: "only", "without"

    abbreviations: frozenset[str] = frozenset()  # with their stop; never end a sentence before a name or number
    closing: frozenset[str] = frozenset()  # those that may end one before a capitalised function word: "p. m.", "Inc."
    trailing: frozenset[str] = frozenset()  # those that end one before any capital: "etc.", "usw."
    counting: frozenset[str] = frozenset()  # those that are one only before a number: "No.", "art."
    particles: frozenset[str] = frozenset()  # small words inside names: "von", "de", "bin"
    capital_particles: bool = False  # a surname by itself starts with a capital one: "Le Pen", "Di Maio"
    honorifics: frozenset[str] = frozenset()  # "M.", "Mme", "Herr", "President"
    articles: Mapping[str, str] = field(default_factory=dict)  # subset of determiners: definite and indefinite
    indefinite: frozenset[str] = frozenset()  # the articles of something not yet known: "a", "une"
    classifiers: frozenset[str] = frozenset()  # nouns that names and titles follow bare: "the film", "association"
    doubled: frozenset[str] = frozenset()  # words that may stand twice: "nous nous", "had had", "die die"
    particle_verbs: frozenset[str] = frozenset()  # lemmas of verbs with a particle: "move in in May"
    loans: frozenset[str] = frozenset()  # foreign words at home here: "Bundeswehr", "Kindergarten"
    compound_links: tuple[
        str, ...
    ] = ()  # what may stand between the parts of a compound, "" for nothing; none: no compounds
    name_endings: tuple[str, ...] = ()  # ends of surnames and places, folded, though common nouns end so too: "berg"
    inflections: tuple[str, ...] = ()  # endings that any adjective or loan takes: de "exquisit-es", fr "maker-s"

    # How BLEU and TER against a reference cut it into words (mtqa/reference).
    written_without_spaces: bool = False

    @property
    def closed(self) -> frozenset[str]:
        """Every closed-class word."""
        return _closed_of(self.tag)

    def elides(self, word: str) -> bool | None:
        """Whether full forms elide before this word ("an" stands in English); None where both are in print."""
        word = word.lower()
        for length in range(min(len(word), 12), 0, -1):
            start = word[:length]
            if start in self.unsettled:
                return None
            if start in self.mute or start in self.aspirated:
                return start in self.mute
        return word[:1] in self.elides_before


@cache
def _closed_of(tag: str) -> frozenset[str]:
    one = language(tag)
    return (
        frozenset(one.determiners)
        | frozenset(one.elided)
        | one.prepositions
        | one.conjunctions
        | one.pronouns
        | one.auxiliaries
        | one.adverbs
        | one.possessives
        | one.numerals
    )


@cache
def tags() -> tuple[str, ...]:
    """The languages that have a file here, without und, sorted."""
    return tuple(sorted(m.name for m in iter_modules(__path__) if m.name != "und"))


@cache
def language(tag: str) -> Language:
    """The facts for a BCP 47 tag ("fr", "pt-BR", "zh-Hans"): its own file, its primary language's, or und.py."""
    primary = tag.lower().partition("-")[0]
    one: Language = import_module(f"{__name__}.{primary if primary in tags() else 'und'}").LANGUAGE
    return one
