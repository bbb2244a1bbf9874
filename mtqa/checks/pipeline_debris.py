"""M103 pipeline-debris."""

import re
from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment

_HAS_SIGN = re.compile(r"[{}\\=#\[%]")
_HAS_NUMBER = re.compile(r"[-_:]\d")  # a plain sentence is done after these two: 1 microsecond
_SLOT = re.compile(
    r"""\{\{[^{}\n]{1,60}\}\} | \{%[^{}\n]{1,60}%\} | <%[^<>\n]{1,60}%> | [$#@]\{[^{}\n]{1,60}\}   # {{name}} ${name}
      | \{\d{0,2}\} | (?<![\w{])\{[A-Za-z_][\w.]{0,40}\}(?![\w}])                                              # {0} {name}
      | (?<![\d%])(?<!\d[ \u00a0\u202f])%(?:\d\$)?(?:[sd@]|\.\d?f)(?![\w'’@]) | %\(\w+\)[sd] | %%\w+%%  # %s %1$s %(n)s
      | (?<![\w%])%[A-Z]{2,}(?:_[A-Z]+)*%(?!\w) | \[%[^%\n]{1,40}%\]                               # %NAME%
    """,
    re.VERBOSE,
)
_NOTHING = re.compile(r"\[object [A-Z]\w+\]|(?<!\w)\((?:null|nil|undefined)\)|(?<![\w-])NaN(?![\w-])")
_ESCAPE = re.compile(
    r"""(?:\\u[0-9a-fA-F]{4})+ | (?:\\x[0-9a-fA-F]{2})+ | (?:\\[nrt])+(?=[\s\\"“”A-ZÀ-Þ]|$) | \\["']
      | (?<![#&])\#(?:A0|AB|BB|AD|C3|E2|E4|F6|FC|DF)(?![\w;])                 # what is left of &#xA0;
      | (?:=(?:C3|C2|E2)(?:=[0-9A-F]{2})+)                                    # quoted-printable
    """,
    re.VERBOSE,
)
_PERCENT_ESCAPE = re.compile(r"(?:[^\W_]*%(?:C3|C2|E2|D0|D1)%[0-9A-F]{2}[^\W_]*)+|\w+%20\w+(?:%20\w+)*")
_RECORD = re.compile(
    r"""(?<!\d)\d{4}-\d\d-\d\d(?:T|[ ](?=\d\d:\d\d:\d\d))\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:[ ]?(?:Z|UTC)\b|[ ]?[+-]\d\d:?\d\d)?
      | \b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b                           # UUID
      | (?<![\w/.-])urn:[a-z][\w-]*:[\w.:-]+[\w] | \b[a-z]{2,5}:\d{6,8}-\d\d-\d{4,}(?:/\d+)?       # urn:newsml:..., dpa:...
      | (?<![\w/.-])(?:post|node|image|wp-image|article|item|attachment|comment)[-_]\d{5,}\b
      | (?<=[.!?…»”")][ ])[a-z][a-z0-9]*(?:[-_][a-z][a-z0-9]*)+[-_]\d+$        # a key after the last stop
      | (?<![\w/.-])(?:IMG|DSC|DSCN|DSCF|PXL)_\w*\d{3,}(?:\.\w{3,4})?
    """,
    re.VERBOSE,
)
# A JSON key is plain and followed by a value; '"Spiegel": ...' needs the brace or comma before it to be one.
_KEY = r"""["“„”]\w[\w-]*["“”]\s?:\s?(?=["“„”\[{]|-?\d|true|false|null)"""
_FIELD = "title|text|content|body|headline|translation|summary|description|lead|teaser|url|lang|language|author|keywords|slug"
_JSON = re.compile(
    rf"""[{{,]\s?{_KEY}.*(?:[}}\]]|["“”]) | ["“”\d\]]\s?\}}+[\]}},]*$ | ^\[?\{{$ | ^\}}\]?,?$""", re.VERBOSE
)
_FIRST_FIELD = re.compile(rf"""^["“”„](?:{_FIELD})["“”]\s?:\s?["“„”\[{{]""")
# A whole line: an item key ("abc-fr-12"), a file name, an empty value, seconds since 1970.
_LINE = re.compile(
    r"""(?!\d)(?=[^\d]*\d)[a-z0-9]+(?:[-_][a-z0-9]+){2,} | [a-z]+(?:_[a-z0-9]+)+
      | [\w-]+\.(?:jpe?g|png|gif|webp|svg|mp[34]|pdf|php|html?|aspx?|json|xml)
      | [0-9a-f]{32,64} | undefined | null | nil | NaN | 1[3-9]\d{8}(?:\d{3})?
    """,
    re.VERBOSE,
)


@check(
    "M103",
    Category.TAG,
    Severity.MAJOR,
    example("Bonjour ⟦{{user_name}}⟧, voici les nouvelles du jour.", "fr"),
    example("Insgesamt kamen ⟦%s⟧ Besucher.", "de"),
    example("The vote in ⟦{0}⟧ was close.", "en"),
    example("El acuerdo⟦#A0⟧: una larga historia.", "es"),
    example("⟦kvz-de-207⟧", "de"),
    example("El pueblo respira. ⟦kvz-es-9⟧", "es"),
    example("Der Zug fuhr um ⟦2023-03-02T17:45:00Z⟧ ab.", "de"),
    example('⟦{"title": "Grève à Lyon", "lang": "fr"}⟧', "fr"),
    example("⟦1699876543⟧", "en"),
    example("⟦undefined⟧", "es"),
    example("La premi⟦\\u00e8⟧re ministre a parlé.", "fr"),
    example("Une hausse de 5 %, puis de 12 % d'un coup.", "fr"),
    example("The $1 coin and the $2 bill; C#, F# and the band {Awayland}s.", "en"),
    example('"Tagesschau": "Wir sind bereit", sagte er am 2023-03-02.', "de"),
    example("covid-19", "fr"),
    example("Le score final : 3-2 (2-1).", "fr"),
)
def pipeline_debris(segment: Segment) -> Iterator[Hit]:
    r"""What programmes pass to each other stands in the text: slots, JSON, item keys, timestamps, escapes.

    "{0}", "%s", "{{name}}", "\u00e9", "[object Object]", an ISO 8601 time, a UUID, a news agency's item number, or a line
    that is nothing but a key, a file name or "undefined". A reader sees that nobody read the page. Decided by form alone.
    Not seen: keys of two parts ("abc-12" could be a road), "$1" (money), plain dates.
    """
    text = segment.target
    line = text.strip()
    if len(line) <= 60 and " " not in line and _LINE.fullmatch(line):
        start = text.index(line)
        yield Hit(start, start + len(line), f"“{line[:40]}” belongs to the system, not to the article", "", 0.9)
    else:
        taken = 0
        for start, end in sorted(_debris(text)):
            if start >= taken:
                taken = end
                yield Hit(start, end, f"“{text[start:end].strip()[:40]}” belongs to the system, not to the article")


def _debris(text: str) -> Iterator[tuple[int, int]]:
    patterns: list[re.Pattern[str]] = []
    if _HAS_SIGN.search(text):
        if "{" in text or "}" in text:
            patterns += [_SLOT, _JSON]
        elif "%" in text:
            patterns += [_SLOT]
        if "%" in text and "://" not in text and "www." not in text:
            patterns += [_PERCENT_ESCAPE]
        patterns += [_ESCAPE, _NOTHING]
    elif "(nu" in text or "(ni" in text or "NaN" in text:
        patterns += [_NOTHING]
    if _HAS_NUMBER.search(text):
        patterns += [_RECORD]
    if text.startswith(('"', "“", "„")):
        patterns += [_FIRST_FIELD]
    for pattern in patterns:
        yield from (match.span() for match in pattern.finditer(text))
