"""D106: one name written in several ways."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from mtqa.checks import document_check, example
from mtqa.checks._article import passages
from mtqa.finding import Category, Hit, Severity
from mtqa.languages import language, tags
from mtqa.lexicon.compound import compound
from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.lemma import is_known
from mtqa.lexicon.place import exonym, place
from mtqa.lexicon.table import languages
from mtqa.segment import Document, Kind
from mtqa.text import Word, is_capitalised, words

SHORTEST = 5  # letters: shorter names are too close to each other
SLIP_FROM = 8  # letters from which one edit inside a rare name is a slip
SLIP = 0.2  # edits per letter in a long name
MAJORITY = 3  # times as often as another: the article's own spelling, however rare elsewhere
RARE = 2.5  # zipf from which a word is too well known to be the misspelling of another
JOINTS = re.compile(r"[^-‐‑]+")
WHOLE = re.compile(r".+", re.DOTALL)
GENITIVE = re.compile("['’ʼ]s?$")

# What one sound of Russian, Ukrainian, Korean or Arabic becomes in the spellings of German, French, English, Spanish.
_SOUNDS = (
    (re.compile("((?:ou|tch|kh).*in)e$"), r"\1"),  # "Poutine"; but "Martin" and "Martine" are two people
    (re.compile("tsch|tch|tsh|sch|sh|ch|cz|sz"), "S"),
    (re.compile("ou"), "u"),
    (re.compile("ph"), "f"),
    (re.compile("kh|ck|q|c"), "k"),
    (re.compile("zh|z"), "s"),
    (re.compile("w"), "v"),
    (re.compile("[jyi]+e?(?=$)|[jyi]+"), "i"),
    (re.compile("(?<=[a-zS]{3})(?:ev|off|ov)$"), "ov"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def bare(name: str) -> str:
    """A name without case, accents, ligatures and hyphens: what newspapers differ in, not what readers trip over."""
    plain = unicodedata.normalize("NFD", name.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in plain if c.isalnum())


@lru_cache(maxsize=16384)
def spelling_key(name: str) -> str:
    """What stays of a name in every transliteration: "Selenskyj", "Zelensky" and "Zelenskiy" have one key."""
    key = bare(name)
    for sound, letter in _SOUNDS:
        key = sound.sub(letter, key)
    return key


@dataclass(slots=True)
class _Name:
    """One spelling, where it stands, and the capitalised words before and after it."""

    text: str
    places: list[tuple[int, int]] = field(default_factory=list)
    inside: int = 0  # occurrences that do not start a sentence
    foreign: bool = False  # it stands after a small word that is not the language's: "Bank of Ireland" in German
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)


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
    inside; not when other first names or surnames stand beside them. Marked is
    the spelling that the language does not know, else the rarer one, else the later one.

    Not seen: names that differ at the end (they may be inflected), short names, spellings further apart.
    """
    lang = document.target_lang or "und"
    if language(lang).tier == "other":
        return
    names = _names(document, lang)
    groups: dict[str, list[_Name]] = defaultdict(list)
    for name in names.values():
        groups[spelling_key(name.text)].append(name)
    for group in groups.values():
        if len(group) > 1:
            yield from _variants(group, lang)
    yield from _slips([max(g, key=lambda n: len(n.places)) for g in groups.values()], lang)
    yield from _exonyms(names, lang, document.source_lang)
    yield from _small(document, names, lang)


def _names(document: Document, lang: str) -> dict[str, _Name]:
    """The capitalised words of the prose that are no common words, by spelling."""
    found: dict[str, _Name] = {}
    for passage in passages(document):
        if passage.kind is Kind.FURNITURE or passage.text.isupper():
            continue
        for sentence in passage.sentences:
            text = sentence.target
            spoken = words(text, lang)
            for n, word in enumerate(spoken):
                if len(word.text) < SHORTEST or not word.text[0].isupper() or _is_common(word.text, lang):
                    continue
                if not _is_in_token(text, word.start, word.end):
                    for at, part in _parts(word.text, lang):
                        name = found.setdefault(part, _Name(part))
                        start = sentence.start + word.start + at
                        name.places.append((start, start + len(part)))
                        name.inside += n > 0
                        _note_neighbours(name, text, spoken, n, lang)
    return found


@lru_cache(maxsize=16384)
def _parts(word: str, lang: str) -> tuple[tuple[int, str], ...]:
    """The names in a word, with their places: without a genitive's "'s", and both of "Selenskyj-Kritiker" in German."""
    joints = JOINTS if language(lang).capital_nouns else WHOLE
    parts = ((joint.start(), GENITIVE.sub("", joint.group())) for joint in joints.finditer(word))
    return tuple((at, p) for at, p in parts if len(p) >= SHORTEST and is_capitalised(p) and not _is_common(p, lang))


def _note_neighbours(name: _Name, text: str, spoken: tuple[Word, ...], n: int, lang: str) -> None:
    """Remember the capitalised words right before and after, but for a common word that starts the sentence."""
    if n and text[spoken[n - 1].end : spoken[n].start] == " " and spoken[n - 1].text[0].islower():
        name.foreign = name.foreign or _is_foreign(spoken[n - 1].text, lang)
    telling = n > 1 or (n == 1 and not _is_common(spoken[0].text, lang))
    if telling and spoken[n - 1].text[0].isupper() and text[spoken[n - 1].end : spoken[n].start] == " ":
        name.before.add(spoken[n - 1].text)
    if n + 1 < len(spoken) and spoken[n + 1].text[0].isupper() and text[spoken[n].end : spoken[n + 1].start] == " ":
        name.after.add(spoken[n + 1].text)


@lru_cache(maxsize=4096)
def _is_foreign(small: str, lang: str) -> bool:
    """Whether a word is another language's closed-class word and not this one's."""
    return small not in language(lang).closed and any(small in language(tag).closed for tag in tags())


def _is_in_token(text: str, start: int, end: int) -> bool:
    """Whether the word is part of an address, a tag or a link."""
    return text[start - 1 : start] in {"@", "#", "/", "_", "."} or (text[end : end + 1] in {"@", "/", "_"})


@lru_cache(maxsize=65536)
def _is_common(word: str, lang: str) -> bool:
    """Whether the language uses a word other than as a name."""
    if is_known(word.lower(), lang):
        return True
    return language(lang).capital_nouns and is_known(word, lang) and not place(word, lang)


def _may_be_one(one: _Name, other: _Name, lang: str) -> bool:
    """Whether the words beside two names leave it open that they are one: no other first name, no other surname.

    What starts a longer name may be spelled as that name is: the Katane Palace Hotel in Catane.
    """
    if (place(one.text, lang) and (other.before or other.after)) or (
        other.after and not one.after and not other.before
    ):
        return False
    apart_before = one.before and other.before and not one.before & other.before
    apart_after = one.after and other.after and not one.after & other.after
    return not apart_before and not apart_after


def _variants(group: list[_Name], lang: str) -> Iterator[Hit]:
    """Hits on the other spellings of a name that sound like the main one."""
    main, *others = _by_standing(group, lang)
    for name in others:
        if bare(name.text) != bare(main.text) and (name.inside or main.inside) and _may_be_one(main, name, lang):
            yield from _hits(name, main, lang)


def _by_standing(group: list[_Name], lang: str) -> list[_Name]:
    """The spellings, the right one first: a known place, by far the most frequent, a known word, frequent, the first.

    One occurrence more says little: an article names a place right in its dateline and wrong twice after.
    """
    most = max(len(name.places) for name in group)

    def standing(name: _Name) -> tuple[bool, bool, int, bool, int]:
        count = len(name.places)
        known = -int(zipf(name.text, lang))
        return place(name.text, lang) is None, count * MAJORITY <= most, known, count < most - 1, name.places[0][0]

    return sorted(group, key=standing)


def _hits(name: _Name, main: _Name, lang: str, confidence: float = 0.85) -> Iterator[Hit]:
    sure = len(main.places) > len(name.places) or (bool(place(main.text, lang)) and not place(name.text, lang))
    for start, end in name.places:
        message = f"'{name.text}' here, '{main.text}' elsewhere"
        yield Hit(start, end, message, suggestion=main.text if sure else None, confidence=confidence)


def _slips(names: list[_Name], lang: str) -> Iterator[Hit]:
    """Hits on long, rare names that are a letter or two away from another, inside the word."""
    by_edge: dict[tuple[str, str], list[_Name]] = defaultdict(list)
    for name in names:
        if len(name.text) >= SLIP_FROM:
            by_edge[name.text[:3].casefold(), name.text[-3:].casefold()].append(name)
    for alike in by_edge.values():
        if len(alike) > 1:
            alike = [n for n in alike if zipf(n.text, lang) < RARE and not compound(n.text, lang)]
        if len(alike) < 2:
            continue
        from rapidfuzz.distance import Levenshtein

        alike = _by_standing(alike, lang)
        for i, name in enumerate(alike):
            for main in alike[:i]:
                most = max(1, int(SLIP * max(len(name.text), len(main.text))))
                if Levenshtein.distance(main.text, name.text, score_cutoff=most) <= most and _may_be_one(
                    main, name, lang
                ):
                    yield from _hits(name, main, lang, 0.75)
                    break


def _exonyms(names: dict[str, _Name], lang: str, source_lang: str | None) -> Iterator[Hit]:
    """Hits on places called by their names in two languages: the one that is not the target's."""
    own = {found: name for name in names.values() if (found := place(name.text, lang))}
    others = tuple(filter(None, (source_lang, "en"))) if source_lang else languages()
    for name in names.values() if own else ():
        if name.before or name.after or name.foreign or place(name.text, lang):
            continue
        for other in others:
            main = own.get(place(name.text, other) or "") if other != lang else None
            if main is None or bare(main.text) == bare(name.text) or spelling_key(main.text) == spelling_key(name.text):
                continue
            if exonym(name.text, other, lang) == main.text:
                for start, end in name.places:
                    message = f"'{name.text}' here, '{main.text}' elsewhere: one place in two languages"
                    yield Hit(start, end, message, suggestion=main.text, confidence=0.9, severity=Severity.MAJOR)
                break


def _small(document: Document, names: dict[str, _Name], lang: str) -> Iterator[Hit]:
    """Hits on places written small here and with a capital elsewhere inside a sentence.

    Products, adjectives and common words that are part of a name have two spellings in good prose.
    """
    by_small = {n.text.lower(): n for n in names.values() if n.inside and place(n.text, lang)}
    for sentence in document.segments if by_small else ():
        if sentence.field != "text":
            continue
        for word in words(sentence.target, lang):
            main = by_small.get(word.text)
            if main is not None and word.start and not _is_in_token(sentence.target, word.start, word.end):
                start = sentence.start + word.start
                message = f"'{word.text}' here, '{main.text}' elsewhere"
                yield Hit(start, start + len(word.text), message, suggestion=main.text, confidence=0.85)
