"""Really broken translations: those of a deliberately weak translator, its errors marked against the human one.

The translator is the pretrained network itself, which has read translations beside their sources: words of a human
translation are hidden, some or all, and guessed from the source and what is left, the surest first (mask-predict:
Ghazvininejad et al. 2019). With the little that it knows it invents, repeats, copies and loses words as bad systems do. A
word that the reference has not is an error, unless it is another known translation of the word in whose place it stands.
"""

import random
from collections.abc import Callable, Collection, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import torch
from torch import Tensor

from mtqa.qe.precision import autocast
from mtqa.qe.tokens import normal, tokens
from mtqa.qe.transformer.fluent import kind
from mtqa.qe.transformer.masking import sampled
from mtqa.qe.transformer.network import Encoder, texts_of
from mtqa.qe.transformer.rows import UNKNOWN, Labelled, edges
from mtqa.qe.transformer.tokenizer import FIRST_PIECE, MASK, PAD, SPACE, Piece, Vocabulary, source_tag, tag
from mtqa.text import Word

LENGTH = 160  # pieces of a target with its source; longer pairs are left alone
SHARES = (0.2, 0.4, 0.7, 1.0)  # of the words that are hidden, each as often
RUN = (1, 2, 3, 5)  # words that are hidden together
ROUNDS = 3
SHARPNESS = 1.5  # over 1 the likely guesses are taken more often than the network thinks

Senses = Callable[[str], Collection[str]]  # other translations of what a target word (lower case) translates


class Hidden(NamedTuple):
    """A target whose pieces are to be guessed at `places` of its row; piece n of the target stands at place n + 1."""

    row: list[int]
    pieces: list[Piece]
    places: list[int]


def translated(
    model: Encoder,
    vocabulary: Vocabulary,
    pairs: Sequence[tuple[str, str]],
    langs: tuple[str, str],
    senses: Senses,
    draw: random.Random,
) -> list[Labelled | None]:
    """Each (source, target) with a broken target, its words marked; None for what is too long or spelt with rare letters.

    `langs` are (source, target). The same `draw` gives the same texts.
    """
    source_lang, lang = langs
    sources = vocabulary.numbers([source for source, _ in pairs])
    targets = vocabulary.of_each([target for _, target in pairs])
    hidden = []
    for (_, target), pieces, beside in zip(pairs, targets, sources, strict=True):
        row = [tag(lang), *(piece.number for piece in pieces), source_tag(source_lang), *beside]
        is_usable = pieces and len(row) <= LENGTH and min(piece.number for piece in pieces) >= FIRST_PIECE
        hidden.append(Hidden(row, pieces, places(tokens(target, lang), pieces, draw)) if is_usable else None)
    guesses = guessed(model, [one for one in hidden if one], draw.randrange(2**31))
    spelt, found = vocabulary.spelt(), []
    for (source, target), one in zip(pairs, hidden, strict=True):
        text = written(target, one, next(guesses), spelt) if one else ""
        spans = differences(text, target, source, lang, senses)
        found.append(Labelled(text, lang, source_lang, source, tuple(spans)) if text else None)
    return found


def places(words: Sequence[Word], pieces: Sequence[Piece], draw: random.Random) -> list[int]:
    """The places in the row of the pieces of some words, in runs."""
    first, last = edges(pieces, words)
    wanted = max(1, int(len(words) * draw.choice(SHARES)))
    chosen: set[int] = set()
    for _ in range(4 * wanted):
        if len(chosen) >= wanted:
            break
        at = draw.randrange(len(words)) if wanted < len(words) else len(chosen)
        chosen.update(range(at, min(len(words), at + draw.choice(RUN))))
    return sorted({place for n in chosen for place in range(first[n], last[n] + 1)})


@torch.no_grad()
def guessed(model: Encoder, hidden: Sequence[Hidden], seed: int) -> Iterator[list[int]]:
    """For each row the pieces guessed at its places, in rounds: a part of them at a time, the surest first."""
    pieces = torch.full((len(hidden), LENGTH), PAD)
    masked = torch.zeros_like(pieces, dtype=torch.bool)
    for number, one in enumerate(hidden):
        pieces[number, : len(one.row)] = torch.tensor(one.row)
        masked[number, one.places] = True
    texts, draw = texts_of(pieces), torch.Generator().manual_seed(seed)
    left = masked.clone()
    model.eval()
    for turn in range(ROUNDS if len(hidden) else 0):
        pieces[left] = MASK
        with autocast("cpu"):
            logits = model.guesses(model(pieces, texts)[left]).float()  # (N, pieces)
        logits[:, :FIRST_PIECE] = -1e4
        logs = (SHARPNESS * logits).log_softmax(-1)
        guess = sampled(logs, draw)  # (N)
        pieces[left] = guess
        sure = torch.full(left.shape, -torch.inf)
        sure[left] = logs.gather(1, guess.unsqueeze(1)).squeeze(1)
        left &= ~surest(sure, left.sum(1).float() / (ROUNDS - turn))
    return (pieces[number, one.places].tolist() for number, one in enumerate(hidden))


def surest(sure: Tensor, wanted: Tensor) -> Tensor:
    """The `wanted` (B, rounded up) largest of each row of (B, T), as a mask; what is -inf is none."""
    ranks = sure.argsort(1, descending=True).argsort(1)
    return (ranks < wanted.ceil().unsqueeze(1)) & sure.isfinite()


def written(target: str, one: Hidden, guesses: Sequence[int], spelt: Sequence[str]) -> str:
    """The target with the guessed pieces in the place of the hidden ones."""
    new = dict(zip(one.places, guesses, strict=True))
    parts, at = [], 0
    for place, piece in enumerate(one.pieces, 1):
        parts.append(spelt[new[place]].replace(SPACE, " ") if place in new else target[at : piece.end])
        at = piece.end
    return " ".join("".join(parts).split())


def differences(text: str, reference: str, source: str, lang: str, senses: Senses) -> list[tuple[int, int, str]]:
    """The spans of a text that are not as in the reference, tagged; UNKNOWN for marks and for other known translations."""
    new, old = tokens(text, lang), tokens(reference, lang)
    here, there = [normal(word.text) for word in new], [normal(word.text) for word in old]
    blocks = SequenceMatcher(None, there, here, autojunk=False).get_opcodes()
    lost = {there[n] for what, first, last, _, _ in blocks if what != "equal" for n in range(first, last)}
    foreign = {normal(word.text) for word in tokens(source, "und")} - set(there)
    found = []
    for what, first, last, start, end in blocks:
        if what == "delete":
            around = new[max(0, start - 1) : start + 1]
            found += [(word.start, word.end, "missing") for word in around]
        for n in range(start, end) if what in ("replace", "insert") else ():
            beside = {here[near] for near in (n - 1, n - 2, n + 1) if 0 <= near < len(here)}
            label = error(here[n], there[first:last], beside, lost, foreign, lang, senses)
            found.append((new[n].start, new[n].end, label))
    return found


def error(
    word: str,
    replaced: Sequence[str],
    beside: Collection[str],
    lost: Collection[str],
    foreign: Collection[str],
    lang: str,
    senses: Senses,
) -> str:
    """What is wrong with a word that stands where the reference has others."""
    if not word[:1].isalpha():
        return UNKNOWN
    if word in beside:
        return "doubled"
    if word in lost:
        return "word-order"
    if word in foreign:
        return "untranslated"
    if any(word in senses(old) for old in replaced):
        return UNKNOWN
    return "form" if any(kind(old, word, lang) == "form" for old in replaced) else "wrong-word"
