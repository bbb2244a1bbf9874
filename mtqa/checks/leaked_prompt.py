"""A105 leaked-prompt."""

import re
from collections.abc import Iterator
from functools import cache

from mtqa.checks import check, example
from mtqa.checks._prompt_speech import SPEECHES, Speech
from mtqa.finding import Category, Hit, Severity
from mtqa.quotes import marks, pair
from mtqa.segment import Segment

_WORDS = r"(?:[\w'’-]+\s+)"
_STOP = r"\s*(?::|[.!]?[)*\]]*\s*$)"
_INTACT = r"(?:bei|aus|zurück|d['’]origine|original\w*|inta[ck]\w*|unchanged|as is|terug)"
_START = r"[\s(*\[#>-]*(?:[^\W\d_][^!.?:,\n]{0,30}[!.,]\s+){0,2}?"  # "Sure! ", "Of course, "
_CHAT = re.compile(
    r"""^\s*(?:\#{2,3}\s?)(?:Instructions?|Input|Response|Output|System|Assistant|User|Human)\b\s?:?
      | ^\s*(?:Assistant|User)\s?:\s | </?think(?:ing)?> | \(?\bAI-generated translation\b\)?
    """,
    re.VERBOSE,
)


def _acts(said: Speech) -> tuple[str, ...]:
    """The acts as patterns, each of which opens a sentence."""
    thing = rf"(?:{said.article})\s*{_WORDS}{{0,3}}?(?:{said.text})"
    language = rf"(?:\s+(?:{said.into})\s*{_WORDS}{{0,1}}[\w-]+)"
    return (
        rf"(?:{said.here_is})\s+(?:{said.article})\s*{_WORDS}{{0,3}}?(?:{said.translation}){language}{{0,2}}"
        rf"(?:\s+(?:{said.of})\s*{_WORDS}{{0,3}}?(?:{said.text}))?(?:\s+(?:{said.following}))?{language}{{0,2}}{_STOP}",
        rf"(?:{said.please})?(?:{said.translate})\s+{thing}(?:\s+(?:{said.following}))?{language}{{0,2}}{_STOP}",
        rf"(?:{said.as_an})\s*(?:{said.model})\b[^.!?\n]{{0,40}}\b(?:{said.first_person})(?!\w)",
        rf"(?:{said.you_are})\s+(?=[^.!?\n]*\b(?:{said.skilled})\b)[^.!?\n]*\b(?:{said.agent})\b[^!?\n]*$",
        rf"(?:{said.sorry}),?\s+(?:[^\W\d_]+\s+)?(?:{said.cannot})\b[^.!?\n]*\b(?:{said.wish})\b",
        rf"(?:{said.note})\s?:\s?\**\s?(?:{said.i_have})\b[^.!?\n]*\b(?:{said.kept})\b",
        rf"(?:{said.please})?(?:{said.let_me_know})\b[^.!?\n]*\b(?:{said.change})\b",
        rf"(?:{said.please})?(?:{said.provide})\s+{thing}\b[^.!?\n]*\b(?:{said.wish})\b",
        rf"(?:{said.please})?(?:{said.instruct})\b[^.!?\n]*\b(?:{said.form})\b(?:\s+{_INTACT})?{_STOP}",
        rf"(?:{said.label})\s?:",
        rf"(?:{said.translate}){language}\s?:$",
        rf"(?:{said.given})\b",
        rf"(?:{said.promise})\b",
    )


@cache
def _pattern(said: Speech) -> re.Pattern[str]:
    return re.compile(rf"{_START}(?:{'|'.join(_acts(said))})", re.IGNORECASE)


@cache
def _openers() -> dict[str, tuple[Speech, ...]]:
    """By first word: the languages in which an act starts with it."""
    words = {word for said in SPEECHES for word in said.openers}
    return {word: tuple(said for said in SPEECHES if word in said.openers) for word in words}


@cache
def _slots() -> re.Pattern[str]:
    return re.compile(rf"\[(?:{'|'.join(said.slot for said in SPEECHES)})\]", re.IGNORECASE)


@check(
    "A105",
    Category.NON_TRANSLATION,
    Severity.CRITICAL,
    example("⟦Here is the translation of the article in French:⟧ Le port rouvre lundi.", "fr"),
    example("⟦Translate the following text into German:⟧", "de"),
    example("⟦Als KI-Sprachmodell kann ich keine Meinung äußern.⟧", "de"),
    example("⟦Note : j'ai conservé les noms propres dans la langue d'origine.⟧", "fr"),
    example("⟦You are a professional translator who works for a newspaper.⟧", "en"),
    example("⟦Lo siento, pero no puedo traducir este texto.⟧", "es"),
    example("⟦Laat het me weten als ik de vertaling moet aanpassen.⟧", "nl"),
    example("⟦Mantenha a formatação original e os tags.⟧", "pt"),
    example("Der Sprecher heißt ⟦[Ihr Name]⟧ und lebt in Kiel.", "de"),
    example("⟦Ecco la traduzione del testo in italiano:⟧ Il porto riapre.", "it"),
    example("Voici la traduction du discours que le président a tenu lundi.", "fr"),
    example("Der Chatbot antwortete: „Als KI-Sprachmodell kann ich das nicht sagen.“", "de"),
    example("Translators fear that language models will replace them; the publisher sees it otherwise.", "en"),
    example("Vous êtes traductrice et poète, comment conciliez-vous les deux ?", "fr"),
    example("La subida de tipos se traduce en menos crédito para las familias.", "es"),
)
def leaked_prompt(segment: Segment) -> Iterator[Hit]:
    """An order to a language model, or its answer, stands in the article: "Here is the translation:", "As an AI ...".

    Nothing tells a reader more plainly that nobody read the text before it was published. Decided by the act of speech
    together with what it is about, in seven languages and in whatever language the article is: presenting a
    translation, ordering one, speaking as a model, refusing, noting what was kept, offering changes, laying down the
    form, slots such as "[your name]". Inside quotation marks all of that is news about language models, and stays silent.
    Not seen: prompts about other tasks, a bare "Sure!".
    """
    text = segment.target
    for said in _candidates(text):
        match = _pattern(said).match(text)
        if match and not _is_quoted(segment, match.end() - 1):
            yield _hit(text, match)
            return
    if "[" in text:
        for slot in _slots().finditer(text):
            yield Hit(
                slot.start(), slot.end(), f"“{slot.group()[:40]}” is a slot that was never filled", confidence=0.9
            )
    if "#" in text or ": " in text or "think" in text or "AI-g" in text:
        for match in _CHAT.finditer(text):
            yield _hit(text, match)


def _candidates(text: str) -> Iterator[Speech]:
    """The languages one of whose acts this sentence could be."""
    first = text.lstrip(" (*[#>-").partition(" ")[0].rstrip(",:*").lower()
    yield from _openers().get(first, ())
    for said in SPEECHES:
        for trigger in said.triggers:
            if trigger in text:
                yield said
                break


def _hit(text: str, match: re.Match[str]) -> Hit:
    """Up to the colon that presents something, else the whole sentence from where the act begins."""
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    end = match.end() if match.group().endswith(":") else len(text.rstrip())
    return Hit(start, end, "this is said to or by a language model, not to the reader", "", 0.95)


def _is_quoted(segment: Segment, at: int) -> bool:
    """Whether a quotation is open at this offset."""
    before = tuple(mark for mark in marks(segment.target, segment.target_lang) if mark.at < at)
    return bool(pair(before).unclosed)
