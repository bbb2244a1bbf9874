"""Language tags as people and programs write them."""

import re

_TAG = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?(?:\.[\w-]+)?\s*\Z")  # "fr", "fr-FR", "fr_FR.UTF-8"
# ISO 639-2 codes of the languages that mtqa names, both kinds (T and B): https://www.loc.gov/standards/iso639-2/
_SHORTER = {
    "fra": "fr",
    "fre": "fr",
    "deu": "de",
    "ger": "de",
    "eng": "en",
    "spa": "es",
    "ita": "it",
    "por": "pt",
    "nld": "nl",
    "dut": "nl",
}
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis"})


def primary(tag: object) -> str | None:
    """The primary BCP 47 tag ("fr" of "fr-FR", "fr_CA", "fra"), or None where this is no tag or names no language."""
    match = _TAG.match(tag) if isinstance(tag, str) else None
    if not match:
        return None
    lower = match[1].lower()
    return None if lower in _NO_LANGUAGE else _SHORTER.get(lower, lower)
