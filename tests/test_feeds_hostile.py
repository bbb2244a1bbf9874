"""Hostile answers, a few of those of tests/benchmarks/feed_hostile.py: one line on standard error, never a traceback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.cli import main
from tests.benchmarks.feed_fuzz import hostile
from tests.feed_server import Server, answer, serving

QUICK = ("--model", "none", "--allow-private", "--timeout", "2", "--retries", "0", "--delay", "0", "--max-size", "8")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as one:
        one.fallback = hostile
        yield one


@pytest.mark.parametrize("kind", ["xml", "html", "json", "http"])
@pytest.mark.parametrize("number", range(20, 26))
def test_a_broken_answer_is_told_in_one_line(server: Server, tmp_path: Path, kind: str, number: int) -> None:
    url = server.url(f"/{kind}/{number}")
    command = ["check", url] if kind == "html" else ["feed", url, "--state", str(tmp_path / "s.db")]
    result = CliRunner().invoke(main, [*command, *QUICK])
    assert isinstance(result.exception, SystemExit | None)
    assert result.exit_code in (0, 1, 2)
    assert "please report" not in result.stderr
    assert all(line.startswith("mtqa: ") for line in result.stderr.splitlines())


@pytest.mark.parametrize("number", [0, 1])
def test_entities_are_refused(server: Server, tmp_path: Path, number: int) -> None:
    url = server.url(f"/xml/{number}")
    result = CliRunner().invoke(main, ["feed", url, "--state", str(tmp_path / "s.db"), *QUICK])
    assert result.exit_code == 2
    assert f"{url}: declares a document type (DTD) with entities, refused as unsafe" in result.stderr


def test_a_feed_of_nothing_but_problems_is_left_at_that(server: Server, tmp_path: Path) -> None:
    empty = "".join(f"<item><guid>{n}</guid></item>\n" for n in range(300))
    url = server.says("/empty.xml", answer(f"<rss><channel>{empty}</channel></rss>"))
    command = ["feed", url, "--state", str(tmp_path / "s.db"), *QUICK]
    first, second, third = (CliRunner().invoke(main, command) for _ in range(3))
    assert first.stderr.count("is an item without title and text") == 200
    assert f"{url}:201: has more than 200 problems: the rest was left out" in first.stderr
    assert second.stderr.count("is an item without title and text") == 99  # the others are remembered
    assert (second.exit_code, third.exit_code) == (2, 0)
