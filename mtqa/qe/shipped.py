"""Which model a name means: one that ships with mtqa, one in a folder, or one of a hub."""

from pathlib import Path
from typing import TYPE_CHECKING

from mtqa.errors import ConfigError
from mtqa.finding import Estimator
from mtqa.lexicon.table import folder

if TYPE_CHECKING:
    from mtqa.qe.estimator import TaggerEstimator

DEFAULT = "tagger"
SHIPPED = {"fast": "tagger"}  # other names of folders below models/
TAGGER, SMALL = "tagger.onnx", "small.onnx"


def open_model(name: str | None) -> tuple[Estimator | None, str]:
    """The model of this name, path or hub id and what signatures call it; None: the shipped one; "none": no model.

    Raises ConfigError where there is no model of that name.
    """
    wanted = name or DEFAULT
    shipped = folder() / SHIPPED.get(wanted, wanted)
    if name == "none" or (name is None and not shipped.is_dir()):
        return None, "none"
    chosen = shipped if shipped.is_dir() else Path(wanted)
    if name is not None and not any((chosen / file).is_file() for file in (TAGGER, SMALL)):
        from mtqa.qe.hub.estimator import open_hub

        if found := open_hub(name, chosen):
            return found, found.name
    if not chosen.is_dir():
        raise ConfigError(
            f"no model '{name}': give a model's folder, a hub id (owner/name), or none for the rules alone"
        )
    estimator = opened(chosen)
    return estimator, estimator.name


def opened(where: Path) -> "TaggerEstimator":
    """The model of a folder; raises ConfigError where it holds none."""
    if (where / SMALL).is_file():
        from mtqa.qe.transformer.estimator import SmallEstimator

        return SmallEstimator(where)
    from mtqa.qe.estimator import TaggerEstimator

    return TaggerEstimator(where)
