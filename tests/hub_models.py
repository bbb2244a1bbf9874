"""Tiny models with random weights, saved as transformers saves them, and tokenizers trained on a few sentences."""

import json
import shutil
from pathlib import Path
from typing import Any

import torch
import transformers
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (
    BertConfig,
    BertForMaskedLM,
    BertForTokenClassification,
    GPT2Config,
    GPT2LMHeadModel,
    PreTrainedTokenizerFast,
    XLMRobertaConfig,
    XLMRobertaForSequenceClassification,
)

TEXTS = [
    "Le maire a inauguré le pont mardi.",
    "La ministre a répondu aux questions de la presse, selon elle.",
    "Der Bürgermeister eröffnete am Dienstag die Brücke über den Fluss.",
    "The mayor opened the bridge across the river on Tuesday.",
]
SIZE = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
Labels = dict[int, str]


def bert_tokenizer() -> PreTrainedTokenizerFast:
    """WordPiece that strips accents and capitals: its subwords differ from the text."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True, strip_accents=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    tokenizer.train_from_iterator(
        TEXTS, trainers.WordPieceTrainer(vocab_size=120, special_tokens=special, show_progress=False)
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        mask_token="[MASK]",
        model_max_length=64,
        model_input_names=["input_ids", "token_type_ids", "attention_mask"],
    )


def roberta_tokenizer() -> PreTrainedTokenizerFast:
    """Sentence pieces with a mark for the space before a word."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    tokenizer.train_from_iterator(
        TEXTS,
        trainers.UnigramTrainer(vocab_size=90, special_tokens=special, unk_token="<unk>", show_progress=False),
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token="<s>",
        eos_token="</s>",
        pad_token="<pad>",
        unk_token="<unk>",
        cls_token="<s>",
        sep_token="</s>",
        mask_token="<mask>",
        model_max_length=10**30,
    )


def gpt_tokenizer() -> PreTrainedTokenizerFast:
    """Bytes: a letter may be several subwords; no padding, nothing at the ends."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    tokenizer.train_from_iterator(
        TEXTS,
        trainers.BpeTrainer(vocab_size=300, special_tokens=["<|end|>"], initial_alphabet=alphabet, show_progress=False),
    )
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token="<|end|>", eos_token="<|end|>")


def saved(folder: Path, model: Any, tokenizer: PreTrainedTokenizerFast, **settings: Any) -> Path:
    """A folder as save_pretrained leaves it; settings go to mtqa_thresholds.json."""
    for name, weights in model.named_parameters():
        if weights.dim() > 1:  # as they come, every input looks alike
            weights.data *= 30 if "classifier" in name else 8
    transformers.utils.logging.disable_progress_bar()
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    if settings:
        (folder / "mtqa_thresholds.json").write_text(json.dumps(settings), encoding="utf-8")
    return folder


def token_classifier(folder: Path, labels: Labels, seed: int = 1, **settings: Any) -> Path:
    """A BertForTokenClassification."""
    torch.manual_seed(seed)
    tokenizer = bert_tokenizer()
    names = {name: number for number, name in labels.items()}
    config = BertConfig(vocab_size=len(tokenizer), max_position_embeddings=64, id2label=labels, label2id=names, **SIZE)
    model = BertForTokenClassification(config)
    return saved(folder, model, tokenizer, **settings)


def regressor(folder: Path, labels: Labels | None = None, seed: int = 1, **settings: Any) -> Path:
    """An XLMRobertaForSequenceClassification, with one output unless labels are given."""
    torch.manual_seed(seed)
    tokenizer = roberta_tokenizer()
    named: dict[str, Any] = {"id2label": labels, "label2id": {n: i for i, n in labels.items()}} if labels else {}
    config = XLMRobertaConfig(
        vocab_size=len(tokenizer),
        max_position_embeddings=82,
        pad_token_id=1,
        bos_token_id=0,
        eos_token_id=2,
        type_vocab_size=1,
        **(named or {"num_labels": 1}),
        **SIZE,
    )
    model = XLMRobertaForSequenceClassification(config)
    return saved(folder, model, tokenizer, **settings)


def causal(folder: Path, seed: int = 1, **settings: Any) -> Path:
    """A GPT2LMHeadModel."""
    torch.manual_seed(seed)
    tokenizer = gpt_tokenizer()
    config = GPT2Config(
        vocab_size=len(tokenizer), n_positions=64, n_embd=16, n_layer=1, n_head=2, bos_token_id=0, eos_token_id=0
    )
    model = GPT2LMHeadModel(config)
    return saved(folder, model, tokenizer, **settings)


def masked(folder: Path, seed: int = 1, **settings: Any) -> Path:
    """A BertForMaskedLM."""
    torch.manual_seed(seed)
    tokenizer = bert_tokenizer()
    config = BertConfig(vocab_size=len(tokenizer), max_position_embeddings=64, **SIZE)
    model = BertForMaskedLM(config)
    return saved(folder, model, tokenizer, **settings)


def every_kind(root: Path) -> dict[str, Path]:
    """One of each kind."""
    return {
        "tokens": token_classifier(root / "tokens", {0: "OK", 1: "BAD", 2: "Fluency/Grammar"}),
        "score": regressor(root / "score", worst=-2, best=2),
        "pair": regressor(root / "pair", worst=-2, best=2, input="source-target"),
        "labels": regressor(root / "labels", {0: "unacceptable", 1: "acceptable"}),
        "causal": causal(root / "causal"),
        "masked": masked(root / "masked"),
    }


def copied(folder: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    shutil.copytree(folder, tmp_path / "copy")
    return tmp_path / "copy"


def rewrite(folder: Path, **values: Any) -> None:
    """Other values in config.json."""
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | values))
