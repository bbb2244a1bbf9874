"""A loaded model: tokenizer, network, device and how long its rows may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mtqa.errors import ConfigError
from mtqa.qe.hub.backend import library, told_in_one_line
from mtqa.qe.hub.place import AUTO_CLASS, Kind, Place

LONGEST = 512  # subwords a row: what most encoders were trained on, and what bounds the memory of the others
TOKENS = 8192  # subwords in a batch
MULTIPLE = 8  # rows are padded to a multiple of this


@dataclass(frozen=True, slots=True)
class Network:
    """What inference needs. `longest` counts subwords, special ones included."""

    torch: Any
    tokenizer: Any
    model: Any
    device: str
    longest: int

    def tensors(self, rows: Sequence[Sequence[int]], types: Sequence[Sequence[int]] = ()) -> dict[str, Any]:
        """Ids, mask and, where the model reads them, types as (B, T), padded on the right."""
        torch = self.torch
        width = max(map(len, rows))
        width = min(self.longest, -(-width // MULTIPLE) * MULTIPLE)
        pad = self.tokenizer.pad_token_id or 0
        ids = torch.full((len(rows), width), pad, dtype=torch.long)
        mask = torch.zeros((len(rows), width), dtype=torch.long)
        kinds = torch.zeros((len(rows), width), dtype=torch.long)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = torch.tensor(row, dtype=torch.long)
            mask[number, : len(row)] = 1
            if types:
                kinds[number, : len(row)] = torch.tensor(types[number], dtype=torch.long)
        made = {"input_ids": ids, "attention_mask": mask}
        if types and "token_type_ids" in self.tokenizer.model_input_names:
            made["token_type_ids"] = kinds
        return {name: one.to(self.device) for name, one in made.items()}


def load(place: Place) -> Network:
    """Tokenizer and weights, on the GPU where there is one; raises ConfigError where they are missing or damaged.

    Code of the model is never run. Weights are safetensors; where there are none, a pickle of nothing but tensors.
    """
    transformers = library(place.name)
    torch = library(place.name, "torch")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    calm(torch)
    asked: dict[str, Any] = {"trust_remote_code": False, "local_files_only": is_at_hand(place)}
    if place.revision:
        asked["revision"] = place.revision
    with told_in_one_line(place.where):
        tokenizer = transformers.AutoTokenizer.from_pretrained(place.where, **asked)
        model, told = getattr(transformers, AUTO_CLASS[place.kind]).from_pretrained(
            place.where,
            **asked,
            use_safetensors=has_safetensors(place),
            weights_only=True,
            dtype="auto" if device == "cuda" else torch.float32,
            output_loading_info=True,
        )
        refuse_unfit(place, tokenizer, told)
        model = model.eval().to(device)
    return Network(torch, tokenizer, model, device, longest(tokenizer, model))


def refuse_unfit(place: Place, tokenizer: Any, told: dict[str, Any]) -> None:
    """Raise ConfigError for weights that are not all there, and for a tokenizer that knows no offsets."""
    if missing := sorted(told.get("missing_keys", ())):
        raise ConfigError(
            f"{place.where}: the model is not trained as a {place.kind}: its weights lack {missing[0]}"
            + (f" and {len(missing) - 1} more" if len(missing) > 1 else "")
        )
    if not getattr(tokenizer, "is_fast", False):
        raise ConfigError(f"{place.where}: the tokenizer gives no offsets: tokenizer.json is needed")
    if place.kind is Kind.MASKED and tokenizer.mask_token_id is None:
        raise ConfigError(f"{place.where}: the tokenizer has no mask token, which a {place.kind} needs")


def calm(torch: Any) -> None:
    """In one of several processes (--jobs), one thread: or they would fight for the cores."""
    from multiprocessing import parent_process

    if parent_process() is not None:
        torch.set_num_threads(1)


def is_at_hand(place: Place) -> bool:
    """Whether nothing is to be fetched: a folder, a model whose weights the cache has, or no way to the hub."""
    if place.revision is None or place.is_cut_off:
        return True
    hub = library(place.name, "huggingface_hub")
    names = ("model.safetensors", "pytorch_model.bin")
    return any(isinstance(hub.try_to_load_from_cache(place.where, one, revision=place.revision), str) for one in names)


def has_safetensors(place: Place) -> bool:
    """Whether the weights are safetensors, whole or in parts; on the hub, finding out fetches them."""
    names = ("model.safetensors", "model.safetensors.index.json")
    if place.revision is None:
        return any((Path(place.where) / name).is_file() for name in names)
    hub, is_local = library(place.name, "huggingface_hub"), is_at_hand(place)
    for name in names:
        try:
            hub.hf_hub_download(place.where, name, revision=place.revision, local_files_only=is_local)
        except hub.errors.EntryNotFoundError:
            continue
        return True
    return False


def longest(tokenizer: Any, model: Any) -> int:
    """Subwords that a row may hold, by the tokenizer, the config and, for positions that start late, the network."""
    known = [LONGEST, tokenizer.model_max_length, getattr(model.config, "max_position_embeddings", None)]
    for name, module in model.named_modules():
        if name.endswith("position_embeddings") and getattr(module, "padding_idx", None) is not None:
            known.append(module.num_embeddings - module.padding_idx - 1)  # RoBERTa and its kin
    return min(int(one) for one in known if one)
