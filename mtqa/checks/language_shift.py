"""D108: a stretch of the article stands in another language."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from mtqa.checks import document_check, example
from mtqa.checks._article import Passage, length, passages
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language, tags
from mtqa.lexicon.identify import identify
from mtqa.segment import Document, Segment
from mtqa.text import lowered

STRETCH = 12  # words: what is shorter is a name, a slogan, or a single sentence (A103)
OWN = 0.08  # share of closed-class words that only this language has; most sentences have more
AT_HOME = 0.12  # share of all its closed-class words; sentences of the language have a quarter and more
MORE = 2  # closed-class words that another language must have more, to be asked about a sentence
SENTENCE = 8  # words from which a sentence alone tells its language
FOREIGN = 0.2  # the same share that the stretch has in its own language
SURE = 0.8
QUOTED = 40  # words: shorter quotations may stand in their language
QUOTES = "\"'“”„«»‘’‚‹›"
LATIN = "ɏ"  # the last Latin letter of the Extended-B block


@document_check(
    "D108",
    Category.UNTRANSLATED,
    Severity.CRITICAL,
    example(
        "Le conseil a voté le budget mardi soir. Les travaux commencent en mai.\n"
        "⟦Der Bürgermeister war mit dem Ergebnis zufrieden. Er will die Schule bis zum Herbst neu bauen lassen.⟧\n"
        "Les habitants peuvent donner leur avis jusqu'à vendredi.",
        "fr",
    ),
    example(
        "Der Rat hat am Dienstag über den Haushalt abgestimmt. ⟦The mayor said that she was happy with the result of the vote. "
        "Work on the new school will begin in May.⟧ Die Bürger können sich bis Freitag äußern.",
        "de",
    ),
    example(
        "The council passed its budget on Tuesday.\n"
        "⟦Мэр сказала, что она довольна решением совета и что работы начнутся уже в мае.⟧\nResidents can comment until Friday.",
        "en",
    ),
    example(
        "The choir sang a hymn.\n“Großer Gott, wir loben dich, Herr, wir preisen deine Stärke, vor dir neigt die Erde sich.”",
        "en",
    ),
    example(
        "Bayern München, Borussia Dortmund, RB Leipzig, Bayer Leverkusen, Mainz 05 et Union Berlin sont qualifiés.",
        "fr",
    ),
)
def language_shift(document: Document) -> Iterator[Hit]:
    """A paragraph, or two sentences and more, in another language than the rest of the article.

    Segments that a system skipped stay in the source's language, or in the pivot's, and the reader cannot go on.
    Sentences without the closed-class words of the article's language are put together as long as they follow each
    other in a paragraph; the stretch is marked when it has twelve words and reads as another language, its closed-class
    words included, or when it is written in another script. Short quotations may stand.

    Not seen: single sentences inside a paragraph (A103 reads those), shorter stretches, two languages in one sentence,
    languages that no word table knows.
    """
    facts = language(document.target_lang or "und")
    if not facts.closed:
        return
    for passage in passages(document):
        for stretch in _stretches(passage, facts) if passage.is_prose else ():
            start, end = stretch[0].start, stretch[-1].end
            text = document.text[start:end]
            whole = len(stretch) == len(passage.sentences)
            if length(text) >= STRETCH and (whole or len(stretch) > 1) and not _is_short_quotation(text):
                other, sure = identify(text)
                if sure >= SURE and other != facts.tag and _reads_as(text, other):
                    message = f"this is {_name(other)}, the article is {facts.name}"
                    yield Hit(start, end, message, confidence=0.95)


def _stretches(passage: Passage, facts: Language) -> Iterator[list[Segment]]:
    """Runs of sentences that do not read as the language; next to a sure one, a sentence needs to be long no more."""
    sentences = passage.sentences
    foreign = [not _is_at_home(one.target, facts) and _is_foreign(one.target, facts) for one in sentences]
    if True not in foreign:
        return
    run: list[Segment] = []
    for i, sentence in enumerate(sentences):
        if foreign[i] or (True in foreign[max(0, i - 1) : i + 2] and _is_other(sentence.target, facts)):
            run.append(sentence)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_at_home(text: str, facts: Language) -> bool:
    """Whether a sentence has enough closed-class words that only this language has; read no further than needed."""
    small, own = lowered(text, facts.tag), _own(facts.tag)
    missing = len(small) * OWN
    for word in small:
        missing -= word in own
        if missing <= 0:
            return True
    return False


@cache
def _own(lang: str) -> frozenset[str]:
    """The closed-class words of a language that none of its neighbours has: "les" but not "la"."""
    return language(lang).closed.difference(*(language(tag).closed for tag in tags() if tag != lang))


def _is_foreign(text: str, facts: Language) -> bool:
    """Whether a sentence has too few closed-class words of the language, or another explains more of them."""
    small = lowered(text, facts.tag)
    shared = Counter(tag for word in small for tag in _owners().get(word, ()))
    if shared[facts.tag] < len(small) * AT_HOME:
        return True
    best = max(shared.values(), default=0)
    return len(small) >= SENTENCE and best >= shared[facts.tag] + MORE and _is_other(text, facts)


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """Closed-class words, with the languages that have them."""
    found: dict[str, tuple[str, ...]] = {}
    for tag in tags():
        for word in language(tag).closed:
            found[word] = (*found.get(word, ()), tag)
    return found


def _is_other(text: str, facts: Language) -> bool:
    other, sure = identify(text)
    return sure >= SURE and other not in {facts.tag, "und"}


def _share(text: str, facts: Language) -> float:
    """The share of closed-class words of a language, 0 to 1."""
    small = lowered(text, facts.tag)
    return sum(word in facts.closed for word in small) / len(small) if small else 0.0


def _reads_as(text: str, lang: str) -> bool:
    """Whether a stretch is running text of a language, not a row of its names; of another script, whatever it is."""
    facts = language(lang)
    if not facts.closed or "Latin" not in facts.scripts:
        return sum(c.isalpha() and c > LATIN for c in text) * 2 > sum(map(str.isalpha, text))
    return _share(text, facts) >= FOREIGN


def _name(lang: str) -> str:
    """The name of a language for the reader."""
    return language(lang).name if lang in tags() else "another language"


def _is_short_quotation(text: str) -> bool:
    return text[0] in QUOTES and len(text.split()) < QUOTED
