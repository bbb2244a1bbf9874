"""One run of `mtqa feed`: the plan, the output, what is told on standard error."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from mtqa.cli.command import tell
from mtqa.cli.network import fetcher
from mtqa.cli.options import settings
from mtqa.cli.outputs import Output
from mtqa.cli.run import MOST_UNREAD, TERMINAL_FORMATS, opened, with_progress
from mtqa.cli.sink import Sink
from mtqa.config import Config
from mtqa.errors import ConfigError
from mtqa.gate import Gate
from mtqa.report import Review, Tally

if TYPE_CHECKING:
    from mtqa.readers import Problem

STREAMED = frozenset({"concise", "full", "jsonl"})  # formats whose output, cut off after any item, is still whole


class FeedRun:
    """Reads feeds into outputs. In a streamed format each item is remembered as told once it is written, else all at the end."""

    def __init__(
        self, paths: tuple[str, ...], config: Config, given: dict[str, Any], wanted: Sequence[Output], stop: Event
    ) -> None:
        from mtqa.feeds.incoming import Incoming
        from mtqa.feeds.plan import Plan
        from mtqa.feeds.state import State

        self.problems = 0
        self.unread: list[Problem] = []
        self._wanted, self._quiet = wanted, given["quiet"]
        self._is_streamed = len(wanted) == 1 and wanted[0].format in STREAMED
        if given["watch"] is not None and not self._is_streamed:
            raise ConfigError(
                f"--watch writes as items come: give one of {', '.join(sorted(STREAMED))}, and no other format"
            )
        plan = Plan(
            tuple(dict.fromkeys(paths)),
            settings(config),
            config.pair,
            follow=given["follow"],
            jobs=config.jobs or 1,
            input_format=given["input_format"],
            seconds=given["watch"],
            is_streamed=self._is_streamed,
            finds_drops=finds_drops(config),
        )
        refuse_inputs(paths, [*(one.file for one in wanted if one.file), given["state"]])
        self._state = State(given["state"])
        self._fetcher = fetcher(given, stop)
        self._incoming = Incoming(plan, self._state, self._fetcher, self._unreadable, tell)

    def close(self) -> None:
        """Give back what was claimed, and close what is open."""
        self._fetcher.close()
        self._state.close()

    def write(self, gate: Gate) -> None:
        """Check what is new, and write it."""
        from mtqa.feeds.watch import Watch

        first = self._wanted[0]
        if self._is_streamed:
            sink = Sink(first.file, first.format == "jsonl")
            try:
                self._stream(first.format, sink, self._seen(Watch(self._incoming, sink.flush).reviews(), gate))
                sink.flush()
            finally:
                sink.close()
        else:
            self._write_all(Watch(self._incoming, lambda: None), gate)
        self._sum_up()

    def _stream(self, name: str, sink: Sink, reviews: Iterator[Review]) -> None:
        """Write as items come; where none comes, nothing."""
        first = next(reviews, None)
        if first is not None:
            for piece in self._rendered(name, chain([first], reviews), sink.isatty()):
                sink.write(piece)

    def _write_all(self, watch: Any, gate: Gate) -> None:
        """Write every output when all is checked, then remember that it was told."""
        from mtqa.spool import Spool

        kept = Spool(self._seen(watch.reviews(), gate))
        try:
            kept.fill()
            for output in self._wanted:
                with opened(output.file, output.appends) as stream:
                    for piece in self._rendered(output.format, kept, stream.isatty()):
                        stream.write(piece)
        finally:
            kept.close()
        watch.told()

    def _rendered(self, name: str, reviews: Iterable[Review], is_terminal: bool) -> Iterator[str]:
        from mtqa.render import renderer

        tally = Tally()
        colour = name in TERMINAL_FORMATS and is_terminal and "NO_COLOR" not in os.environ
        return renderer(name)(self._counted(reviews, tally), tally, colour)

    def _counted(self, reviews: Iterable[Review], tally: Tally) -> Iterator[Review]:
        yield from reviews
        tally.problems, tally.unread = self.problems, tuple(self.unread)
        if not self._is_streamed:
            tally.histories = self.histories()

    def histories(self) -> Any:
        """The scores over time of this run's feeds, what is not yet told included."""
        from mtqa.feeds.past import histories

        return histories(self._state, self._incoming.keys())

    def _seen(self, reviews: Iterator[Review], gate: Gate) -> Iterator[Review]:
        """Show each review to the gate as it passes, with progress where no findings stand on the terminal."""
        if sys.stderr.isatty() and not self._quiet and not (self._wanted[0].file is None and sys.stdout.isatty()):
            reviews = with_progress(reviews)
        for review in reviews:
            gate.add(review)
            yield review

    def _unreadable(self, problem: "Problem") -> None:
        self.problems += 1
        if len(self.unread) < MOST_UNREAD:
            self.unread.append(problem)
        tell(str(problem))

    def _sum_up(self) -> None:
        counts = self._incoming.counts
        if self._quiet:
            return
        told = [f"{counts.new} new or changed", f"{counts.known} known"]
        told += [f"{counts.taken} in another run's hands"] * bool(counts.taken)
        told += [f"{counts.unchanged} feed{'' if counts.unchanged == 1 else 's'} unchanged"] * bool(counts.unchanged)
        tell("items: " + ", ".join(told))


def finds_drops(config: Config) -> bool:
    """Whether drops of a feed's scores are among the findings that are wanted."""
    from mtqa.checks import is_named
    from mtqa.feeds.told import CODE, NAME

    is_selected = not config.select or is_named(CODE, NAME, config.select)
    return is_selected and not is_named(CODE, NAME, config.ignore)


def refuse_inputs(paths: Sequence[str], places: Sequence[Path]) -> None:
    """Raise ConfigError where writing would destroy an input, or the state the output."""
    named = [Path(path).resolve() for path in paths if ":" not in path]
    if "-" in paths:
        raise ConfigError("a feed is remembered by its address or file: standard input has none")
    seen: set[Path] = set()
    for place in places:
        if place.resolve() in named:
            raise ConfigError(f"{place}: is an input: write to another file")
        if place.resolve() in seen:
            raise ConfigError(f"{place}: cannot be the output and the state at once")
        seen.add(place.resolve())


class History:
    """The scores over time that a state holds."""

    def __init__(self, file: Path, paths: tuple[str, ...], given: dict[str, Any]) -> None:
        self._file, self._paths, self._given = file, paths, given

    def write(self, wanted: Sequence[Output], is_named: bool) -> None:
        """Write them: a table unless json or html is asked for; raises ConfigError for what is neither."""
        from mtqa.feeds.local import key_of
        from mtqa.feeds.past import histories
        from mtqa.feeds.state import State
        from mtqa.render._history import FORMATS

        names = [one.format if is_named else "table" for one in wanted]
        if unknown := [name for name in names if name not in FORMATS]:
            raise ConfigError(f"--history is a table, json or html, not {unknown[0]}")
        state = State(self._file, is_new_allowed=False)
        try:
            keys = [key_of(path, True) for path in self._paths]
            found = histories(state, keys, self._given["by"])
        finally:
            state.close()
        if missing := [path for path, key in zip(self._paths, keys, strict=True) if key not in {h.feed for h in found}]:
            tell(f"{missing[0]}: nothing is remembered of it")
        for output, name in zip(wanted, names, strict=True):
            with opened(output.file, output.appends) as stream:
                stream.write(FORMATS[name](found))
