"""A language that mtqa knows nothing of: only what is language-neutral is checked."""

from mtqa.languages import Language

LANGUAGE = Language(tag="und", name="undetermined")
