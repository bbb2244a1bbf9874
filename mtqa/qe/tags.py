"""The tags that the tagger gives each word, and the finding that each becomes. Trained weights depend on the order."""

from dataclasses import dataclass

from mtqa.finding import Category, Severity


@dataclass(frozen=True, slots=True)
class Tag:
    """A kind of damage: the finding's code, name, category, severity and message.

    `message` has one place, {text}, for the marked text; `beside_source` is said instead where only the source shows the
    damage. "missing" marks the words on both sides of the gap.
    """

    tag: str
    code: str
    name: str
    category: Category
    severity: Severity
    message: str
    beside_source: str = ""


OK = "ok"

KINDS: tuple[Tag, ...] = (
    Tag(
        "untranslated",
        "Q501",
        "likely-untranslated",
        Category.UNTRANSLATED,
        Severity.MAJOR,
        "“{text}” looks left in the source language",
        "“{text}” looks copied from the source",
    ),
    Tag(
        "word-order",
        "Q502",
        "likely-word-order",
        Category.WORD_ORDER,
        Severity.MAJOR,
        "the words of “{text}” seem to stand in the wrong order",
        "the words of “{text}” follow the order of the source",
    ),
    Tag(
        "missing",
        "Q503",
        "likely-missing-word",
        Category.OMISSION,
        Severity.MAJOR,
        "a word seems to be missing inside “{text}”",
        "something that the source says seems to be missing inside “{text}”",
    ),
    Tag(
        "doubled",
        "Q504",
        "likely-repetition",
        Category.DUPLICATION,
        Severity.MAJOR,
        "“{text}” seems to be said twice",
        "“{text}” is said twice, in the source once",
    ),
    Tag(
        "form",
        "Q505",
        "likely-wrong-form",
        Category.GRAMMAR,
        Severity.MINOR,
        "“{text}” seems to stand in the wrong form",
        "“{text}” seems to stand in another form than the source asks for",
    ),
    Tag(
        "wrong-word",
        "Q506",
        "likely-wrong-word",
        Category.MISTRANSLATION,
        Severity.MAJOR,
        "“{text}” does not fit its neighbours",
        "“{text}” does not fit what the source says",
    ),
    Tag(
        "name",
        "Q507",
        "likely-broken-name",
        Category.WRONG_NAME,
        Severity.MAJOR,
        "“{text}” looks like a name that was translated as a word",
        "“{text}” stands where the source has a name",
    ),
    Tag(
        "casing",
        "Q508",
        "likely-wrong-casing",
        Category.CASING,
        Severity.MINOR,
        "“{text}” seems to be capitalised wrongly",
        "“{text}” seems to be capitalised wrongly beside the source",
    ),
    Tag(
        "fragment",
        "Q509",
        "likely-fragment",
        Category.FRAGMENT,
        Severity.MAJOR,
        "“{text}” looks like a torn or cut piece of a sentence",
        "“{text}” looks torn or cut beside the source",
    ),
)

TAGS: tuple[str, ...] = (OK, *(kind.tag for kind in KINDS))
BY_TAG: dict[str, Tag] = {kind.tag: kind for kind in KINDS}
BY_CODE: dict[str, Tag] = {kind.code: kind for kind in KINDS}
