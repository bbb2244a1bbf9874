"""M106 torn-token."""

import re
from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment

_TORN = re.compile(
    r"""(?:(?<=[^\W\d_]{2}[ ])|(?<=[(«"“„]))\#[ ](?=[^\W\d_]{3})\w+                 # "with # Ukraine", not a heading
      | (?<![\w/])https?(?:[ ]:[ ]?/[ ]?/|:[ ]/[ ]?/|:/[ ]/)[ ]?\S*                # "https: //"
      | (?<!\w)www(?:[ ]\.[ ]?|\.[ ])\w[\w-]*(?:[ ]?\.[ ]?[a-z]{2,})+\b             # "www. example. org"
      | (?<!\w)[\w.-]+(?:[ ]@[ ]?|@[ ])[\w-]+[ ]?\.[ ]?[a-z]{2,4}(?!\w)             # "info @ example . org"
      | (?<![\w.])[a-z0-9][\w-]+[ ]\.[ ]?(?:com|org|net|info)(?!\w)                 # "example . com"
    """,
    re.VERBOSE,
)


@check(
    "M106",
    Category.PUNCTUATION,
    Severity.MINOR,
    example("Des milliers de messages avec ⟦# Grenoble⟧ circulent.", "fr", fix="#Grenoble"),
    example("Mehr auf ⟦https: //example.org/streik⟧ im Netz.", "de", fix="https://example.org/streik"),
    example("Escriba a ⟦info @ ejemplo. org⟧ antes del lunes.", "es", fix="info@ejemplo.org"),
    example("See ⟦www. example . org⟧ for details.", "en", fix="www.example.org"),
    example("# Strike\nThe song was #1 in May, and #MeToo followed.", "en"),
    example("Er schrieb in C # und sagte: @ Anna, komm.", "de"),
)
def torn_token(segment: Segment) -> Iterator[Hit]:
    """A hashtag, web or e-mail address with spaces inside, as a tokenizer leaves it: "# Grenoble", "https: //".

    The link no longer works and the reader sees the machine. Decided by form. Not seen: a domain torn at its last stop
    in front of a word ("example. de" may end a sentence).
    """
    text = segment.target
    if "# " in text or "@" in text or "http" in text or "www" in text or " ." in text:
        for match in _TORN.finditer(text):
            whole = match.group().replace(" ", "")
            yield Hit(match.start(), match.end(), f"“{match.group()[:40]}” is torn by spaces", whole)
