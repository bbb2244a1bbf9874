"""The measures of reports/evaluation/feed-*.md, small: what must hold holds at any size."""

import re
import signal
import time
from pathlib import Path

import pytest

from tests.benchmarks import feed_killed, feed_pair, feed_twice
from tests.benchmarks.feed_made_up import feed
from tests.benchmarks.feed_runs import kept, started, told
from tests.feed_server import Question, answer, serving


def test_a_second_run_checks_what_changed_alone() -> None:
    runs = feed_twice.measure(60, 3)
    assert [row["items checked"] for row in runs.values()] == [60, 0, 3, 0]


def test_a_kill_loses_nothing_and_repeats_one_item_at_most() -> None:
    result = feed_killed.measure(1, 60)
    assert (result["items lost"], result["items twice in the state"]) == (0, 0)
    assert result["most told twice by one kill"] <= 1


def test_two_runs_on_one_state_share_the_work() -> None:
    result = feed_pair.measure(2, 60, 1)
    assert (result["runs that failed"], result["items lost"], result["items told twice"]) == (0, 0, 0)
    assert sum(result["items told by each run"][0]) == 60


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_watch_goes_on_until_it_is_told_to_end(tmp_path: Path, number: signal.Signals) -> None:
    with serving() as server:
        rounds = [answer(feed(3)), answer(feed(5))]

        def script(question: Question, stream: object) -> None:
            stream.sendall(rounds.pop(0) if len(rounds) > 1 else rounds[0])  # type: ignore[attr-defined]

        url = server.does("/feed.xml", script)
        state, out = tmp_path / "s.db", tmp_path / "out.jsonl"
        process = started(url, state, out, "--watch", "0.1")
        end = time.monotonic() + 60
        while not (out.exists() and len(out.read_text().splitlines()) >= 5) and time.monotonic() < end:
            time.sleep(0.02)
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert re.search(r"mtqa: items: 5 new or changed, \d known", err)
    assert set(told(out).values()) == set(kept(state).values()) == {1}
    assert len(told(out)) == 5


def test_a_single_run_that_is_interrupted_says_so(tmp_path: Path) -> None:
    with serving() as server:
        url = server.says("/feed.xml", answer(feed(400)))
        state, out = tmp_path / "s.db", tmp_path / "out.jsonl"
        process = started(url, state, out)
        feed_killed.wait_for_output(out)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 130
    assert told(out) == kept(state)


def test_processes_share_the_checking_of_a_feed(tmp_path: Path) -> None:
    with serving() as server:
        url = server.says("/feed.xml", answer(feed(40)))
        process = started(url, tmp_path / "s.db", tmp_path / "out.jsonl", "--jobs", "2")
        _, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert list(told(tmp_path / "out.jsonl")) == [f"item-{n}" for n in range(40)]
    assert len(kept(tmp_path / "s.db")) == 40
