"""The options about what is fetched, and how."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from mtqa.feeds.fetch import Fetcher


def network(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options about fetching."""
    options = [
        click.option(
            "--follow", is_flag=True, help="Check the pages that feed items link to, not the items' own text."
        ),
        click.option(
            "--allow-private", is_flag=True, help="Fetch from private and loopback addresses, and file: ones, too."
        ),
        click.option(
            "--timeout", type=click.FloatRange(0.1, 3600), metavar="S", help="Seconds for one answer in all (60)."
        ),
        click.option(
            "--retries", type=click.IntRange(0, 20), metavar="N", help="Further tries where one may help (2)."
        ),
        click.option(
            "--delay", type=click.FloatRange(0, 3600), metavar="S", help="Seconds between requests to a host (.5)."
        ),
        click.option(
            "--max-size", type=click.FloatRange(0.001, 16_384), metavar="MB", help="Of one answer, unpacked (256)."
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def fetcher(given: dict[str, Any], stop: Event | None = None) -> "Fetcher":
    """What fetches as these options say."""
    from mtqa.feeds.fetch import Fetcher, Limits

    told: dict[str, Any] = {
        "overall": given.get("timeout"),
        "retries": given.get("retries"),
        "delay": given.get("delay"),
        "unpacked_bytes": int(given["max_size"] * 1024 * 1024) if given.get("max_size") else None,
        "allow_private": given.get("allow_private"),
    }
    limits = replace(Limits(), **{name: value for name, value in told.items() if value is not None})
    limits = replace(
        limits,
        packed_bytes=min(limits.packed_bytes, limits.unpacked_bytes),
        connect=min(limits.connect, limits.overall),
        read=min(limits.read, limits.overall),
    )
    return Fetcher(limits, stop)
