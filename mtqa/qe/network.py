"""The tagger's network: features in, a tag for each token and a verdict on the sentence out. The whole of it is here."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from mtqa.qe.features import FEATURES
from mtqa.qe.identity import CLASSES, ENDINGS, WORDS
from mtqa.qe.tags import TAGS


@dataclass(frozen=True, slots=True)
class TaggerConfig:
    """Sizes. `dilations` gives one residual convolution each, of `taps` tokens; `embedded` dimensions tell of class, word
    and ending each.
    """

    features: int = len(FEATURES)
    width: int = 96
    taps: int = 5
    dilations: tuple[int, ...] = (1, 1, 2)
    tags: int = len(TAGS)
    dropout: float = 0.1
    classes: int = CLASSES
    words: int = WORDS
    endings: int = ENDINGS
    embedded: int = 16

    def save(self, folder: Path) -> None:
        """Write config.json."""
        (folder / "config.json").write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "TaggerConfig":
        """Read config.json."""
        values = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        return cls(**{**values, "dilations": tuple(values["dilations"])})


class Shifted(nn.Module):
    """A residual convolution over tokens, written as shifts and one linear layer: fast on a CPU at any length."""

    def __init__(self, width: int, taps: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.offsets = [dilation * (tap - taps // 2) for tap in range(taps)]
        self.norm = nn.LayerNorm(width)
        self.mix = nn.Linear(width * taps, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(B, T, width), (B, T, 1) -> (B, T, width)."""
        normed = self.norm(x) * mask
        reach = max(self.offsets)
        padded = nn.functional.pad(normed, (0, 0, reach, reach))  # (B, T + 2 reach, width)
        length = x.shape[1]
        near = [padded[:, reach + o : reach + o + length] for o in self.offsets]
        mixed: Tensor = self.mix(torch.cat(near, dim=-1))  # (B, T, width * taps) -> (B, T, width)
        out: Tensor = x + self.drop(nn.functional.gelu(mixed))
        return out


class Tagger(nn.Module):
    """Standardises the features, mixes neighbours, and scores each token's tags and the sentence."""

    mean: Tensor
    scale: Tensor

    def __init__(self, config: TaggerConfig) -> None:
        super().__init__()
        self.config = config
        self.register_buffer("mean", torch.zeros(config.features))
        self.register_buffer("scale", torch.ones(config.features))
        self.enter = nn.Linear(config.features, config.width)
        self.kind = nn.Embedding(config.classes, config.embedded)
        self.word = nn.Embedding(config.words, config.embedded)
        self.ending = nn.Embedding(config.endings, config.embedded)
        self.join = nn.Linear(3 * config.embedded, config.width, bias=False)
        self.layers = nn.ModuleList(
            Shifted(config.width, config.taps, dilation, config.dropout) for dilation in config.dilations
        )
        self.norm = nn.LayerNorm(config.width)
        self.tag = nn.Linear(config.width, config.tags)
        self.sentence = nn.Linear(2 * config.width, 1)

    @property
    def tables(self) -> tuple[nn.Embedding, nn.Embedding, nn.Embedding]:
        """The embeddings of class, word and ending."""
        return self.kind, self.word, self.ending

    def forward(self, features: Tensor, identities: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """(B, T, features), (B, T, 3), (B, T) of 1 and 0 -> tag logits (B, T, tags), sentence logits (B): high means broken."""
        held = mask.unsqueeze(-1)  # (B, T, 1)
        looked_up = [table(identities[..., n]).to(features.dtype) for n, table in enumerate(self.tables)]
        who = torch.cat(looked_up, dim=-1)  # (B, T, 3 embedded)
        x = (self.enter((features - self.mean) * self.scale) + self.join(who)) * held  # (B, T, width)
        for layer in self.layers:
            x = layer(x, held)
        x = self.norm(x) * held
        mean = x.sum(1) / held.sum(1).clamp(min=1)  # (B, width)
        most = (x + (held - 1) * 1e4).amax(1)  # (B, width)
        return self.tag(x), self.sentence(torch.cat([mean, most], dim=-1)).squeeze(-1)
