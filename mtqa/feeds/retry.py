"""When to ask again: exponential back-off with seeded jitter, and what a server says itself (Retry-After, RFC 9110)."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import Random

LONGEST = 30.0  # seconds of our own back-off


def pauses(seed: str, first: float, tries: int) -> Iterator[float]:
    """Seconds to wait before each further try: first, twice that, and so on, each times 0.5 to 1.5 by the seed."""
    chance = Random(seed)
    for number in range(tries):
        yield min(LONGEST, first * 2**number) * chance.uniform(0.5, 1.5)


def retry_after(value: str | None, now: float) -> float | None:
    """The seconds that a Retry-After header asks to wait, from seconds or an HTTP date; None where it is neither."""
    told = (value or "").strip()
    if re.fullmatch(r"[0-9]{1,9}", told):
        return float(told)
    try:
        when = parsedate_to_datetime(told)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.fromtimestamp(now, UTC)).total_seconds())
