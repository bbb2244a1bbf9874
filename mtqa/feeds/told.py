"""A drop of a feed's scores as a finding, which flows through the gate and every output like any other."""

from mtqa.feeds.drop import Drop
from mtqa.finding import Category, Finding, Hit, Severity
from mtqa.report import Review
from mtqa.segment import Document, Location, Segment

CODE, NAME = "D201", "score-drop"
CONFIDENCE = 0.95  # feeds of even quality gave one false drop in 60 simulated years: reports/evaluation/feed-drop.md


def drop_review(feed: str, drop: Drop, like: Review) -> Review:
    """A review of the feed itself, whose text says what fell and whose one finding, of severity major, marks it.

    It holds no sentence, so it weighs nothing in the mean score. `like` is a review of the feed's: its language, signature.
    """
    text = (
        f"The last {drop.items} items score {drop.now:g} in the mean, the {drop.past} before them {drop.before:g}: "
        "look at what changed in the translation of this feed."
    )
    message = f"scores fell from {drop.before:g} to {drop.now:g} within the last {drop.items} items"
    document = Document(feed, feed, text, target_lang=like.document.target_lang, source_lang=like.document.source_lang)
    segment = Segment(text, document.target_lang or "und", location=Location(feed))
    hit = Hit(0, text.index(":"), message, confidence=CONFIDENCE)
    finding = Finding(CODE, NAME, Category.SCORE_DROP, Severity.MAJOR, hit, segment)
    return Review(document, (finding,), (), drop.now, 0.0, like.signature)
