"""The transformer: pieces in; states, guesses at masked pieces, doubts about replaced ones, tags and a verdict out.

B texts of T pieces with W words. An encoder of the transformers library (ModernBERT: rotary places, gated layers, norms
first; Warner et al. 2024) carries all of it. What counting knows of each word (`known.py`) joins after the encoder; words
without counts have zeros there. The tagger's verdicts are what the network adds its own to, and it begins with nothing to add.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import ModernBertConfig, ModernBertModel

from mtqa.errors import ConfigError
from mtqa.qe.network import Shifted
from mtqa.qe.tags import TAGS
from mtqa.qe.transformer.known import KNOWN, TAGGED
from mtqa.qe.transformer.tokenizer import FIRST_SOURCE_TAG, MASK, PAD, SIZE, SPECIAL


@dataclass(frozen=True, slots=True)
class SmallConfig:
    """Sizes: `inner` is the width of the gated layer, `beside` that of the counts' convolutions."""

    pieces: int = SIZE
    width: int = 256
    layers: int = 6
    heads: int = 4
    inner: int = 512
    dropout: float = 0.0
    features: int = KNOWN
    beside: int = 96
    dilations: tuple[int, ...] = (1, 1, 2)
    tags: int = len(TAGS)

    def save(self, file: Path) -> None:
        """Write config.json."""
        file.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> "SmallConfig":
        """Read config.json; raises ConfigError where it is missing or says something else."""
        try:
            values = json.loads(file.read_text(encoding="utf-8"))
            return cls(**{**values, "dilations": tuple(values["dilations"])})
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ConfigError(f"{file}: no sizes of a network: {error}") from error

    def encoder(self) -> ModernBertConfig:
        """The same as the transformers library writes it: attention over the whole text in every layer.

        Attention by plain products: on a CPU in bf16 it takes half the time of the fused kind, and exports.
        """
        rope = {"rope_type": "default", "rope_theta": 10_000.0}
        written = ModernBertConfig(
            vocab_size=self.pieces,
            hidden_size=self.width,
            intermediate_size=self.inner,
            num_hidden_layers=self.layers,
            num_attention_heads=self.heads,
            layer_types=["full_attention"] * self.layers,
            rope_parameters={"full_attention": rope, "sliding_attention": rope},
            attention_dropout=self.dropout,
            mlp_dropout=self.dropout,
            embedding_dropout=self.dropout,
            pad_token_id=PAD,
            bos_token_id=None,
            eos_token_id=None,
            cls_token_id=None,
            sep_token_id=None,
        )
        written._attn_implementation = "eager"
        return written


class Encoder(nn.Module):
    """The encoder with its two heads for pretraining."""

    def __init__(self, config: SmallConfig) -> None:
        super().__init__()
        self.config = config
        self.encoder = ModernBertModel(config.encoder())
        self.guess = nn.Sequential(nn.Linear(config.width, config.width), nn.GELU(), nn.LayerNorm(config.width))
        self.guess_bias = nn.Parameter(torch.zeros(config.pieces))
        self.doubt = nn.Sequential(nn.Linear(config.width, config.width), nn.GELU(), nn.Linear(config.width, 1))

    def forward(self, pieces: Tensor, texts: Tensor) -> Tensor:
        """Pieces (B, T), the text in its row that each belongs to (B, T) -> states (B, T, width)."""
        return self.read(self.encoder.embeddings.tok_embeddings(pieces), texts)

    def read(self, embedded: Tensor, texts: Tensor) -> Tensor:
        """The same from the pieces' rows of the table, (B, T, width).

        Pieces of different texts do not see each other, so that texts packed into a row stay apart.
        """
        seen = (texts.unsqueeze(2) == texts.unsqueeze(1)).unsqueeze(1)  # (B, 1, T, T)
        device = embedded.device.type
        dtype = torch.get_autocast_dtype(device) if torch.is_autocast_enabled(device) else torch.float32
        allowed = torch.where(seen, 0.0, -1e4).to(dtype)
        mask = {"full_attention": allowed, "sliding_attention": allowed}
        states: Tensor = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return states

    def guesses(self, states: Tensor) -> Tensor:
        """States (N, width) of masked pieces -> logits (N, pieces); tags and other special pieces are never guessed."""
        table = self.encoder.embeddings.tok_embeddings.weight  # (pieces, width)
        allowed = torch.arange(self.config.pieces, device=states.device) >= len(SPECIAL)
        bias = torch.where(allowed, self.guess_bias, -1e4)  # (pieces)
        logits: Tensor = nn.functional.linear(self.guess(states), table, bias)
        return logits

    def doubts(self, states: Tensor) -> Tensor:
        """States (..., width) -> logits (...): high means that another piece stood here."""
        out: Tensor = self.doubt(states).squeeze(-1)
        return out


class Small(nn.Module):
    """The encoder beside the counts, with a tag for each word and a verdict on the text."""

    mean: Tensor
    scale: Tensor

    def __init__(self, config: SmallConfig) -> None:
        super().__init__()
        self.config = config
        self.encoder = Encoder(config)
        self.register_buffer("mean", torch.zeros(config.features))
        self.register_buffer("scale", torch.ones(config.features))
        self.enter = nn.Linear(config.features, config.beside)
        self.layers = nn.ModuleList(Shifted(config.beside, 5, dilation, 0.1) for dilation in config.dilations)
        both = 2 * config.width + config.beside + 1
        self.join = nn.Sequential(nn.Linear(both, config.width), nn.GELU(), nn.LayerNorm(config.width))
        self.tag = nn.Linear(config.width, config.tags)
        self.sentence = nn.Linear(3 * config.width, 1)
        for last in (self.tag, self.sentence):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(
        self, pieces: Tensor, texts: Tensor, first: Tensor, last: Tensor, features: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """One text a row -> tag logits (B, W, tags), sentence logits (B): high means broken.

        pieces, texts (B, T); first, last (B, W): the places of each word's first and last piece; features
        (B, W, features) as `known` gives them, all zeros in a row without counts; mask (B, W) of 1 and 0.
        """
        return self.judge(self.encoder(pieces, texts), first, last, features, mask)

    def judge(
        self, states: Tensor, first: Tensor, last: Tensor, features: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """The same from the encoder's states (B, T, width)."""
        held = mask.unsqueeze(-1)  # (B, W, 1)
        begins, ends = (gathered(states, places) for places in (first, last))  # (B, W, width), twice
        doubts = self.encoder.doubts(begins).unsqueeze(-1)  # (B, W, 1)
        beside = self.counted(features, held)  # (B, W, beside)
        words = self.join(torch.cat([begins, ends, doubts, beside], dim=-1)) * held  # (B, W, width)
        mean = words.sum(1) / held.sum(1).clamp(min=1)  # (B, width)
        most = (words + (held - 1) * 1e4).amax(1)  # (B, width)
        own = self.sentence(torch.cat([states[:, 0], mean, most], dim=-1)).squeeze(-1)  # (B)
        return self.tag(words) + features[..., TAGGED], own + features[:, 0, -1]

    def counted(self, features: Tensor, held: Tensor) -> Tensor:
        """(B, W, features), (B, W, 1) -> (B, W, beside); zeros where the row has no counts."""
        known = held * (features.abs().amax((1, 2), keepdim=True) > 0)
        x = self.enter((features - self.mean) * self.scale) * known
        for layer in self.layers:
            x = layer(x, known)
        out: Tensor = x * known
        return out


def gathered(states: Tensor, places: Tensor) -> Tensor:
    """States (B, T, width) at places (B, W) -> (B, W, width)."""
    return states.gather(1, places.unsqueeze(-1).expand(-1, -1, states.shape[-1]))


def texts_of(pieces: Tensor) -> Tensor:
    """Which text of its row each piece belongs to (B, T), counted from 1; 0 is padding.

    The tag of a target opens one; its source, behind a tag of another kind, belongs to it.
    """
    opens = (pieces > MASK) & (pieces < FIRST_SOURCE_TAG)
    return torch.where(pieces == PAD, 0, opens.cumsum(1))
