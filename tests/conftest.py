"""Property tests draw the same cases in CI each time: what they find by luck is found at home, and becomes a case."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
