"""The transformer at work: the exported network says what the trained one says, whatever stands beside a text."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("transformers")

import onnxruntime
import torch

from mtqa.qe.features import FEATURES
from mtqa.qe.transformer import weights
from mtqa.qe.transformer.export import FILE, Inference, export, load
from mtqa.qe.transformer.network import Small, SmallConfig
from mtqa.qe.transformer.tokenizer import PAD, tag

TINY = SmallConfig(pieces=420, width=32, layers=2, heads=2, inner=32, beside=16)


def inputs(rows: int, pieces: int, words: int) -> dict[str, np.ndarray]:
    draw = np.random.default_rng(rows)
    found = np.full((rows, pieces + 5), PAD, np.int64)
    found[:, 1 : pieces + 1], found[:, 0] = draw.integers(300, 420, (rows, pieces)), tag("fr")
    places = np.sort(draw.integers(1, pieces, (rows, words)))
    features = draw.normal(size=(rows, words, len(FEATURES))).astype(np.float32)
    return {"pieces": found, "first": places, "last": places, "features": features}


def opened(file: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.log_severity_level = 1, 3
    return onnxruntime.InferenceSession(str(file), options, ["CPUExecutionProvider"])


@torch.no_grad()
def test_the_exported_network_says_the_same_at_any_size(tmp_path: Path) -> None:
    torch.manual_seed(1)
    TINY.save(tmp_path / "config.json")
    weights.save(tmp_path / "model.safetensors", Small(TINY), {"step": 0})
    model = load(tmp_path)
    export(model, tmp_path / FILE)
    session = opened(tmp_path / FILE)
    for rows, pieces, words in ((1, 3, 2), (2, 40, 17), (5, 90, 32)):
        given = inputs(rows, pieces, words)
        tags, broken = session.run(None, given)
        wanted = Inference(model).eval()(*(torch.from_numpy(part) for part in given.values()))
        np.testing.assert_allclose(tags, wanted[0].numpy(), atol=2e-5)
        np.testing.assert_allclose(broken, wanted[1].numpy(), atol=2e-5)
