"""Metrics against values worked out by hand."""

import pytest

from mtqa.qe import metrics


@pytest.mark.parametrize(
    ("finding", "is_found"), [((0, 6), True), ((5, 20), False), ((4, 13), True), ((4, 14), False), ((6, 9), False)]
)
def test_a_finding_is_tight_up_to_three_times_the_gold_span(finding: tuple[int, int], is_found: bool) -> None:
    assert metrics.is_found_tightly((3, 6), [finding]) is is_found


def test_auc_counts_pairs_and_halves_ties() -> None:
    assert metrics.auc([3, 2], [1, 2]) == 0.875
    assert metrics.auc([], [1]) is None


def test_wins_are_the_share_of_good_texts_above_each_broken_one() -> None:
    assert metrics.wins([3, 2], [1, 2, 4]) == [1, 0.75, 0]


def test_a_share_of_nothing_is_none() -> None:
    assert metrics.share([True, False, False, True]) == 0.5
    assert metrics.share([]) is None


@pytest.mark.parametrize(("probability", "log_odds"), [(0.5, 0), (0.9, 2.197), (0.02, -3.892)])
def test_log_odds_and_back(probability: float, log_odds: float) -> None:
    assert metrics.logit(probability) == pytest.approx(log_odds, abs=1e-3)
    assert metrics.logistic(metrics.logit(probability)) == pytest.approx(probability)


def test_mcc_is_one_when_all_is_right_and_zero_when_nothing_is_said() -> None:
    assert metrics.mcc(5, 0, 0, 5) == 1
    assert metrics.mcc(0, 0, 5, 5) == 0
    assert metrics.mcc(3, 1, 2, 4) == pytest.approx((12 - 2) / (4 * 5 * 5 * 6) ** 0.5)


def test_f1() -> None:
    assert metrics.f1(2, 1, 1) == pytest.approx(2 / 3)
    assert metrics.f1(0, 0, 4) == 0


def test_spearman_is_the_correlation_of_ranks() -> None:
    assert metrics.spearman([1, 2, 3], [10, 100, 1000]) == pytest.approx(1)
    assert metrics.spearman([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert metrics.spearman([1, 1, 1], [3, 2, 1]) == 0


def test_brier() -> None:
    assert metrics.brier([1.0, 0.5], [True, False]) == 0.125


def test_a_bootstrap_interval_holds_the_mean_and_repeats_with_its_seed() -> None:
    items = [float(n) for n in range(40)]
    first = metrics.bootstrap(items, lambda some: sum(some) / len(some), seed=3)
    assert first is not None
    assert first[0] < 19.5 < first[1]
    assert first == metrics.bootstrap(items, lambda some: sum(some) / len(some), seed=3)
