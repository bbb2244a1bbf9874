"""Units and currencies: which are of a kind, and what one is in another."""

from decimal import Decimal

# Code: (kind, how many of the kind's own unit it is). International yard and pound of 1959; US customary gallon.
SIZES: dict[str, tuple[str, float]] = {
    "mm": ("length", 0.001), "cm": ("length", 0.01), "m": ("length", 1), "km": ("length", 1000), "in": ("length", 0.0254),
    "ft": ("length", 0.3048), "yd": ("length", 0.9144), "mi": ("length", 1609.344), "nmi": ("length", 1852),
    "g": ("weight", 0.001), "kg": ("weight", 1), "t": ("weight", 1000), "oz": ("weight", 0.02835), "lb": ("weight", 0.45359),
    "st": ("weight", 6.35), "m2": ("area", 1), "km2": ("area", 1e6), "ha": ("area", 1e4), "ac": ("area", 4046.86),
    "ft2": ("area", 0.0929), "mi2": ("area", 2.59e6), "l": ("volume", 1), "ml": ("volume", 0.001), "gal": ("volume", 3.785),
    "m3": ("volume", 1000), "bbl": ("volume", 158.987), "pt": ("volume", 0.5), "floz": ("volume", 0.02957),
    "km/h": ("speed", 1), "mph": ("speed", 1.609344), "kn": ("speed", 1.852), "%": ("share", 1),
    "s": ("time", 1), "min": ("time", 60), "hour": ("time", 3600), "day": ("time", 86400), "week": ("time", 604800),
    "month": ("months", 1), "year": ("months", 12),
}  # fmt: skip
DEGREES = ("°C", "°F")
SIGNS = {
    "%": "%", "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY|CNY", "₽": "RUB", "₴": "UAH", "°": "°C|°F", "°C": "°C",
    "°F": "°F", "′": "ft", "″": "in", "m²": "m2", "km²": "km2", "m³": "m3",
}  # fmt: skip
NAMES = {
    "EUR": "euro", "USD": "dollar", "GBP": "pound", "JPY": "yen", "CNY": "yuan", "RUB": "rouble", "CHF": "franc",
    "CZK": "koruna", "PLN": "zloty", "HUF": "forint", "UAH": "hryvnia", "INR": "rupee", "TRY": "lira", "BRL": "real",
}  # fmt: skip
NEAR = 0.09  # of a converted value: "100 miles" for 150 km is rounded, "16 km" for 12 miles is wrong


def kind(code: str) -> str:
    """What a unit measures; "money" for every code of three capitals."""
    if code in DEGREES:
        return "temperature"
    return SIZES[code][0] if code in SIZES else "money" if len(code) == 3 and code.isupper() else code


def name(codes: frozenset[str]) -> str:
    """How to call what codes stand for in a message."""
    code = min(codes)
    return NAMES.get(code, code)


def is_converted(one: Decimal, code: str, other: Decimal, other_code: str) -> bool:
    """Whether a measure is another one in another unit, as far as rounding goes."""
    if code in DEGREES and other_code in DEGREES:
        return abs(_celsius(one, code) - _celsius(other, other_code)) <= 1.5 or _is_difference(one, code, other)
    if code not in SIZES or other_code not in SIZES or SIZES[code][0] != SIZES[other_code][0]:
        return False
    here, there = float(one) * SIZES[code][1], float(other) * SIZES[other_code][1]
    return abs(here - there) <= NEAR * max(here, there)


def _celsius(value: Decimal, code: str) -> float:
    return float(value) if code == "°C" else (float(value) - 32) / 1.8


def _is_difference(one: Decimal, code: str, other: Decimal) -> bool:
    """Whether two differences of temperature are the same: "2 degrees warmer", "3.6 °F"."""
    ratio = float(one) / float(other) if other else 0
    return abs((ratio if code == "°F" else 1 / ratio if ratio else 0) - 1.8) < 0.1
