"""Why something could not be fetched."""

from mtqa.errors import InputError


class FetchError(InputError):
    """An address that gave nothing to read. `is_temporary`: a later try may help; `wait`: seconds the server asks for."""

    def __init__(self, message: str, *, is_temporary: bool = False, wait: float | None = None) -> None:
        super().__init__(message)
        self.is_temporary = is_temporary
        self.wait = wait


class Refused(FetchError):
    """An address that must not be connected to."""


class Stopped(Exception):
    """The run was asked to end while something was being fetched."""
