"""Words, numbers and marks of a sentence with their offsets."""

import re

from mtqa.text import Word, words

_OTHER = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|[^\w\s]|_+")


def tokens(text: str, lang: str) -> list[Word]:
    """Everything but the spaces: words as `text.words` cuts them, numbers and single marks between them."""
    found: list[Word] = []
    at = 0
    for word in words(text, lang):
        if word.start > at:
            found.extend(_between(text, at, word.start))
        found.append(word)
        at = word.end
    found.extend(_between(text, at, len(text)))
    return found


def _between(text: str, start: int, end: int) -> list[Word]:
    if end - start == 1 and text[start] == " ":
        return []
    return [Word(match.group(), match.start(), match.end()) for match in _OTHER.finditer(text, start, end)]
