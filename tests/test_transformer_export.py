"""The transformer at work: the exported network says what the trained one says, whatever stands beside a text."""

import json
import lzma
import pickle
import random
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("transformers")

import onnxruntime
import torch
from invented import some_texts

from mtqa.errors import ConfigError, InputError
from mtqa.finding import Estimate
from mtqa.qe.estimator import marked
from mtqa.qe.shipped import SMALL, open_model
from mtqa.qe.tags import TAGS
from mtqa.qe.tokens import tokens
from mtqa.qe.transformer import export as to_onnx
from mtqa.qe.transformer import make_rows, pack, pretrain, tokenizer, train, weights
from mtqa.qe.transformer.estimator import SmallEstimator, resting, stretches
from mtqa.qe.transformer.export import Inference, export, in_8_bits, load, write
from mtqa.qe.transformer.known import KNOWN, tagger
from mtqa.qe.transformer.network import Small, SmallConfig
from mtqa.qe.transformer.rounding import changed, scrambled
from mtqa.qe.transformer.tokenizer import Vocabulary, learn
from mtqa.segment import Segment
from mtqa.text import words as words_of

TINY = SmallConfig(pieces=420, width=32, layers=2, heads=2, inner=32, beside=16)


def inputs(rows: int, pieces: int, words: int) -> dict[str, np.ndarray]:
    draw = np.random.default_rng(rows)
    embedded = draw.normal(scale=0.02, size=(rows, pieces + 5, TINY.width)).astype(np.float32)
    texts = (np.arange(pieces + 5) <= pieces).astype(np.int64)[None].repeat(rows, 0)
    places = np.sort(draw.integers(1, pieces, (rows, words)))
    features = draw.normal(size=(rows, words, KNOWN)).astype(np.float32)
    return {"embedded": embedded, "texts": texts, "first": places, "last": places, "features": features}


def untaught(config: SmallConfig) -> Small:
    """A network that adds something of its own, although it has learnt nothing."""
    model = Small(config)
    for last in (model.tag, model.sentence):
        torch.nn.init.normal_(last.weight, std=0.03)
    return model.eval()


def opened(file: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.log_severity_level = 1, 3
    return onnxruntime.InferenceSession(str(file), options, ["CPUExecutionProvider"])


@torch.no_grad()
def test_the_exported_network_says_the_same_at_any_size(tmp_path: Path) -> None:
    torch.manual_seed(1)
    TINY.save(tmp_path / "config.json")
    weights.save(tmp_path / "model.safetensors", untaught(TINY), {"step": 0})
    model = load(tmp_path)
    export(model, tmp_path / SMALL)
    session = opened(tmp_path / SMALL)
    for rows, pieces, words in ((1, 3, 2), (2, 40, 17), (5, 90, 32)):
        given = inputs(rows, pieces, words)
        tags, broken = session.run(None, given)
        wanted = Inference(model).eval()(*(torch.from_numpy(part) for part in given.values()))
        np.testing.assert_allclose(tags, wanted[0].numpy(), atol=2e-5)
        np.testing.assert_allclose(broken, wanted[1].numpy(), atol=2e-5)


@torch.no_grad()
def test_eight_bits_say_nearly_the_same_as_the_trained_network(tmp_path: Path) -> None:
    torch.manual_seed(5)
    export(untaught(TINY), tmp_path / "full.onnx")
    in_8_bits(tmp_path / "full.onnx", tmp_path / SMALL)
    full, small = opened(tmp_path / "full.onnx"), opened(tmp_path / SMALL)
    given = inputs(4, 40, 17)
    for one, other in zip(full.run(None, given), small.run(None, given), strict=True):
        assert float(np.abs(one - other).max()) < 0.02
    assert (tmp_path / SMALL).stat().st_size < (tmp_path / "full.onnx").stat().st_size


LIMITS = {"high": 0.02, "low": 0.01, "sure": 0.9}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a network that has learnt nothing, which marks nearly everything."""
    torch.manual_seed(3)
    folder = tmp_path_factory.mktemp("model")
    (folder / "tokenizer.json").write_text(learn(some_texts(300, 1), 420), encoding="utf-8")
    size = Vocabulary(folder / "tokenizer.json").size
    write(folder, untaught(replace(TINY, pieces=size)), folder)
    told = {"name": "toy-1", "tags": {lang: dict.fromkeys(TAGS[1:], LIMITS) for lang in ("fr", "de", "en", "es")}}
    (folder / "thresholds.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


TEXTS = [
    Segment("le chat mange du pain à Moscou .", "fr"),
    Segment("der Zug nach Berlin fährt heute nicht ab !", "de", source="le chat dort", source_lang="fr"),
    Segment("", "fr"),
    Segment("o gato dorme .", "pt"),
    Segment("👩‍👩‍👧 漢字 \u0301 … <mask>", "fr"),
    Segment(" ".join(["l'armée dort et Berlin"] * 60), "fr", source="der Zug " * 300, source_lang="de"),
    Segment("x" * 3000, "fr"),
]


def test_estimates_are_alike_alone_and_in_any_company(model: Path) -> None:
    estimator = SmallEstimator(model)
    together = estimator(TEXTS)
    assert together == pickle.loads(pickle.dumps(estimator))(TEXTS)
    for segment, estimate in zip(TEXTS, together, strict=True):
        (alone,) = estimator([segment])
        assert (alone.probability is None) == (estimate.probability is None)
        assert alone.probability == pytest.approx(estimate.probability, abs=2e-3)
        places = [(mark.hit.start, mark.hit.end) for mark in estimate.marks]
        assert places == [(mark.hit.start, mark.hit.end) for mark in alone.marks]
        assert all(0 <= start < end <= len(segment.target) for start, end in places)
    assert [estimate.probability is None for estimate in together] == [False, False, True, True, False, False, False]


def test_in_eight_bits_the_spans_stay(model: Path, tmp_path: Path) -> None:
    write(tmp_path, load(model), model, is_full=True)
    shutil.copy(model / "thresholds.json", tmp_path)
    segments = [one for one in TEXTS if one.target and one.target_lang != "pt"]
    told = changed(SmallEstimator(tmp_path), SmallEstimator(model), segments)
    assert told["word_mean"] <= told["word_most"] < 0.02
    assert told["verdict_most"] < 0.02
    assert told["spans_of_both"] >= 0.95 * told["spans"] > 0


def test_three_words_change_places() -> None:
    one = Segment("le chat, mange du pain !", "fr")
    for seed in range(20):
        made = scrambled(one, random.Random(seed)).target
        assert made != one.target
        assert sorted(word.text for word in words_of(made)) == sorted(word.text for word in words_of(one.target))
        assert made.count(",") == 1
    assert scrambled(replace(one, target="le chat"), random.Random(1)).target == "le chat"


def test_a_source_changes_what_the_network_sees(model: Path) -> None:
    estimator = SmallEstimator(model)
    bare = Segment(TEXTS[1].target, "de", source_lang="fr")
    words = [tokens(bare.target, "de")]
    with_source, without = (estimator.probabilities([one], words)[0][0] for one in (TEXTS[1], bare))
    assert not np.allclose(with_source, without, atol=1e-6)


def test_a_folder_with_a_transformer_is_opened_by_its_name(model: Path) -> None:
    estimator, name = open_model(str(model))
    assert isinstance(estimator, SmallEstimator)
    assert name == "toy-1"


def test_a_mark_that_only_the_source_shows_says_so() -> None:
    segment = Segment("le chat mange", "fr", source="der Hund frisst", source_lang="de")
    marks = tuple(
        marked(segment, tokens(segment.target, "fr"), place, "wrong-word", 0.9, True) for place in ((1, 2), (2, 3))
    )
    told = resting(segment, Estimate(0.1, marks), Estimate(0.5, marks[:1]))
    assert [mark.hit.message for mark in told.marks] == [
        "“chat” does not fit its neighbours",
        "“mange” does not fit what the source says",
    ]


def test_thresholds_beside_a_source_are_apart(model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(model, folder)
    told = json.loads((folder / "thresholds.json").read_text(encoding="utf-8"))
    strict = {tag: {"high": 1.0, "low": 1.0, "sure": 1.0} for tag in TAGS[1:]}
    told["tags_beside_source"] = dict.fromkeys(told["tags"], strict)
    (folder / "thresholds.json").write_text(json.dumps(told), encoding="utf-8")
    bare, beside = SmallEstimator(folder)([TEXTS[0], replace(TEXTS[0], source="die Katze", source_lang="de")])
    assert bare.marks
    assert not beside.marks


@pytest.mark.parametrize("wide", [1, 7, 300])
def test_windows_hold_every_word(wide: int) -> None:
    begins = [1 + wide * n for n in range(200)]
    found = list(stretches(begins, [place + wide - 1 for place in begins]))
    assert {word for first, last in found for word in range(first, last)} == set(range(200))
    assert len(found) <= 200


def test_a_damaged_or_missing_network_is_said(model: Path, tmp_path: Path) -> None:
    for name in ("tokenizer.json", "thresholds.json"):
        (tmp_path / name).write_bytes((model / name).read_bytes())
    with pytest.raises(ConfigError, match=f"{SMALL} is missing"):
        SmallEstimator(tmp_path)
    (tmp_path / SMALL).write_bytes((model / SMALL).read_bytes())
    with pytest.raises(ConfigError, match="no weights of this network"):
        SmallEstimator(tmp_path)(TEXTS)
    (tmp_path / SMALL).write_bytes(b"no network")
    with pytest.raises(ConfigError, match="the model is damaged"):
        SmallEstimator(tmp_path)(TEXTS)


def data(folder: Path) -> Path:
    """A data folder with invented news in two languages and judged translations."""
    texts = [f"{text} {number}" for number, text in enumerate(some_texts(2500, 5))]
    for lang in ("fr", "de"):
        (folder / "text" / lang).mkdir(parents=True)
        (folder / "text" / lang / "news.txt.xz").write_bytes(lzma.compress("\n".join(texts).encode()))
    (folder / "judged" / "train").mkdir(parents=True)
    span = {"start": 0, "end": 4, "category": "Accuracy/Mistranslation", "severity": "Major"}
    row = {"src": "le chat dort", "src_lang": "fr", "tgt_lang": "de", "mt": "Hund schläft heute .", "spans": [span]}
    rows = "\n".join(json.dumps(row) for _ in range(80))
    (folder / "judged" / "train" / "mqm.fr-de.jsonl.xz").write_bytes(lzma.compress(rows.encode()))
    return folder


def test_the_commands_lead_from_text_to_estimates(tmp_path: Path) -> None:
    here, small, read, tuned = data(tmp_path / "data"), tmp_path / "small", tmp_path / "read", tmp_path / "tuned"
    sizes = [
        "--width",
        "32",
        "--layers",
        "1",
        "--heads",
        "2",
        "--inner",
        "32",
        "--batch",
        "2",
        "--steps",
        "4",
        "--log-every",
        "2",
    ]
    tokenizer.main([str(here), str(small), "--size", "500", "--characters", "100000"])
    pack.main([str(here), str(tmp_path / "rows"), "--vocabulary", str(small)])
    pretrain.main([str(tmp_path / "rows"), "--vocabulary", str(small), "--out", str(read), *sizes])
    judged = [str(here), "-", str(tmp_path / "judged"), "--lang", "judged", "--vocabulary", str(small)]
    make_rows.main(judged)
    with pytest.raises(InputError, match="is not empty"):
        make_rows.main(judged)
    kept = str(read / "model.safetensors")
    short = ["--positions", "192", "--steps", "3", "--log-every", "3", "--warm", "1"]
    train.main([str(tmp_path / "judged"), "--out", str(tuned), "--from", kept, *short])
    lines = (read / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["positions"] for line in lines] == [2 * 2 * 128, 4 * 2 * 128]
    (curve,) = map(json.loads, (tuned / "log.jsonl").read_text(encoding="utf-8").splitlines())
    assert {"token_auc", "token_auc without counts", "token_auc of the tagger", "auc wrong-word"} <= curve.keys()
    to_onnx.main([str(tuned), "--out", str(small), "--vocabulary", str(small)])
    assert {"step", "positions", "data"} <= weights.provenance(small / "model.safetensors").keys()
    told = {"name": "toy-2", "tags": {lang: dict.fromkeys(TAGS[1:], LIMITS) for lang in ("fr", "de", "en", "es")}}
    (small / "thresholds.json").write_text(json.dumps(told), encoding="utf-8")
    (estimate,) = SmallEstimator(small)([Segment("Hund schläft heute .", "de", "le chat dort", "fr")])
    assert estimate.probability is not None


def test_a_network_that_has_learnt_nothing_says_what_the_tagger_says(tmp_path: Path, model: Path) -> None:
    for file in ("tokenizer.json", "thresholds.json"):
        shutil.copy(model / file, tmp_path)
    size = Vocabulary(model / "tokenizer.json").size
    write(tmp_path, Small(replace(TINY, pieces=size)).eval(), tmp_path)
    segments = [one for one in TEXTS if one.target and one.target_lang != "pt"]
    words = [tokens(one.target, one.target_lang) for one in segments]
    found, tagged = SmallEstimator(tmp_path).probabilities(segments, words), tagger().probabilities(segments, words)
    for n, (tags, broken) in tagged.items():
        np.testing.assert_allclose(found[n][0], tags, atol=1e-3)
        assert found[n][1] == pytest.approx(broken, abs=1e-3)
