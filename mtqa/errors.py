"""The errors that a user of mtqa can cause, each told in one line."""


class MtqaError(Exception):
    """Something that the user can put right: the message says where, what was expected, what came and what to do."""


class InputError(MtqaError):
    """A file, row or stream that cannot be read."""


class ConfigError(MtqaError):
    """An option or a configuration key that makes no sense."""
