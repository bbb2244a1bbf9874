"""Who holds a claim, and whether that process still runs."""

import os
import re
import socket
from functools import cache
from pathlib import Path
from uuid import uuid4


def me() -> str:
    """A name for this run: machine, process, the process's start, and something no other run has."""
    return f"{_machine()}/{os.getpid()}/{_started(os.getpid())}/{uuid4().hex}"


def is_alive(owner: str) -> bool | None:
    """Whether the process of a claim's owner runs; None where it cannot be told: it ran on another machine or container."""
    machine, _, rest = owner.rpartition("/")[0].rpartition("/")[0].rpartition("/")
    started = owner.split("/")[-2] if owner.count("/") >= 3 else ""
    if machine != _machine() or not rest.isdigit():
        return None
    try:
        os.kill(int(rest), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        pass
    return started == _started(int(rest))  # another start: the number was given to another process


@cache
def _machine() -> str:
    """The machine since it was started, and the container: process numbers mean the same within it alone."""
    return f"{socket.gethostname()}:{_line('/proc/sys/kernel/random/boot_id')}:{_link('/proc/self/ns/pid')}"


def _started(pid: int) -> str:
    """When a process started, in the system's ticks; "" where the system does not tell, or it is dead but not yet buried."""
    after_name = _line(f"/proc/{pid}/stat").rpartition(")")[2].split()
    if len(after_name) < 20:
        return ""
    return "dead" if after_name[0] in "ZX" else after_name[19]


def _line(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _link(path: str) -> str:
    try:
        return re.sub(r"\D", "", os.readlink(path))
    except OSError:
        return ""
