"""The units of XLIFF and TMX into documents, one at a time however long the file is."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from mtqa.errors import InputError
from mtqa.readers.files.problem import Problem
from mtqa.readers.files.source import Source
from mtqa.readers.files.tag import primary
from mtqa.readers.files.window import Window
from mtqa.readers.web.inline import codes, inline
from mtqa.readers.web.stream import Closing, Item, Opening, items, mark
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
    """A format: its root, the elements that hold a unit, the tags around and before them, and how all are read.

    What a tag of `around` says holds inside it, what one of `before` says from there on. `pairs` is given a unit's text,
    its children and what is known of it.
    """

    root: str
    names: tuple[str, ...]
    around: tuple[str, ...]
    before: tuple[str, ...]
    within: Callable[[Context, Opening], Context]
    pairs: Callable[[str, Sequence[Child], Context], Sequence[Pair]]


def documents(source: Source, units: Units) -> Iterator[Document | Problem]:
    """The documents of the units. Raises InputError where it is another format, or has a document type."""
    refuse_doctype(source.head.partition(f"<{units.names[0]}")[0])
    name = _local(root(source.head)[0])
    if name != units.root:
        raise InputError(f"is no {units.root.upper()}: <{units.root}> was expected, and <{name[:40]}> came")
    count, is_broken = 0, False
    for found in placed(Window(source.chunks(), source.max_bytes), units):
        count += 1
        if isinstance(found, Problem):
            yield source.problem(found.line, found.message)
            continue
        for one in of_unit(source, *found, units):
            if isinstance(one, Document) or not is_broken:
                yield one
            is_broken |= isinstance(one, Problem)  # told once a file: what breaks one unit breaks many
    if not count:
        yield source.problem(None, f"holds no <{'> or <'.join(units.names)}>")


def placed(window: Window, units: Units) -> Iterator[tuple[Item, Context] | Problem]:
    """The units of a file, each with what the tags around it say."""
    around = _Around(units)
    for item in items(window, mark(*units.names, around=(*units.around, *units.before))):
        if isinstance(item, Opening):
            around.open(item)
        elif isinstance(item, Closing):
            around.close(item.name)
        else:
            yield item if isinstance(item, Problem) else (item, around.context)


class _Around:
    """The tags that are open around a unit. Only groups stand in each other; an end tag that fits none ends none."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._open: list[tuple[str, Context]] = [("", Context())]
        self._counts: Counter[str] = Counter()

    @property
    def context(self) -> Context:
        """What the open tags say together."""
        return self._open[-1][1]

    def open(self, tag: Opening) -> None:
        """Take in a tag; raises InputError where too many stand in each other."""
        if tag.name != GROUP:
            self.close(tag.name)
        context = self._units.within(self.context, tag)
        if tag.name in self._units.before:
            self._open[-1] = (self._open[-1][0], context)
            return
        if len(self._open) > DEPTH:
            raise InputError(f"has groups in groups, more than {DEPTH} deep: the rest was left out")
        self._open.append((tag.name, context))
        self._counts[tag.name] += 1

    def close(self, name: str) -> None:
        """End a tag, and those in it that have no end."""
        closed = "" if self._counts[name] else name
        while closed != name:
            closed, _ = self._open.pop()
            self._counts[closed] -= 1


def of_unit(source: Source, item: Item, context: Context, units: Units) -> Iterator[Document | Problem]:
    """The documents of one unit, none where nothing is translated; a problem first where its tags do not fit."""
    found, broken = children(item.text)
    if broken is not None or not item.is_closed:
        what = "a tag that does not fit" if item.is_closed else "a unit without its end"
        line = item.line + item.text.count("\n", 0, broken if item.is_closed else 0)
        yield source.problem(line, f"is broken XML, {what}: read as far as it makes sense")
    for pair in units.pairs(item.text, found, context):
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


def _named(found: Iterable[Child]) -> dict[str, Child]:
    """The children of a unit by their names, the first of each."""
    named: dict[str, Child] = {}
    for child in found:
        named.setdefault(_local(child.name), child)
    return named


def _translates(told: str | None, context: Context) -> bool:
    """What `translate` says, else what it says further out."""
    return context.translates if told not in ("yes", "no") else told == "yes"


def _xliff_within(context: Context, tag: Opening) -> Context:
    about = tag.attributes
    return replace(
        context,
        source_lang=about.get("srclang") or about.get("source-language") or context.source_lang,
        target_lang=about.get("trglang") or about.get("target-language") or context.target_lang,
        unit=about.get("id") if tag.name == "unit" else context.unit,
        translates=_translates(about.get("translate"), context),
    )


def _xliff_pairs(text: str, found: Sequence[Child], context: Context) -> list[Pair]:
    name, about = root(text)
    named, own = _named(found), about.get("id")
    target = named.get("target")
    if target is None or not _translates(about.get("translate"), context):
        return []
    unit = "/".join(filter(None, (context.unit, own))) if _local(name) == "segment" else own
    lang = target.attributes.get("xml:lang") or context.target_lang
    return [Pair(named.get("source"), target, replace(context, unit=unit or None, target_lang=lang))]


def _tmx_within(context: Context, tag: Opening) -> Context:
    return replace(context, source_lang=tag.attributes.get("srclang") or context.source_lang)


def _tmx_pairs(text: str, found: Sequence[Child], context: Context) -> list[Pair]:
    about = root(text)[1]
    wanted = primary(about.get("srclang") or context.source_lang)
    sides: list[tuple[str | None, Child]] = []
    for child in found:
        inside = text[child.start : child.end]
        segment = next((one for one in children(f"<tuv>{inside}</tuv>")[0] if _local(one.name) == "seg"), None)
        if _local(child.name) == "tuv" and segment:
            lang = child.attributes.get("xml:lang") or child.attributes.get("lang")
            moved = child.start - len("<tuv>")
            sides.append((lang, replace(segment, start=segment.start + moved, end=segment.end + moved)))
    first = next((n for n, (lang, _) in enumerate(sides) if primary(lang) == wanted), 0)
    return [
        Pair(sides[first][1], side, Context(sides[first][0], lang, about.get("tuid")))
        for n, (lang, side) in enumerate(sides)
        if n != first
    ]


GROUP = "group"
DEPTH = 1_000  # of groups in groups
XLIFF = Units("xliff", ("trans-unit", "segment"), ("xliff", "file", GROUP, "unit"), (), _xliff_within, _xliff_pairs)
TMX = Units("tmx", ("tu",), (), ("header",), _tmx_within, _tmx_pairs)
