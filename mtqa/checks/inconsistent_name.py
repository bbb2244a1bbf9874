"""D106: one name written in several ways."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from mtqa.bilingual.spelling import bare, skeleton, spelling_key
from mtqa.checks import document_check, example
from mtqa.checks._names import Name, is_common, is_in_token, names
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language
from mtqa.lexicon.compound import compound
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.place import exonym, place
from mtqa.segment import Document
from mtqa.text import words

PIVOT = "en"  # what a system may have translated through; other names come from the source
SLIP_FROM = 8  # letters from which one edit inside a rare name is a slip
SLIP = 0.2  # edits per letter in a long name
MAJORITY = 3  # times as often as another: the article's own spelling, however rare elsewhere
RARE = 2.5  # zipf from which a word is too well known to be the misspelling of another


@document_check(
    "D106",
    Category.INCONSISTENT,
    Severity.MINOR,
    example(
        "Der ukrainische Präsident Selenskyj sprach am Abend. Nach Angaben von Selenskyj gab es Tote. "
        "Das Büro von ⟦Zelensky⟧ bestätigte die Zahl.",
        "de",
        fix="Selenskyj",
    ),
    example(
        "Le président Loukachenko a reçu la délégation. Pour Loukachenko, rien ne presse. "
        "Les opposants de ⟦Lukaschenko⟧ manifestent.",
        "fr",
        fix="Loukachenko",
    ),
    example(
        "Le train de Varsovie a du retard. Entre Varsovie et la frontière, tout va bien, mais à ⟦varsovie⟧ il neige.",
        "fr",
        fix="Varsovie",
    ),
    example("Der Zug nach Mailand fällt aus. In ⟦Milano⟧ streikt das Personal.", "de", source_lang="it", fix="Mailand"),
    example("Der Film von Anna Petrow läuft. Die Schwester Eva Petrowa spielt mit. Petrows Freunde lachen.", "de"),
    example("The lawyer Karen Meyer spoke first. The judge, Thomas Meier, listened to Karen Meyer.", "en"),
)
def inconsistent_name(document: Document) -> Iterator[Hit]:
    """One person or place is spelled in several ways in one article.

    A decoder transliterates a name anew in each sentence, or leaves it as the source has it; readers take Selenskyj and
    Zelensky for two people, and searching finds half of them. Names are capitalised words of five letters and more that
    the language does not use as common words. Two are one when they sound alike in the transliterations of German,
    French, English and Spanish, when they differ in case alone, or when they are long, rare and a letter or two apart
    inside; not when other first names or surnames stand beside them. Marked is the
    spelling that the language does not know, else the rarer one, else the later one.

    Not seen: names that differ at the end (they may be inflected), short names, spellings further apart.
    """
    lang = document.target_lang or "und"
    if language(lang).tier == "other":
        return
    found = names(document, lang)
    told: set[str] = set()
    for group in _alike(found.values(), skeleton, lang):
        for same in _alike(group, spelling_key, lang):
            yield from _variants(same, lang, told)
    yield from _slips((n for n in found.values() if n.text not in told), lang)
    yield from _exonyms(found, lang, document.source_lang)
    yield from _small(document, found, lang)


def _alike(found: Iterable[Name], key: Callable[[str], object], lang: str) -> Iterator[list[Name]]:
    """Two names and more of one key; common words of the language are no names."""
    groups: dict[object, list[Name]] = defaultdict(list)
    for name in found:
        groups[key(name.text)].append(name)
    for group in groups.values():
        if len(group) > 1:
            proper = [name for name in group if not is_common(name.text, lang)]
            if len(proper) > 1:
                yield proper


def _variants(group: list[Name], lang: str, told: set[str]) -> Iterator[Hit]:
    """Hits on the other spellings of a name that sound like the main one; `told` takes their texts."""
    main, *others = _by_standing(group, lang)
    for name in others:
        told.add(name.text)
        if bare(name.text) != bare(main.text) and (name.is_inside or main.is_inside) and _may_be_one(main, name, lang):
            yield from _hits(name, main, lang)


def _slips(found: Iterable[Name], lang: str) -> Iterator[Hit]:
    """Hits on long, rare names that are a letter or two away from another, inside the word."""
    long = [name for name in found if len(name.text) >= SLIP_FROM]
    for group in _alike(long, lambda name: (name[:3].casefold(), name[-3:].casefold()), lang):
        rare = [n for n in group if zipf(n.text, lang) < RARE and not compound(n.text, lang)]
        alike = _by_standing(rare, lang)
        for i, name in enumerate(alike):
            main = next((m for m in alike[:i] if _is_slip(m.text, name.text) and _may_be_one(m, name, lang)), None)
            if main is not None:
                yield from _hits(name, main, lang, 0.75)


def _is_slip(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    most = max(1, int(SLIP * max(len(one), len(other))))
    return bare(one) != bare(other) and Levenshtein.distance(one, other, score_cutoff=most) <= most


def _by_standing(group: list[Name], lang: str) -> list[Name]:
    """The spellings, the right one first: a known place, by far the most frequent, a known word, frequent, the first.

    One occurrence more says little: an article names a place right in its dateline and wrong twice after.
    """
    most = max((len(name.places) for name in group), default=0)

    def standing(name: Name) -> tuple[bool, bool, int, bool, int]:
        count = len(name.places)
        known = -int(zipf(name.text, lang))
        return place(name.text, lang) is None, count * MAJORITY <= most, known, count < most - 1, name.places[0][0]

    return sorted(group, key=standing)


def _may_be_one(one: Name, other: Name, lang: str) -> bool:
    """Whether the words beside two names leave it open that they are one: no other first name, no other surname.

    What starts a longer name may be spelled as that name is: the Katane Palace Hotel in Catane.
    """
    before, after = (one.before(), other.before()), (one.after(), other.after())
    if after[1] and not after[0] and not before[1]:
        return False
    if place(one.text, lang) and (before[1] or after[1]):
        return False
    return not any(a and b and not a & b for a, b in (before, after))


def _hits(name: Name, main: Name, lang: str, confidence: float = 0.85) -> Iterator[Hit]:
    sure = len(main.places) > len(name.places) or (bool(place(main.text, lang)) and not place(name.text, lang))
    for start, end in name.places:
        message = f"'{name.text}' here, '{main.text}' elsewhere"
        yield Hit(start, end, message, suggestion=main.text if sure else None, confidence=confidence)


def _exonyms(found: dict[str, Name], lang: str, source_lang: str | None) -> Iterator[Hit]:
    """Hits on places called by their names in two languages: the one that is not the target's."""
    own = {called: name for name in found.values() if (called := place(name.text, lang))}
    others = {source_lang or PIVOT, PIVOT} - {lang}
    for name in found.values() if own else ():
        main = next((m for other in others if (m := _called(name, other, own, lang))), None)
        if main is None or is_common(name.text, lang) or name.before() or name.after() or name.is_in_foreign_name():
            continue
        for start, end in name.places:
            message = f"'{name.text}' here, '{main.text}' elsewhere: one place in two languages"
            yield Hit(start, end, message, suggestion=main.text, confidence=0.9, severity=Severity.MAJOR)


def _called(name: Name, other: str, own: dict[str, Name], lang: str) -> Name | None:
    """What the article calls elsewhere, in its language, the place that this is in another; not for mere accents."""
    main = own.get(place(name.text, other) or "")
    if main is None or exonym(name.text, other, lang) != main.text:
        return None
    return main if spelling_key(main.text) != spelling_key(name.text) else None


def _small(document: Document, found: dict[str, Name], lang: str) -> Iterator[Hit]:
    """Hits on places written small here and with a capital elsewhere inside a sentence.

    Products, adjectives and common words that are part of a name have two spellings in good prose.
    """
    places = (n for n in found.values() if place(n.text, lang) and n.is_inside and not is_common(n.text, lang))
    by_small = {name.text.lower(): name for name in places}
    for sentence in document.segments if by_small else ():
        if sentence.field != "text" or not any(small in sentence.target for small in by_small):
            continue
        for word in words(sentence.target, lang):
            main = by_small.get(word.text)
            if main is not None and word.start and not is_in_token(sentence.target, word.start, word.end):
                start = sentence.start + word.start
                message = f"'{word.text}' here, '{main.text}' elsewhere"
                yield Hit(start, start + len(word.text), message, suggestion=main.text, confidence=0.85)
