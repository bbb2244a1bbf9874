"""What could not be read, told in one line while the rest goes on."""

import re
from dataclasses import dataclass

# Everything a terminal would act on or break the line at, so that a hostile file name cannot.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """A place in the input and what is wrong there: what was expected, what came, what to do. `str` makes it one line."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", f"{place}: {self.message}")
