"""A104 site-chrome."""

import re
from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.checks._article import Passage, passages
from mtqa.checks._chrome import Label, is_copyright, is_path, label
from mtqa.checks._chrome_beside import HOUSE_RULES
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Document, Kind
from mtqa.sentences import spans
from mtqa.text import ends_sentence

_RULES = re.compile(HOUSE_RULES, re.IGNORECASE)
_STOP = re.compile(r"[.!?…][\"'”“’»)]*\s+\S")
RULES_WORDS = 40  # words: house rules beside a comment box; longer paragraphs are the article's
TAGS = 3  # items and more, of so many words at most


@document_check(
    "A104",
    Category.BOILERPLATE,
    Severity.MAJOR,
    example("Le maire a démissionné lundi.\n⟦Kommentare (3)⟧", "fr", source_lang="de", fix=""),
    example("The mayor resigned on Monday.\n⟦Read also: Strike at the port⟧\nHe gave no reasons.", "en", fix=""),
    example("Der Hafen öffnet wieder.\n⟦Teilen⟧\n⟦Auf Facebook teilen⟧\n⟦Artikel drucken⟧", "de"),
    example(
        "El puerto reabre el lunes. ⟦Leer más⟧\n⟦Suscríbete a nuestro boletín y recibe las noticias cada mañana.⟧", "es"
    ),
    example("⟦Cet article a été traduit automatiquement.⟧\nLe port rouvre lundi.", "fr"),
    example("The port reopens.\n⟦Kommentare⟧\n⟦Beiträge werden vor der Freigabe moderiert.⟧", "en", source_lang="de"),
    example("Le port rouvre lundi. ⟦Plus de détails ici.⟧", "fr"),
    example("⟦Startseite › Politik › Inland⟧\nDer Kanzler reist ab.", "de"),
    example("Il porto riapre lunedì.\n\n⟦• Porto\n\n• Genova\n\n• Trasporti⟧", "it"),
    example("⟦Werbung⟧\nHet schip ligt in de haven.\n⟦Reageer⟧\n⟦© 2023 De Havenbode⟧", "nl", source_lang="de"),
    example("The newsletter has 40,000 subscribers.\nReaders left comments on Facebook, and she deleted them.", "en"),
    example("Die Kommentare im Netz waren scharf.\nEr will die Cookie-Regeln ändern.\nKommentar", "de"),
    example("Voici les villes concernées :\n• Lille\n• Metz\n• Nancy", "fr"),
    example("Detalles\nEl ministro pidió a los lectores que se suscribieran al boletín.", "es"),
)
def site_chrome(document: Document) -> Iterator[Hit]:
    """The furniture of a web page stands in the article: comment counters, buttons, "read more", advertisements, notices.

    It was scraped with the article and often left in the source language or in English; readers stumble over words that
    are not the article's. A line or sentence counts when the vocabulary of furniture (twelve concepts in twelve
    languages) covers it to the last word, opens it as a button or box does ("Sign up for our ..."), or leads to a
    title ("Read also: ..."). Words that also head paragraphs ("Details", "Sources") need a counter, a second such word,
    furniture in the next line, or a language that is not the article's. After a comments line come house rules, after
    the last paragraph bare lists of tags.

    Not seen: buttons with unusual words, photo credits inside a paragraph, bylines, and dates.
    """
    found = passages(document)
    target, source = document.target_lang or "und", document.source_lang
    labels = [_label(passage, target, source) for passage in found]
    for at, (passage, is_for) in enumerate(zip(found, labels, strict=True)):
        if is_for and (not is_for.is_weak or _has_neighbour(labels, at)):
            yield _hit(passage.start, passage.end, passage.text, is_for.concept)
        elif at and _is_comments(labels[at - 1]) and _is_house_rules(passage):
            yield _hit(passage.start, passage.end, passage.text, "house rules")
        elif is_for is None and not passage.text.endswith("|"):
            yield from _glued(passage, target, source)
    yield from _tags(document, found, labels)


def _label(passage: Passage, target: str, source: str | None) -> Label | None:
    """What a block is for as a whole; a block of several sentences is asked sentence by sentence."""
    if is_copyright(passage.text) and not ends_sentence(passage.text):
        return Label("rights", False, False)
    if len(passage.sentences) > 1 or _STOP.search(passage.text) or passage.text.endswith("|"):
        return None
    if is_path(passage.text):
        return Label("path", False, True)
    return label(passage.text, target, source)


def _has_neighbour(labels: list[Label | None], at: int) -> bool:
    around = labels[max(0, at - 1) : at] + labels[at + 1 : at + 2]
    return any(one is not None and not one.is_weak for one in around)


def _is_comments(one: Label | None) -> bool:
    return one is not None and one.concept == "comments" and one.is_whole


def _is_house_rules(passage: Passage) -> bool:
    return len(passage.text.split()) <= RULES_WORDS and _RULES.search(passage.text) is not None


def _glued(passage: Passage, target: str, source: str | None) -> Iterator[Hit]:
    """Furniture among a paragraph's sentences; a single word that ends in a stop could be an order or an answer."""
    for start, end in _pieces(passage, target):
        text = passage.text[start:end]
        is_for = label(text, target, source)
        if is_for and not is_for.is_weak and not (is_for.is_whole and " " not in text and ends_sentence(text)):
            yield _hit(passage.start + start, passage.start + end, text, is_for.concept)


def _pieces(passage: Passage, target: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a block, also of one that looks like a heading because furniture ends it: "... Monday. Read more"."""
    if len(passage.sentences) == 1 and _STOP.search(passage.text):
        return spans(passage.text, target)
    return tuple((s.start - passage.start, s.end - passage.start) for s in passage.sentences)


def _tags(document: Document, found: tuple[Passage, ...], labels: list[Label | None]) -> Iterator[Hit]:
    """A list of bare topics after the last paragraph, furniture and single words below it aside."""
    last = len(found)
    while last and found[last - 1].kind is not Kind.ITEM and (labels[last - 1] or " " not in found[last - 1].text):
        last -= 1
    first = last
    while first and _is_tag(found[first - 1]) and labels[first - 1] is None:
        first -= 1
    if (
        last - first >= TAGS
        and first
        and found[first - 1].kind is Kind.PARAGRAPH
        and ends_sentence(found[first - 1].text)
    ):
        start, end = found[first].start, found[last - 1].end
        yield Hit(start, end, "a list of topics is furniture of the page, not the article", "", 0.7, Severity.MINOR)


def _is_tag(passage: Passage) -> bool:
    return passage.kind is Kind.ITEM and len(passage.text.split()) <= TAGS + 1 and not ends_sentence(passage.text)


def _hit(start: int, end: int, text: str, concept: str) -> Hit:
    line = text if len(text) <= 40 else f"{text[:39]}…"
    severity = Severity.MINOR if concept == "rights" else None
    return Hit(start, end, f"“{line}” is furniture of the page ({concept})".replace("\n", " "), "", 0.92, severity)
