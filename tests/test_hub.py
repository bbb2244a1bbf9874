"""Models of the transformers library beside the rules: real loading of tiny random models that are made here."""

import json
import pickle
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from click.testing import CliRunner
from hub_models import TEXTS, copied, every_kind, rewrite
from transformers import (
    AutoModelForCausalLM,
    AutoModelForMaskedLM,
    AutoModelForSequenceClassification,
    AutoModelForTokenClassification,
    AutoTokenizer,
)

from mtqa.cli import main
from mtqa.finding import Estimate, Severity
from mtqa.qe.estimator import Threshold
from mtqa.qe.hub.estimator import HubEstimator, order
from mtqa.qe.hub.judged import Judged, marks
from mtqa.qe.hub.labels import ANY
from mtqa.qe.hub.language_model import limit_of
from mtqa.qe.hub.place import find
from mtqa.qe.shipped import open_model
from mtqa.review import Settings, review
from mtqa.segment import Document, Segment

ODD = "🙂 E\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT} l'armée\N{NO-BREAK SPACE}: “Œuvre” x_y 3,5 %"
LONG = " ".join(TEXTS * 4)


def fr(text: str, source: str | None = None) -> Segment:
    return Segment(text, "fr", source=source)


SEGMENTS = [fr(text) for text in (*TEXTS, ODD, LONG)]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return every_kind(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def opened(folders: dict[str, Path]) -> dict[str, HubEstimator]:
    return {name: HubEstimator(find(str(folder))) for name, folder in folders.items()}


KINDS = ("tokens", "score", "pair", "labels", "causal", "masked")


@pytest.mark.parametrize("kind", ["tokens", "causal", "masked"])
def test_words_keep_their_places_whatever_the_tokenizer_makes_of_them(
    opened: dict[str, HubEstimator], kind: str
) -> None:
    for segment, judged in zip(SEGMENTS, opened[kind].worker.judge(SEGMENTS), strict=True):
        assert [segment.target[w.start : w.end] for w in judged.words] == [w.text for w in judged.words]
        assert "".join(w.text for w in judged.words) == "".join(segment.target.split())
        assert len(judged.values) == len(judged.words)


@pytest.mark.parametrize("kind", ["tokens", "causal"])
def test_marks_lie_inside_the_segment_and_quote_it(opened: dict[str, HubEstimator], kind: str) -> None:
    for segment, estimate in zip(SEGMENTS, opened[kind](SEGMENTS), strict=True):
        for mark in estimate.marks:
            assert 0 <= mark.hit.start < mark.hit.end <= len(segment.target)
            assert segment.target[mark.hit.start : mark.hit.end][:20] in mark.hit.message
            assert 0 < mark.hit.confidence <= 1


def test_a_words_probability_is_that_of_its_first_subword(
    folders: dict[str, Path], opened: dict[str, HubEstimator]
) -> None:
    tokenizer = AutoTokenizer.from_pretrained(folders["tokens"])
    model = AutoModelForTokenClassification.from_pretrained(folders["tokens"]).eval()
    text = TEXTS[1]
    row = tokenizer(text, return_offsets_mapping=True, return_tensors="pt")
    starts = [start for start, _ in row.pop("offset_mapping")[0].tolist()]
    with torch.no_grad():
        bad = 1 - model(**row).logits.softmax(-1)[0, :, 0]
    [judged] = opened["tokens"].worker.judge([fr(text)])
    for word, value in zip(judged.words, judged.values, strict=True):
        assert value == pytest.approx(float(bad[starts.index(word.start, 1)]), abs=1e-5)


def test_a_words_surprisal_is_that_of_its_subwords_added(
    folders: dict[str, Path], opened: dict[str, HubEstimator]
) -> None:
    tokenizer = AutoTokenizer.from_pretrained(folders["causal"])
    model = AutoModelForCausalLM.from_pretrained(folders["causal"]).eval()
    text = TEXTS[1]
    ids = torch.tensor([[tokenizer.bos_token_id, *tokenizer(text)["input_ids"]]])
    with torch.no_grad():
        nats = torch.nn.functional.cross_entropy(model(ids).logits[0, :-1], ids[0, 1:], reduction="none")
    offsets = tokenizer(text, return_offsets_mapping=True)["offset_mapping"]
    [judged] = opened["causal"].worker.judge([fr(text)])
    for word, value in zip(judged.words, judged.values, strict=True):
        begin = word.start - (text[word.start - 1 : word.start] == " ")  # a space counts for the word behind it
        inside = [n for n, (start, end) in enumerate(offsets) if begin < end and start < word.end]
        if np.isfinite(value):
            assert value == pytest.approx(float(nats[inside].sum()) / np.log(2), rel=1e-4)
    assert np.isfinite(judged.values).sum() == 11


def test_masked_surprisal_hides_a_subword_and_the_rest_of_its_word(
    folders: dict[str, Path], opened: dict[str, HubEstimator]
) -> None:
    tokenizer = AutoTokenizer.from_pretrained(folders["masked"])
    model = AutoModelForMaskedLM.from_pretrained(folders["masked"]).eval()
    text = TEXTS[0]
    row = tokenizer(text, return_offsets_mapping=True)
    ids, offsets = row["input_ids"], row["offset_mapping"]
    [judged] = opened["masked"].worker.judge([fr(text)])
    for word, value in zip(judged.words, judged.values, strict=True):
        inside = [n for n, (start, end) in enumerate(offsets) if word.start <= start < end <= word.end]
        bits = 0.0
        for place in inside:
            hidden = [tokenizer.mask_token_id if n in inside and n >= place else one for n, one in enumerate(ids)]
            with torch.no_grad():
                chance = model(torch.tensor([hidden])).logits[0, place].softmax(-1)[ids[place]]
            bits -= float(chance.log2())
        if np.isfinite(value):
            assert value == pytest.approx(bits, rel=1e-3)
    assert len(inside) == 1
    assert np.isfinite(judged.values).sum() == 7


def test_a_head_that_is_not_known_gives_the_same(
    opened: dict[str, HubEstimator], monkeypatch: pytest.MonkeyPatch
) -> None:
    from contextlib import nullcontext

    from mtqa.qe.hub import language_model

    [narrow] = opened["masked"].worker.judge([fr(TEXTS[0])])
    monkeypatch.setattr(language_model, "only_at", lambda *_: nullcontext())
    [whole] = opened["masked"].worker.judge([fr(TEXTS[0])])
    np.testing.assert_allclose(narrow.values, whole.values, rtol=1e-4)


@pytest.mark.parametrize("kind", ["tokens", "causal", "masked", "score"])
def test_a_long_text_is_read_in_windows_and_none_of_it_is_lost(
    opened: dict[str, HubEstimator], folders: dict[str, Path], kind: str
) -> None:
    from mtqa.qe.hub.windows import windows

    worker = opened[kind].worker
    rows = windows(worker.network, [fr(LONG)], "target", room=1)
    offsets = AutoTokenizer.from_pretrained(folders[kind])(LONG, add_special_tokens=False, return_offsets_mapping=True)[
        "offset_mapping"
    ]
    assert len(rows) > 2
    seen = {row.first + n: end for row in rows for n, (_, end) in enumerate(row.spans)}
    assert [seen[n] for n in sorted(seen)] == [end for _, end in offsets]
    assert all(len(row.ids) < worker.network.longest for row in rows)
    assert all(one.first < before.first + len(before.spans) for before, one in pairwise(rows))


def test_positions_that_start_late_are_not_overrun(opened: dict[str, HubEstimator]) -> None:
    assert opened["score"].worker.network.longest == 80  # 82 positions, of which RoBERTa leaves two unused


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_comes_out_again(folders: dict[str, Path], opened: dict[str, HubEstimator], kind: str) -> None:
    given = [fr(s.target, "A source.") for s in SEGMENTS]
    first = opened[kind](given)
    assert opened[kind](given) == first
    again = pickle.loads(pickle.dumps(opened[kind]))
    assert "worker" not in again.__dict__
    assert again(given) == first


@pytest.mark.parametrize("kind", ["tokens", "score"])
def test_padding_and_company_change_nothing(opened: dict[str, HubEstimator], kind: str) -> None:
    together = opened[kind](SEGMENTS)
    alone = [opened[kind]([one])[0] for one in SEGMENTS]
    for one, other in zip(together, alone, strict=True):
        assert one.probability == pytest.approx(other.probability, abs=0.002)
        assert [(m.hit.start, m.hit.end) for m in one.marks] == [(m.hit.start, m.hit.end) for m in other.marks]


def test_a_score_is_brought_to_its_scale_and_the_worst_window_counts(
    folders: dict[str, Path], opened: dict[str, HubEstimator]
) -> None:
    tokenizer = AutoTokenizer.from_pretrained(folders["score"])
    model = AutoModelForSequenceClassification.from_pretrained(folders["score"]).eval()
    with torch.no_grad():
        score = float(model(**tokenizer(TEXTS[0], return_tensors="pt")).logits[0, 0])
    [estimate] = opened["score"]([fr(TEXTS[0])])
    assert -2 < score < 2
    assert estimate == Estimate(pytest.approx((score + 2) / 4, abs=0.001))


def test_labels_that_mean_ok_make_the_probability(folders: dict[str, Path], opened: dict[str, HubEstimator]) -> None:
    tokenizer = AutoTokenizer.from_pretrained(folders["labels"])
    model = AutoModelForSequenceClassification.from_pretrained(folders["labels"]).eval()
    with torch.no_grad():
        chance = float(model(**tokenizer(TEXTS[2], return_tensors="pt")).logits.softmax(-1)[0, 1])
    assert opened["labels"]([fr(TEXTS[2])]) == [Estimate(pytest.approx(chance, abs=0.001))]


def test_a_model_of_pairs_reads_the_source_and_says_nothing_without_it(
    folders: dict[str, Path], opened: dict[str, HubEstimator]
) -> None:
    tokenizer = AutoTokenizer.from_pretrained(folders["pair"])
    model = AutoModelForSequenceClassification.from_pretrained(folders["pair"]).eval()
    source = "The mayor opened it."
    with torch.no_grad():
        score = float(model(**tokenizer(source, TEXTS[0], return_tensors="pt")).logits[0, 0])
    given = [fr(TEXTS[0], source), fr(TEXTS[0])]
    assert opened["pair"](given) == [Estimate(pytest.approx((score + 2) / 4, abs=0.001)), Estimate(None)]
    assert opened["pair"]([fr(LONG, LONG)])[0].probability is not None


def test_the_task_of_the_config_says_what_is_read(folders: dict[str, Path], tmp_path: Path) -> None:
    folder = copied(folders["score"], tmp_path)
    rewrite(folder, finetuning_task="translation_quality_estimation")
    assert order(find(str(folder))) == "source-target"
    assert order(find(str(folders["score"]))) == "target"


def test_other_languages_get_no_estimate(folders: dict[str, Path], tmp_path: Path) -> None:
    folder = copied(folders["tokens"], tmp_path)
    (folder / "mtqa_thresholds.json").write_text('{"langs": ["de"]}')
    estimator = HubEstimator(find(str(folder)))
    assert estimator([fr(TEXTS[0])]) == [Estimate(None)]
    assert estimator([Segment(TEXTS[2], "de")])[0].probability is not None


def test_a_sentence_without_words_is_no_trouble(opened: dict[str, HubEstimator]) -> None:
    for kind in ("tokens", "score", "labels", "causal", "masked"):
        assert opened[kind]([]) == []
        assert opened[kind]([fr(""), fr(" \n")]) == [Estimate(None)] * 2
        assert len(opened[kind]([fr("—"), fr("今天天气很好。")])) == 2


def test_a_script_without_spaces_is_judged_piece_by_piece(opened: dict[str, HubEstimator]) -> None:
    [judged] = opened["causal"].worker.judge([Segment("今天天气很好。", "zh")])
    assert [w.text for w in judged.words] == list("今天天气很好。")


def test_spans_begin_at_high_take_in_neighbours_and_are_minor_below_sure() -> None:
    segment = fr("un deux trois quatre cinq")
    words = tuple(word for word in __import__("mtqa.text", fromlist=["words"]).words(segment.target, "fr"))
    values = np.array([0.1, 0.4, 0.8, 0.1, np.nan], np.float32)
    found = [
        (m.hit.start, m.hit.end, m.severity, m.hit.confidence)
        for sure in (0.8, 0.9)
        for m in marks(segment, Judged(words, values), Threshold(0.6, 0.3, sure), (ANY,), top=1.0)
    ]
    assert found == [(3, 13, Severity.MAJOR, 0.8), (3, 13, Severity.MINOR, 0.8)]


def test_limits_come_from_the_document_where_it_is_long_enough() -> None:
    few = np.array([3.0] * 10 + [90.0], np.float32)
    many = np.array([4.0, 5.0, 6.0] * 40 + [90.0, np.nan], np.float32)
    assert limit_of(few).high == pytest.approx(22)
    assert limit_of(many).high == pytest.approx(12)
    assert limit_of(many).sure == float("inf")


def test_names_are_improbable_without_being_wrong(folders: dict[str, Path], tmp_path: Path) -> None:
    text = "Le maire Zorblatt a parlé à Xandu."
    folder = copied(folders["causal"], tmp_path)
    silent = HubEstimator(find(str(folder))).worker.judge([fr(text)])[0]
    (folder / "mtqa_thresholds.json").write_text('{"names": true}')
    told = HubEstimator(find(str(folder))).worker.judge([fr(text)])[0]
    unjudged = [w.text for w, v in zip(silent.words, silent.values, strict=True) if not np.isfinite(v)]
    assert unjudged == ["Zorblatt", "Xandu", "."]
    assert np.isfinite(told.values).sum() == len(told.words) - 1


def test_limits_of_the_folder_decide(folders: dict[str, Path], tmp_path: Path) -> None:
    folder = copied(folders["causal"], tmp_path)
    bits = HubEstimator(find(str(folder))).worker.judge([fr(TEXTS[0])])[0].values
    worst = float(np.nanmax(bits))
    limits = {"fr": {"high": worst - 0.01, "low": worst - 0.01, "sure": worst - 0.01}}
    (folder / "mtqa_thresholds.json").write_text(json.dumps({"limits": limits}))
    [estimate] = HubEstimator(find(str(folder)))([fr(TEXTS[0])])
    assert [(m.code, m.severity) for m in estimate.marks] == [("Q521", Severity.MAJOR)]


# The command line.


def test_check_runs_a_model_and_signs_with_it(folders: dict[str, Path], tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("\n".join(TEXTS[:2]), encoding="utf-8")
    given = ["check", str(file), "--lang", "fr", "--model", str(folders["tokens"]), "--output-format", "json"]
    result = CliRunner().invoke(main, given)
    told = json.loads(result.stdout)
    found = [f for f in told["documents"][0]["findings"] if f["code"].startswith("Q")]
    assert f"|model:{find(str(folders['tokens'])).name}|" in told["signature"]
    assert found
    assert {f["code"] for f in found} == {"Q520"}
    assert all(file.read_text(encoding="utf-8")[f["start"] : f["end"]] == f["text"] for f in found)
    without = json.loads(CliRunner().invoke(main, [*given, "--ignore", "likely-error"]).stdout)
    assert not [f for f in without["documents"][0]["findings"] if f["code"] == "Q520"]


def test_improbable_words_are_those_of_their_own_document(folders: dict[str, Path]) -> None:
    estimator, name = open_model(str(folders["causal"]))
    settings = Settings((), estimator=estimator, model=name, model_codes=frozenset({"Q521"}))
    plain = [Document(str(n), "-", f"{text} {LONG}", target_lang="fr") for n, text in enumerate(TEXTS)]
    alone = [next(review([one], settings)).findings for one in plain]
    assert [one.findings for one in review(plain, settings)] == alone
    assert any(alone)
    assert {(f.severity, f.hit.confidence <= 0.3) for found in alone for f in found} == {(Severity.MINOR, True)}


@pytest.mark.parametrize("model", ["no-such-model", "./no/such/folder"])
def test_a_model_that_is_not_there_is_exit_2(tmp_path: Path, model: str) -> None:
    file = tmp_path / "article.txt"
    file.write_text(TEXTS[0], encoding="utf-8")
    result = CliRunner().invoke(main, ["check", str(file), "--model", model])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"mtqa: no model '{model}'")
    assert result.stderr.count("\n") == 1
