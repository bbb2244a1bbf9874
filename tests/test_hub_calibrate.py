"""Limits from clean text: no more is marked in it than was allowed."""

import json
import random
from pathlib import Path

import pytest
from hub_models import TEXTS, causal, regressor, token_classifier

from mtqa.qe.hub.calibrate import limits, main
from mtqa.qe.shipped import open_model
from mtqa.segment import Segment

WORDS = " ".join(TEXTS).replace(".", "").replace(",", "").split()
DRAW = random.Random(1)
LINES = [" ".join(DRAW.sample(WORDS, 12)) + "." for _ in range(300)]


def test_limits_leave_the_budget_of_words_above_them() -> None:
    ordered = [float(n) for n in range(10_000, 0, -1)]
    found = limits(ordered, budget=1.0, sure=0.1, near=0.5)
    assert sum(one >= found["high"] for one in ordered) == 10
    assert sum(one >= found["sure"] for one in ordered) == 1
    assert found["low"] == pytest.approx(found["high"] / 2)


@pytest.mark.parametrize("make", [causal, token_classifier])
def test_a_calibrated_model_keeps_its_budget_on_the_text(tmp_path: Path, make: object) -> None:
    folder = causal(tmp_path / "m") if make is causal else token_classifier(tmp_path / "m", {0: "OK", 1: "BAD"})
    (tmp_path / "clean.txt").write_text("\n".join(LINES), encoding="utf-8")
    given = [str(folder), str(tmp_path / "clean.txt"), "--lang", "fr", "--out", str(tmp_path / "out"), "--budget", "2"]
    main(given)
    estimator, name = open_model(str(tmp_path / "out"))
    assert estimator is not None
    assert name.startswith("m-")
    told = json.loads((tmp_path / "out" / "mtqa_thresholds.json").read_text())
    assert told["model"] == str(folder)
    assert "clean words, 2 and 0.1 in 1,000" in told["note"]
    segments = [Segment(line, "fr") for line in LINES]
    words = int(told["note"].split()[1])
    marked = sum(len(one.marks) for one in estimator(segments))
    assert marked <= 2 * words / 1000
    assert told["limits"]["fr"]["high"] > 0


BAD = [
    ("few", "it takes 2000 at least"),
    ("score", "marks no words: there is nothing to calibrate"),
    ("missing", "nowhere.txt"),
]


@pytest.mark.parametrize(("case", "message"), BAD, ids=[row[0] for row in BAD])
def test_what_cannot_be_calibrated_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str, message: str
) -> None:
    folder = regressor(tmp_path / "m", worst=0, best=1) if case == "score" else causal(tmp_path / "m")
    text = tmp_path / ("nowhere.txt" if case == "missing" else "clean.txt")
    (tmp_path / "clean.txt").write_text(TEXTS[0], encoding="utf-8")
    with pytest.raises(SystemExit) as raised:
        main([str(folder), str(text), "--lang", "fr", "--out", str(tmp_path / "out")])
    assert raised.value.code == 2
    told = capsys.readouterr().err
    assert message in told
    assert told.count("\n") == 1
