"""The content of a translation unit: text, with what stands for markup in it.

What wraps text (g, pc, mrk, bpt and ept) leaves no trace in it; what stands for something by itself (x, ph, it) is one
OBJECT REPLACEMENT CHARACTER, which no word and no rule of spacing runs over and the model does not see: put into 3,712
human translations, it brings up one finding (`python -m tests.benchmarks.placeholders DATA`). The text that a native code
may hold for translators (sub) is left out with it. Neither is ever changed by a fix: a change must be one stretch of the
file's own characters.
"""

from collections.abc import Iterator

from mtqa.readers.files.trace import Traced, Tracer
from mtqa.readers.web.tags import Piece, Token, attributes, keep_text, pieces

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
STANDING = frozenset({"x", "ph", "it", "cp", "ut"})  # something of its own: a variable, a line break, an image
WRAPPING = frozenset({"bpt", "ept", "bx", "ex", "sc", "ec"})  # one end of what wraps text
AROUND = frozenset({"g", "pc"})  # both ends of it; mrk, sm, em and hi are annotations, and no codes
_IDS = ("id", "rid", "i", "startref", "ctype", "type")


def inline(text: str, start: int, end: int) -> Traced:
    """The text of an element's content, traced; the native code that a tag may hold is no text."""
    tracer = Tracer()
    inside: list[str] = []  # open elements whose content is code
    for piece in pieces(text, start, end, is_xml=True):
        name = piece.name.rpartition(":")[2]
        if piece.token is Token.OPEN and name in STANDING | WRAPPING:
            if name in STANDING and not inside:
                tracer.put(OBJECT, piece.start)
            inside.append(name)
        elif piece.token is Token.CLOSE and inside and name == inside[-1]:
            inside.pop()
        elif not inside:
            _keep(tracer, text, piece)
    return tracer.traced()


def _keep(tracer: Tracer, text: str, piece: Piece) -> None:
    if piece.token is Token.TEXT:
        keep_text(tracer, text, piece.start, piece.end)
    elif piece.token is Token.CDATA:
        tracer.keep(text[piece.start : piece.end], piece.start)


def codes(text: str, start: int, end: int) -> Iterator[str]:
    """The inline codes of an element's content, each as its name and id: what a translation has to keep."""
    for piece in pieces(text, start, end, is_xml=True):
        name = piece.name.rpartition(":")[2]
        if piece.token is Token.OPEN and name in STANDING | WRAPPING | AROUND:
            about = attributes(piece.attributes)
            yield " ".join([name, *(about[one] for one in _IDS if one in about)][:2])
