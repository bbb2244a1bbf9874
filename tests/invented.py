"""Invented texts for the transformer's tests: words in any order."""

import random

SENTENCE = "le chat de l'armée mange du pain à Moscou , et der Zug nach Berlin fährt heute nicht ab ! été 12 2021"
WORDS = tuple(SENTENCE.split())


def some_texts(size: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    return [" ".join(draw.choices(WORDS, k=draw.randrange(3, 20))) for _ in range(size)]
