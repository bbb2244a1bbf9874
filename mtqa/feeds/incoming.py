"""What is new in feeds: asked for, read, claimed, and followed to the pages that the items link to."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

from mtqa.errors import InputError
from mtqa.feeds.address import shown
from mtqa.feeds.ahead import ahead
from mtqa.feeds.failure import FetchError
from mtqa.feeds.fetch import Fetcher
from mtqa.feeds.key import content_key, item_key, raw_key, settings_key
from mtqa.feeds.local import key_of, path_of, read_local
from mtqa.feeds.plan import Asked, Counts, Item, Pair, Plan, Reading
from mtqa.feeds.reading import ACCEPT_FEED, MOST_PROBLEMS, article, documents, holds_items, page_of_a_feed
from mtqa.feeds.state import Claim, Source, State
from mtqa.readers import Problem
from mtqa.report import signature


class Incoming:
    """One round after the other over the feeds of a plan. `open` holds the answers whose items are on their way."""

    def __init__(
        self,
        plan: Plan,
        state: State,
        fetcher: Fetcher,
        tell: Callable[[Problem], None],
        note: Callable[[str], None] = lambda text: None,
    ) -> None:
        self.plan, self.state, self.fetcher, self.tell, self.note = plan, state, fetcher, tell, note
        self.open: list[Reading] = []
        self.counts = Counts()
        self._key = settings_key(plan.settings, plan.follow)
        self._told: set[str] = set()

    def keys(self) -> list[str]:
        """What the feeds of the plan are remembered by."""
        found = []
        for feed in self.plan.feeds:
            with suppress(InputError):
                found.append(key_of(feed, self.fetcher.limits.allow_private))
        return found

    def items(self) -> Iterator[Item]:
        """The items that are new or changed, claimed for this run, as they come. Raises Stopped."""
        self.counts.known = self.counts.taken = self.counts.unchanged = 0
        claimed = self._claimed()
        if not self.plan.follow:
            yield from claimed
            return
        for item, problem, again in ahead(self._follow, claimed, self.fetcher.stop):
            if problem:
                self.tell(problem)
            if again:
                self.state.release(item.number)
                item.reading.again = True
                item.reading.waiting -= 1
            else:
                yield item

    def _claimed(self) -> Iterator[Item]:
        for asked in ahead(self._ask, self._sources(), self.fetcher.stop):
            answer, name = asked.answer, shown(asked.feed)
            if isinstance(answer, InputError):
                self.tell(Problem(name, None, str(answer)))
                self.state.asked(asked.source.number, answer.wait if isinstance(answer, FetchError) else None)
                continue
            self.state.asked(asked.source.number)
            if answer is None:
                self.counts.unchanged += 1
                continue
            if answer.digest == asked.source.digest:
                self.counts.unchanged += 1
                answer.stream.close()
            elif self.plan.input_format is None and not holds_items(answer):
                self.tell(Problem(name, None, page_of_a_feed(answer)))
                answer.stream.close()
            else:
                yield from self._new(Reading(asked.feed, asked.source, answer))
            if answer.moved_to and asked.feed not in self._told:
                self._told.add(asked.feed)
                self.note(f"{name}: has moved for good to {answer.moved_to[:300]}: give that address")

    def _sources(self) -> Iterator[tuple[str, Source]]:
        """The feeds that may be asked now, with what is known of them."""
        settings = self.plan.settings
        made_by = signature(len(settings.checks), settings.model, "").partition("|langs")[0]
        for feed in self.plan.feeds:
            try:
                key = key_of(feed, self.fetcher.limits.allow_private)
            except InputError as error:
                self.tell(Problem(shown(feed), None, str(error)))
                continue
            source = self.state.source(key, self._key, made_by)
            wait = source.not_before - time.time()
            if wait > 0:
                self.tell(Problem(shown(feed), None, f"was not asked: its server wants no request for {wait:.0f} s"))
            else:
                yield feed, source

    def _ask(self, one: tuple[str, Source]) -> Asked:
        feed, source = one
        try:
            file = path_of(feed, self.fetcher.limits.allow_private)
            answer = read_local(file) if file else self.fetcher.get(feed, source.validators, ACCEPT_FEED)
            return Asked(feed, source, answer)
        except InputError as error:
            return Asked(feed, source, error)

    def _new(self, reading: Reading) -> Iterator[Item]:
        """The items of an answer that no run has told or has in hand."""
        self.open.append(reading)
        path, source = shown(reading.feed), reading.source.number
        pair = self.plan.languages(path)
        known = Known(self.state, source, pair)
        problems = 0
        held: bytes | None = None  # an item that so far was nothing but a problem
        for one in documents(path, reading.fetched, self.plan.input_format, known):
            if self.fetcher.stop.is_set():
                return
            raw = known.take()
            if held is not None and raw is not None:
                self._told_once(source, held)
            held = held if raw is None else raw
            if isinstance(one, Problem):
                self.tell(one)
                problems += 1
                reading.again = problems > MOST_PROBLEMS  # the rest of the answer was left out
                continue
            raw, held = held, None
            one = replace(one, target_lang=pair[0] or one.target_lang, source_lang=pair[1] or one.source_lang)
            content = content_key(one, self.plan.follow)
            claim, number = self.state.claim(source, item_key(one, content), content, raw)
            if claim is Claim.GOT:
                reading.waiting += 1
                yield Item(reading, number, one)
            elif claim is Claim.TAKEN:
                self.counts.taken += 1
            else:
                self.counts.known += 1
        if held is not None:
            self._told_once(source, held)
        self.counts.known += known.skipped
        reading.is_read = True

    def _told_once(self, source: int, raw: bytes) -> None:
        """Remember an item that cannot be read, as it stands in the feed: its problem is told, and not again every time."""
        claim, number = self.state.claim(source, f"mtqa:problem:{raw.hex()}", raw, raw)
        if claim is Claim.GOT:
            self.state.tell([number])

    def _follow(self, item: Item) -> tuple[Item, Problem | None, bool]:
        document, problem, again = article(item.document, self.fetcher)
        return item._replace(document=document), problem, again


class Known:
    """Whether an item, as it stands in the feed, was told before."""

    def __init__(self, state: State, source: int, pair: Pair) -> None:
        self._state, self._source, self._pair = state, source, pair
        self._raw: bytes | None = None
        self.skipped = 0

    def __call__(self, text: str) -> bool:
        self._raw = raw_key(text, self._pair)
        if not self._state.has_raw(self._source, self._raw):
            return False
        self._raw = None
        self.skipped += 1
        return True

    def take(self) -> bytes | None:
        """The digest of the item that was let pass last, once."""
        raw, self._raw = self._raw, None
        return raw
