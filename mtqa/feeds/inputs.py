"""Addresses among the paths of `mtqa check`: fetched a few at a time, read in their order, nothing remembered."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from mtqa.errors import InputError
from mtqa.feeds.address import is_address, shown
from mtqa.feeds.ahead import ahead
from mtqa.feeds.fetch import Fetched, Fetcher
from mtqa.feeds.local import path_of, read_local
from mtqa.feeds.reading import ACCEPT_FEED, article, documents
from mtqa.readers import Problem
from mtqa.segment import Document

Found = Iterator[Document | Problem]


def read_all(
    paths: Sequence[str],
    fetcher: Fetcher,
    read_files: Callable[[Sequence[str]], Found],
    input_format: str | None = None,
    follow: bool = False,
) -> Found:
    """The documents of addresses and of files, in the order of `paths`; `follow` reads the pages that feed items link to."""
    for are_addresses, group in groupby(paths, is_address):
        if not are_addresses:
            yield from read_files(list(group))
            continue
        found = _fetched(list(group), fetcher, input_format)
        yield from _followed(found, fetcher) if follow else found


def _fetched(addresses: Sequence[str], fetcher: Fetcher, input_format: str | None) -> Found:
    def ask(address: str) -> tuple[str, Fetched | InputError | None]:
        try:
            file = path_of(address, fetcher.limits.allow_private)
            return shown(address), read_local(file) if file else fetcher.get(address, accept=ACCEPT_FEED)
        except InputError as error:
            return shown(address), error

    for name, answer in ahead(ask, addresses, fetcher.stop):
        if isinstance(answer, InputError):
            yield Problem(name, None, str(answer))
        elif answer is not None:
            yield from documents(name, answer, input_format)


def _followed(found: Found, fetcher: Fetcher) -> Found:
    def follow(one: Document | Problem) -> tuple[Document | Problem, Problem | None]:
        if isinstance(one, Problem) or not one.unit:
            return one, None
        document, problem, _ = article(one, fetcher)
        return document, problem

    for one, problem in ahead(follow, found, fetcher.stop):
        if problem is not None:
            yield problem
        yield one
