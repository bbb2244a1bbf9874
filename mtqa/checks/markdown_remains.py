"""M105 markdown-remains."""

import re
from collections.abc import Iterator

from mtqa.checks import document_check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Document

_MARKS = re.compile(
    r"""!?\[(?P<label>[^\]\n]*)\]\ ?\((?:https?:|/|\#|mailto:|www\.)[^)\s]*(?:\s"[^"\n]*")?\)   # [label](target)
      | (?<![\w*])\*\*(?!\*)(?P<bold>[^*\n]{1,300})(?<!\*)\*\*(?![\w*])
      | (?<![\w~])~~(?P<struck>[^~\n]{1,200})~~(?![\w~])
      | ^\#{2,6}[ ]+(?=\S)                                                                     # heading
      | ^[ ]{0,3}```[a-z]*[ ]*$                                                                # fence
      | ^[ ]{0,3}\[[^\]\n]{1,40}\]:[ ]*(?:https?://|www\.)\S+$                                 # link target
      | \[\^\d{1,3}\](?!\()                                                                    # foot note
    """,
    re.VERBOSE | re.MULTILINE,
)


@document_check(
    "M105",
    Category.TAG,
    Severity.MAJOR,
    example("Das Urteil fiel ⟦**am Montag**⟧.", "de", fix="am Montag"),
    example("Le ⟦[maire](https://example.org/maire)⟧ a démissionné.", "fr", fix="maire"),
    example("⟦### ⟧Reactions\nThe minister was pleased.", "en", fix=""),
    example("El puerto reabre.⟦[^2]⟧", "es", fix=""),
    example("Er nannte ihn einen A**** und ging. Die Leser*innen staunten.", "de"),
    example("***\nThe minister [of finance] (who resigned) said so.", "en"),
)
def markdown_remains(document: Document) -> Iterator[Hit]:
    """Markdown stands in text that is not Markdown: "**bold**", "[label](target)", "## Heading", a code fence.

    Language models write Markdown whether it is wanted or not, and pages that take plain text show its marks. Decided by
    form; of a Markdown file, the reader hands over the text without its marks. Not seen: single asterisks and underscores, which
    writers use in plain text too.
    """
    text = document.text
    if not ("**" in text or "](" in text or "##" in text or _has_rare(text)):
        return
    for match in _MARKS.finditer(text):
        fix = next((part.strip() for part in match.group("label", "bold", "struck") if part is not None), "")
        yield Hit(match.start(), match.end(), f"“{match.group().strip()[:40]}” is Markdown, not text", fix, 0.95)


def _has_rare(text: str) -> bool:
    return "] (" in text or "~~" in text or "```" in text or "]:" in text or "[^" in text
