"""Sequence classifiers and regressors: the probability that a sentence may stand, without spans."""

from collections.abc import Sequence
from typing import Any

from mtqa.errors import ConfigError
from mtqa.finding import Estimate
from mtqa.qe.hub.network import Network
from mtqa.qe.hub.place import Place
from mtqa.qe.hub.settings import FILE
from mtqa.qe.hub.token_classifier import understood
from mtqa.qe.hub.windows import batched, windows
from mtqa.segment import Segment


class SequenceModel:
    """One output is a score, brought to [0, 1]; several are labels, of which those that mean "ok" count."""

    def __init__(self, place: Place, network: Network, order: str) -> None:
        self.network, self.order, settings = network, order, place.settings
        self.is_score = len(place.labels) == 1
        self.is_logit = place.config.get("problem_type") == "multi_label_classification"
        self.worst, self.best = settings.worst, settings.best
        if self.is_score and not self.is_logit and self.worst is None:
            raise ConfigError(
                f"{place.where}: the model gives a score of a scale that config.json does not tell: "
                f'add {FILE} with {{"worst": 0, "best": 1}}, or what the scale is'
            )
        self.fine = [] if self.is_score else [n for n, one in enumerate(understood(place)) if one is None]

    def __call__(self, segments: Sequence[Segment]) -> list[Estimate]:
        """The probability of each segment, the worst of its windows where it has several."""
        rows = windows(self.network, segments, self.order)
        lowest: dict[int, float] = {}
        for batch in batched(rows):
            with self.network.torch.inference_mode():
                inputs = self.network.tensors([w.ids for w in batch], [w.types for w in batch])
                logits = self.network.model(**inputs).logits.float()  # (B, labels)
                chances = self.chances(logits).cpu().tolist()
            for window, chance in zip(batch, chances, strict=True):
                lowest[window.segment] = min(chance, lowest.get(window.segment, 1.0))
        return [Estimate(round(lowest[n], 3) if n in lowest else None) for n in range(len(segments))]

    def chances(self, logits: Any) -> Any:
        """(B, labels) -> (B) in [0, 1], 1 for what may stand."""
        if self.fine:
            return logits.softmax(-1)[:, self.fine].sum(-1).clamp(0, 1)
        score = logits[:, 0].sigmoid() if self.is_logit else logits[:, 0]
        if self.worst is None or self.best is None:
            return score
        return ((score - self.worst) / (self.best - self.worst)).clamp(0, 1)
