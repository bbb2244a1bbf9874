"""The table of the pieces, from the weights' file, without torch: the network's graph holds all but this.

Weights are kept for `mtqa train` anyway, and the table is the larger part of them: so it lies in a model's folder once.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mtqa.errors import ConfigError

WEIGHTS = "model.safetensors"
NAME = "encoder.encoder.embeddings.tok_embeddings.weight"
SCALE = ".row_scale"  # what the name of a matrix's scales ends in, where it is kept in 8 bits


class Table(NamedTuple):
    """A row of numbers for each piece, (pieces, width), in 8 bits with a scale (pieces) each, or in half precision."""

    stored: npt.NDArray[np.generic]
    scale: npt.NDArray[np.float32]

    @classmethod
    def read(cls, file: Path) -> "Table":
        """Read it from the weights; raises ConfigError where the file is missing, damaged or of another kind."""
        from safetensors import safe_open

        try:
            with safe_open(file, framework="numpy") as weights:
                names = set(weights.keys())
                stored = weights.get_tensor(NAME)
                scale = weights.get_tensor(NAME + SCALE) if NAME + SCALE in names else np.ones(len(stored))
        except Exception as error:  # safetensors raises classes of its own
            raise ConfigError(f"{file}: no weights of this network: {str(error).splitlines()[0]}") from error
        return cls(stored, scale.astype(np.float32))

    def rows(self, pieces: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """Numbers of pieces (B, T) -> their rows (B, T, width)."""
        found: npt.NDArray[np.float32] = self.stored[pieces].astype(np.float32) * self.scale[pieces][..., None]
        return found
