"""Which words never follow a closed-class word in human text: "un entre", "the of", "mit der und".

`mtqa.lexicon.learn` counts what stands right after every closed-class word and writes `adjacency.<lang>.txt`. A line
holds a context (one closed word or two) and what is next to never found after it:

    un<TAB>entre 1 188 417 l'<TAB>selon 0 87 120<TAB>...

that is, "entre" was seen once after "un", where chance would have brought it 188 times; 417 times one open-class word
stood between the two; and after "l'" the pair may stand. A follower is a closed-class word or a mark: one of `, . : ; )`,
where "." stands for every mark that ends a sentence.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from mtqa.lexicon.table import folder
from mtqa.text import Word

MARKS = {",": ",", ";": ";", ":": ":", ")": ")", ".": ".", "!": ".", "?": "."}
Excuses = dict[str, frozenset[str]]  # what never follows: the words before the context after which it may


class Never(NamedTuple):
    """What does not follow one word, and two words, in human text. `one` has every word that a context ends with."""

    one: dict[str, Excuses]
    two: dict[str, Excuses]


@cache
def never(lang: str) -> Never | None:
    """The table of a language tag ("fr", "pt-BR"), or None where nothing was learnt."""
    path = folder() / "lexicon" / f"adjacency.{lang.lower().partition('-')[0]}.txt"
    if not path.is_file():
        return None
    found = Never({}, {})
    for line in path.read_text(encoding="utf-8").splitlines():
        context, *cells = line.split("\t")
        excuses = {}
        for cell in cells:
            follower, _, _, _, *before = cell.split(" ")
            excuses[follower] = frozenset(before)
        (found.two if " " in context else found.one)[context] = excuses
        found.one.setdefault(context.rpartition(" ")[2], {})
    return found


class Follower(NamedTuple):
    """What stands right after a word, and where it ends."""

    text: str
    end: int


NOTHING = Follower("", 0)


def follower(text: str, words: Sequence[Word], small: Sequence[str], place: int) -> Follower:
    """What stands right after a word: the next word in small letters, or a mark; NOTHING for anything else.

    Nothing are names and other capitals, numbers, quotes, dashes, dots of omission, the end of the text, and a mark
    that starts a token (".com"). `small` is `lowered(text, lang)`.
    """
    end = words[place].end
    last = place + 1 == len(words)
    gap = text[end:] if last else text[end : words[place + 1].start]
    mark = gap.lstrip()
    if not mark:
        following = None if last or words[place + 1].text[0].isupper() else words[place + 1]
        return Follower(small[place + 1], following.end) if following else NOTHING
    after = mark[1:2]
    if mark[0] not in MARKS or mark.startswith("..") or after.isalnum() or not (after or last):
        return NOTHING
    return Follower(MARKS[mark[0]], end + len(gap) - len(mark) + 1)
