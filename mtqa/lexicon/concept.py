"""What a word means, as far as texts of two languages are told to belong together by it: common English translations.

`python -m mtqa.lexicon.build_concepts WORK models/lexicon` writes `concepts.<lang>.txt` from word alignments of human
translations (WORK is the folder of `mtqa.qe.align`): a line has a word in small letters and one or two English ones.
"""

from functools import cache

from mtqa.lexicon.table import folder

PIVOT = "en"
Concepts = tuple[str, ...]


def concepts(word: str, lang: str) -> Concepts:
    """The English words that a word (in small letters) is mostly translated as; () for what is not known.

    An English word stands for itself where some other language's table has it.
    """
    if lang == PIVOT:
        return (word,) if word in _pivots() else ()
    return _table(lang).get(word, ())


def speaks(lang: str) -> bool:
    """Whether there is a table for a language."""
    return lang == PIVOT or bool(_table(lang))


@cache
def _table(lang: str) -> dict[str, Concepts]:
    path = folder() / "lexicon" / f"concepts.{lang}.txt"
    if not path.is_file():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {word: tuple(found) for word, *found in rows}


@cache
def _pivots() -> frozenset[str]:
    langs = (path.name.split(".")[1] for path in (folder() / "lexicon").glob("concepts.*.txt"))
    return frozenset(one for lang in langs for found in _table(lang).values() for one in found)
