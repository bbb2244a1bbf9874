"""F104: a piece of a sentence that stands alone."""

import re
from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.checks._article import Passage, passages
from mtqa.checks._small_start import capitalised, starts_small
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.lexicon.lemma import is_known
from mtqa.segment import Document, Kind
from mtqa.text import words

REMNANT = 4  # words: more than that may be a whole sentence that has lost its capital
SHORTEST = 3  # letters before the stop: shorter words may be abbreviations that no list has
UNIT = 4  # letters: "7 mln. tonnes"
LONG_LINE = 8  # words: a line so long without a stop is no heading
LINE = 4  # words from which a line is more than a keyword
_SMALL_START = re.compile(r"\.[^\S\n]+(?=[^\W\d_])")
_STOP = re.compile(r"[.!?…:;\n]")


@document_check(
    "F104",
    Category.FRAGMENT,
    Severity.MAJOR,
    example("Le pont a été fermé pendant la crue. ⟦dans la vallée.⟧ Les habitants attendent.", "fr"),
    example("„Wir bleiben“, sagte die Trainerin. ⟦sagte.⟧ Danach ging sie in die Kabine.", "de"),
    example(
        "The council rejected the plan. ⟦the⟧ mayor said on Friday that he would try again in May.", "en", fix="The"
    ),
    example(
        "On Monday four divers from the volunteer fire ⟦brigade\n\nthen⟧ went down into the shaft.",
        "en",
        fix="brigade then",
    ),
    example("Der Umsatz stieg auf 3 Mio. im Vorjahr. von der Leyen kam am 3. oktober. iPhones sind teuer.", "de"),
    example("Il habite au no. huit, av. des Lilas, etc. avec son chien. eBay et lemonde.fr le savent.", "fr"),
    example("Dear readers,\n\nplease note our new address.\n\nIngredients:\n\nflour\n\nbutter and a little salt", "en"),
)
def sentence_fragment(document: Document) -> Iterator[Hit]:
    """A piece of a sentence behind a full stop, or a sentence torn over two paragraphs.

    Translation leaves stray ends ("... said the coach. said.") and cuts sentences where the source had a link or a bold
    word; the reader gets a piece without head or verb. Flagged is what starts small behind a full stop: up to four
    words whole, of longer ones, which may have lost a capital alone, the first word, with its capital as the suggestion.
    The words on both sides of the stop must be known words of the language, so that brands, particles ("von der
    Leyen"), addresses and abbreviations stay silent. A sentence is torn where a line of eight words and more ends
    without a mark, or any line ends small in an article, and the next one starts small.

    Not seen: pieces behind "?" and "!" ("'Why?' he asked"), behind quotation marks, and such as start with a capital.
    """
    facts = language(document.target_lang or "und")
    if facts.tier == "other":
        return
    before: Passage | None = None
    for passage in passages(document):
        if passage.kind in {Kind.TABLE, Kind.FURNITURE}:
            before = None
            continue
        if before and _is_torn(before, passage, facts):
            yield _torn(document.text, before, passage)
        if ". " in passage.text or ".\N{NO-BREAK SPACE}" in passage.text:
            yield from _pieces(passage, facts)
        before = passage


def _pieces(passage: Passage, facts: Language) -> Iterator[Hit]:
    text = passage.text
    for match in _SMALL_START.finditer(text):
        at = match.end()
        if not text[at].islower() or not _ends_in_word(text[: match.start()], facts):
            continue
        if not starts_small(text, at, facts):
            continue
        end = stop.end() if (stop := _STOP.search(text, at)) else len(text)
        piece = text[at:end].rstrip()
        if len(words(piece, facts.tag)) <= REMNANT and end > at:
            message = f"“{piece}” is a piece of a sentence"
            yield Hit(passage.start + at, passage.start + at + len(piece), message, confidence=0.9)
        else:
            first = words(piece, facts.tag)[0]
            message = f"a sentence starts with “{first.text}”: a piece of one, or a lost capital"
            start = passage.start + at
            yield Hit(start, start + first.end, message, capitalised(first.text), 0.8, Severity.MINOR)


def _ends_in_word(before: str, facts: Language) -> bool:
    """Whether a full stop here ends a sentence and no abbreviation: a known word of three letters and more stands before."""
    number, word = ("", "", *before[-60:].split())[-2:]
    word = re.split("[\"'“”„«»‘’([–]", word)[-1]
    if len(word) < SHORTEST or not word.replace("-", "").isalpha() or f"{word.lower()}." in facts.abbreviations:
        return False
    if word.isupper() or (len(word) <= UNIT and number[-1:].isdigit()):
        return False
    is_name = word[0].isupper() and len(word) > 2 * SHORTEST
    return is_name or (is_known(word, facts.tag) and (word.islower() or facts.capital_nouns))


def _is_torn(one: Passage, other: Passage, facts: Language) -> bool:
    """Whether a sentence runs from one block into the next."""
    if not other.text[0].islower() or other.kind is Kind.ITEM or one.kind is Kind.ITEM or not one.text[-1].isalpha():
        return False
    found = words(one.text, facts.tag)
    if not found or not found[-1].text.islower() or not starts_small(other.text, 0, facts):
        return False
    last = found[-1].text
    return last in facts.articles or (len(found) >= LONG_LINE and len(words(other.text, facts.tag)) >= LINE)


def _torn(text: str, one: Passage, other: Passage) -> Hit:
    last = text[one.start : one.end].rstrip().rsplit(None, 1)[-1]
    first = other.text.split(None, 1)[0]
    message = f"the sentence is torn between “{last}” and “{first}”"
    return Hit(one.end - len(last), other.start + len(first), message, suggestion=f"{last} {first}", confidence=0.85)
