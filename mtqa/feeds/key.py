"""What a result depends on, as digests: the settings, the content of an item, an item as it stands in the feed."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256

from mtqa import __version__
from mtqa.report import SPLIT_VERSION
from mtqa.review import Settings
from mtqa.segment import Document


def settings_key(settings: Settings, follow: bool) -> str:
    """A digest of all that the result for an item depends on besides the item: another one has every item checked again.

    mtqa's version, how sentences are split, the checks by code, the model with its own digest, which of its codes are
    shown, the words that may stand, glossaries and ignores, languages, and whether items or the pages they link to are
    checked.
    """
    told = {name.name: stable(getattr(settings, name.name)) for name in fields(settings) if name.name != "estimator"}
    told |= {"checks": [one.code for one in settings.checks], "version": __version__, "split": SPLIT_VERSION}
    return sha256(json.dumps([told, follow], sort_keys=True).encode()).hexdigest()[:32]


def stable(value: object) -> object:
    """A value as JSON that is the same in every process: sets sorted, dataclasses by their fields, functions by name."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *((f.name, stable(getattr(value, f.name))) for f in fields(value))]
    if isinstance(value, Mapping):
        return sorted(([str(key), stable(one)] for key, one in value.items()), key=str)
    if isinstance(value, set | frozenset):
        return sorted((stable(one) for one in value), key=str)
    if isinstance(value, list | tuple):
        return [stable(one) for one in value]
    return getattr(value, "__qualname__", None) or getattr(value, "pattern", None) or type(value).__qualname__


def content_key(document: Document, follow: bool) -> bytes:
    """A digest of an item's content: title, text, kinds of its blocks, languages; of an item to follow its link and date too."""
    blocks = [(block.start, block.end, block.kind.value) for block in document.blocks]
    told = [document.title, document.text, blocks, document.target_lang, document.source_lang]
    if follow:
        told += [document.link, document.updated]
    return sha256(json.dumps(told).encode()).digest()[:16]


def raw_key(text: str, pair: tuple[str | None, str | None]) -> bytes:
    """A digest of an item as it stands in the feed, and the languages that the configuration gives it."""
    return sha256(f"{pair[0]}>{pair[1]}\n{text}".encode("utf-8", "surrogatepass")).digest()[:16]


def item_key(document: Document, content: bytes) -> str:
    """The item's id, else its link, else its content: a place in the feed would be another one tomorrow."""
    told = document.unit or document.link or f"content:{content.hex()}"
    return told.encode("utf-8", "replace").decode("utf-8")
