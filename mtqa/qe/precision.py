"""In which precision a device multiplies fastest."""

from typing import Any

import torch


def autocast(device: str) -> Any:
    """A context in bfloat16 where the device computes in it; a CPU without instructions for it is ten times faster in float32."""
    return torch.autocast(device, torch.bfloat16, enabled=has_bfloat16(device))


def has_bfloat16(device: str) -> bool:
    """Whether a device has instructions for bfloat16 (AMX, AVX-512 BF16); every GPU that is asked for is taken to."""
    return device != "cpu" or torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()
