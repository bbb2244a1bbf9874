"""Which stretch of a document's text translates which stretch of its source."""

from dataclasses import replace

from mtqa.segment import Bead, Document


def align(document: Document) -> Document:
    """The document with `beads`, and with the source of each bead on the segments that lie in it.

    A document without a source is handed back as it is.
    """
    if not document.source or not document.text:
        return document
    return replace(document, beads=(Bead(0, len(document.source), 0, len(document.text)),))
