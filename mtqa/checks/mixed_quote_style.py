"""D107: quotation marks of several kinds in one article."""

from collections import Counter
from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.quotes import DOUBLE, Quotation, marks, pair
from mtqa.segment import Document
from mtqa.text import blocks


@document_check(
    "D107",
    Category.QUOTES,
    Severity.MINOR,
    example('The “port office” opens. The “mayor” smiles. A ⟦"⟧crowd" came.', "en"),
    example("Le « port » ouvre. Le « maire » sourit. La ⟦“⟧foule” est venue.", "fr"),
    example('“He called it ‘new’ and "large"”, said the “mayor”.', "en"),
    example("Der „Hafen“ öffnet. Das „Rathaus“ lächelt.", "de"),
    default=False,
)
def mixed_quote_style(document: Document) -> Iterator[Hit]:
    """Outer quotation marks of several kinds in one article, as left by sentences translated one by one.

    Each kind may be right; both together look pasted. Quotations inside others are not counted. One finding a document,
    at the first mark of the rarer kind. Off by default: newspapers mix marks themselves, about once in 10,000 words.
    Not seen: single marks; two kinds used as often as each other.
    """
    text, lang = document.text, document.target_lang or "und"
    if sum(glyph in text for glyph in DOUBLE) < 2:
        return
    outer = [quotation for quotation in _quotations(text, document, lang) if quotation.depth == 0]
    styles = Counter(quotation.opening.glyph + quotation.closing.glyph for quotation in outer)
    if len(styles) < 2:
        return
    (usual, often), (_, seldom) = styles.most_common(2)
    if often > seldom:
        first = next(q for q in outer if q.opening.glyph + q.closing.glyph != usual)
        message = f"quotation marks {first.opening.glyph}{first.closing.glyph} in an article that uses {usual}"
        yield Hit(first.opening.at, first.opening.at + 1, message, confidence=0.6)


def _quotations(text: str, document: Document, lang: str) -> Iterator[Quotation]:
    for block in document.blocks or blocks(text):
        for opening, closing, depth in pair(marks(text[block.start : block.end], lang)).quotations:
            yield Quotation(
                opening._replace(at=opening.at + block.start), closing._replace(at=closing.at + block.start), depth
            )
