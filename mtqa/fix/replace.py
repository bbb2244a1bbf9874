"""A file replaced by its new self at one stroke: whoever reads it sees the old one or the new one, whole."""

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from mtqa.errors import InputError


def put_in_place(file: Path, new: IO[bytes], before: os.stat_result) -> None:
    """Let a file hold what `new` does; `before` is what was known of it when it was read.

    Permissions and, where that is allowed, owner stay. Links are followed: the file that they lead to is replaced. Raises
    InputError for what cannot be replaced so, and where another program has changed the file since.
    """
    place = file.resolve()
    if not os.access(place, os.W_OK) or not before.st_mode & 0o222:  # to root everything is writable
        raise InputError("cannot be fixed: it is read-only")
    if before.st_nlink > 1:
        raise InputError("cannot be fixed: it has other names (hard links), which would keep the old text")
    with NamedTemporaryFile(dir=place.parent, prefix=f".{place.name[:100]}.", suffix=".mtqa", delete=False) as beside:
        try:
            shutil.copyfileobj(new, beside)
            with suppress(PermissionError):  # only root gives files away
                os.fchown(beside.fileno(), before.st_uid, before.st_gid)
            os.fchmod(beside.fileno(), stat.S_IMODE(before.st_mode))
            beside.flush()
            os.fsync(beside.fileno())
            if _state(place.stat()) != _state(before):
                raise InputError("was changed by another program meanwhile: it was left as it is")
            os.replace(beside.name, place)
        except BaseException:
            os.unlink(beside.name)
            raise


def _state(about: os.stat_result) -> tuple[int, int, int]:
    return about.st_ino, about.st_size, about.st_mtime_ns
