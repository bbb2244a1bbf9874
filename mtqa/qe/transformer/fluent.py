"""Fluent but wrong: words replaced by what the network's own masked-language head would rather have there.

The counts often find such a sentence quite likely; only who reads the whole of it sees that the word is wrong. A better
pretrained network makes harder examples.
"""

import random
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from mtqa.languages import language
from mtqa.qe.precision import autocast
from mtqa.qe.tokens import tokens
from mtqa.qe.transformer.masking import sampled
from mtqa.qe.transformer.network import Encoder, texts_of
from mtqa.qe.transformer.rows import Labelled, edges
from mtqa.qe.transformer.tokenizer import MASK, PAD, SPACE, Vocabulary, tag
from mtqa.text import Word, match_case

LENGTH = 96  # pieces of a text; longer ones are left alone
SHORTEST = 2  # letters of a word that is replaced, and of what replaces it
STEM = 4  # letters that two forms of a word share


class Place(NamedTuple):
    """A word that is one piece: its place in the row, and itself."""

    at: int
    word: Word


def replaced(
    model: Encoder, vocabulary: Vocabulary, texts: Sequence[str], lang: str, draw: random.Random
) -> list[Labelled | None]:
    """Each text with one word replaced and marked; None where no word could be. The same `draw` gives the same texts."""
    rows, chosen = [], []
    for text, pieces in zip(texts, vocabulary.of_each(texts), strict=True):
        words = tokens(text, lang)
        first, last = edges(pieces, words)
        places = [
            Place(begin, word)
            for begin, end, word in zip(first, last, words, strict=True)
            if begin == end and len(word.text) >= SHORTEST and word.text.isalpha() and pieces[begin - 1].end == word.end
        ]
        fits = places and len(pieces) < LENGTH
        chosen.append(draw.choice(places) if fits else None)
        rows.append([tag(lang), *(piece.number for piece in pieces)] if fits else [])
    guesses = guessed(model, vocabulary, rows, [place.at if place else 0 for place in chosen], draw.randrange(2**31))
    return [
        put(text, lang, place.word, guess) if place else None
        for text, place, guess in zip(texts, chosen, guesses, strict=True)
    ]


@torch.no_grad()
def guessed(
    model: Encoder, vocabulary: Vocabulary, rows: Sequence[list[int]], places: Sequence[int], seed: int
) -> list[str]:
    """What the network would put into each row's place, other than what stands there; words only."""
    pieces = torch.full((len(rows), LENGTH), PAD)
    for number, row in enumerate(rows):
        pieces[number, : len(row)] = torch.tensor(row, dtype=torch.long)
    every, at = torch.arange(len(rows)), torch.tensor(places)
    true = pieces[every, at]
    pieces[every, at] = MASK
    with autocast("cpu"):
        states: Tensor = model.eval()(pieces, texts_of(pieces))[every, at]  # (N, width)
        logits = model.guesses(states).float()  # (N, pieces)
    spelt = vocabulary.spelt()
    opens = torch.tensor([piece.startswith(SPACE) for piece in spelt])
    is_word = torch.tensor([piece.lstrip(SPACE).isalpha() and len(piece.lstrip(SPACE)) >= SHORTEST for piece in spelt])
    allowed = is_word & (opens == opens[true].unsqueeze(1))  # (N, pieces)
    allowed[every, true] = False
    logs = logits.masked_fill(~allowed, -1e4).log_softmax(-1)
    return [spelt[number].lstrip(SPACE) for number in sampled(logs, torch.Generator().manual_seed(seed)).tolist()]


def put(text: str, lang: str, word: Word, guess: str) -> Labelled | None:
    """The text with a guess in the place of a word; None where they are the same but for their case."""
    shown = match_case(word.text, guess)
    if shown.lower() == word.text.lower():
        return None
    span = (word.start, word.start + len(shown), kind(word.text.lower(), shown.lower(), lang))
    return Labelled(text[: word.start] + shown + text[word.end :], lang, spans=(span,))


def kind(word: str, guess: str, lang: str) -> str:
    """A wrong form where both share their stem or belong to the closed class; else a wrong word."""
    closed = language(lang).closed
    return "form" if word[:STEM] == guess[:STEM] or (word in closed and guess in closed) else "wrong-word"
