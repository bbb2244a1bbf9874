"""Rankings of systems and correlations with metrics, on made-up outputs and against values worked out by hand."""

import json
import lzma
from itertools import combinations
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.checks import selected
from mtqa.cli import main
from mtqa.errors import InputError
from mtqa.qe.correlation import correlations, kendall, pearson, within
from mtqa.qe.evaluate import evaluate_references, evaluate_systems
from mtqa.qe.evaluate.references import articles
from mtqa.qe.evaluate.systems import accuracy, surely
from mtqa.qe.outputs import campaign, campaigns, part, sample
from mtqa.review import Settings

RULES = Settings(selected((), ()))
LINES = 40
TOWNS = ["Paris", "Lyon", "Nantes", "Lille", "Brest"]


def rows() -> list[dict[str, Any]]:
    """A good system, one that doubles words in every other segment, one that does so in all and leaves words out."""
    made = []
    for n in range(LINES):
        town = TOWNS[n % len(TOWNS)]
        right = f"Le maire de {town} ouvre le pont numéro {n} avec ses voisins."
        fair = right.replace("pont", "pont pont") if n % 4 < 2 else right.replace("ouvre le", "ferme ce")
        versions = {
            "newstest2021.de-fr.ref.A.fr": right,
            "newstest2021.de-fr.hyp.Good.fr": right.replace("ouvre", "rouvre"),
            "newstest2021.de-fr.hyp.Fair.fr": fair,
            "newstest2021.de-fr.hyp.Bad.fr": f"Le maire de de {town} le le pont.",
        }
        for system, text in versions.items():
            about = {"system": system, "seg": n, "is_human": ".ref." in system, "src_lang": "de", "tgt_lang": "fr"}
            made.append(about | {"src": f"Der Bürgermeister von {town} öffnet Brücke {n}.", "mt": text})
    return made


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "outputs").mkdir()
    write(tmp_path, rows())
    return tmp_path


def write(folder: Path, some: list[dict[str, Any]]) -> Path:
    file = folder / "outputs" / "wmt21.de-fr.jsonl.xz"
    with lzma.open(file, "wt", encoding="utf-8") as stream:
        stream.write("\n".join(map(json.dumps, some)))
    return file


def test_outputs_are_those_of_systems_and_the_first_human_is_the_reference(data: Path) -> None:
    (one,) = campaigns(data)
    assert list(one.outputs) == ["Bad", "Fair", "Good"]
    assert one.pair == "de-fr"
    assert one.references[3] == "Le maire de Lille ouvre le pont numéro 3 avec ses voisins."
    assert one.segments == tuple(range(LINES))


def test_a_segment_that_a_system_lacks_is_left_out(data: Path) -> None:
    some = [row for row in rows() if not (row["seg"] == 7 and ".Bad." in row["system"])]
    assert 7 not in campaign(write(data, some)).segments


@pytest.mark.parametrize("field", ["system", "seg", "src", "mt", "tgt_lang"])
def test_a_row_without_a_field_is_named(data: Path, field: str) -> None:
    some = rows()
    del some[2][field]
    file = write(data, some)
    with pytest.raises(InputError, match=f":3: no field {field}"):
        campaign(file)


def test_a_number_that_is_none_is_named(data: Path) -> None:
    file = write(data, [row | {"seg": "one"} for row in rows()])
    with pytest.raises(InputError, match=":1: the field seg should be a number"):
        campaign(file)


def test_a_campaign_without_segments_in_common_is_refused(data: Path) -> None:
    with pytest.raises(InputError, match="of even and odd number"):
        campaign(write(data, [row for row in rows() if row["seg"] % 2]))


def test_outputs_without_a_human_translation_are_refused(data: Path) -> None:
    with pytest.raises(InputError, match="one of them is missing"):
        campaign(write(data, [row for row in rows() if not row["is_human"]]))


def test_parts_are_even_and_odd_and_a_sample_repeats_with_its_seed() -> None:
    assert part(range(6), "even") == [0, 2, 4]
    assert part(range(6), "odd") == [1, 3, 5]
    assert sample(range(100), 5, 1) == sample(range(100), 5, 1) != sample(range(100), 5, 2)
    assert sample(range(3), 0, 1) == [0, 1, 2]


def test_articles_are_ten_consecutive_segments_spread_over_all() -> None:
    assert articles(list(range(45)), 2) == [list(range(10)), list(range(20, 30))]
    assert articles(list(range(25)), 0)[-1] == [20, 21, 22, 23, 24]


def test_accuracy_counts_pairs_of_one_language_pair_and_halves_ties() -> None:
    assert accuracy([[1, 2, 3]], [[10, 20, 30]]) == 1
    assert accuracy([[1, 2, 2]], [[10, 30, 20]]) == pytest.approx(2.5 / 3)
    assert accuracy([[1, 2], [5, 4]], [[10, 20], [1, 2]]) == 0.5
    assert accuracy([[1, 2, 3]], [[10, 10, 30]]) == 1  # the truth orders two of three pairs
    assert accuracy([[2, 1, 3]], [[10, 20, 30]], [{(0, 2), (1, 2)}]) == 1
    assert accuracy([[1]], [[1]]) is None


def test_a_pair_is_sure_where_nearly_all_draws_agree() -> None:
    draws = [[1, 2, 3]] * 18 + [[2, 1, 3]] * 2
    assert surely(draws) == {(0, 2), (1, 2)}


def test_systems_are_ranked_by_what_is_wrong_with_them(data: Path) -> None:
    found = evaluate_systems(data, RULES, size=0)
    assert found["systems"] == {"de-fr": {"systems": 3, "pairs": 3, "sure": 3, "odd segments": LINES // 2}}
    for way in ("without source", "with source"):
        score = found[way]["mean score"]
        assert (score["even"], score["odd"], score["sure"], score["kendall"], score["de-fr"]) == (1, 1, 1, 1, 1)
        assert found[way]["rules alone"]["odd"] == 1
        assert found[f"chosen {way}"]["odd"] == 1
    assert list(found["ceilings"]["de-fr"].values()) == [1, None]
    assert list(found["figures"]["de-fr"]) == ["Good", "Fair", "Bad"]
    assert found["figures"]["de-fr"]["Good"]["-findings per 1,000 words"] == 0


def test_scores_go_with_metrics(data: Path) -> None:
    found = evaluate_references(data, RULES, size=0)["de-fr"]
    score = found["sentences"]["score, chrF"]
    assert (score["n"], score["groups"]) == (60, 2)
    assert score["kendall"] > 0.25
    assert found["documents"]["score, -TER"]["spearman"] == pytest.approx(1)
    assert found["documents"]["score, BLEU"]["n"] == 6
    assert found["sentences"]["score, chrF"] == found["sentences"]["score with source, chrF"]


@pytest.mark.parametrize("command", ["references", "systems"])
def test_the_commands_write_their_results(data: Path, tmp_path: Path, command: str) -> None:
    result = CliRunner().invoke(
        main, ["evaluate", command, str(data), "--size", "8", "--model", "none", "-o", str(tmp_path / "o")]
    )
    assert result.exit_code == 0, result.stderr
    assert "| mean score |" in (tmp_path / "o/systems.md").read_text() if command == "systems" else True
    told = (tmp_path / f"o/{command}.json").read_text(encoding="utf-8")
    assert "Le maire" not in told


@pytest.mark.parametrize("command", ["references", "systems"])
def test_a_folder_without_outputs_ends_in_one_line(tmp_path: Path, command: str) -> None:
    result = CliRunner().invoke(
        main, ["evaluate", command, str(tmp_path), "--model", "none", "-o", str(tmp_path / "o")]
    )
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert result.stderr.startswith(f"mtqa: {tmp_path}: no outputs/")


def test_correlations_by_hand() -> None:
    assert pearson([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert pearson([1, 2, 3], [1, 0, 5]) == pytest.approx(4 / sqrt(2 * 14))
    assert pearson([1, 1], [1, 2]) == 0
    assert kendall([1, 2, 3, 4], [1, 2, 4, 3]) == pytest.approx(4 / 6)
    assert kendall([1, 2, 2], [1, 2, 3]) == pytest.approx(2 / sqrt(2 * 3))
    assert kendall([1, 1], [1, 2]) == 0


def test_versions_of_the_same_item_are_compared_alone() -> None:
    found = within([1, 2, 9, 8], [10, 20, 3, 4], ["a", "a", "b", "b"], [0, 0, 0, 0])
    assert found["within"] == 0
    assert within([1, 2, 9, 8], [10, 20, 3, 4], "abab", [0] * 4)["within"] == -1
    assert within([1, 2, 7], [1, 2, 0], ["a", "a", "b"], [0, 0, 1])["within"] == 1
    assert within([], [], [], []) == {"within": 0.0, "within interval": None}


def plain(x: list[int], y: list[int]) -> float:
    """Kendall's tau-b pair by pair."""
    pairs = [(np.sign(x[a] - x[b]), np.sign(y[a] - y[b])) for a, b in combinations(range(len(x)), 2)]
    below = sum(p * p for p, _ in pairs) * sum(q * q for _, q in pairs)
    return sum(p * q for p, q in pairs) / sqrt(below) if below else 0.0


ITEMS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 3)), min_size=1, max_size=14)


@settings(deadline=None)
@given(ITEMS)
def test_kendall_by_groups_is_kendall_pair_by_pair(items: list[tuple[int, int, int]]) -> None:
    x, y, groups = (list(column) for column in zip(*items, strict=True))
    assert kendall(x, y) == pytest.approx(plain(x, y))
    found = correlations(x, y, groups)
    assert found["kendall"] == pytest.approx(plain(x, y))
    for name in ("pearson", "spearman", "kendall"):
        assert -1.0001 <= found[name] <= 1.0001
        low, high = found[f"{name} interval"]
        assert low <= high


def test_a_group_drawn_twice_counts_twice() -> None:
    from mtqa.qe.correlation import _linear, _ordinal

    x, y, of = [1, 2, 3, 5, 4], [2, 1, 4, 3, 5], [0, 1, 0, 1, 2]
    twice = [n for n, group in enumerate(of) for _ in range((2, 0, 1)[group])]
    weights = np.array([2.0, 0.0, 1.0])
    again = [x[n] for n in twice], [y[n] for n in twice]
    assert _linear(x, y, of)(weights) == pytest.approx(pearson(*again))
    assert _ordinal(x, y, of)(weights) == pytest.approx(kendall(*again))
