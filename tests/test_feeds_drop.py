"""A drop against a feed's own past: what is one, and what is not."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.feeds.drop import LEAST, STEP, dropped, drops, rank_z, trimmed_mean
from tests.benchmarks.feed_drop import UNCHANGED, alarms, usual

GOOD, BAD = [90.3] * 9 + [70.0], [60.0] * 9 + [20.0]


def found(scores: list[float], evaluated: int = 0, since: int = 0) -> tuple[int | None, int]:
    drop, end = drops(lambda first, last: scores[first - 1 : last], len(scores), evaluated, since)
    return drop and drop.place, end


def test_a_collapse_is_told_at_the_first_step_after_it() -> None:
    assert found(GOOD * 8 + BAD * 2) == (100, 100)


def test_without_enough_of_a_past_nothing_is_told() -> None:
    assert found(GOOD * 5 + BAD * 2)[0] is None
    assert found((GOOD * 9)[: LEAST - 1] + BAD * 2)[0] is None


def test_a_part_of_a_step_waits_for_the_rest() -> None:
    assert found(GOOD * 8 + BAD * 1) == (None, 80)
    assert STEP == 20


def test_what_was_compared_is_not_compared_again() -> None:
    assert found(GOOD * 8 + BAD * 2, evaluated=100) == (None, 100)


def test_after_a_drop_the_new_level_is_the_past() -> None:
    scores = GOOD * 20 + BAD * 40
    assert alarms(scores) == [220]
    assert alarms(scores + GOOD * 30 + BAD * 2) == [220, 920]


@pytest.mark.parametrize(
    ("past", "window"),
    [
        ([90.3] * 200, [90.3] * 20),
        ([90.3] * 200, [90.3] * 18 + [0.0] * 2),  # two items broken throughout are two findings, no drop
        ([80.0] * 200, [78.0] * 20),  # sure and small
        ([60.0] * 200, [90.0] * 20),  # a rise
        ([90.0, 30.0] * 100, [90.0] * 8 + [30.0] * 12),  # large, and nothing out of the ordinary
    ],
)
def test_no_drop(past: list[float], window: list[float]) -> None:
    assert dropped(past, window) is None


def test_z_is_that_of_mann_and_whitney_with_ties() -> None:
    # By hand: ranks 1 2.5 2.5 4.5 4.5 6, U = (2.5 + 1) - 3 = 0.5, mean 4, variance 8/12 * (7 - 12/30) = 4.4
    assert rank_z([2.0, 3.0, 3.0, 4.0], [1.0, 2.0]) == pytest.approx((4 - 0.5 - 0.5) / 4.4**0.5)
    assert rank_z([1.0, 1.0], [1.0]) == 0


@given(st.integers(0), st.integers(0, 100), st.integers(0, 100))
def test_only_worse_scores_are_a_drop(seed: int, floor: int, ceiling: int) -> None:
    chance = Random(seed)
    past, window = ([chance.uniform(least, 100) for _ in range(n)] for n, least in ((70, floor), (20, ceiling)))
    drop = dropped(past, window)
    assert drop is None or (drop.now < drop.before and drop.z >= 4)


def test_the_mean_is_trimmed() -> None:
    assert trimmed_mean([0.0, *[50.0] * 8, 100.0]) == 50
    assert trimmed_mean([0.0, 100.0]) == 50


@pytest.mark.parametrize("name", ["items alike", "one in fifty broken throughout"])
def test_a_feed_that_stays_as_it_is_raises_no_alarm(name: str) -> None:
    assert alarms(list(UNCHANGED[name](Random(1), 4000))) == []


def test_findings_three_times_as_often_raise_one() -> None:
    chance = Random(2)
    assert len(alarms(list(usual(chance, 500, lambda n: 2 / 30 if n >= 400 else 0.0)))) == 1
