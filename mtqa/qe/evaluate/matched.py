"""Broken passages against human-written ones of the same length, language and source language.

A few clean passages cannot choose between models; some 2,500 runs of consecutive sentences of human news can.
"""

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from mtqa.errors import InputError
from mtqa.qe import metrics
from mtqa.qe.corpora import Passage, gold, human_news
from mtqa.qe.evaluate.curve import curve
from mtqa.qe.evaluate.readings import Reading, read
from mtqa.review import Settings
from mtqa.segment import Document
from mtqa.sentences import split
from mtqa.text import words

PER_PASSAGE = 33  # human passages to a broken one: some 2,500 for 75
TRIES = 60
NEAR = 0.1  # of the wanted number of words
Place = tuple[str, int, int]  # text, start and end of a sentence
SCORES: dict[str, Callable[[Reading], float]] = {
    "shown": lambda reading: -reading.review.score,
    "tagger_raw": Reading.raw,
    "tagger_peak": Reading.peak,
    "rules_and_raw": Reading.together,
}


def evaluate_matched(
    file: Path, data: Path, settings: Settings, seed: int = 1, per: int = PER_PASSAGE
) -> dict[str, Any]:
    """AUC of broken passages against human ones by several scores, and recall at 1, 2, 4 and 7 false alarms.

    Thresholds are set on the even part of human news; human passages and the false alarms told are of the odd part.
    """
    passages = gold(file)
    broken = [p for p in passages if p.errors]
    if not broken:
        raise InputError(f"{file}: no passage with errors to tell from human news")
    human = list(read(human_passages(data, broken, seed, per), settings))
    if not human:
        raise InputError(f"{data}: no human news in the languages of {file}")
    judged = list(read((p.document for p in broken), settings))
    return {
        "seed": seed,
        "broken": len(judged),
        "human": len(human),
        "words_of_a_broken_passage": sum(r.review.words for r in judged) / len(judged),
        "words_of_a_human_passage": sum(r.review.words for r in human) / len(human),
        "auc": {name: aucs(human, judged, score) for name, score in SCORES.items()},
        **curve(broken, judged, data, settings, seed),
    }


def aucs(human: Sequence[Reading], broken: Sequence[Reading], score: Callable[[Reading], float]) -> dict[str, Any]:
    """AUC over all, its 95 % interval by broken passage, and by language."""
    won = metrics.wins([-score(r) for r in human], [-score(r) for r in broken])
    interval = metrics.bootstrap(won, lambda some: sum(some) / len(some))
    langs = sorted({lang_of(r) for r in broken})
    by = {
        lang: metrics.auc(
            [-score(r) for r in human if lang_of(r) == lang], [-score(r) for r in broken if lang_of(r) == lang]
        )
        for lang in langs
    }
    return {"all": sum(won) / len(won), "interval": interval, **by}


def lang_of(reading: Reading) -> str:
    """The target language."""
    return reading.review.document.target_lang or "und"


def human_passages(data: Path, broken: Sequence[Passage], seed: int, per: int) -> list[Document]:
    """For each broken passage `per` runs of whole sentences of human news (odd part) with about as many words.

    They are told to be translated from the passage's source language, so that nothing but the text tells them apart.
    """
    draw = random.Random(seed)
    pools: dict[str, list[list[tuple[Place, int]]]] = {}
    found = []
    for passage in broken:
        document = passage.document
        lang = document.target_lang or "und"
        pool = pools.setdefault(lang, pools.get(lang) or pool_of(data, lang))
        size = len(words(document.text, lang))
        for number in range(per if pool else 0):
            text = run_of(pool, size, draw)
            name = f"human.{document.id}.{number}"
            found.append(Document(name, name, text, target_lang=lang, source_lang=document.source_lang))
    return found


def pool_of(data: Path, lang: str) -> list[list[tuple[Place, int]]]:
    """The sentences of each document of human news, with their numbers of words."""
    return [
        [((d.text, s.start, s.end), len(words(s.target, lang))) for s in split(d).segments]
        for d in human_news(data, lang, "odd")
    ]


def run_of(pool: Sequence[Sequence[tuple[Place, int]]], size: int, draw: random.Random) -> str:
    """Consecutive sentences of `size` words, or, after some tries, of the number closest to it."""
    best: tuple[int, str] | None = None
    for _ in range(TRIES):
        document = draw.choice(pool)
        first = draw.randrange(len(document))
        last, count = first, document[first][1]
        while last + 1 < len(document) and abs(count + document[last + 1][1] - size) <= abs(count - size):
            last += 1
            count += document[last][1]
        (text, start, _), (_, _, end) = document[first][0], document[last][0]
        if best is None or abs(count - size) < best[0]:
            best = (abs(count - size), text[start:end])
        if best[0] <= NEAR * size:
            break
    assert best is not None
    return best[1]
