"""Language models: how surprising each word is, in bits, and which words are improbable.

Causal models give a word's surprisal after what stands before it in the sentence. Masked models give its pseudo-surprisal:
each subword is guessed with itself and the rest of its word masked (Kauf and Ivanova 2023, "within-word left-to-right").
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import log
from typing import Any

import numpy as np

from mtqa.finding import Estimate
from mtqa.languages import language
from mtqa.lexicon.lemma import is_known
from mtqa.qe.estimator import Threshold
from mtqa.qe.hub.judged import Judged, Numbers, marks
from mtqa.qe.hub.labels import IMPROBABLE
from mtqa.qe.hub.network import Network
from mtqa.qe.hub.place import Place
from mtqa.qe.hub.token_classifier import joined
from mtqa.qe.hub.windows import Window, batched, owners, units, windows
from mtqa.segment import Segment
from mtqa.text import Word, is_acronym

NUMBERS = 1 << 26  # of logits in a batch: 256 MB
FEW = 50  # words below which a document has no distribution of its own
USUAL = (6.0, 4.0)  # median and spread of surprisal, in bits, that such a document is given
SPREADS = 4.0  # above the median, from which a word is improbable: a guess, which calibration replaces
FLOOR = 12.0  # bits: nothing more probable than 1 in 4,000 is ever improbable
NEIGHBOUR = 0.75  # of the limit, from which a neighbour belongs to the span
CERTAIN = 1.5  # times the limit at which confidence is whole
DOUBTFUL = 0.3  # confidence at most where nobody has set limits: a guess, which counts for little in the score


class LanguageModel:
    """Improbable words by the limits of mtqa_thresholds.json, else by the distribution in the segments given together."""

    is_causal = False

    def __init__(self, place: Place, network: Network, order: str) -> None:
        self.place, self.network = place, network
        self.start = network.tokenizer.bos_token_id
        if self.start is None:
            self.start = network.tokenizer.eos_token_id
        self.vocabulary = int(network.model.config.vocab_size)

    def __call__(self, segments: Sequence[Segment]) -> list[Estimate]:
        """Spans alone: surprisal is no calibrated probability."""
        judged = self.judge(segments)
        own = limit_of(np.concatenate([j.values for j in judged]) if judged else np.zeros(0, np.float32))
        found = []
        for segment, one in zip(segments, judged, strict=True):
            told = self.place.settings.limit(segment.target_lang)
            limit, most = (told, 1.0) if told else (own, DOUBTFUL)
            found.append(Estimate(None, tuple(marks(segment, one, limit, (IMPROBABLE,), limit.high * CERTAIN, most))))
        return found

    def judge(self, segments: Sequence[Segment]) -> list[Judged]:
        """Bits of each word; not a number for what is not judged: numbers, marks, names."""
        rows = windows(self.network, segments, "target", room=1)
        of_segment: list[list[int]] = [[] for _ in segments]
        for number, row in enumerate(rows):
            of_segment[row.segment].append(number)
        bits = self.bits(segments, rows)
        return [
            self.of_words(segment, [rows[n] for n in numbers], [bits[n] for n in numbers]) if numbers else Judged()
            for segment, numbers in zip(segments, of_segment, strict=True)
        ]

    def bits(self, segments: Sequence[Segment], rows: Sequence[Window]) -> list[Numbers]:
        """Surprisal of each row's target subwords in bits; not a number where nothing stands before the first one."""
        raise NotImplementedError

    def of_words(self, segment: Segment, rows: Sequence[Window], bits: Sequence[Numbers]) -> Judged:
        """The bits of a word's subwords, added; not a number for words that are not judged."""
        spans, seen = joined(rows, bits, self.is_causal)
        words = units(segment, spans)
        added = [float(seen[own].sum()) for own in owners(words, spans)]
        kept = [
            n if self.place.settings.names or not is_name(word, segment.target_lang) else float("nan")
            for word, n in zip(words, added, strict=True)
        ]
        values = [n if word.text[:1].isalpha() else float("nan") for word, n in zip(words, kept, strict=True)]
        return Judged(tuple(words), np.array(values, np.float32))


class CausalModel(LanguageModel):
    """Reads from left to right."""

    is_causal = True

    def bits(self, segments: Sequence[Segment], rows: Sequence[Window]) -> list[Numbers]:
        """A row's subwords after the start mark; in a later window what the one before it saw has the longer past."""
        number = {id(row): n for n, row in enumerate(rows)}
        found: list[Numbers] = [np.zeros(0, np.float32)] * len(rows)
        for batch in batched(rows, self.vocabulary, NUMBERS):
            lead = [() if self.start is None or w.ids[0] == self.start else (self.start,) for w in batch]
            ids = [(*before, *w.ids) for before, w in zip(lead, batch, strict=True)]
            with self.network.torch.inference_mode():
                inputs = self.network.tensors(ids)
                logits = self.network.model(**inputs, use_cache=False).logits  # (B, T, vocabulary)
                bits = surprisal(logits[:, :-1], inputs["input_ids"][:, 1:]).cpu().numpy()  # (B, T - 1)
            for row, window in enumerate(batch):
                at = np.array(window.places) + len(lead[row]) - 1
                found[number[id(window)]] = np.where(at >= 0, bits[row, np.maximum(at, 0)], np.nan)
        return found


class MaskedModel(LanguageModel):
    """Sees both sides."""

    def bits(self, segments: Sequence[Segment], rows: Sequence[Window]) -> list[Numbers]:
        """One row of the network for each subword."""
        return [self.of_window(segments[row.segment], row) for row in rows]

    def of_window(self, segment: Segment, window: Window) -> Numbers:
        """The bits of one window's subwords, in batches of bounded size."""
        torch = self.network.torch
        rest = following(units(segment, window.spans), window.spans)
        most = max(1, min(NUMBERS // self.vocabulary, NUMBERS // 1024 // len(window.ids)))
        found = [0.0] * len(window.places)
        for first in range(0, len(window.places), most):
            numbers = range(first, min(first + most, len(window.places)))
            rows = [list(window.ids) for _ in numbers]
            for row, n in zip(rows, numbers, strict=True):
                for hidden in (n, *rest[n]):
                    row[window.places[hidden]] = self.network.tokenizer.mask_token_id
            places = torch.tensor([window.places[n] for n in numbers], device=self.network.device)
            truth = torch.tensor([window.ids[window.places[n]] for n in numbers], device=self.network.device)
            with torch.inference_mode(), only_at(self.network.model, places):
                inputs = self.network.tensors(rows, [window.types] * len(rows))
                logits = self.network.model(**inputs).logits  # (B, 1, vocabulary), or (B, T, vocabulary)
                if logits.shape[1] > 1:
                    logits = logits[list(range(len(rows))), places].unsqueeze(1)
                found[first : first + len(rows)] = surprisal(logits, truth.unsqueeze(1))[:, 0].cpu().tolist()
        return np.array(found, np.float32)


@contextmanager
def only_at(model: Any, places: Any) -> Iterator[None]:
    """The network's head sees one place of each row: a vocabulary of 250,000 times every place is gigabytes.

    Networks whose head is not known give all places.
    """
    head = getattr(model, "lm_head", None) or getattr(model, "cls", None)

    def narrow(_: Any, given: tuple[Any, ...]) -> tuple[Any, ...]:
        hidden, *others = given  # (B, T, width) -> (B, 1, width)
        return (hidden[list(range(hidden.shape[0])), places].unsqueeze(1), *others)

    hook = head.register_forward_pre_hook(narrow) if head is not None else None
    try:
        yield
    finally:
        if hook is not None:
            hook.remove()


def surprisal(logits: Any, ids: Any) -> Any:
    """(B, T, vocabulary), (B, T) -> bits (B, T)."""
    logits = logits.float()
    return (logits.logsumexp(-1) - logits.gather(-1, ids.unsqueeze(-1)).squeeze(-1)) / log(2)


def following(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """For each subword the later ones of its word."""
    found: list[list[int]] = [[] for _ in spans]
    for members in owners(words, spans):
        for place, number in enumerate(members):
            found[number] = members[place + 1 :]
    return found


def is_name(word: Word, lang: str) -> bool:
    """Whether a word may be a name, which is improbable without being wrong: an acronym, a capital that no dictionary has."""
    if not word.text[:1].isupper():
        return False
    if word.start > 0 and not language(lang).capital_nouns:
        return True
    return is_acronym(word.text) or not is_known(word.text, lang)


def limit_of(bits: Numbers) -> Threshold:
    """From which surprisal words are improbable among these, robustly; never sure enough to be more than minor."""
    known = bits[np.isfinite(bits)]
    middle, spread = USUAL
    if len(known) >= FEW:
        middle = float(np.median(known))
        spread = 1.4826 * float(np.median(np.abs(known - middle)))  # of a normal distribution, its standard deviation
    high = max(FLOOR, middle + SPREADS * spread)
    return Threshold(high, NEIGHBOUR * high, float("inf"))
