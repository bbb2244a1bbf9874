"""Loading models of the transformers library: what may be wrong with a folder, and what a folder may be."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from hub_models import TEXTS, copied, every_kind, rewrite, token_classifier

from mtqa.errors import ConfigError
from mtqa.qe.hub.estimator import HubEstimator
from mtqa.qe.hub.place import find
from mtqa.qe.shipped import open_model
from mtqa.segment import Segment


def fr(text: str) -> Segment:
    return Segment(text, "fr")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return every_kind(tmp_path_factory.mktemp("models"))


class Evil:
    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return (exec, ("raise SystemExit('the pickle ran')",))


def evil(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    torch.save({"bert": Evil()}, folder / "pytorch_model.bin")


def drop(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def write(name: str, content: bytes) -> Callable[[Path], None]:
    return lambda folder: void((folder / name).write_bytes(content))


def change(**values: Any) -> Callable[[Path], None]:
    return lambda folder: rewrite(folder, **values)


def void(_: object) -> None:
    return None


DAMAGED = [
    ("tokens", write("config.json", b"{"), "the model is damaged: config.json"),
    ("tokens", change(architectures=["T5ForConditionalGeneration"]), "names T5ForConditionalGeneration, which mtqa cannot"),
    ("tokens", change(architectures=["BertModel"]), "names BertModel, which mtqa cannot use; what it takes: token class"),
    ("tokens", change(architectures=None), "names no architectures, which mtqa cannot use"),
    ("tokens", drop("model.safetensors"), "the model cannot be loaded: Error no file named"),
    ("tokens", write("model.safetensors", b"no tensors"), "the model is damaged: its safetensors cannot be read"),
    ("tokens", change(hidden_size=32), "the model is damaged: its weights are of another shape"),
    ("tokens", change(architectures=["BertForMaskedLM"]), "is not trained as a masked language model: its weights lack"),
    ("masked", change(architectures=["BertForTokenClassification"]), "not trained as a token classifier: its weights lack"),
    ("tokens", change(model_type="new-kind", auto_map={"AutoConfig": "x.Y"}), "the model brings its own code, which mtqa"),
    ("tokens", change(model_type="no-such-kind"), "the model cannot be loaded: "),
    ("tokens", evil, "the weights are a pickle that holds more than tensors: refused"),
    ("tokens", change(id2label={"0": "O", "1": "B-PER", "2": "I-PER"}), "which are no translation errors"),
    ("tokens", change(id2label={"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}), "name them in mtqa_thresholds.json, such"),
    ("score", drop("mtqa_thresholds.json"), "a score of a scale that config.json does not tell: add mtqa_thresholds.json"),
    ("causal", write("mtqa_thresholds.json", b'{"input": "source-target"}'), "a causal language model reads the target alone"),
    ("causal", write("mtqa_thresholds.json", b'{"model": "nowhere at all"}'), "no folder of a model, and no id of the hub"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "damage", "told"), DAMAGED, ids=[f"{row[0]}-{row[2][:40]}" for row in DAMAGED])
def test_a_model_that_cannot_serve_is_told_in_one_line(
    folders: dict[str, Path], tmp_path: Path, kind: str, damage: Callable[[Path], None], told: str
) -> None:
    folder = copied(folders[kind], tmp_path)
    damage(folder)
    with pytest.raises(ConfigError) as raised:
        HubEstimator(find(str(folder)))([fr(TEXTS[0])])
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 400


def test_a_pickle_of_tensors_alone_is_read(folders: dict[str, Path], tmp_path: Path) -> None:
    from safetensors.torch import load_file

    given = [fr(text) for text in TEXTS]

    folder = copied(folders["tokens"], tmp_path)
    torch.save(load_file(folder / "model.safetensors"), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
    assert HubEstimator(find(str(folder)))(given) == HubEstimator(find(str(folders["tokens"])))(given)


def test_a_folder_may_point_to_a_model_elsewhere(folders: dict[str, Path], tmp_path: Path) -> None:
    (tmp_path / "mtqa_thresholds.json").write_text(json.dumps({"model": str(folders["tokens"]), "name": "mine"}))
    estimator, name = open_model(str(tmp_path))
    assert estimator is not None
    assert name.startswith("mine-")
    assert estimator([fr(TEXTS[0])])[0].probability is not None


def test_other_weights_have_another_name(folders: dict[str, Path], tmp_path: Path) -> None:
    one = find(str(folders["tokens"])).name
    other = find(str(token_classifier(tmp_path / "tokens", {0: "OK", 1: "BAD"}, seed=2))).name
    assert one.startswith("tokens-")
    assert one != other


def test_without_the_back_end_the_user_is_told_what_to_install(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "torch", None)
    with pytest.raises(ConfigError, match=r"needs the torch back end: pip install 'mtqa\[torch\]'"):
        open_model(str(folders["tokens"]))
