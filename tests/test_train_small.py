"""`mtqa train --base DIR`: a transformer goes on from its own weights, and comes back as a model's folder."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("transformers")

import numpy as np
import torch
from click.testing import CliRunner, Result
from invented import some_texts
from test_train import rows, written

from mtqa.cli import main
from mtqa.qe.estimator import BESIDE_SOURCE
from mtqa.qe.examples import BEYOND, TAG_NUMBER
from mtqa.qe.shipped import opened
from mtqa.qe.tags import TAGS
from mtqa.qe.transformer.estimator import SmallEstimator
from mtqa.qe.transformer.export import load, write
from mtqa.qe.transformer.network import Small, SmallConfig
from mtqa.qe.transformer.tokenizer import PAD, Vocabulary, learn
from mtqa.qe.tune.rows import read_labelled
from mtqa.qe.tune.small import batched, sentence_rows
from mtqa.segment import Segment

TINY = SmallConfig(pieces=420, width=32, layers=1, heads=2, inner=32, beside=16)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transformer that has learnt nothing, as a model's folder."""
    torch.manual_seed(1)
    folder = tmp_path_factory.mktemp("base")
    (folder / "tokenizer.json").write_text(learn(some_texts(300, 1), 420), encoding="utf-8")
    write(folder, Small(replace(TINY, pieces=Vocabulary(folder / "tokenizer.json").size)).eval(), folder)
    limits = {"high": 0.8, "low": 0.4, "sure": 0.9}
    tables = {lang: dict.fromkeys(TAGS[1:], limits) for lang in ("fr", "de", "en", "es")}
    told = {"name": "toy-1", "tags": tables, BESIDE_SOURCE: tables}
    (folder / "thresholds.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["train", *map(str, arguments)])


@pytest.fixture(scope="module")
def trained(base: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    root = tmp_path_factory.mktemp("trained")
    return root / "mine", run(written(root, rows(60)), "--out", root / "mine", "--base", base, "--epochs", 3)


def test_a_transformer_learns_from_a_labelled_file(trained: tuple[Path, Result], base: Path) -> None:
    out, result = trained
    assert result.exit_code == 0, result.output
    told = json.loads((out / "training.json").read_text(encoding="utf-8"))
    assert told["epochs"] == [3]  # the best of all on the part that chooses
    assert told["held-out"]["after"]["word_auc"] >= told["held-out"]["before"]["word_auc"]
    assert "WARNING" not in result.stderr
    before, after = load(base).state_dict(), load(out).state_dict()
    assert not torch.equal(before["tag.weight"], after["tag.weight"])


def test_the_folder_is_a_transformer_with_thresholds_of_both_kinds(trained: tuple[Path, Result], base: Path) -> None:
    out, _ = trained
    estimator = opened(out)
    assert isinstance(estimator, SmallEstimator)
    told = json.loads((out / "thresholds.json").read_text(encoding="utf-8"))
    assert told["name"].startswith("mine-")
    assert told[BESIDE_SOURCE].keys() == told["tags"].keys()
    (estimate,) = estimator([Segment("Le maire a inauguré le pont.", "fr")])
    assert estimate.probability is not None


def test_the_weights_beside_the_network_are_those_it_runs_with(trained: tuple[Path, Result]) -> None:
    out, _ = trained
    model, estimator = load(out), opened(out)
    (row,) = sentence_rows(estimator.vocabulary, read_labelled(written(out.parent, rows(1)))[:1])[:1]  # type: ignore[attr-defined]
    (batch,) = batched([row], 1, [0])
    with torch.no_grad():
        wanted = batch.run(model)[0].softmax(-1)[0].numpy()
    pieces = batch.pieces.numpy()
    given = {name: getattr(batch, name).numpy() for name in ("first", "last", "features")}
    given |= {"embedded": estimator.table.rows(pieces), "texts": (pieces != PAD).astype(np.int64)}  # type: ignore[attr-defined]
    tags, _ = estimator.session.run(None, given)
    words = int((row.first > 0).sum())
    np.testing.assert_allclose(tags[0, :words], wanted[:words], atol=0.03)


def test_a_sentence_becomes_a_row_with_its_tags(base: Path, tmp_path: Path) -> None:
    errors = [{"start": 15, "end": 16, "category": "quotes"}, {"start": 21, "end": 28, "category": "word-order"}]
    told = [{"text": "Le maire a dit « oui pont le mardi.", "tgt_lang": "fr", "errors": errors}]
    [row] = sentence_rows(Vocabulary(base / "tokenizer.json"), read_labelled(written(tmp_path, told)))
    order = TAG_NUMBER["word-order"]
    assert row.tags[0, :11].tolist() == [0, 0, 0, 0, BEYOND, 0, order, order, 0, 0, BEYOND]
    assert row.broken.tolist() == [1]


@pytest.mark.parametrize("missing", ["model.safetensors", "config.json", "tokenizer.json"])
def test_what_is_missing_is_said_in_a_line(base: Path, tmp_path: Path, missing: str) -> None:
    folder = tmp_path / "base"
    folder.mkdir()
    for file in base.iterdir():
        if file.name != missing:
            (folder / file.name).write_bytes(file.read_bytes())
    result = run(written(tmp_path, rows(60)), "--out", tmp_path / "out", "--base", folder)
    assert result.exit_code == 2
    assert missing in result.stderr
    assert result.stderr.count("\n") == 1
