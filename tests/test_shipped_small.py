"""The shipped transformer: it says in 8 bits what it was trained to say, and reads a source where there is one."""

from dataclasses import replace

import pytest

pytest.importorskip("transformers")

import numpy as np
import torch
from click.testing import CliRunner

from mtqa.cli import main
from mtqa.errors import ConfigError
from mtqa.lexicon.table import folder
from mtqa.qe.shipped import opened
from mtqa.qe.tokens import tokens
from mtqa.qe.transformer import estimator as small
from mtqa.qe.transformer.estimator import SmallEstimator
from mtqa.qe.transformer.export import load
from mtqa.qe.transformer.rows import Labelled, arrays
from mtqa.qe.transformer.train import tensors
from mtqa.segment import Segment

TEXTS = [
    Segment("Le maire a présenté un plan rénovation la des pour écoles du quartier.", "fr"),
    Segment("Die Anwohner haben gegen la fermeture des Schwimmbads demonstriert.", "de"),
    Segment("The court upheld the sentence the sentence handed down in May.", "en"),
    Segment("El nueva estación se abrirá al público en primavera.", "es"),
    Segment("Le tribunal a confirmé la peine prononcée en mai contre l'ancien directeur.", "fr"),
    Segment("Die Stadt baut eine Schule.", "de", "The city is closing a school.", "en"),
]


@pytest.fixture(scope="module")
def model() -> SmallEstimator:
    found = opened(folder() / "small")
    assert isinstance(found, SmallEstimator)
    return found


def test_eight_bits_change_little_of_what_was_learnt(model: SmallEstimator) -> None:
    network = load(folder() / "small")
    cut = [tokens(one.target, one.target_lang) for one in TEXTS]
    said = model.probabilities(TEXTS, cut)
    for n, one in enumerate(TEXTS):
        text = Labelled(one.target, one.target_lang, one.source_lang, one.source)
        (shard,) = [made for _, made in arrays(model.vocabulary, [text]) if len(made.broken)]
        with torch.no_grad():
            tags, _ = tensors(shard, "cpu").run(network)
        wanted = tags.softmax(-1)[0, : len(cut[n])].numpy()
        assert float(np.abs(said[n][0] - wanted).max()) < 0.1
        assert float(np.abs(said[n][0] - wanted).mean()) < 0.01


def test_it_marks_what_is_broken_and_not_what_is_sound(model: SmallEstimator) -> None:
    marked = [
        [one.target[mark.hit.start : mark.hit.end] for mark in e.marks]
        for one, e in zip(TEXTS, model(TEXTS), strict=True)
    ]
    assert "la fermeture" in " ".join(marked[1])
    assert "rénovation la des" in " ".join(marked[0])
    assert not marked[4]


def test_a_source_is_read(model: SmallEstimator) -> None:
    beside = TEXTS[-1]
    others = [replace(beside, source=None), replace(beside, source="The city is building a school.")]
    cut = [tokens(beside.target, "de")] * 3
    said = [tags for tags, _ in model.probabilities([beside, *others], cut).values()]
    assert not np.allclose(said[0], said[1], atol=1e-3)
    assert not np.allclose(said[0], said[2], atol=1e-3)


def test_it_runs_by_its_name() -> None:
    done = CliRunner().invoke(main, ["check", "-", "--lang", "de", "--model", "small"], input=TEXTS[1].target)
    assert done.exit_code in (0, 1), done.output
    assert "la fermeture" in done.output


def test_what_it_needs_is_said_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small, "find_spec", lambda name: None if name == "tokenizers" else True)
    with pytest.raises(ConfigError, match=r"needs tokenizers: pip install 'mtqa\[small\]'"):
        opened(folder() / "small")
