"""F307: two words written as one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mtqa.checks import check, example
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known
from mtqa.segment import Segment

_BOUNDARY = re.compile(r"[a-zà-öø-ÿß\d](?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿß])")
_FIRST = re.compile(r"(?<![\w@#/.&-])(?:[^\W\d_]+|\d+)$")
_SECOND = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿß]+(?![\w@/]|\.\w)")
LONGEST = 40  # code points of a word
SHORTEST = 4  # letters of a first half that starts with a capital, or that is unknown: shorter ones are names, "McLean"
FIRST_ZIPF = 2.5  # of such a first half: brands are rarer ("AudaPlus")
SECOND_ZIPF = 3.5  # how common the second half of a word in small letters is: "thegovernment"


@check(
    "F307",
    Category.SPELLING,
    Severity.MINOR,
    example("Der Hafen ist am ⟦EndeDie⟧ Bürger jubeln.", "de"),
    example("Das ⟦endeBoote⟧ im Hafen.", "de", fix="ende Boote"),
    example("La ville compte mille ⟦habitantsLes⟧ bateaux rentrent.", "fr"),
    example("The mayor leads ⟦thegovernment⟧ of the town.", "en", fix="the government"),
    example("Le port a ouvert en ⟦2018Depuis⟧, il attire.", "fr"),
    example("YouTube, LinkedIn, McDonald, iPhone, WhatsApp, PlayStation and LaTeX in LeBron's 20Minutes.", "en"),
    example("ProSieben und die MitarbeiterInnen desinteressiert am GitHub.", "de"),
    example("Lesbienne, lesport.fr, @monPort et #monPort, LaFerrari et BlaBlaCar.", "fr"),
)
def glued_words(segment: Segment) -> Iterator[Hit]:
    """Two words written as one: "endeBoote", "habitantsLes", "thegovernment", "2018Depuis".

    Headings, captions and bylines run into the text so when markup is taken away. Decided by a capital inside a word
    whose halves are both known, while the whole is in no dictionary and no frequency list, as brands are; where the
    first half starts with a capital or is unknown, the second must be a function word. In small letters the first half
    must be a definite article and the second a common word.
    Not seen: other words run together in small letters, which compounds and derivations look like.
    """
    text, lang = segment.target, segment.target_lang
    for boundary in _BOUNDARY.finditer(text):
        middle = boundary.end()
        first, second = _FIRST.search(text, max(0, middle - LONGEST), middle), _SECOND.match(text, middle)
        if first and second and _are_two(first.group(), second.group(), lang):
            is_safe = _is_one_sentence(second.group(), lang)
            yield _hit(first.start(), middle, second.end(), text, is_safe)
    for found in _article_pattern(language(lang).tag).finditer(text):
        start, middle, end = found.start(), found.start() + len(found.group(1)), found.end()
        if not text[start - 1 : start].isalnum() and _is_article_and_word(found.group(1), found.group(2), lang):
            yield _hit(start, middle, end, text, is_safe=True)


def _hit(start: int, middle: int, end: int, text: str, is_safe: bool) -> Hit:
    first, second = text[start:middle], text[middle:end]
    return Hit(start, end, f"{first} and {second} written as one", f"{first} {second}" if is_safe else None, 0.8)


@lru_cache(maxsize=4096)
def _are_two(first: str, second: str, lang: str) -> bool:
    facts = language(lang)
    small, is_function_word = second.lower(), second.lower() in facts.closed - facts.numerals
    if first.isdigit():
        return is_known(small, lang) if len(first) == 4 else is_function_word and len(first) > 1 and len(second) > 2
    if zipf(first + second, lang) > 0 or is_known(first + second, lang):
        return False
    if first[0].isupper() or not is_known(first, lang):
        is_sure = small in facts.articles.keys() - facts.indefinite or (len(second) > 2 and small not in facts.adverbs)
        is_sure = is_sure and is_function_word  # no adverb: "CanalPlus"
        return len(first) >= SHORTEST and first[1:].islower() and is_sure and zipf(first, lang) >= FIRST_ZIPF
    if len(first) < SHORTEST and first not in facts.closed:
        return False
    return is_known(small, lang) or is_known(second, lang)


def _is_one_sentence(second: str, lang: str) -> bool:
    """Whether a space mends it: where the second half starts a sentence, a full stop is missing too."""
    return language(lang).capital_nouns and second.lower() not in language(lang).closed


@cache
def _article_pattern(tag: str) -> re.Pattern[str]:
    """Definite articles of three letters and more, run into small letters; "des" is a prefix as well."""
    facts = language(tag)
    definite = facts.articles.keys() - facts.indefinite - facts.numerals - {"des"}
    names = "|".join(sorted(article for article in definite if len(article) > 2 and article.isalpha()))
    rest = r"([^\WA-ZÀ-Þ\d_]{4,30})(?![\w@/-]|\.\w)"
    return re.compile(rf"({names}){rest}") if names else re.compile("$a")


@lru_cache(maxsize=4096)
def _is_article_and_word(article: str, rest: str, lang: str) -> bool:
    whole = article + rest
    if zipf(whole, lang) > 0 or is_known(whole, lang):
        return False
    return zipf(rest, lang) >= SECOND_ZIPF and is_known(rest, lang)
