"""D104: a heading that has slipped into the end of a paragraph."""

from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.checks._article import Passage, passages
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language
from mtqa.segment import Document, Kind
from mtqa.text import CLOSING, ends_sentence, words

SHORTEST, LONGEST = 2, 10  # words of a heading
PARAGRAPH = 12  # words before it
CREDIT = frozenset("@©/|:;=<>+*#_")  # credits, links, agency codes, "Photo: ..."


@document_check(
    "D104",
    Category.LAYOUT,
    Severity.MAJOR,
    example(
        "Le maire a présenté le budget lundi soir. Les travaux du pont coûteront deux millions d'euros. "
        "⟦Nouvelle école au nord de la ville⟧\nLes élus voteront en juin.",
        "fr",
    ),
    example(
        "Die Feuerwehr löschte den Brand in der Nacht. Der Schaden liegt bei rund einer Million Euro. "
        "⟦Ermittlungen gegen unbekannt⟧\nDie Polizei sucht Zeugen.",
        "de",
    ),
    example(
        "The court heard four witnesses on Tuesday. The trial goes on for another two weeks. Jane Doe, Leeds", "en"
    ),
    example("Der Zug hielt auf freier Strecke. Alle Reisenden mussten im Regen umsteigen. Foto: Bahn", "de"),
    example(
        "Le vote aura lieu mardi prochain à la mairie. Le conseil compte trente-cinq élus. Il faut une majorité", "fr"
    ),
)
def fused_heading(document: Document) -> Iterator[Hit]:
    """The last words of a paragraph are the heading of the next part: short, no verb, no full stop.

    Translation pipelines that split and join sentences glue headings to the text before them; the reader stumbles over
    a sentence that is none. A paragraph whose sentences all end with a stop, but for a last one of two to ten words
    that starts with a capital, holds no auxiliary and no pronoun, is not made of names alone and ends in no function
    word, comma or colon.

    Not seen: headings with a verb, with a question mark, headings before the paragraph they are glued to.
    """
    facts = language(document.target_lang or "und")
    if facts.tier == "other":
        return
    for passage in passages(document):
        if passage.kind is Kind.PARAGRAPH and len(passage.sentences) > 1 and not ends_sentence(passage.text):
            last = passage.sentences[-1]
            if _is_heading(last.target.strip(), facts) and _is_paragraph(passage):
                start = last.start + len(last.target) - len(last.target.lstrip())
                end = last.start + len(last.target.rstrip())
                yield Hit(start, end, f"a heading at the end of a paragraph: '{last.target.strip()}'", confidence=0.85)


def _is_paragraph(passage: Passage) -> bool:
    """Whether everything but the last sentence ends with a stop, and is long enough to be a paragraph."""
    before = passage.sentences[:-1]
    return all(ends_sentence(s.target) for s in before) and sum(len(s.target.split()) for s in before) >= PARAGRAPH


def _is_heading(text: str, facts: Language) -> bool:
    found = words(text, facts.tag)
    if not SHORTEST <= len(text.split()) <= LONGEST or not text[0].isupper() or not text[-1].isalnum():
        return False
    if CREDIT.intersection(text) or text.rstrip(CLOSING)[-1:] in ",-–—" or not found:
        return False
    small = [w.text.lower().replace("’", "'") for w in found]
    if small[-1] in facts.closed or any(
        w in facts.auxiliaries or w in facts.pronouns - facts.determiners.keys() for w in small
    ):
        return False
    return any(w.text[0].islower() and w.text.lower() not in facts.particles for w in found)
