"""From paths to reviews to a stream of text: what check and report have in common."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial
from glob import escape
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from mtqa.cli.codes import with_remarks
from mtqa.cli.command import tell
from mtqa.cli.network import fetcher
from mtqa.cli.options import settings
from mtqa.cli.sides import beside, sides
from mtqa.config import Config
from mtqa.errors import ConfigError, MtqaError
from mtqa.readers.files.problem import Problem
from mtqa.report import Review, Tally
from mtqa.segment import Document

if TYPE_CHECKING:
    from mtqa.changed import Changes
    from mtqa.review import Settings

TERMINAL_FORMATS = frozenset({"concise", "full"})
MOST_UNREAD = 100  # problems that an output names; the rest is counted


class Run:
    """One run over the paths: yields its reviews, and counts what could not be read, told on standard error."""

    def __init__(
        self, paths: tuple[str, ...], config: Config, given: dict[str, Any], outputs: Sequence[Path], is_on_screen: bool
    ) -> None:
        refuse_paths(paths, outputs)
        self.problems = 0
        self.unread: list[Problem] = []
        self.unread_paths: set[str] = set()
        self.changes: Changes | None = None
        self.paths, self._config = paths, config
        self._excludes = (*config.exclude, *(glob for output in outputs for glob in own_output(paths, output)))
        self._format, self._given = given["input_format"], given
        self._sides = sides(config)
        self._shows_progress = sys.stderr.isatty() and not given["quiet"] and not is_on_screen

    def leave_out(self, file: Path) -> None:
        """Do not read a file of mtqa's own that lies in a folder that is read."""
        self._excludes = (*self._excludes, *own_output(self.paths, file))

    @cached_property
    def settings(self) -> "Settings":
        """What the pipeline applies."""
        return settings(self._config)

    def reviews(self) -> Iterator[Review]:
        """Reviews as they come, with progress on standard error when it is a terminal that shows no findings."""
        from mtqa.review import review

        is_whole = self.changes is None and any(map(os.path.isdir, self.paths))
        stream = review(self.documents(), self.settings, self._config.jobs or 1)
        stream = with_remarks(stream, self.settings, is_whole)
        return with_progress(stream) if self._shows_progress else stream

    def documents(self) -> Iterator[Document]:
        """Documents of the paths with the languages that hold for them."""
        from mtqa.readers import read

        changes = self.changes
        wanted = changes.touches_file if changes else None
        columns = named_columns(self._config.columns)
        files = partial(read, input_format=self._format, excludes=self._excludes, wanted=wanted, columns=columns)
        for item in self._read(files):
            if isinstance(item, Document):
                if changes is None or changes.touches(item):
                    yield beside(with_languages(item, self._config), *self._sides)
            else:
                self.unread_paths.add(item.path)
                self.problems += 1
                if len(self.unread) < MOST_UNREAD:
                    self.unread.append(item)
                tell(str(item))
        for side in filter(None, self._sides):
            side.close()

    @property
    def input_format(self) -> str | None:
        """The format that is given for every input."""
        given: str | None = self._format
        return given

    def inputs(self, tells_problems: bool = True) -> Iterator[tuple[str, str]]:
        """The files of the paths with the names of their formats; what cannot be opened is told and counted, or left out."""
        from mtqa.readers import inputs

        paths = [path for path in self.paths if "://" not in path]
        wanted = self.changes.touches_file if self.changes else None
        for item in inputs(paths, input_format=self._format, excludes=self._excludes, wanted=wanted):
            if not isinstance(item, Problem):
                yield item
            elif tells_problems:
                self.problems += 1
                tell(str(item))

    def _read(self, files: Callable[[Sequence[str]], Iterator[Document | Problem]]) -> Iterator[Document | Problem]:
        """What files hold, and where there are addresses among the paths, what those give."""
        if not any(":" in path for path in self.paths):
            yield from files(self.paths)
            return
        from mtqa.feeds.inputs import read_all

        source = fetcher(self._given)
        try:
            yield from read_all(self.paths, source, files, self._format, bool(self._given.get("follow")))
        finally:
            source.close()

    def write(self, stream: TextIO, name: str, reviews: Iterable[Review]) -> None:
        """Render reviews into a stream."""
        from mtqa.render import renderer

        tally = Tally()
        colour = name in TERMINAL_FORMATS and stream.isatty() and "NO_COLOR" not in os.environ
        for piece in renderer(name)(self._counted(reviews, tally), tally, colour):
            stream.write(piece)

    def _counted(self, reviews: Iterable[Review], tally: Tally) -> Iterator[Review]:
        yield from reviews
        tally.problems, tally.unread = self.problems, tuple(self.unread)


def named_columns(given: str | None) -> tuple[tuple[str, str], ...]:
    """`--columns target=fr,source=de` as pairs of our name and theirs; raises ConfigError where it is none."""
    from mtqa.readers.files.rows import NAMES

    pairs = [part.partition("=") for part in (given or "").split(",") if part.strip()]
    for ours, equals, theirs in pairs:
        if ours.strip() not in NAMES or not equals or not theirs.strip():
            raise ConfigError(f"--columns {given}: NAME=COLUMN was expected, NAME one of {', '.join(NAMES)}")
    return tuple((ours.strip(), theirs.strip()) for ours, _, theirs in pairs)


def refuse_paths(paths: tuple[str, ...], outputs: Sequence[Path]) -> None:
    """Raise ConfigError where there is nothing to read, and where writing would destroy an input."""
    if not paths:
        raise ConfigError("nothing to check: give files, folders, addresses or - for standard input (see --help)")
    for path in paths:
        for output in outputs:
            if output.is_file() and os.path.isfile(path) and output.samefile(path):
                raise ConfigError(f"{output}: is an input: write to another file")


def own_output(paths: tuple[str, ...], output: Path) -> Iterator[str]:
    """Excludes for an output that lies in a folder that is read, so that no run reads what another wrote."""
    for folder in (Path(path).resolve() for path in paths if os.path.isdir(path)):
        if output.resolve().is_relative_to(folder) and output.resolve() != folder:
            yield escape(output.resolve().relative_to(folder).as_posix())


def with_languages(document: Document, config: Config) -> Document:
    """The document with the languages that options or configuration give for its path; they win over its own."""
    target, source = config.pair(document.path)
    return replace(document, target_lang=target or document.target_lang, source_lang=source or document.source_lang)


def with_progress(stream: Iterable[Review]) -> Iterator[Review]:
    """Count documents on standard error while they pass."""
    from rich.console import Console
    from rich.progress import Progress, ProgressColumn, TextColumn, TimeElapsedColumn

    shown: tuple[ProgressColumn, ...] = (TextColumn("{task.completed} documents checked"), TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        for review in stream:
            progress.advance(task)
            yield review


@contextmanager
def opened(file: Path | None, appends: bool = False) -> Iterator[TextIO]:
    """The output: a file, or standard output in UTF-8; raises MtqaError where a file cannot be written.

    A file name that is not UTF-8 holds lone surrogates; they are written as escapes, in JSON too.
    """
    if file is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a" if appends else "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise MtqaError(f"{file}: cannot be written: {error.strerror}") from error
