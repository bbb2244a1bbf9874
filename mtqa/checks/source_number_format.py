"""L101 source-number-format."""

import re
from collections.abc import Iterator

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import Language, language, tags
from mtqa.segment import Segment

_NUMBER = re.compile(r"(?<![\w.,:/–#'’])(?<![\w.,)][-+])\d{1,3}(?:[.,]\d+)+(?![\w/]|[.,:–'’-]\d)")
_UNIT = re.compile(
    r"""[ \u00a0\u202f-]?(?:[%‰€]|per[ ]?cent|pour[ ]cent|prozent|por[ ]ciento|per[ ]cento|por[ ]cento|procent
      | mil{1,2}i(?:on|ard|oen|ón)|milhõ|milhão|bilhõ|bil{1,2}ion|miljoen|miljard|mio\b|mrd\b|bn\b
      | euros?\b|dol{1,2}ar|dólar|pounds?\b|franc|frank|k[mg]\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_CURRENCY = ("€", "$", "£", "¥")
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


@check(
    "L101",
    Category.NUMBER_FORMAT,
    Severity.MINOR,
    example("The merger cost ⟦3,5⟧ million euros and ⟦1.250.000⟧ hours of work.", "en", fix="3.5"),
    example("Le port a accueilli ⟦12,480,300⟧ passagers.", "fr"),
    example("Die Kosten stiegen um ⟦4.5⟧ Prozent auf ⟦1,234.50⟧ Euro.", "de", fix="4,5"),
    example("Il comune ha speso ⟦250,000⟧ euro.", "it", fix="250.000"),
    example("Bisher wurden ⟦3.06.512⟧ bestätigte Infektionen gezählt.", "de", fix="306.512"),
    example("Shares fell 3.5% to 1,234.50 points; the crowd was 26.500 in some reports.", "en"),
    example("Die Aktie fiel um 3,5 % auf 1.234,50 Punkte, Version 4.5 erschien um 19.30 Uhr.", "de"),
    example("Le décret 2.18.512 du 3 mars fixe le litre à 1,459 euro.", "fr"),
    example("Las ventas crecieron 3.5 por ciento hasta 1,234.50 pesos.", "es"),
    example("Das Urteil fiel nach Artikel 3.2 am 14.06.2019.", "de"),
)
def source_number_format(segment: Segment) -> Iterator[Hit]:
    """A number is written with the marks of another language, so that it cannot be read in this one: "3,5 million".

    Readers stop, or read a thousand times too much. Flagged is only what the language's decimal and thousands marks
    leave no reading for: both marks swapped, two groups and more, a group of three noughts, one or two decimals before
    a unit, and groups of two digits (Indian counting) with marks that nobody uses for it. Languages that write both ways
    (Spanish) are left alone. Not seen: numbers that can be read both ways ("26.500"), times, versions.
    """
    text = segment.target
    if ("." not in text and "," not in text) or segment.target_lang not in tags():
        return
    spoken = language(segment.target_lang)
    for match in _NUMBER.finditer(text):
        mended = _mended(match.group(), spoken, _is_measured(text, match), _counts(text, match.end(), spoken))
        if mended:
            message = f"“{match.group()}” has the marks of another language's numbers"
            yield Hit(match.start(), match.end(), message, mended, 0.85)


def _is_measured(text: str, match: re.Match[str]) -> bool:
    """Whether a unit follows the number, or a currency sign stands before it."""
    before = text[max(0, match.start() - 2) : match.start()].rstrip(_SPACES)
    return before.endswith(_CURRENCY) or _UNIT.match(text, match.end()) is not None


def _counts(text: str, end: int, spoken: Language) -> bool:
    """Whether a content word follows: what is counted, where a reference number would be followed by something else."""
    word = re.match(rf"[{_SPACES}]([^\W\d_]+)", text[end : end + 30])
    return word is not None and word[1].lower() not in spoken.closed


def _mended(number: str, spoken: Language, is_measured: bool, is_counted: bool) -> str | None:
    """The number in the language's own marks, where it has no reading as it is."""
    decimal, group = spoken.decimal, spoken.thousands[0]
    other = "," if decimal == "." else "."
    d, o = re.escape(decimal), re.escape(other)
    if re.fullmatch(r"[1-9]\d?(?:(?:\.\d\d)+\.|(?:,\d\d)+,)\d{3}", number):
        is_indian = decimal == "." and "," in number
        return None if is_indian or not is_counted else _grouped(re.sub(r"\D", "", number), group)
    if decimal in spoken.thousands:
        return None
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:{d}\d{{3}})+{o}\d+", number):
        return number.replace(other, "\n").replace(decimal, group).replace("\n", decimal)
    if _is_address(number):
        return None
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:(?:{d}\d{{3}}){{2,}}|{d}000)", number):
        return number.replace(decimal, group)
    if is_measured and re.fullmatch(rf"\d{{1,3}}{o}\d{{1,2}}", number):
        return number.replace(other, decimal)
    return None


def _is_address(number: str) -> bool:
    """Whether it may be an Internet address: "192.168.100.200"."""
    parts = number.split(".")
    return len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)


def _grouped(digits: str, mark: str) -> str:
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", mark, digits)
