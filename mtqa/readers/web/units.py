"""The units of XLIFF and TMX into documents, one at a time however long the file is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from mtqa.errors import InputError
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.readers.files.tag import primary
from mtqa.readers.files.window import Window
from mtqa.readers.web.inline import codes, inline
from mtqa.readers.web.stream import Item, Opening, items, mark
from mtqa.readers.web.xml import Child, children, refuse_doctype, root
from mtqa.segment import Document


@dataclass(frozen=True, slots=True)
class Context:
    """What the tags around a unit say: languages as they are written, the id of the unit, whether it is to be translated."""

    source_lang: str | None = None
    target_lang: str | None = None
    unit: str | None = None
    translates: bool = True


class Pair(NamedTuple):
    """A source and its translation, as elements of the unit's text, with what is known of them."""

    source: Child | None
    target: Child
    about: Context


@dataclass(frozen=True, slots=True)
class Units:
    """A format: its root, the elements that hold a unit, the tags around them, and how both are read."""

    root: str
    names: tuple[str, ...]
    around: tuple[str, ...]
    within: Callable[[Context, Opening], Context]
    pairs: Callable[[str, Context], Sequence[Pair]]
    begins: Context = field(default_factory=Context)


def documents(source: Source, units: Units) -> Iterator[Document | Problem]:
    """The documents of the units. Raises InputError where it is another format, or has a document type."""
    name = root(source.head)[0].rpartition(":")[2]
    if name != units.root:
        raise InputError(f"is no {units.root.upper()}: <{units.root}> was expected, and <{name[:40]}> came")
    refuse_doctype(source.head.partition(f"<{units.names[0]}")[0])
    context, count = units.begins, 0
    for item in items(Window(source.chunks(), source.max_bytes), mark(*units.names, around=units.around)):
        if isinstance(item, Opening):
            context = units.within(context, item)
        elif isinstance(item, Problem):
            yield source.problem(item.line, item.message)
        else:
            count += 1
            if not item.is_closed:
                yield source.problem(item.line, "is broken XML, a unit without its end: read as far as it makes sense")
            yield from of_unit(source, item, context, units)
    if not count:
        yield source.problem(None, f"holds no <{'> or <'.join(units.names)}>")


def of_unit(source: Source, item: Item, context: Context, units: Units) -> Iterator[Document]:
    """The documents of one unit; none where nothing is translated."""
    for pair in units.pairs(item.text, context):
        text = inline(item.text, pair.target.start, pair.target.end)
        if not text.text.strip():
            continue
        original = inline(item.text, pair.source.start, pair.source.end).text if pair.source else None
        about = pair.about
        sides = tuple(
            tuple(codes(item.text, side.start, side.end)) if side else () for side in (pair.source, pair.target)
        )
        yield Document(
            id=about.unit or f"{source.path}:{item.line}",
            path=source.path,
            text=text.text,
            target_lang=source.target_lang or primary(about.target_lang),
            source=original,
            source_lang=source.source_lang or primary(about.source_lang),
            anchors=text.anchors(item.text, item.line, item.column),
            unit=about.unit,
            codes=(sides[0], sides[1]) if original is not None else None,
        )


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _named(text: str) -> dict[str, Child]:
    """The children of a unit by their names, the first of each."""
    named: dict[str, Child] = {}
    for child in children(text)[0]:
        named.setdefault(_local(child.name), child)
    return named


def _xliff_within(context: Context, tag: Opening) -> Context:
    about = tag.attributes
    translates = about.get("translate", "yes") != "no"
    if tag.name in ("xliff", "file"):
        source = about.get("srclang") or about.get("source-language") or context.source_lang
        target = about.get("trglang") or about.get("target-language") or context.target_lang
        return replace(context, source_lang=source, target_lang=target, translates=translates)
    return replace(context, unit=about.get("id"), translates=translates)


def _xliff_pairs(text: str, context: Context) -> list[Pair]:
    name, about = root(text)
    own = about.get("id")
    if _local(name) == "segment":
        unit = "/".join(filter(None, (context.unit, own))) or None
        translates = context.translates
    else:
        unit, translates = own, about.get("translate", "yes") != "no" and context.translates
    named = _named(text)
    target = named.get("target")
    if target is None or not translates:
        return []
    lang = target.attributes.get("xml:lang") or context.target_lang
    return [Pair(named.get("source"), target, replace(context, unit=unit, target_lang=lang))]


def _tmx_within(context: Context, tag: Opening) -> Context:
    return replace(context, source_lang=tag.attributes.get("srclang") or context.source_lang)


def _tmx_pairs(text: str, context: Context) -> list[Pair]:
    about = root(text)[1]
    wanted = primary(about.get("srclang") or context.source_lang)
    sides: list[tuple[str | None, Child]] = []
    for child in children(text)[0]:
        inside = text[child.start : child.end]
        found = next((one for one in children(f"<tuv>{inside}</tuv>")[0] if _local(one.name) == "seg"), None)
        if _local(child.name) == "tuv" and found:
            lang = child.attributes.get("xml:lang") or child.attributes.get("lang")
            moved = child.start - len("<tuv>")
            sides.append((lang, replace(found, start=found.start + moved, end=found.end + moved)))
    first = next((n for n, (lang, _) in enumerate(sides) if primary(lang) == wanted), 0)
    return [
        Pair(sides[first][1], side, Context(sides[first][0], lang, about.get("tuid")))
        for n, (lang, side) in enumerate(sides)
        if n != first
    ]


XLIFF = Units("xliff", ("trans-unit", "segment"), ("xliff", "file", "unit"), _xliff_within, _xliff_pairs)
TMX = Units("tmx", ("tu",), ("header",), _tmx_within, _tmx_pairs)
