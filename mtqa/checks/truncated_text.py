"""M201: text that breaks off."""

import re
from collections.abc import Iterator, Sequence

from mtqa.checks import document_check, example
from mtqa.checks._article import Passage, passages
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.lexicon.adjacency import never
from mtqa.segment import Document, Kind
from mtqa.text import ends_sentence, lowered, words

SHORT = 8  # words: shorter lines with a comma at the end may be greetings, bylines, signatures
WHOLE = 6  # words: lines of so few are marked whole
PARAGRAPH = 17  # words: a last line so long is no heading, credit or signature
OTHERS = 3  # paragraphs that must end with a stop before the last one is missed
FULL = 30  # words: one sentence alone must be so long, as headlines of other articles stand at the end too
OPENING = "\"'“”„«»‘’‚‹› \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_TEASER = re.compile(r"[\[(]\s?(?:…|\.\.\.)\s?[\])]\Z")


@document_check(
    "M201",
    Category.TRUNCATION,
    Severity.MAJOR,
    example("Le maire a signé le contrat mardi.\n⟦Pendant la visite,⟧", "fr"),
    example(
        "Der Zug kam am Abend in Ulm an.\nDie Fahrgäste mussten auf dem Bahnsteig übernachten, weil die ⟦Strecke,⟧",
        "de",
    ),
    example(
        "The vote is on Monday.\nThe report was sent to the committee, the board and ⟦the⟧\nTurnout was low.", "en"
    ),
    example(
        "La presa se construyó hace diez años. Los vecinos todavía recuerdan el valle antes de la inundación ⟦[…]⟧",
        "es",
    ),
    example("Chères lectrices, chers lecteurs,\nla rédaction change d'adresse.\nCordialement,\nVotre équipe", "fr"),
    example("Was das Land jetzt vorhat\nDie Regierung legt einen Plan vor.\nFünf Dinge, die zählen", "de"),
    example("Roses for the bride,\nlilies for the bride's mother,\nand a single red rose for the groom.", "en"),
)
def truncated_text(document: Document) -> Iterator[Hit]:
    """A paragraph or a whole text that breaks off in mid-sentence.

    Translation services cut what is too long, and pipelines lose the end of a paragraph; the reader is left hanging.
    Flagged is a line that ends in a comma, or without any mark in a word that never ends a sentence in human text (an
    article, "and"; `mtqa.lexicon.adjacency`), and a last paragraph of seventeen words and more without a stop where all
    others have one. A teaser's "[…]" at the very end is minor. Lists, verse, greetings, signatures and lines that go on
    in small letters stay silent: lines of fewer than eight words before a comma are flagged only where they start with
    a closed-class word and no signature follows. A text of one sentence may be a unit of a translation memory.

    Not seen: paragraphs cut at a full stop, headings cut at a noun, an opening bracket or quotation mark that nothing
    closes (F203, F201).
    """
    facts = language(document.target_lang or "und")
    lines = [p for p in passages(document) if p.kind is not Kind.FURNITURE]
    if len(document.segments) < 2:
        return
    for place, line in enumerate(lines):
        if line.kind in {Kind.ITEM, Kind.TABLE} or line.text[0].islower():
            continue
        following = lines[place + 1] if place + 1 < len(lines) else None
        if following and (following.text.lstrip(OPENING)[:1].islower() or following.kind is Kind.ITEM):
            continue
        if line.text.endswith(","):
            if _breaks_off(lines, place, facts):
                yield _hit(line, facts)
        elif line.text[-1].isalpha():
            if _ends_open(line, facts) or (following is None and _misses_stop(lines)):
                yield _hit(line, facts)
        elif following is None and (match := _TEASER.search(line.text)) and line.text[0] not in "[(":
            start = line.start + match.start()
            yield Hit(start, line.end, "the text stops here: a teaser", confidence=0.8, severity=Severity.MINOR)


def _breaks_off(lines: Sequence[Passage], place: int, facts: Language) -> bool:
    """Whether a line that ends in a comma is cut off, and no greeting, signature, list or verse."""
    line = lines[place]
    if any(other.text.endswith(",") for other in lines[max(0, place - 1) : place + 2] if other is not line):
        return False
    spelt = lowered(line.text, facts.tag)
    if len(spelt) >= SHORT:
        return True
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    is_closing = after != "" and len(after.split()) < WHOLE and not re.search(r"[^\w\s.,-]|\d", after)
    return place > 0 and bool(spelt) and spelt[0] in facts.closed and not is_closing


def _ends_open(line: Passage, facts: Language) -> bool:
    """Whether the last word is one that never ends a sentence, written small."""
    table, last = never(facts.tag), words(line.text[-40:], facts.tag)[-1:]
    if table is None or not last or not last[0].text.islower() or len(line.text.split()) < OTHERS:
        return False
    return "." in table.one.get(lowered(last[0].text, facts.tag)[-1], ())


def _misses_stop(lines: Sequence[Passage]) -> bool:
    """Whether the last line is a paragraph without a stop, and the others have one."""
    others = [line for line in lines[:-1] if line.kind is Kind.PARAGRAPH and len(line.text.split()) >= SHORT]
    if len(others) < OTHERS or not all(ends_sentence(line.text) or line.text.endswith(":") for line in others):
        return False
    tokens = lines[-1].text.split()
    last = lines[-1].sentences[-1].target.split() if lines[-1].sentences else tokens
    enough = len(last) >= PARAGRAPH and (len(lines[-1].sentences) > 1 or len(last) >= FULL)
    return enough and tokens[-1].islower()


def _hit(line: Passage, facts: Language) -> Hit:
    tokens = line.text.split()
    start = line.start if len(tokens) < WHOLE else line.end - len(tokens[-1])
    shown = line.text if len(tokens) < WHOLE else "… " + tokens[-1]
    return Hit(start, line.end, f"the text breaks off: “{shown[-60:]}”", confidence=0.9)
