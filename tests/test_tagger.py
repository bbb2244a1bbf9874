"""The tagger: training, saving, exporting, running."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from mtqa.errors import ConfigError
from mtqa.finding import Estimate
from mtqa.qe.estimator import TaggerEstimator, Threshold, is_said_at_once, spans
from mtqa.qe.examples import Example, arrays, write_shards
from mtqa.qe.export import export
from mtqa.qe.features import COUNTED, FEATURES, LANGS, features
from mtqa.qe.identity import CLASSES, ENDINGS, WORDS, identity
from mtqa.qe.network import Tagger, TaggerConfig
from mtqa.qe.tags import TAGS
from mtqa.qe.thresholds import chosen, write
from mtqa.qe.tokens import in_links, tokens
from mtqa.qe.train import Batch, Settings, load, losses, save, thinned, train, weights
from mtqa.segment import Segment

SMALL = TaggerConfig(width=16)
TEXTS = ["Le maire a inauguré le pont mardi.", "La ministre a répondu aux questions de la presse, selon elle."]


def network(seed: int = 1) -> Tagger:
    torch.manual_seed(seed)
    return Tagger(SMALL).eval()


def examples(size: int) -> list[Example]:
    clean = [Example(TEXTS[n % 2], "fr", None) for n in range(size)]
    broken = [Example("Le maire a Brücke le pont mardi.", "fr", "de", ((11, 17, "untranslated"),)) for _ in range(size)]
    return clean + broken


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "model"
    folder.mkdir()
    export([network()], folder / "tagger.onnx")
    write(folder, dict.fromkeys(LANGS, dict.fromkeys(TAGS[1:], Threshold(0.5, 0.3, 0.9))), "toy")
    return folder


def rows(size: int, length: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Features, identities and mask, (B, T, ...)."""
    who = torch.stack([torch.randint(0, most, (size, length)) for most in (CLASSES, WORDS, ENDINGS)], dim=-1)
    return torch.randn(size, length, len(FEATURES)), who, torch.ones(size, length)


def test_padding_changes_nothing() -> None:
    row, more = rows(2, 8), rows(2, 5)
    tags, broken = network()(*row)
    x, who, mask = (torch.cat(both, dim=1) for both in zip(row, more, strict=True))
    mask[:, 8:] = 0
    tags_padded, broken_padded = network()(x, who, mask)
    torch.testing.assert_close(tags, tags_padded[:, :8])
    torch.testing.assert_close(broken, broken_padded)


def test_features_are_named_finite_and_alike_in_any_batch() -> None:
    cut = [tokens(text, "fr") for text in TEXTS]
    together = features(cut, "fr", "de")
    for words, rows in zip(cut, together, strict=True):
        assert rows.shape == (len(words), len(FEATURES))
        assert np.isfinite(rows).all()
        np.testing.assert_array_equal(rows, features([words], "fr", "de")[0])


def test_examples_become_rows_with_the_tag_on_the_marked_tokens() -> None:
    length, (_, who, tags, broken) = next(iter(arrays(examples(1)[1:])))
    assert length == 32
    assert tags[0, :8].tolist() == [0, 0, 0, TAGS.index("untranslated"), 0, 0, 0, 0]
    assert set(tags[0, 8:]) == {255}
    assert who[0, 0].tolist() == list(identity("Le", "fr"))
    assert broken.tolist() == [1]


SETTINGS = Settings(batch=32, epochs=2, warm=5, save_every=10)


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shards")
    write_shards(folder, examples(330))
    return folder


@pytest.fixture(scope="module")
def trained(shards: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained")
    train([shards], folder, SETTINGS, SMALL)
    return folder


def same_weights(one: Path, two: Path) -> bool:
    left, right = load(one).state_dict(), load(two).state_dict()
    return left.keys() == right.keys() and all(left[name].equal(right[name]) for name in left)


def test_the_dev_loss_falls_in_training(trained: Path) -> None:
    log = [json.loads(line) for line in (trained / "log.jsonl").read_text().splitlines()]
    assert log[-1]["loss"] < log[0]["loss"]


def test_loss_falls_on_one_batch() -> None:
    _, made = next(iter(arrays(examples(8))))
    x, who, y, broken = (torch.from_numpy(one.astype(kind)) for one, kind in zip(made, "flll", strict=True))
    batch, model = Batch(x, who, y, broken), network().train()
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-2)
    seen = []
    for _ in range(30):
        loss, _, _ = losses(model, batch, SETTINGS)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        seen.append(float(loss.detach()))
    assert seen[-1] < seen[0] / 10


@pytest.mark.parametrize("broken_off", [10, 30])  # in the first epoch and in the second
def test_a_run_that_was_broken_off_ends_with_the_weights_of_an_unbroken_one(
    shards: Path, trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken_off: int
) -> None:
    def pulled(*given: Any) -> None:
        save(*given)
        if given[4] == broken_off:
            raise KeyboardInterrupt

    monkeypatch.setattr("mtqa.qe.train.save", pulled)
    with pytest.raises(KeyboardInterrupt):
        train([shards], tmp_path, SETTINGS, SMALL)
    monkeypatch.undo()
    assert not (tmp_path / "model.safetensors").exists()
    train([shards], tmp_path, SETTINGS, SMALL)
    assert same_weights(tmp_path, trained)


def test_another_seed_gives_other_weights(shards: Path, trained: Path, tmp_path: Path) -> None:
    train([shards], tmp_path, replace(SETTINGS, seed=2, epochs=0.5), SMALL)
    assert not same_weights(tmp_path, trained)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    first = network()
    first.config.save(tmp_path)
    save_file(weights(first), tmp_path / "model.safetensors")
    again = load(tmp_path)
    assert again.config == first.config
    made = rows(2, 8)
    for one, two in zip(first(*made), again(*made), strict=True):
        torch.testing.assert_close(one, two, atol=2e-3, rtol=0)  # the embeddings are kept as 16-bit floats
    for name, kept in weights(again).items():
        assert kept.equal(weights(first)[name])


def test_onnx_agrees_with_torch(model: Path) -> None:
    estimator = TaggerEstimator(model)
    made = rows(3, 16)
    given = {name: one.numpy() for name, one in zip(("features", "identities", "mask"), made, strict=True)}
    tags, broken = estimator.session.run(None, given)
    with torch.no_grad():
        logits, sentence = network()(*made)
    # 2e-3: the tables of the embeddings are stored as 16-bit floats
    np.testing.assert_allclose(tags, logits.softmax(-1).numpy(), atol=2e-3)
    np.testing.assert_allclose(broken, sentence.sigmoid().numpy(), atol=2e-3)


def segment(text: str, lang: str = "fr") -> Segment:
    return Segment(text, lang)


def test_estimates_do_not_depend_on_batch_or_order(model: Path) -> None:
    estimator = TaggerEstimator(model)
    segments = [segment(TEXTS[0]), segment(" ".join(TEXTS * 12)), segment(""), segment(TEXTS[1])]
    together = estimator(segments)
    assert together == [estimator([one])[0] for one in segments]
    assert together[::-1] == estimator(segments[::-1])


def test_a_language_without_counts_gets_no_estimate(model: Path) -> None:
    assert TaggerEstimator(model)([segment("Москва", "ru")]) == [Estimate(None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Infos sur www.ville-exemple.fr ou par mairie@exemple.org.",
            ["www", "ville-exemple", "fr", "mairie", "exemple", "org"],
        ),
        ("Le pont rouvre.Le maire s'en félicite, dit M. Durand.", []),
        ("Voir (ville.fr/pont), puis mairie.ville.org.", ["ville", "fr", "pont", "mairie", "ville", "org"]),
        ("pont" * 100_000 + ".fr", []),  # one word, dots, labels: read once, not once from each of their characters
        ("." * 100_000, []),
        ("a-" * 50_000 + "." + "é." * 50_000, []),
    ],
    ids=["addresses", "sentences", "domains", "word", "dots", "labels"],
)
def test_addresses_are_told_from_sentences_without_a_space(text: str, expected: list[str]) -> None:
    found = tokens(text, "fr")
    assert [found[n].text for n in in_links(text, found) if found[n].text[0].isalpha()] == expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Le maire a ouvert ouvert le pont.", (4, 5), True),
        ("Le maire a ouvert le pont, a ouvert le pont hier.", (7, 11), True),
        ("Elle a fermé le pont au nord et elle a fermé le pont au sud.", (9, 13), False),
        ("La la fête commence.", (0, 2), True),
        ("Le pont du nord et le pont du nord.", (6, 9), True),
        ("Le pont du nord et le pont du nord.", (6, 8), False),
        ("Le pont est fermé et le pont est ouvert.", (5, 7), False),
    ],
)
def test_only_what_is_said_again_at_once_is_a_repetition(text: str, span: tuple[int, int], expected: bool) -> None:
    assert is_said_at_once(tokens(text, "fr"), *span) is expected


def test_thinned_counts_are_lower_and_never_negative() -> None:
    x = torch.full((64, 4, len(FEATURES)), 2.0)
    made = thinned(x, 0.5, np.random.default_rng(1))
    counted = len(COUNTED)
    assert set(made[..., :counted].unique().tolist()) == {0.0, 0.75, 2.0}
    assert made[..., counted:].equal(x[..., counted:])


def test_spans_begin_at_the_high_threshold_and_reach_to_the_low_one() -> None:
    ok = np.array([0.9, 0.6, 0.2, 0.6, 0.9, 0.55, 0.9])
    tags = np.zeros((7, len(TAGS)), np.float32)
    tags[:, 0], tags[:, 2] = ok, 1 - ok
    limits = dict.fromkeys(TAGS[1:], Threshold(0.7, 0.35, 0.9))
    assert [(first, last, tag) for first, last, tag, _ in spans(tags, limits)] == [(1, 4, TAGS[2])]


def test_thresholds_keep_each_tag_within_its_budget() -> None:
    found = {"form": [0.99, 0.95, 0.9, 0.8, 0.7], "missing": [0.6]}
    limits = chosen(found, words=40_000, budget=0.05)
    assert sum(peak >= limits["form"].high for peak in found["form"]) == 2
    assert limits["missing"].high == 0.5


def half_of(file: Path) -> bytes:
    whole = file.read_bytes()
    return whole[: len(whole) // 2]


def write_without(folder: Path, key: str) -> None:
    told = json.loads((folder / "thresholds.json").read_text())
    del told["tags"]["fr"][TAGS[1]][key]
    (folder / "thresholds.json").write_text(json.dumps(told))


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda folder: (folder / "tagger.onnx").write_bytes(b"no model"), "the model is damaged"),
        (lambda folder: (folder / "tagger.onnx").unlink(), "tagger.onnx is missing"),
        (lambda folder: (folder / "tagger.onnx").write_bytes(half_of(folder / "tagger.onnx")), "the model is damaged"),
        (lambda folder: (folder / "thresholds.json").write_text("{"), "no thresholds of a model"),
        (lambda folder: (folder / "thresholds.json").write_text("[]"), "no thresholds of a model"),
        (lambda folder: (folder / "thresholds.json").write_bytes(b"\xff\xfe"), "no thresholds of a model"),
        (lambda folder: (folder / "thresholds.json").unlink(), "no thresholds of a model"),
        (lambda folder: write_without(folder, "high"), "no thresholds of a model"),
        (lambda folder: export([Tagger(replace(SMALL, features=9))], folder / "tagger.onnx"), "reads other features"),
    ],
)
def test_a_damaged_model_folder_is_told_in_one_line(model: Path, damage: object, told: str) -> None:
    assert callable(damage)
    damage(model)
    with pytest.raises(ConfigError) as raised:
        TaggerEstimator(model)([segment(TEXTS[0])])
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)
