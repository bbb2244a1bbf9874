"""F501: a common word with a capital inside a sentence."""

from collections.abc import Iterator, Sequence

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.lexicon.casing import capital_share
from mtqa.segment import Kind, Segment
from mtqa.text import Word, is_quoted, lowered, words

# The share of capitals that a word may have in human text, by what stands before it. The looser the bond, the more names
# and titles start there: hardly any after "a", "my", "in", many after a full word and another name.
AFTER_CLOSED = 0.005
AFTER_FULL_WORD = 0.001
AFTER_CAPITAL = 0.001
FUNCTION_WORD = 0.005
MONTH = 0.02
TITLE = 1 / 3  # of the words with a capital: a headline, a list of names
GAPS = frozenset({"", " ", "\n", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"})
PLAIN_AFTER = " ,.;)…!?\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


@check(
    "F501",
    Category.CASING,
    Severity.MINOR,
    example("Le village attend une ⟦Réponse⟧ du préfet depuis deux mois.", "fr", fix="réponse"),
    example("Elle a retrouvé son chien en ⟦Février⟧ près du canal.", "fr", fix="février"),
    example("The police asked for a ⟦Delay⟧ of two weeks before the hearing.", "en", fix="delay"),
    example("El equipo volvió a casa en ⟦Octubre⟧ tras perder la final.", "es", fix="octubre"),
    example("Le ministre de l'Intérieur a reçu la Ligue des droits de l'Homme et un Espagnol.", "fr"),
    example("After a long day, ⟦In⟧ the end nothing was decided.", "en", fix="in"),
    example("She works for Save the Children and reads The Times. Phase One ended on a Monday in May.", "en"),
    example("Nach der Pause war die Regierung in der Krise.", "de"),
)
def capital_in_sentence(segment: Segment) -> Iterator[Hit]:
    """A common word has a capital though no sentence and no name starts there.

    German nouns keep their capitals in translation, and sentences run together without a stop between; both look like
    names and mislead. Human text tells how often each word has a capital inside a sentence (`mtqa.lexicon.casing`): one
    that hardly ever does is flagged, the less often the more a name is likely in its place. Silent: beside another
    capital or a number, behind nouns that names follow ("ministry of", "the film"), in quotes, after a colon, dash,
    bracket or slash, in headlines in title case. Months and weekdays have their own rule in each language. Between two
    sentences run together no suggestion is made.

    Not seen: German (nouns have capitals), elided words (F201), words of organisations and offices, what the counts do
    not know well.
    """
    lang = segment.target_lang
    facts = language(lang)
    if facts.capital_nouns:
        return
    found = words(segment.target, lang)
    capital = [place for place, word in enumerate(found) if word.text[0].isupper()]
    if capital in ([], [0]) or len(capital) > max(2, TITLE * len(found)):
        return
    if segment.kind is Kind.HEADING and facts.title_case_headings:
        return
    spelt = lowered(segment.target, lang)
    for place in capital:
        wrong = place and _stands_alone(segment.target, found, place, facts) and _is_wrong(spelt, found, place, facts)
        if wrong and not is_quoted(segment.target, found[place].start):
            yield _hit(found, spelt, place, facts)


def _stands_alone(text: str, found: Sequence[Word], place: int, facts: Language) -> bool:
    """Whether a word with a capital stands between words, no mark but a comma, and no other capital or number is beside it."""
    word, before = found[place], found[place - 1]
    if len(word.text) < 2 or not word.text[1:].islower() or word.text.endswith(("'", "’")):
        return False
    gap = text[before.end : word.start]
    if gap not in GAPS and not (gap == ", " and is_function_word(word.text.lower(), facts) and before.text.islower()):
        return False
    after = text[word.end : word.end + 2]
    if after[:1] not in PLAIN_AFTER or after[1:].isdigit():
        return False
    beside = [*found[max(1, place - 2) : place - 1], *found[place + 1 : place + 3]]
    return not any(other.text[0].isupper() for other in beside)


def _is_wrong(spelt: Sequence[str], found: Sequence[Word], place: int, facts: Language) -> bool:
    word, before = spelt[place], spelt[place - 1]
    if place == 1 and (before not in facts.closed or before in facts.articles):
        return False
    if _names_follow(spelt[max(0, place - 3) : place], facts) or any(map(str.isdigit, before)):
        return False
    share = capital_share(word, facts.tag)
    if word in facts.months or word in facts.weekdays:
        return not facts.capital_months and share <= MONTH and before in facts.prepositions
    after_capital = found[place - 1].text[0].isupper() and place > 1
    if is_function_word(word, facts):
        is_noun = word in facts.indefinite or word in facts.pronouns  # "la Une", "en Une": the front page
        bound = before in facts.articles or before in facts.prepositions
        return share <= FUNCTION_WORD and not (is_noun and bound)
    if word in facts.closed:
        return False
    if after_capital:
        return share <= AFTER_CAPITAL and is_infinitive(word, facts)
    return share <= _bound(before, facts)


def _names_follow(before: Sequence[str], facts: Language) -> bool:
    """Whether names and titles follow these words: "le ministre de la", "the film"."""
    return any(word in facts.classifiers or word in facts.honorifics for word in before)


def is_function_word(word: str, facts: Language) -> bool:
    """Whether a word can only be an article, preposition or conjunction."""
    binding = word in facts.articles or word in facts.prepositions or word in facts.conjunctions
    return binding and word not in facts.auxiliaries and word not in facts.numerals


def is_infinitive(word: str, facts: Language) -> bool:
    """Whether a word ends as infinitives do."""
    return any(word.endswith(ending) for ending in facts.infinitives)


def _bound(before: str, facts: Language) -> float:
    """The share of capitals that a word may have behind this one."""
    return AFTER_CLOSED if before in facts.closed and before not in facts.conjunctions else AFTER_FULL_WORD


def _hit(found: Sequence[Word], spelt: Sequence[str], place: int, facts: Language) -> Hit:
    word = found[place]
    after_full_word = spelt[place - 1] not in facts.closed and word.start - found[place - 1].end < len(", ")
    if (after_full_word and is_function_word(spelt[place], facts)) or found[place - 1].text[0].isupper():
        return Hit(word.start, word.end, f"“{word.text}” inside a sentence: a stop is missing?", confidence=0.75)
    message = f"“{word.text}” has a capital inside the sentence"
    return Hit(word.start, word.end, message, word.text[0].lower() + word.text[1:], 0.8)
