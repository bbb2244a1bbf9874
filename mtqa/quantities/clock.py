"""Dates and times in figures: the day, month and year, or the minutes after midnight that they may mean."""

import re
from decimal import Decimal

from mtqa.quantities.quantity import Quantity
from mtqa.quantities.tokens import Token

_NUMBER = re.compile(r"\d+")
HALF_DAY, DAY = 720, 1440


def of_time(token: Token) -> Quantity:
    """A time, or as many hours: of either half of the day where the text leaves that open."""
    parts = _NUMBER.findall(token.text)
    is_military = len(parts) == 1 and len(parts[0]) == 4  # "1200 GMT"
    if is_military:
        parts = [parts[0][:2], parts[0][2:]]
    hours, minutes = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    at = (hours * 60 + minutes) % DAY
    if token.kind == "noon":
        at = at % HALF_DAY + (HALF_DAY if "p" in token.small else 0)
        possible = {at}
    else:
        possible = {at} if is_military or hours > 12 or parts[0][0] == "0" else {at % DAY, (at + HALF_DAY) % DAY}
    values = {Decimal(hours)} if minutes == 0 else {Decimal(f"{hours}.{minutes:02}")}
    return Quantity(token.start, token.end, token.text, frozenset(values), minutes=frozenset(possible), is_time=True)


def of_stop(token: Token) -> frozenset[int]:
    """The minutes that figures with a stop or comma may mean ("15.30"), or none."""
    match = re.fullmatch(r"([01]?\d|2[0-4])\.([0-5]\d)", token.text)
    if not match:
        return frozenset()
    at = (int(match[1]) * 60 + int(match[2])) % DAY
    return frozenset({at} if int(match[1]) > 12 else {at, (at + HALF_DAY) % DAY})


def of_date(token: Token) -> tuple[list[Quantity], frozenset[int]]:
    """The day and year of a date in figures as quantities of their own, and the months that it may name.

    Where day and month can change places either may be meant.
    """
    parts = list(_NUMBER.finditer(token.text))
    if len(parts[0][0]) == 4:
        parts = parts[::-1]
    one, other = (int(part[0]) for part in parts[:2])
    pairs = [(day, month) for day, month in ((one, other), (other, one)) if day <= 31 and 1 <= month <= 12]
    at = parts[0] if one not in {m for _, m in pairs} or (one, other) in pairs else parts[1]
    start = token.start + at.start()
    days = frozenset(Decimal(day) for day, _ in pairs) or frozenset((Decimal(one),))
    found = [Quantity(start, start + len(at[0]), at[0], days, is_day=True)]
    if len(parts) > 2:
        begin = token.start + parts[2].start()
        year = parts[2][0]
        values = {Decimal(year)} | ({Decimal(f"20{year}"), Decimal(f"19{year}")} if len(year) == 2 else set())
        found.append(Quantity(begin, begin + len(year), year, frozenset(values)))
    return found, frozenset(month for _, month in pairs)
