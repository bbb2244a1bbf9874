"""The calibration of the score: fits, reliability, languages."""

from math import log

import pytest

from mtqa.qe.calibrate import calibration_error, quality, reliability
from mtqa.qe.fit import FEATURES, Fit, Row, chosen, cross_fitted, fit, fits

NOTHING = (0.0,) * len(FEATURES)
MINOR = (0.0, 1.0, 0.0, 0.0, 0.0)
MAJOR = (0.0, 0.0, 1.0, 0.0, 0.0)


def rows(features: tuple[float, ...], good: int, bad: int, lang: str = "", pages: int = 50) -> list[Row]:
    return [Row(features, n < good, f"{lang}{n % pages}", lang) for n in range(good + bad)]


def test_a_fit_gives_heavier_weights_to_what_breaks_more() -> None:
    found = fit([*rows(NOTHING, 180, 20), *rows(MINOR, 50, 50), *rows(MAJOR, 10, 90)])
    assert [*found.weights[:4]] == sorted(found.weights[:4])
    assert found.probability(NOTHING) == pytest.approx(0.9, abs=0.01)
    assert found.probability(MINOR) == pytest.approx(0.5, abs=0.02)
    assert found.probability(MAJOR) == pytest.approx(0.1, abs=0.02)


def test_what_is_no_sign_of_damage_weighs_nothing_rather_than_less() -> None:
    found = fit([*rows(NOTHING, 150, 50), *rows(MAJOR, 99, 1)])
    assert found.weights == (0,) * len(FEATURES)


def test_severities_out_of_order_share_a_weight() -> None:
    found = fit([*rows(NOTHING, 180, 20), *rows(MINOR, 20, 80), *rows(MAJOR, 80, 20)])
    assert found.weights[1] == found.weights[2] == found.weights[3] > 0
    assert found.probability(MINOR) == pytest.approx(0.5, abs=0.03)


def test_a_fit_is_the_best_there_is() -> None:
    some = [*rows(NOTHING, 180, 20), *rows(MINOR, 50, 50), *rows(MAJOR, 10, 90)]
    found = fit(some)
    again = fit([*reversed(some)])
    assert again.weights == pytest.approx(found.weights, abs=1e-6)
    assert found.log_odds(NOTHING) == pytest.approx(log(9), abs=1e-3)
    assert found.log_odds(MAJOR) == pytest.approx(-log(9), abs=1e-2)


def test_a_language_with_sentences_enough_has_a_map_of_its_own() -> None:
    some = [*rows(NOTHING, 290, 10, "fr"), *rows(NOTHING, 200, 100, "de"), *rows(NOTHING, 100, 1, "es")]
    table = fits(some)
    assert sorted(table) == ["", "de", "fr"]
    assert table["fr"].probability(NOTHING) == pytest.approx(0.965, abs=0.01)
    assert table["de"].probability(NOTHING) == pytest.approx(0.67, abs=0.01)
    assert chosen(table, "es") is table[""]


def test_a_map_stretches_and_shifts_but_keeps_the_ranks() -> None:
    common = Fit(2.0, (0.5, 1.0, 3.0, 3.0, 0.2))
    moved = common.moved(-0.5, 2.0)
    assert moved.log_odds(MAJOR) == pytest.approx(-0.5 + 2 * common.log_odds(MAJOR))
    assert moved.log_odds(NOTHING) > moved.log_odds(MINOR) > moved.log_odds(MAJOR)


def test_a_page_is_never_judged_by_a_fit_that_saw_it() -> None:
    odd = [Row(MAJOR, True, "odd") for _ in range(40)]  # on this page alone a major finding is harmless
    some = [*rows(NOTHING, 150, 5), *rows(MAJOR, 0, 60), *odd]
    chances = cross_fitted(some, seed=1)
    assert max(chances[-40:]) < 0.1
    assert fit(some).probability(MAJOR) > 0.3


def test_bins_have_equal_mass_and_equal_chances_share_their_outcomes() -> None:
    bins = reliability([0.2] * 10 + [0.8] * 10, [n % 5 == 0 for n in range(10)] + [n % 5 != 0 for n in range(10)])
    assert [one["n"] for one in bins] == [2] * 10
    assert [round(one["said"], 2) for one in bins] == [0.2] * 5 + [0.8] * 5
    assert [round(one["good"], 2) for one in bins] == [0.2] * 5 + [0.8] * 5


def test_the_calibration_error_is_the_mean_gap() -> None:
    assert calibration_error([0.9] * 10, [True] * 5 + [False] * 5) == pytest.approx(0.4)
    assert calibration_error([1.0] * 5 + [0.0] * 5, [True] * 5 + [False] * 5) == 0


def test_the_brier_score_stands_beside_that_of_the_base_rate() -> None:
    told = quality([0.9, 0.9, 0.9, 0.1], [True, True, True, False])
    assert told["brier"] == pytest.approx(0.01)
    assert told["brier_base_rate"] == pytest.approx(3 / 16)
    assert told["lower_by"] == pytest.approx(1 - 0.01 * 16 / 3)
    assert told["auc"] == 1


def test_log_odds_are_those_of_the_probability() -> None:
    one = Fit(log(9), (1.0,) * len(FEATURES))
    assert one.probability(NOTHING) == pytest.approx(0.9)
    assert one.rounded().clean == 2.2
