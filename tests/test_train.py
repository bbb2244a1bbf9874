"""`mtqa train`: labelled files in, a model's folder and a before/after table out."""

import json
import random
import sys
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
import torch
from click.testing import CliRunner, Result
from safetensors.torch import load_file

from mtqa.cli import main
from mtqa.errors import InputError
from mtqa.finding import Category
from mtqa.lexicon.table import folder
from mtqa.qe.estimator import TaggerEstimator, Threshold
from mtqa.qe.examples import TAG_NUMBER, UNJUDGED
from mtqa.qe.metrics import overlaps
from mtqa.qe.tags import TAGS
from mtqa.qe.tune.limits import raised, sound_peaks
from mtqa.qe.tune.parts import parted
from mtqa.qe.tune.rows import LEARNT_AS, Labelled, read_labelled, tag_of
from mtqa.qe.tune.tagger import sentence_rows
from mtqa.sentences import split

OPENINGS = ["Le maire", "La ministre", "Le directeur", "Une députée", "Le président du club"]
DEEDS = ["a inauguré", "a présenté", "a visité", "veut fermer", "défend"]
THINGS = ["le pont de la ville", "un projet pour la gare", "la nouvelle école", "les comptes de la région"]
WHEN = ["mardi soir", "devant la presse", "après deux ans de travaux", "malgré les critiques"]


def sentence(draw: random.Random) -> list[str]:
    return " ".join(draw.choice(part) for part in (OPENINGS, DEEDS, THINGS, WHEN)).split()


def row(number: int, draw: random.Random) -> dict[str, Any]:
    """A passage of two sentences; in two of three, two words of the second have changed places."""
    first, second = sentence(draw), sentence(draw)
    text = " ".join(first) + ". "
    errors = []
    if number % 3:
        at = draw.randrange(1, len(second) - 2)
        second[at], second[at + 1] = second[at + 1], second[at]
        start = len(text) + len(" ".join(second[:at])) + 1
        errors = [{"start": start, "end": start + len(" ".join(second[at : at + 2])), "category": "fluency/word-order"}]
    text += " ".join(second) + "."
    return {"id": f"p{number}", "text": text, "tgt_lang": "fr", "src_lang": "de", "errors": errors}


def rows(size: int) -> list[dict[str, Any]]:
    draw = random.Random(1)
    return [row(number, draw) for number in range(size)]


def written(folder: Path, told: list[dict[str, Any]] | list[str]) -> Path:
    lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in told]
    file = folder / "labelled.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["train", *map(str, arguments)])


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    root = tmp_path_factory.mktemp("trained")
    return root / "mine", run(written(root, rows(90)), "--out", root / "mine", "--epochs", 4)


def test_training_says_what_it_was_worth_on_what_was_held_out(trained: tuple[Path, Result]) -> None:
    out, result = trained
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0].split() == ["held-out", "documents", "before", "after"]
    told = json.loads((out / "training.json").read_text(encoding="utf-8"))
    assert told["passages"] == {
        "learnt": {"passages": 57, "errors": 38},
        "choosing": {"passages": 15, "errors": 10},
        "held-out": {"passages": 18, "errors": 12},
    }
    assert told["thresholds"] == "of tagger, raised"
    assert any(told["epochs"])
    assert told["held-out"]["after"]["word_auc"] > told["held-out"]["before"]["word_auc"]
    assert (out / "training.md").read_text(encoding="utf-8").startswith("# training")


def test_the_folder_runs_as_a_model(trained: tuple[Path, Result], tmp_path: Path) -> None:
    out, _ = trained
    file = tmp_path / "article.txt"
    file.write_text(rows(3)[1]["text"], encoding="utf-8")
    done = CliRunner().invoke(
        main, ["check", str(file), "--lang", "fr", "--model", str(out), "--output-format", "json"]
    )
    assert "|model:mine-" in json.loads(done.stdout)["signature"]


def test_the_held_out_passages_can_be_measured_again(trained: tuple[Path, Result], tmp_path: Path) -> None:
    out, _ = trained
    given = ["evaluate", "gold", str(out / "held-out.jsonl"), "-o", str(tmp_path), "--model", str(out)]
    assert CliRunner().invoke(main, given).exit_code == 0
    again = json.loads((tmp_path / "gold.json").read_text(encoding="utf-8"))["all"]
    told = json.loads((out / "training.json").read_text(encoding="utf-8"))["held-out"]["after"]
    assert {key: again[key] for key in ("tight", "findings", "clean_ok")} == {
        key: told[key] for key in ("tight", "findings", "clean_ok")
    }


def test_the_same_seed_gives_the_same_weights(trained: tuple[Path, Result], tmp_path: Path) -> None:
    out, _ = trained
    assert run(written(tmp_path, rows(90)), "--out", tmp_path / "again", "--epochs", 4).exit_code == 0
    one, two = (load_file(place / "run1" / "model.safetensors") for place in (out, tmp_path / "again"))
    for name in one:
        torch.testing.assert_close(one[name], two[name], rtol=0, atol=0)
    start = load_file(folder() / "tagger" / "run1" / "model.safetensors")
    assert not all(torch.equal(one[name], start[name]) for name in one)


def test_nothing_sound_is_marked_in_the_part_that_chose(trained: tuple[Path, Result], tmp_path: Path) -> None:
    out, _ = trained
    estimator = TaggerEstimator(out)
    choosing = parted(labelled(tmp_path, rows(90)), 0.2, seed=1).choosing
    for one in choosing:
        segments = split(one.passage.document).segments
        for segment, estimate in zip(segments, estimator(segments), strict=True):
            for mark in estimate.marks:
                place = (segment.start + mark.hit.start, segment.start + mark.hit.end)
                assert any(overlaps(place, (e.start, e.end)) for e in one.passage.errors)


class Suspicious:
    """Sees a wrong form at two words: "maire", which is wrong, and "part", which is sound."""

    def probabilities(self, segments: Any, cut: Any) -> dict[int, tuple[Any, float]]:
        form = TAG_NUMBER["form"]
        found = {}
        for n, words in enumerate(cut):
            tags = np.zeros((len(words), len(TAGS)), np.float32)
            tags[:, form] = [{"maire": 0.9, "part": 0.7}.get(word.text, 0.1) for word in words]
            tags[:, 0] = 1 - tags[:, form]
            found[n] = tags, 0.5
        return found


def test_what_is_suspected_in_sound_words_counts(tmp_path: Path) -> None:
    error = {"start": 3, "end": 8, "category": "grammar"}
    passages = labelled(tmp_path, [{"text": "Le maire rit. Il part.", "tgt_lang": "fr", "errors": [error]}])
    assert sound_peaks(cast(TaggerEstimator, Suspicious()), passages) == {"form": pytest.approx(0.7)}


def test_a_threshold_is_raised_and_never_lowered() -> None:
    limit = Threshold(high=0.8, low=0.4, sure=0.9)
    assert raised(limit, 0.0) == limit
    assert raised(limit, 0.5) == limit
    assert raised(limit, 0.95) == Threshold(high=0.9501, low=0.475, sure=0.9501)


# The labelled file.


def labelled(tmp_path: Path, told: list[dict[str, Any]]) -> list[Labelled]:
    return read_labelled(written(tmp_path, told))


def test_passages_of_one_document_are_never_parted(tmp_path: Path) -> None:
    told = [{**one, "document": f"d{number % 30}"} for number, one in enumerate(rows(90))]
    parts = parted(labelled(tmp_path, told), 0.2, seed=1)
    groups = [{one.group for one in part} for part in (parts.learnt, parts.choosing, parts.held_out)]
    assert sum(map(len, groups)) == len(set.union(*groups)) == 30
    for part in (parts.learnt, parts.choosing, parts.held_out):
        assert {bool(one.passage.errors) for one in part} == {True, False}
    assert parted(labelled(tmp_path, told), 0.2, seed=1) == parts
    assert parted(labelled(tmp_path, told), 0.2, seed=2) != parts


def test_few_documents_are_too_few(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="9 documents with errors: at least 10 are needed"):
        parted(labelled(tmp_path, rows(14)), 0.2, seed=1)


def test_words_of_errors_that_rules_find_teach_nothing(tmp_path: Path) -> None:
    text = "Le maire a dit « oui pont le mardi."
    errors = [{"start": 15, "end": 16, "category": "quotes"}, {"start": 21, "end": 28, "category": "word-order"}]
    [one] = sentence_rows(labelled(tmp_path, [{"text": text, "tgt_lang": "fr", "errors": errors}]))
    order = TAG_NUMBER["word-order"]
    assert one.tags == (0, 0, 0, 0, UNJUDGED, 0, order, order, 0, 0)
    assert one.is_broken


def test_minor_errors_leave_a_sentence_unbroken(tmp_path: Path) -> None:
    error = {"start": 0, "end": 2, "category": "casing", "severity": "minor"}
    told = [{"text": "le maire rit. Il part.", "tgt_lang": "fr", "errors": [error]}]
    assert [(one.is_broken, one.tags[0]) for one in sentence_rows(labelled(tmp_path, told))] == [
        (False, TAG_NUMBER["casing"]),
        (False, 0),
    ]


def test_every_category_is_learnt_as_a_tag_or_left_to_the_rules() -> None:
    assert {tag for tag in LEARNT_AS.values() if tag} == set(TAGS[1:])
    assert tag_of("accuracy/untranslated") == "untranslated"
    assert tag_of(Category.PUNCTUATION) == ""


GOOD = {"text": "Le maire rit.", "tgt_lang": "fr", "errors": []}
SPAN = {"start": 3, "end": 8, "category": "grammar"}
WRONG: list[tuple[Any, str]] = [
    ("{", ":1: is not JSON"),
    ("[1]", ":1: must be a JSON object, not [1]"),
    ({**GOOD, "text": " "}, ":1: 'text' must be a text, not \" \""),
    ({**GOOD, "text": None}, ":1: 'text' must be a text, not nothing"),
    ({**GOOD, "tgt_lang": "ru"}, ":1: the tagger does not speak 'ru', only fr, de, en, es"),
    ({**GOOD, "src_lang": 3}, ":1: 'src_lang' must be a language tag, not 3"),
    ({"text": "Oui.", "tgt_lang": "fr"}, ":1: 'errors' must be a list (an empty one for a good passage), not nothing"),
    ({**GOOD, "errors": ["x"]}, ":1: error 1: must be an object"),
    (
        {**GOOD, "errors": [{**SPAN, "end": 99}]},
        ":1: error 1: start 3 and end 99 mark nothing in a text of 13 code points",
    ),
    ({**GOOD, "errors": [{**SPAN, "start": True}]}, "start true and end 8 mark nothing"),
    (
        {**GOOD, "errors": [{**SPAN, "category": "bad"}]},
        ':1: error 1: no category "bad"; there are addition, agreement',
    ),
    (
        {**GOOD, "errors": [SPAN, {**SPAN, "severity": "huge"}]},
        ":1: error 2: 'severity' must be minor, major or critical",
    ),
    (
        {**GOOD, "errors": [{**SPAN, "text": "other"}]},
        ':1: error 1: [3, 8) is "maire", not "other": offsets are code points',
    ),
    ("", ": holds no passages"),
]


@pytest.mark.parametrize(("told", "message"), WRONG, ids=[row[1][:40] for row in WRONG])
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, told: Any, message: str) -> None:
    result = run(written(tmp_path, [told]), "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.startswith("mtqa: ")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_an_id_is_used_but_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"labelled\.jsonl:2: the id 'a' was used in line 1"):
        labelled(tmp_path, [{**GOOD, "id": "a"}, {**GOOD, "id": "a"}])


def test_without_torch_the_user_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mtqa.qe.tune.run", None)  # as Python has it where an import of it fails
    result = run(written(tmp_path, rows(1)), "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert result.stderr.startswith("mtqa: training needs torch: pip install 'mtqa[train]'")


def test_what_is_in_the_way_is_not_overwritten(tmp_path: Path) -> None:
    file = written(tmp_path, rows(90))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").write_text("mine")
    result = run(file, "--out", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (
        2,
        f"mtqa: {tmp_path / 'out'}: is not empty: give a folder of its own\n",
    )


NO_START = [
    ("nowhere", "has no weights to start from: run*/model.safetensors is missing"),
    ("damaged", "cannot be read"),
]


@pytest.mark.parametrize(("base", "message"), NO_START, ids=[row[0] for row in NO_START])
def test_without_weights_there_is_no_start(tmp_path: Path, base: str, message: str) -> None:
    (tmp_path / "damaged" / "run1").mkdir(parents=True)
    for name in ("model.safetensors", "config.json"):
        (tmp_path / "damaged" / "run1" / name).write_text("{")
    result = run(written(tmp_path, rows(90)), "--out", tmp_path / "out", "--base", tmp_path / base)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_file_without_errors_of_the_taggers_kinds_teaches_nothing(tmp_path: Path) -> None:
    told = [
        {
            "id": str(n),
            "text": "Le maire rit.",
            "tgt_lang": "fr",
            "errors": [{"start": 12, "end": 13, "category": "punctuation"}],
        }
        for n in range(20)
    ]
    result = run(written(tmp_path, told), "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "no error is of a kind that the model learns" in result.stderr
