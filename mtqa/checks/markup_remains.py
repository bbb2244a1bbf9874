"""M102 markup-remains."""

import re
from collections.abc import Iterator
from html import unescape

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment

_WORTH_A_LOOK = re.compile(r"[<&\[{=;]")
_TAGS = (
    "abbr|address|article|aside|audio|blockquote|body|br|button|canvas|caption|center|cite|code|dd|del|div|dl|dt|em|"
    "embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|ins|label|li|link|main|meta|nav|"
    "noscript|object|ol|option|picture|pre|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|"
    "tbody|td|textarea|tfoot|th|thead|time|title|tr|ul|video|wbr"
)
_TAG = re.compile(
    rf"""</?[ ]?(?:{_TAGS})(?:\s[^<>\n]*)?/?[ ]?>      # <br />, < / div >
      | </?[abipqu]/?>                                  # one letter: only unspaced, "a < b > c" is no tag
      | <[a-z][\w:-]*\s[^<>\n]*=\s?["'“”„«][^<>\n]*>    # any name with an attribute
      | <!--.*?(?:-->|$) | <!\[CDATA\[ | \]\]> | <\?xml[^>]*>
      | \b(?:href|src|srcset|target|rel|class|style|alt|width|height)\s?=\s?["“”„][^"“”„<>\n]*["“”„]?/?>?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"""\[(?P<pair>b|i|u|s|url|img|quote|code)\][^\[\]\n]*\[/(?P=pair)\]
      | \[/[a-z][\w-]*\]
      | \[(?:caption|gallery|embed|playlist|contact-form-7|(?:vc|et_pb|su|wp|fusion)_\w+)\b[^\]\n]*\]
      | \[[a-z][\w-]*(?:=|\s+[a-z][\w-]*\s?=\s?)["“”„']?[^\]\n]+\]
    """,
    re.VERBOSE,
)
_STYLE_OR_SCRIPT = re.compile(
    r"""[.#]?[\w-]+(?:[ ][.#][\w-]+)*\s?\{\s?[a-z-]+\s?:[^{}\n]*\}?   # .teaser { margin: 0; }
      | \bfunction\s?\w*\s?\([^)\n]*\)\s?\{.* | \bdocument\.(?:write|cookie|getElementById|querySelector)\b.*
      | (?:\(?window\.\w+|\bvar\s\w+)\s?=\s?.*;
      | (?<![\w-])(?:font-(?:size|family|weight)|margin|padding|display|text-align|background(?:-color)?)\s?:\s?[\w#.% -]+;
    """,
    re.VERBOSE,
)
_ENTITY = re.compile(
    r"&(?:amp;)*(?:[A-Za-z]{2,8}[1-4]{0,2}|#\d{2,5}|#[xX][0-9A-Fa-f]{2,5});|&nbsp\b|(?<![&\w])#(?:x[0-9A-Fa-f]{2,4}|\d{2,4});"
)
# Tokenised entities: "l & apos ; air", "Zuschlag & amp ; Co."
_TORN_ENTITY = re.compile(
    r"(?: ?& ?(?:apos|rsquo|# ?39|# ?8217) ?; ?)|& ?(?:amp|quot|lt|gt|nbsp|[lrb]d?[as]?quo|ndash|mdash|hellip|euro|# ?\d{2,5}) ?;"
)


@check(
    "M102",
    Category.TAG,
    Severity.MAJOR,
    example("Le prix⟦<br />⟧ a doublé en un an.", "fr", fix=""),
    example('Er ging ⟦< div class = "teaser" >⟧ nach Hause.', "de"),
    example("Fischer ⟦&amp;⟧ Söhne melden Insolvenz an.", "de", fix="&"),
    example("La fin de l⟦ & apos ; ⟧été approche.", "fr", fix="'"),
    example("The vote⟦&#8217;⟧s result was close.", "en", fix="’"),
    example("El ministro ⟦[url=http://example.org]⟧habló⟦[/url]⟧ ayer.", "es"),
    example('The ship sank. ⟦[caption id="attachment_81" align="left"]⟧', "en"),
    example("⟦.teaser { margin: 0 auto; }⟧ Der Streik beginnt.", "de"),
    example("The R&D budget of Marks & Spencer rose; profits < 5 % and > 2 %.", "en"),
    example("« Il [le maire] a démissionné [hier] », dit-elle.", "fr"),
    example("H&M; C&A und P&C: die Umsätze steigen.", "de"),
)
def markup_remains(segment: Segment) -> Iterator[Hit]:
    """HTML, BBCode, shortcodes, style sheets, scripts or character entities stand in the text as characters.

    The page's markup went through the translation and came out as text. Decided by the names of HTML elements and
    entities (HTML Living Standard), by attributes, and by closing tags in square brackets, which editors' brackets never
    are. Not seen: Markdown (M105), a lost closing bracket, element names that were translated.
    """
    text = segment.target
    if _WORTH_A_LOOK.search(text) is None:
        return
    taken = 0
    for start, end, fix in sorted(_remains(text)):
        if start >= taken:
            taken = end
            yield Hit(start, end, f"“{text[start:end].strip()[:40]}” is markup, not text", fix, 0.97)


def _remains(text: str) -> Iterator[tuple[int, int, str | None]]:
    if "<" in text or "=" in text or "]]" in text:
        for match in _TAG.finditer(text):
            yield match.start(), match.end(), _without_tag(text, match)
    if "[" in text:
        yield from ((*match.span(), None) for match in _BRACKETED.finditer(text))
    if "{" in text or ";" in text or "document." in text:
        yield from ((*match.span(), None) for match in _STYLE_OR_SCRIPT.finditer(text))
    if ";" in text or "&nbsp" in text:
        yield from _entities(text)


def _without_tag(text: str, match: re.Match[str]) -> str | None:
    """Nothing in place of a tag, where that glues no words."""
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return None if len(around) == 2 and around.isalnum() else ""


def _entities(text: str) -> Iterator[tuple[int, int, str | None]]:
    for match in _ENTITY.finditer(text):
        name = match.group()
        sign = unescape(unescape(name if name[0] == "&" else "&" + name))
        if sign != name and not sign.startswith("&#") and (len(sign) == 1):
            yield *match.span(), sign
    for match in _TORN_ENTITY.finditer(text):
        if " " in match.group():
            yield *match.span(), unescape(match.group().replace(" ", ""))
