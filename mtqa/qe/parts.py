"""What a line of human text is for: to be counted, to train on, or to measure on.

Lines that stand together share names and turns of phrase. A split by line would make training sentences look better known
to the counts than a new page is, so whole blocks of lines are counted or trained on, and what `text.is_held_out` keeps
apart is neither.
"""

from zlib import crc32

from mtqa.text import is_held_out

BLOCK = 500  # lines: some ten to forty articles
TRAINED = 3  # blocks in ten


def part_of(name: str, number: int, line: str) -> str:
    """ "test", "train" or "count", for line `number` of the file of this name."""
    if is_held_out(line):
        return "test"
    return "train" if is_trained(name, number) else "count"


def is_trained(name: str, number: int) -> bool:
    """Whether the block of a line is trained on, so that none of its lines is counted."""
    return crc32(f"{name} {number // BLOCK}".encode()) % 10 < TRAINED
