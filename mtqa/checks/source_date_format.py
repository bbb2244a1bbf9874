"""L102 source-date-format."""

import re
from collections.abc import Iterator
from functools import cache

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language, tags
from mtqa.lexicon.frequency import zipf
from mtqa.segment import Segment

_DIGIT = re.compile(r"\d")
_TIME = r"(?<![\w.,:/-])(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?"
_HOUR_H = re.compile(r"(?<![\w.,:/-])(?:[01]?\d|2[0-4])[ \u00a0\u202f]?h[ \u00a0\u202f]?[0-5]\d(?![\w:'’′])")
_NOON = re.compile(
    r"(?<![\w.,:/-])(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)?[ \u00a0\u202f]?(?:[ap]\.[ \u00a0\u202f]?m\.|[AP]M\b|pm\b)"
)
_AT_HOME = 3.0  # Zipf: a word of the target's own


@check(
    "L102",
    Category.DATE_FORMAT,
    Severity.MINOR,
    example("Le train part à ⟦19.30 Uhr⟧ de Metz.", "fr"),
    example("The match starts at 20:45⟦ Uhr⟧ in Kiel.", "en", fix=""),
    example("Die Sitzung beginnt um ⟦14h30⟧ im Rathaus.", "de", fix="14:30"),
    example("La réunion commence à ⟦7:15 p.m.⟧ à la mairie.", "fr", fix="19:15"),
    example("Le procès s'ouvre le ⟦3.⟧ octobre à Lyon.", "fr", fix="3"),
    example("El juicio empieza el ⟦14.⟧ octubre en Sevilla.", "es"),
    example("Der Prozess beginnt am ⟦Oktober 3, 2024⟧ in Kiel.", "de"),
    example("Le procès s'ouvre le ⟦3rd⟧ octobre à Lyon.", "fr", fix="3"),
    example("The castle dates from the ⟦16ème⟧ century.", "en"),
    example("Um 19.30 Uhr am 3. Oktober trifft der 1. FC auf den 2. FC.", "de"),
    example("On October 3, 2024 at 7 p.m. the 3rd round begins.", "en"),
    example("Le 3 octobre à 19h30, la 50th Anniversary Edition arrive au 2nd étage de la 5th Avenue.", "fr"),
    example("El 3 de octubre a las 7 p. m., a las 19h30 en París.", "es"),
)
def source_date_format(segment: Segment) -> Iterator[Hit]:
    """A date or a time is written as another language writes it: "19.30 Uhr", "14h30", "le 3. octobre", "October 3, 2024".

    It reads as untranslated and can be taken for another time of the day. Decided by the words and marks that each
    language has for times and ordinals, and by its own names of months. Not seen: dates in figures alone, "8 am"
    ("am" is a word elsewhere), names of months that were not translated (A101).
    """
    text = segment.target
    if _DIGIT.search(text) is None or segment.target_lang not in tags():
        return
    yield from _times(text, segment.target_lang)
    yield from _dates(text, segment.target_lang)


def _times(text: str, lang: str) -> Iterator[Hit]:
    spoken = language(lang)
    clock_words = _clock_words().finditer(text) if any(word in text for word in _words()) else ()
    for match in clock_words:
        if match["word"] != spoken.clock_word:
            start = match.start("space") if ":" in match.group() else match.start()
            fix = "" if ":" in match.group() else None
            yield _hit(text, start, match.end(), fix)
    if "h" not in spoken.clock_marks:
        for match in _HOUR_H.finditer(text):
            yield _hit(text, *match.span(), re.sub(r"\s?h\s?", ":", match.group()))
    if "p.m." not in spoken.clock_marks:
        for match in _NOON.finditer(text):
            yield _hit(text, *match.span(), _in_24_hours(match.group()))


def _dates(text: str, lang: str) -> Iterator[Hit]:
    spoken = language(lang)
    dotted, turned, ordinal = _date_patterns(lang)
    if not spoken.ordinal_dot:
        for match in dotted.finditer(text):
            day = match["day"]
            yield _hit(text, *match.span("marked"), None if int(day) == 1 else day)
    if not spoken.month_first and (", 20" in text or ", 19" in text):
        for match in turned.finditer(text):
            yield _hit(text, *match.span(), None)
    for match in ordinal.finditer(text):
        ending = match["ending"]
        if ending in spoken.ordinal_endings:
            continue
        if match["month"] or _is_word(match["next"], lang, _endings()[ending]):
            yield _hit(text, *match.span("marked"), match["day"] if match["month"] and match["day"] != "1" else None)


@cache
def _clock_words() -> re.Pattern[str]:
    return re.compile(rf"{_TIME}(?P<space>[ \u00a0\u202f])(?P<word>{'|'.join(_words())})(?!\w)")


@cache
def _words() -> tuple[str, ...]:
    return tuple(word for tag in tags() if (word := language(tag).clock_word))


@cache
def _endings() -> dict[str, str]:
    """The ordinal endings, each with its language."""
    return {ending: tag for tag in tags() for ending in language(tag).ordinal_endings}


@cache
def _date_patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A day with a full stop before a month, a month before day and year, a day with another language's ordinal ending."""
    months = "|".join(map(re.escape, language(lang).months))
    endings = "|".join(sorted(_endings(), key=len, reverse=True))
    day = r"(?<=[\w,(] )(?P<marked>(?P<day>[0-3]?\d)"
    return (
        re.compile(rf"{day}\.)[ \u00a0]?(?:{months})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{months}) [0-3]?\d, (?:19|20)\d\d(?!\d)", re.IGNORECASE),
        re.compile(rf"{day}(?P<ending>{endings})) (?:(?P<month>(?i:{months})(?!\w))|(?P<next>[a-zà-ÿ]+))"),
    )


def _is_word(word: str, lang: str, other: str) -> bool:
    """Whether a word is the target's and less at home in the other language, so that the ordinal is in no foreign name."""
    return zipf(word, lang) >= max(_AT_HOME, zipf(word, other))


def _in_24_hours(time: str) -> str:
    hour, minute = re.findall(r"\d+", time + " 00")[:2]
    late = 12 if "p" in time.lower() else 0
    return f"{int(hour) % 12 + late}:{minute}"


def _hit(text: str, start: int, end: int, fix: str | None) -> Hit:
    return Hit(start, end, f"“{text[start:end].strip()}” is another language's way to write it", fix, 0.85)
