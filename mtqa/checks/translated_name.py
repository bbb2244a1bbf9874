"""A206: a name of the source that was translated as a word."""

from collections.abc import Iterator

from mtqa.bilingual.names import is_spelt_alike, is_translation, surnames
from mtqa.checks import example, source_check
from mtqa.finding import Category, Hit, Severity
from mtqa.segment import Segment
from mtqa.text import words


@source_check(
    "A206",
    Category.WRONG_NAME,
    Severity.MAJOR,
    example(
        "Monsieur ⟦Juge⟧ a ouvert la séance lundi.",
        "fr",
        source="Herr Richter eröffnete am Montag die Sitzung.",
        source_lang="de",
    ),
    example("Frau ⟦Wald⟧ verlor die Wahl.", "de", source="Mrs Forest lost the election.", source_lang="en"),
    example("M. Richter a ouvert la séance.", "fr", source="Herr Richter eröffnete die Sitzung.", source_lang="de"),
    example("Le juge a ouvert la séance.", "fr", source="Der Richter eröffnete die Sitzung.", source_lang="de"),
)
def translated_name(segment: Segment) -> Iterator[Hit]:
    """A surname of the source of which the target has the meaning, and not the name.

    "Richter" is a judge, "Forest" a wood: who reads the translation looks for somebody who does not exist. A surname is a
    word with a capital behind a form of address. Marked is the word that translates it, where no word of the target
    is spelt like it.
    Not seen: surnames whose meaning the tables of translations do not have (models/lexicon/concepts); names behind
    anything else; a name translated in another sentence.
    """
    lang, source_lang = segment.target_lang, segment.source_lang or "und"
    here = words(segment.target, lang)
    for name in surnames(segment.source or "", source_lang):
        if any(is_spelt_alike(name.text, source_lang, word.text, lang) for word in here):
            continue
        word = next((word for word in here if is_translation(name.text, source_lang, word.text, lang)), None)
        if word:
            told = f"“{word.text[:30]}” translates “{name.text[:30]}”, which is a name in the source"
            yield Hit(word.start, word.end, told, confidence=0.8)
