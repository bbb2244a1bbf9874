"""D103: headings with nothing under them."""

import re
from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.checks._article import Passage, passages
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known
from mtqa.lexicon.name import nameness
from mtqa.segment import Document, Kind
from mtqa.text import HEADING_WORDS, ends_sentence, words

SHORTEST = 2  # words: single words are sections, tags, credits
PROSE = 2  # paragraphs of an article, so that what comes after them is no page of teasers
ROW_IN_TEXT = 3  # headings in a row inside an article; two are a chapter and its first part
ROW_AT_TOP = 5  # after the title; fewer are subtitle, author, date
LINES_PER_HEADING = 2  # at the end: cut-off sentences and "Comments (0)" may stand among them, a page of teasers not
LONGEST_ROW = 12  # more are a list
ABOUT = 0.3  # of the content words of a row stand in the text; titles of other articles share fewer
ABOUT_ALONE = 0.5
COMMON, NAME = 3.5, 0.5  # zipf and nameness of a word that is no surname
LONGEST_IN_TEXT = 8  # words, on average: rows of whole statements are a summary
STEM = 5  # letters that inflected forms of a word share
# What credits, links, dates, scores and teasers have and the headings of an article's parts have not.
MARKS = re.compile(r"[@©/|:;=<>+*#_→»«\"“”„…?(){}\[\]]|\d{2}|\.\w|\s[-–—]\s")


@document_check(
    "D103",
    Category.LAYOUT,
    Severity.MAJOR,
    example(
        "Le vignoble souffre du gel\n"
        "Les vignes de la vallée ont gelé dans la nuit de lundi. Les vignerons ont perdu la récolte.\n"
        "La région promet une aide aux vignerons. Le gel avait déjà frappé la vallée en avril.\n"
        "⟦Aide de la région aux vignerons⟧\n⟦Gel dans la vallée⟧",
        "fr",
    ),
    example(
        "Der Hafen bekommt einen Kran\nDer neue Kran im Hafen wiegt achthundert Tonnen. Er hebt ganze Schiffe.\n"
        "⟦Achthundert Tonnen schwer⟧\n⟦Schiffe im Hafen⟧\nGeld von der Reederei\nDie Reederei will den Kran im Herbst bezahlen.",
        "de",
    ),
    example(
        "Flood closes the old bridge\nThe river rose two metres over night and the bridge was closed.\n"
        "Engineers will look at the bridge when the river falls.\n⟦Engineers at the old bridge⟧",
        "en",
    ),
    example(
        "Flood closes the old bridge\nThe river rose two metres over night and the bridge was closed.\n"
        "What comes next\nEngineers will look at the bridge when the river falls.\nJane Doe and Ann Poe in Leeds",
        "en",
    ),
    example(
        "Der Hafen bekommt einen Kran\nEin Riese für den Hafen\nVon Anna Muster\n"
        "Der neue Kran im Hafen wiegt achthundert Tonnen.",
        "de",
    ),
    example(
        "Le vignoble souffre du gel\nLes vignes de la vallée ont gelé dans la nuit de lundi.\nLes vignerons attendent.\n"
        "À lire aussi\nFootball : Brest gagne le derby\nUn loup vu près de la gare",
        "fr",
    ),
)
def orphan_headings(document: Document) -> Iterator[Hit]:
    """Headings of an article's parts without the parts: dumped in a row, mostly at the end, or one as the last line.

    Pipelines that translate headings and paragraphs apart lose their order, and the reader finds a heap of headings with
    nothing under them. A heading is a line of two to sixteen words without a full stop that holds a small word and
    none of the marks of credits, links, dates and teasers; its words must come from the article, as the titles of
    other articles do not. Flagged are all headings of a row at the end, a single one at the end when the text speaks
    of little else, and in the text three and more in a row but for the last. What stands above the first paragraph is
    title, subtitle, author and date unless more than four headings follow the title.

    Not seen: headings of one word, headings put over the wrong paragraph, headings with a colon or quotation.
    """
    facts = language(document.target_lang or "und")
    found = [p for p in passages(document) if p.kind is not Kind.FURNITURE]
    prose = [i for i, p in enumerate(found) if _is_prose(p)]
    if len(prose) < PROSE or facts.tier == "other":
        return
    for row, under in _rows(found, facts):
        if (
            row
            and _is_row(row, under, found, prose[0])
            and _is_titled(row, found, facts)
            and _about(found, row, prose, facts) >= (ABOUT if row[1:] else ABOUT_ALONE)
        ):
            for i in row if under is None else row[:-1]:
                text = found[i].text
                yield Hit(
                    found[i].start, found[i].end, f"a heading with nothing under it: '{text[:45]}'", confidence=0.85
                )


def _is_prose(passage: Passage) -> bool:
    return passage.kind is Kind.PARAGRAPH and ends_sentence(passage.text)


def _rows(found: list[Passage], facts: Language) -> Iterator[tuple[list[int], int | None]]:
    """Headings that follow each other, with the paragraph under the last of them: None at the end of the article.

    A line cut off ("In his speech,") is no paragraph and does not end a row; lists and tables do.
    """
    row: list[int] = []
    for i, passage in enumerate(found[1:], start=1):
        if _is_prose(passage) or passage.kind in {Kind.ITEM, Kind.TABLE}:
            yield row, i
            row = []
        elif _is_heading(passage, facts):
            row.append(i)
    yield row, None


def _is_row(row: list[int], under: int | None, found: list[Passage], first: int) -> bool:
    """Whether these are enough headings, with little else among them, to be out of place; `first` is the first paragraph."""
    if len(row) > LONGEST_ROW or found[row[0] - 1].text.endswith(":"):
        return False
    if under is None:
        lines = len(found) - row[0]  # teasers and credits among them: a page's foot, not the article's
        return lines <= len(row) * LINES_PER_HEADING if len(row) > 1 else lines == 1
    least = ROW_AT_TOP if row[0] < first else ROW_IN_TEXT
    length = sum(len(found[i].text.split()) for i in row) / len(row)
    return len(row) >= least and row[-1] - row[0] < len(row) and length <= LONGEST_IN_TEXT


def _is_titled(row: list[int], found: list[Passage], facts: Language) -> bool:
    """Whether the lines are titles rather than verse, speech or statements: capitals first, few verbs and pronouns."""
    spoken = facts.auxiliaries | (facts.pronouns - facts.determiners.keys() - facts.prepositions)
    lines = [[w.text for w in words(found[i].text, facts.tag)] for i in row]
    stated = sum(any(w.lower() in spoken for w in line) for line in lines)
    return sum(line[0][0].isupper() for line in lines) * 3 >= len(row) * 2 and stated * 2 < len(row)


def _is_heading(passage: Passage, facts: Language) -> bool:
    text = passage.text
    if (
        ends_sentence(text)
        or MARKS.search(text)
        or not SHORTEST <= len(text.split()) <= HEADING_WORDS
        or text[-1] in ",;-–—"
    ):
        return False
    found = [w.text for w in words(text, facts.tag)]
    small = [w.lower() for w in found]
    if not found or small[-1] in facts.closed:
        return False
    return len(set(small) - facts.particles) >= SHORTEST and _has_common_word(found, facts)


def _has_common_word(found: list[str], facts: Language) -> bool:
    """Whether a line is more than names: it holds a small word that never joins names, or a common one with a capital."""
    joining = facts.particles | facts.conjunctions
    if any(w[0].islower() and w not in joining for w in found):
        return True
    common = found if facts.capital_nouns else found[:1]
    return any(
        zipf(w, facts.tag) >= COMMON and nameness(w, facts.tag) < NAME and is_known(w, facts.tag) for w in common
    )


def _stems(text: str, facts: Language) -> set[str]:
    small = (w.text.lower().replace("’", "'") for w in words(text, facts.tag))
    return {part[:STEM] for w in small if w not in facts.closed for part in w.split("-") if len(part) >= 4}


def _about(found: list[Passage], row: list[int], prose: list[int], facts: Language) -> float:
    """The share of the content words of some lines that the article's paragraphs have too."""
    stems = {stem for i in prose for stem in _stems(found[i].text, facts)}
    own = [stem for i in row for stem in _stems(found[i].text, facts)]
    return sum(stem in stems for stem in own) / len(own) if own else 0.0
