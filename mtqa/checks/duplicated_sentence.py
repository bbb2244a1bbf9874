"""D101: a sentence or a paragraph that the article has said already."""

from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.checks import document_check, example
from mtqa.checks._article import Passage, changed, length, likeness, passages, tokens
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Document, Kind, Segment

SHORTEST = 6  # words: shorter sentences come again in good prose ("The investigation continues.")
ADJACENT = 4  # words, where the second follows at once
STANDING = 10  # words: shorter ones said three times are a refrain or a standing phrase
NEARLY_FROM = 10  # words
NEARLY = 0.9
KEPT = 8  # places of one sentence that are remembered, and the latest: a loop of thousands stays linear
TOP = 6  # sentences: the title said again up there is D102's
QUOTES = "\"'“”„«»‘’‚‹›"


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its words, its place in the order, and whether it is a block of its own."""

    segment: Segment
    key: tuple[str, ...]
    words: int
    alone: bool
    kind: Kind


@document_check(
    "D101",
    Category.DUPLICATION,
    Severity.MAJOR,
    example(
        "The mayor opened the new market hall on Friday. Traders from six towns had come. "
        "⟦The mayor opened the new market hall on Friday.⟧ It cost four million.",
        "en",
        fix="",
    ),
    example(
        "Neues Rathaus\nDer Rat stimmte am Abend für den Umbau.\nDie Arbeiten beginnen im Mai.\nDie Kosten trägt das Land.\n"
        "⟦Der Rat stimmte am Abend für den Umbau.⟧",
        "de",
    ),
    example(
        "Les pompiers ont lutté contre les flammes pendant toute la nuit. Personne n'a été blessé. La route reste fermée. "
        "⟦Les pompiers ont lutté contre les flammes pendant toute la nuit. Personne n'a été blessé.⟧ Une enquête est ouverte.",
        "fr",
    ),
    example(
        "Police in the northern district said on Monday that the search for the boat was over. "
        "⟦Police in the northern district said on Monday that the hunt for the boat was over.⟧",
        "en",
    ),
    example("Die Ermittlungen dauern an. Ein Auto brannte in der Nacht aus. Die Ermittlungen dauern an.", "de"),
    example(
        "« Nous ne quitterons jamais cette vallée »\nLe maire a répété sa phrase : Nous ne quitterons jamais cette vallée. "
        "Les habitants ont applaudi.",
        "fr",
    ),
    example("In May the port handled 41 ships from overseas. In June the port handled 56 ships from overseas.", "en"),
)
def duplicated_sentence(document: Document) -> Iterator[Hit]:
    """A sentence or paragraph that stands in the article a second time, word for word or nearly.

    Decoders that loop and pages that are pasted together from teaser and text say things twice; the reader loses the
    thread. Marked is the later one, with all that is repeated after it. Compared are words and numbers without case and
    marks, like with like: a sentence inside a paragraph with another one, a paragraph with a paragraph, so that a
    teaser, heading or pull quote may say what the text says. Sentences of ten words and more may differ in one word
    that is neither a number nor a name, when the two are neighbours.

    Not seen: sentences of fewer than six words (four when they follow each other), short ones said three times and
    more (refrains, standing phrases), lists, tables, second translations with other words.
    """
    sentences = [s for p in passages(document) if p.kind is not Kind.FURNITURE for s in _of(p)]
    first: dict[tuple[str, ...], list[int]] = {}
    skip = 0
    for i, sentence in enumerate(sentences):
        earlier = first.setdefault(sentence.key, [])
        origin = _origin(sentences, earlier, i) if i >= skip else None
        earlier[KEPT:] = [i]
        if origin is not None:
            size = _run(sentences, origin, i)
            skip = i + size
            yield _hit(sentences[i].segment, sentences[i + size - 1].segment, size, 0.95, "")
        elif i >= max(skip, 1) and not (i == 1 and sentence.alone) and _nearly(sentences[i - 1], sentence):
            yield _hit(sentence.segment, sentence.segment, 1, 0.8, None)


def _of(passage: Passage) -> Iterator[_Sentence]:
    alone = len(passage.sentences) == 1
    for segment in passage.sentences:
        yield _Sentence(segment, tokens(segment.target), length(segment.target), alone, passage.kind)


def _origin(sentences: list[_Sentence], earlier: list[int], i: int) -> int | None:
    """The earlier sentence that this one repeats by mistake, if any."""
    one = sentences[i]
    if not earlier or one.words < ADJACENT or one.kind in {Kind.ITEM, Kind.TABLE}:
        return None
    like = [j for j in earlier if sentences[j].alone == one.alone and sentences[j].kind is one.kind]
    if not like or (one.alone and i < TOP and like[0] == 0):
        return None
    if like[-1] == i - 1 and (one.words >= SHORTEST or not _is_rhetorical(one)):
        return i - 1
    if one.words < SHORTEST or (len(earlier) > 1 and one.words < STANDING):
        return None
    return like[0] if not _is_rhetorical(one) or _run(sentences, like[0], i) > 1 else None


def _is_rhetorical(sentence: _Sentence) -> bool:
    """Quoted words, questions and exclamations are repeated on purpose: slogans, songs, interviews."""
    text = sentence.segment.target.strip()
    return text[:1] in QUOTES or any(c in QUOTES for c in text[-2:]) or text.rstrip(QUOTES + " ").endswith(("?", "!"))


def _run(sentences: list[_Sentence], origin: int, at: int) -> int:
    """How many sentences in a row are repeated from here on, short ones too."""
    size = 1
    while (
        at + size < len(sentences) and origin + size < at and sentences[origin + size].key == sentences[at + size].key
    ):
        size += 1
    return size


def _nearly(one: _Sentence, other: _Sentence) -> bool:
    if min(one.words, other.words) < NEARLY_FROM or one.alone != other.alone or one.kind is not other.kind:
        return False
    if likeness(one.key, other.key) < NEARLY:
        return False
    names = {w.casefold() for s in (one, other) for w in s.segment.target.split()[1:] if w[:1].isupper()}
    return not any(w in names or any(c.isdigit() for c in w) for w in changed(one.key, other.key))


def _hit(first: Segment, last: Segment, size: int, confidence: float, suggestion: str | None) -> Hit:
    start = first.start + len(first.target) - len(first.target.lstrip())
    end = last.start + len(last.target.rstrip())
    what = "this was said before" if size == 1 else f"these {size} sentences were said before"
    return Hit(start, end, what, suggestion=suggestion, confidence=confidence)
