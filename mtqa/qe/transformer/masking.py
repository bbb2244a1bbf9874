"""What pretraining hides and puts in the wrong place: whole words, drawn from a seed.

Each batch is read twice. First with some words masked, and some replaced by words from elsewhere in the same row; then
with what the network guessed in the place of the masks, and other words masked. So the replacements are fluent but wrong
ones of the network's own making, as in ELECTRA (Clark et al. 2020), without a second network.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from mtqa.qe.transformer.tokenizer import FIRST_PIECE, MASK, SPACE, SPECIAL, Vocabulary

MASKED = 0.15  # share of words, where nothing else is asked for
MISPLACED = 0.05  # share of words replaced by pieces from elsewhere in the row; in the first reading
BLOCK = 128  # pieces that are sampled together
ROOM = 0.01  # share of a batch's pieces whose guesses are scored beyond those: a fixed number keeps the shapes fixed


@dataclass(frozen=True, slots=True)
class Task:
    """What the network reads and what it must find.

    read (B, T): the pieces shown. hidden (N): flat places whose original is to be guessed, `answer` (N) the pieces that
    stood there, `counts` (N) 1, or 0 where a place only fills up the shape. wrong (B, T): 1 where another piece stood;
    `judged` (B, T): 1 where that is asked, not at masks, tags and padding.
    """

    read: Tensor
    hidden: Tensor
    answer: Tensor
    counts: Tensor
    wrong: Tensor
    judged: Tensor


@dataclass(frozen=True, slots=True)
class Edges:
    """For each number of a vocabulary, whether a piece begins a word, and whether one begins after it; (pieces)."""

    begins: Tensor
    closes: Tensor

    @classmethod
    def of(cls, vocabulary: Vocabulary, device: str = "cpu") -> "Edges":
        """Words begin at spaces, at marks, and after marks and apostrophes."""
        pieces = vocabulary.spelt()
        is_byte = [len(SPECIAL) <= n < FIRST_PIECE for n in range(len(pieces))]
        begins = [not b and (p.startswith(SPACE) or not p[:1].isalnum()) for p, b in zip(pieces, is_byte, strict=True)]
        closes = [not b and p != SPACE and not p[-1:].isalnum() for p, b in zip(pieces, is_byte, strict=True)]
        return cls(torch.tensor(begins, device=device), torch.tensor(closes, device=device))

    def words(self, pieces: Tensor) -> Tensor:
        """The number of the word in its row that each piece belongs to; (B, T)."""
        starts = self.begins[pieces]
        starts[:, 1:] |= self.closes[pieces[:, :-1]]
        return starts.cumsum(1)


def drawn(pieces: Tensor, words: Tensor, share: float, draw: torch.Generator) -> Tensor:
    """Pieces (B, T) of words drawn with a chance of `share`; never tags and padding."""
    chance = torch.rand(pieces.shape[0], pieces.shape[1] + 1, generator=draw).to(pieces.device)
    return (chance.gather(1, words) < share) & (pieces >= len(SPECIAL))


def first_reading(pieces: Tensor, edges: Edges, draw: torch.Generator, share: float = MASKED) -> Task:
    """A share of the words masked, some replaced by pieces from elsewhere in their row."""
    words = edges.words(pieces)
    masked = drawn(pieces, words, share, draw)
    misplaced = drawn(pieces, words, MISPLACED, draw) & ~masked
    order = torch.rand(pieces.shape, generator=draw).argsort(1).to(pieces.device)
    other = pieces.gather(1, order)  # (B, T)
    shown = torch.where(misplaced & (other >= len(SPECIAL)), other, pieces)
    return task(pieces, shown, masked, draw, share)


def second_reading(
    pieces: Tensor, first: Task, guessed: Tensor, edges: Edges, draw: torch.Generator, share: float = MASKED
) -> Task:
    """The network's guesses (N) in the place of the masks; other words masked."""
    was_masked = first.read == MASK
    fresh = drawn(pieces, edges.words(pieces), share, draw) & ~was_masked
    shown = pieces.flatten().clone()
    put = first.counts > 0
    shown[first.hidden[put]] = guessed[put]
    return task(pieces, shown.view_as(pieces), fresh, draw, share)


def task(pieces: Tensor, shown: Tensor, masked: Tensor, draw: torch.Generator, share: float) -> Task:
    """What to read and to answer where `shown` stands for `pieces` and `masked`, about `share`, is hidden, all (B, T)."""
    size = int(pieces.numel() * (share + ROOM)) // 32 * 32 or pieces.numel()
    order = torch.rand(pieces.numel(), generator=draw).to(pieces.device) + masked.flatten()
    hidden = order.topk(size).indices  # masked places first, each as likely as the others
    read = torch.where(masked, MASK, shown)
    return Task(
        read=read,
        hidden=hidden,
        answer=pieces.flatten()[hidden],
        counts=masked.flatten()[hidden].float(),
        wrong=(read != pieces).float(),
        judged=((pieces >= len(SPECIAL)) & ~masked).float(),
    )


def sampled(logs: Tensor, draw: torch.Generator) -> Tensor:
    """One piece for each row of log probabilities (N, pieces), as likely as the network thinks it is."""
    chances = nn.functional.pad(logs.exp(), (0, -logs.shape[1] % BLOCK))
    blocks = chances.view(len(logs), -1, BLOCK)  # (N, pieces / BLOCK, BLOCK): a block first, which costs less
    block = picked(blocks.sum(-1), draw)  # (N)
    within = picked(blocks[torch.arange(len(logs), device=logs.device), block], draw)  # (N)
    return (block * BLOCK + within).clamp(max=logs.shape[1] - 1)


def picked(chances: Tensor, draw: torch.Generator) -> Tensor:
    """A place in each row of chances (N, K), by chance."""
    sums = chances.cumsum(-1)  # (N, K)
    point = torch.rand(len(chances), 1, generator=draw).to(chances.device) * sums[:, -1:]
    return torch.searchsorted(sums, point).squeeze(1).clamp(max=chances.shape[1] - 1)
