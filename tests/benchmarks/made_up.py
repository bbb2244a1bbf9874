"""Made-up news for the benchmarks: sentences of about 25 words, composed from word lists of our own by a seed.

Towns, surnames and German compounds are put together from parts, and half of the sentences list words drawn from the
shipped lexicon, so that new words keep coming as they do in real news (of 24,000 words of WMT21's human news, 4,700 to
6,700 are different): `distinct` counts them.
"""

import random
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import marisa_trie

from mtqa.lexicon.frequency import zipf
from mtqa.lexicon.table import CAPITAL, SMALL, entry, folder
from mtqa.segment import Document
from mtqa.text import words

LANGS = ("fr", "de", "en", "es")
PER_DOCUMENT = 20
FEWEST, MOST = 22, 28  # words of a sentence
LISTING = 0.5  # share of sentences that end in a list of words
LISTED = 1.5  # Zipf frequency from which a word of the lexicon may be listed
VOWELS = "aeiouhéèêâîô"
SURNAME_ENDS = {
    "fr": "eau ier ard in ot el ert ault on ain",
    "de": "mann er ke ner hardt ing sen lein ert ler",
    "en": "son man ley er well ard by wood ing ster",
    "es": "ez ero ano illo ón ales ardo eda arín osa",
}
Gender = str  # m, f or n


@cache
def lists(lang: str) -> dict[str, Any]:
    """The word lists of a language: strings of words as lists."""
    told = tomllib.loads((Path(__file__).parent / "words" / f"{lang}.toml").read_text(encoding="utf-8"))
    return {name: value.split() if isinstance(value, str) else value for name, value in told.items()}


def documents(lang: str, sentences: int, seed: int = 1, per_document: int = PER_DOCUMENT) -> list[Document]:
    """Made-up news of so many sentences, twenty to a document."""
    stream = news(lang, seed)
    texts = [next(stream) for _ in range(sentences)]
    return [
        Document(f"{lang}.{at}", "made-up", " ".join(texts[at : at + per_document]), target_lang=lang)
        for at in range(0, sentences, per_document)
    ]


def distinct(made: list[Document]) -> tuple[int, int]:
    """How many words there are, and how many different ones in their languages."""
    found = [(word.text.lower(), d.target_lang) for d in made for word in words(d.text, d.target_lang or "und")]
    return len(found), len(set(found))


def news(lang: str, seed: int = 1) -> Iterator[str]:
    """Sentences without end, each of FEWEST to MOST words."""
    draw = random.Random(f"{lang} {seed}")
    while True:
        text = sentence(lang, draw)
        if FEWEST <= text.count(" ") + 1 <= MOST:
            yield text


def sentence(lang: str, draw: random.Random) -> str:
    """One sentence: when or where, who did what, and a clause."""
    of = lists(lang)
    closings = of["listing" if draw.random() < LISTING else "closing"]
    opening, closing = filled(draw.choice(of["opening"]), lang, draw), filled(draw.choice(closings), lang, draw)
    agent, verb, thing = agents(lang, draw), draw.choice(of["verbs"]), things(lang, draw)
    if lang == "de":
        return f"{opening} hat {agent} {thing} {verb}, {closing}."
    comma = "" if lang == "es" and opening.startswith("El ") else ","
    has = {"fr": "a", "es": "ha", "en": "has"}[lang]
    return f"{opening}{comma} {agent} {has} {verb} {thing}, {closing}."


def filled(pattern: str, lang: str, draw: random.Random) -> str:
    """A pattern with its slots filled, each anew."""
    made = {
        "{who}": lambda: person(lang, draw),
        "{town}": lambda: town(lang, draw),
        "{n}": lambda: str(draw.randint(2, 990)),
        "{y}": lambda: str(draw.randint(1970, 2025)),
        "{a}": lambda: agents(lang, draw),
        "{m}": lambda: things(lang, draw, "m"),
        "{f}": lambda: things(lang, draw, "m" if lang == "en" else "f"),
        "{v}": lambda: str(draw.choice(lists(lang)["verbs"])),
        "{w}": lambda: any_word(lang, draw),
    }
    for slot, make in made.items():
        while slot in pattern:
            pattern = pattern.replace(slot, make(), 1)
    return pattern


def town(lang: str, draw: random.Random) -> str:
    """A place that does not exist."""
    of = lists(lang)
    middle = draw.choice(of["town_middles"]) if draw.random() < 0.6 else ""
    return str(draw.choice(of["town_starts"]) + middle + draw.choice(of["town_ends"]))


@cache
def keys(lang: str) -> list[str]:
    """The keys of a language's table."""
    return marisa_trie.Trie().mmap(str(folder() / "lexicon" / f"{lang}.trie")).keys()  # type: ignore[no-any-return]


def any_word(lang: str, draw: random.Random) -> str:
    """A word that the lexicon has, with the capital that it has there."""
    while True:
        word = draw.choice(keys(lang))
        flags = entry(word, lang).flags & (SMALL | CAPITAL)
        if word.isalpha() and flags and zipf(word, lang) >= LISTED:
            return word.capitalize() if flags == CAPITAL else word


def person(lang: str, draw: random.Random) -> str:
    """A first name and a made-up surname."""
    of = lists(lang)
    start = draw.choice(of["town_starts"]).rpartition("-")[2].rstrip("eéaiouE")
    middle = draw.choice("bcdfglmnprtv") + draw.choice("aeiou") + draw.choice("lnrts")
    return f"{draw.choice(of['first'])} {start}{middle}{draw.choice(SURNAME_ENDS[lang].split())}"


def agents(lang: str, draw: random.Random) -> str:
    """Someone who acts, with the article of a subject."""
    of = lists(lang)
    gender = "m" if lang == "en" else draw.choice("mf")
    noun = str(draw.choice(of[f"agents_{gender}"]))
    if lang == "de":
        return f"{'der' if gender == 'm' else 'die'} {noun}"
    return noun_phrase(noun, gender, lang)


def things(lang: str, draw: random.Random, gender: Gender | None = None) -> str:
    """A thing that something is done to, with its article and an adjective; German nouns are often compounds."""
    of = lists(lang)
    if lang == "de":
        return german_things(draw, gender)
    chosen: Gender = gender or ("m" if lang == "en" else draw.choice("mf"))
    noun = str(draw.choice(of[f"things_{chosen}"]))
    if lang == "en":
        return f"the {draw.choice(of['adjectives'])} {noun}"
    which = 0 if chosen == "m" else 1
    if draw.random() < 0.25 and not (lang == "fr" and noun[0] in VOWELS):
        return noun_phrase(f"{draw.choice(of['adjectives']).split('/')[which]} {noun}", chosen, lang)
    return noun_phrase(f"{noun} {draw.choice(of['after']).split('/')[which]}", chosen, lang)


def german_things(draw: random.Random, gender: Gender | None) -> str:
    """The same in the German accusative."""
    of = lists("de")
    chosen: Gender = gender or draw.choice("mfn")
    article, ending = {"m": ("den", "en"), "f": ("die", "e"), "n": ("das", "e")}[chosen]
    if draw.random() < 0.6:
        noun = draw.choice(of["compound_starts"]) + draw.choice(of[f"compound_{chosen}"])
    else:
        noun = draw.choice(of[f"things_{chosen}"])
    return f"{article} {draw.choice(of['adjectives'])}{ending} {noun}"


def noun_phrase(noun: str, gender: Gender, lang: str) -> str:
    """A noun with its definite article."""
    if lang == "fr" and noun[0] in VOWELS:
        return f"l'{noun}"
    articles = {"fr": {"m": "le", "f": "la"}, "es": {"m": "el", "f": "la"}, "en": {"m": "the"}}
    return f"{articles[lang][gender]} {noun}"
