"""`--model DIR|HUB-ID`: a model of the transformers library as an Estimator."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from mtqa.errors import ConfigError
from mtqa.finding import Estimate
from mtqa.qe.hub.backend import told_in_one_line
from mtqa.qe.hub.language_model import CausalModel, MaskedModel
from mtqa.qe.hub.network import load
from mtqa.qe.hub.place import Kind, Place, find, is_hub_folder, is_hub_id
from mtqa.qe.hub.sequence import SequenceModel
from mtqa.qe.hub.token_classifier import TokenClassifier
from mtqa.segment import Segment

WORKERS = {
    Kind.TOKENS: TokenClassifier,
    Kind.SEQUENCE: SequenceModel,
    Kind.CAUSAL: CausalModel,
    Kind.MASKED: MaskedModel,
}
QE_TASKS = ("quality-estimation", "translation-quality", "machine-translation-evaluation")
PAIR, TARGET = "source-target", "target"


class HubEstimator:
    """An Estimator. Weights are loaded on first use, so that it can be sent to other processes."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.name = place.name
        self.order = order(place)
        self.by_document = place.kind in {Kind.CAUSAL, Kind.MASKED}  # limits come from a document's own words

    def __getstate__(self) -> dict[str, Any]:
        return {key: value for key, value in self.__dict__.items() if key != "worker"}

    @cached_property
    def worker(self) -> Any:
        """The loaded model; raises ConfigError where its files are missing, damaged or not for this."""
        return WORKERS[self.place.kind](self.place, load(self.place), self.order)

    def __call__(self, segments: Sequence[Segment]) -> list[Estimate]:
        """One estimate a segment, in order; None as probability for other languages and where a source is wanted and absent."""
        spoken = [n for n, one in enumerate(segments) if self.reads(one)]
        found = [Estimate(None)] * len(segments)
        if spoken:
            worker = self.worker
            with told_in_one_line(self.place.where):
                for n, estimate in zip(spoken, worker([segments[n] for n in spoken]), strict=True):
                    found[n] = estimate
        return found

    def reads(self, segment: Segment) -> bool:
        """Whether the model can say anything of a segment."""
        langs = self.place.settings.langs
        return (not langs or segment.target_lang in langs) and (self.order == TARGET or bool(segment.source))


def order(place: Place) -> str:
    """What a model reads: as mtqa_thresholds.json says, else by the task that config.json names, else the target alone."""
    if place.kind in {Kind.CAUSAL, Kind.MASKED}:
        if place.settings.input not in {None, TARGET}:
            raise ConfigError(f"{place.where}: a {place.kind} reads the target alone: leave out 'input'")
        return TARGET
    if place.settings.input:
        return place.settings.input
    tasks = [place.config.get("task"), place.config.get("finetuning_task"), place.config.get("pipeline_tag")]
    named = " ".join(str(one).casefold().replace("_", "-").replace(" ", "-") for one in tasks if one)
    return PAIR if any(task in named for task in QE_TASKS) else TARGET


def open_hub(name: str, folder: Path) -> HubEstimator | None:
    """The model of this folder or hub id; None where the name is neither; raises ConfigError for one that is of no use."""
    if is_hub_folder(folder):
        return HubEstimator(find(str(folder)))
    if not folder.is_dir() and is_hub_id(name):
        return HubEstimator(find(name))
    return None
