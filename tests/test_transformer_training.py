"""The transformer learns, goes on where it stopped, and does not see what stands beside a text."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("transformers")

import torch
from invented import some_texts

from mtqa.errors import ConfigError, InputError
from mtqa.qe.tags import TAGS
from mtqa.qe.transformer import judged, pack, train, weights
from mtqa.qe.transformer.fluent import kind, put, replaced
from mtqa.qe.transformer.known import KNOWN
from mtqa.qe.transformer.masking import Edges, first_reading
from mtqa.qe.transformer.network import Encoder, Small, SmallConfig, texts_of
from mtqa.qe.transformer.pretrain import Run, Settings, losses, optimiser_of, rate_at
from mtqa.qe.transformer.rows import SHAPES, UNKNOWN, Labelled, read, write
from mtqa.qe.transformer.tokenizer import PAD, SPECIAL, Vocabulary, learn, source_tag, tag
from mtqa.qe.transformer.weak import differences, translated
from mtqa.text import Word

TINY = SmallConfig(pieces=420, width=32, layers=2, heads=2, inner=32, beside=16)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vocabulary and rows to read."""
    made = tmp_path_factory.mktemp("small")
    (made / "tokenizer.json").write_text(learn(some_texts(300, 1), 420), encoding="utf-8")
    vocabulary = Vocabulary(made / "tokenizer.json")
    rows = list(pack.flowing(vocabulary.numbers(some_texts(600, 2)), tag("fr")))
    arrays = {"fr.news": pack.write(made / "fr.news.u16", rows), "dev.fr": pack.write(made / "dev.fr.u16", rows[:8])}
    (made / "index.json").write_text(json.dumps({"sha256": "abc", "arrays": arrays}), encoding="utf-8")
    return made


def config(folder: Path) -> SmallConfig:
    size = Vocabulary(folder / "tokenizer.json").size
    return SmallConfig(pieces=size, width=32, layers=2, heads=2, inner=32, beside=16)


def run(folder: Path, out: Path, **changed: float) -> Run:
    chosen = {"batch": 4, "warm": 2, "log_every": 1000, "save_every": 1000, **changed}
    return Run(folder, folder, out, Settings(**chosen), config(folder), "cpu")  # type: ignore[arg-type]


def test_loss_falls_on_one_batch(folder: Path) -> None:
    torch.manual_seed(1)
    model, told = Encoder(config(folder)), Settings(rate=5e-3)
    pieces = torch.from_numpy(pack.read(folder / "fr.news.u16")[:4].astype("int64"))
    task = first_reading(pieces, Edges.of(Vocabulary(folder / "tokenizer.json")), torch.Generator().manual_seed(1))
    optimiser, seen = optimiser_of(model, told), []
    for _ in range(30):
        loss, guess, doubt, _ = losses(model, task, told)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        seen.append((float(guess), float(doubt)))
    assert seen[-1][0] < 0.6 * seen[0][0]
    assert seen[-1][1] < 0.6 * seen[0][1]


@torch.no_grad()
def test_pretraining_reads_a_translation_beside_its_source(folder: Path) -> None:
    torch.manual_seed(1)
    model, edges = Encoder(config(folder)).eval(), Edges.of(Vocabulary(folder / "tokenizer.json"))
    one = torch.tensor([[tag("fr"), *range(300, 312), source_tag("de"), *range(320, 330), PAD]])
    task = first_reading(one, edges, torch.Generator().manual_seed(1))
    other = replace(task, read=task.read.clone())
    other.read[0, 14] = 340  # a piece of the source
    logs, changed = (losses(model, each, Settings())[3] for each in (task, other))
    assert float((logs - changed)[task.hidden < 13].abs().max()) > 1e-6


def test_a_run_that_was_stopped_goes_on_as_if_it_had_not_been(folder: Path, tmp_path: Path) -> None:
    whole = run(folder, tmp_path / "whole", steps=8)
    whole.go_on(5)
    run(folder, tmp_path / "parts", steps=4).go_on(5)
    again = run(folder, tmp_path / "parts", steps=8)
    assert again.step == 4
    again.go_on(5)
    assert (again.step, again.positions) == (whole.step, whole.positions) == (8, 8 * 4 * pack.LENGTH)
    for name, value in whole.model.state_dict().items():
        assert torch.allclose(value, again.model.state_dict()[name], atol=1e-6), name


def test_kept_weights_say_how_they_were_made_and_come_back(folder: Path, tmp_path: Path) -> None:
    made = run(folder, tmp_path / "run", steps=2)
    made.go_on(5)
    other = Encoder(SmallConfig.load(tmp_path / "run" / "config.json"))
    told = weights.load(tmp_path / "run" / "model.safetensors", other)
    assert (told["step"], told["positions"], told["data"]) == ("2", str(2 * 4 * pack.LENGTH), "abc")
    for name, value in made.model.state_dict().items():
        assert torch.allclose(value, other.state_dict()[name], atol=1e-3, rtol=1e-3), name
    fresh = run(folder, tmp_path / "next", steps=4)
    fresh.begin_from(tmp_path / "run" / "model.safetensors")
    assert (fresh.step, fresh.positions) == (2, 2 * 4 * pack.LENGTH)  # so that it reads other rows
    fresh.go_on(5)
    assert fresh.step == 4


def test_weights_of_another_shape_are_refused(folder: Path, tmp_path: Path) -> None:
    weights.save(tmp_path / "model.safetensors", Encoder(TINY), {"step": 1})
    wider = SmallConfig(pieces=420, width=64, layers=2, heads=2, inner=32)
    with pytest.raises(ConfigError, match="no weights for this network"):
        weights.load(tmp_path / "model.safetensors", Encoder(wider))


def test_the_pretrained_part_goes_on_from_a_whole_network(tmp_path: Path) -> None:
    whole, part = Small(TINY), Encoder(TINY)
    weights.save(tmp_path / "model.safetensors", whole, {"step": 9, "data": "abc"})
    assert weights.load(tmp_path / "model.safetensors", part) == {}
    assert weights.provenance(tmp_path / "model.safetensors") == {"step": "9", "data": "abc"}
    for name, value in whole.encoder.state_dict().items():
        assert torch.allclose(value, part.state_dict()[name], atol=1e-3, rtol=1e-3), name


def test_weights_kept_in_eight_bits_come_back_nearly_as_they_were(tmp_path: Path) -> None:
    torch.manual_seed(6)
    model, other = Encoder(TINY), Encoder(TINY)
    weights.save(tmp_path / "run.safetensors", model, {"step": 7})
    weights.keep(tmp_path / "run.safetensors", tmp_path / "kept.safetensors")
    assert weights.load(tmp_path / "kept.safetensors", other) == {"step": "7"}
    for name, value in model.state_dict().items():
        assert torch.allclose(value, other.state_dict()[name], atol=0.005 * float(value.abs().max())), name
    assert (tmp_path / "kept.safetensors").stat().st_size < 0.9 * (tmp_path / "run.safetensors").stat().st_size


def test_the_rate_warms_up_holds_and_cools_down() -> None:
    told = Settings(steps=100, warm=10, cool=20)
    assert [round(rate_at(step, told), 2) for step in (0, 9, 50, 80, 90, 99)] == [0.1, 1.0, 1.0, 1.0, 0.5, 0.05]
    assert rate_at(50, told, begun=50) == 0.1


def inputs(words: int, length: int) -> tuple[torch.Tensor, ...]:
    """Two texts, the second shorter, in rows of `length` pieces with `words` places for words."""
    draw = torch.Generator().manual_seed(7)
    pieces = torch.full((2, length), PAD)
    pieces[:, 0] = torch.tensor([tag("fr"), tag("de")])
    pieces[0, 1:9] = torch.arange(300, 308)
    pieces[1, 1:6] = torch.arange(310, 315)
    first, last, mask = torch.zeros(2, words).long(), torch.zeros(2, words).long(), torch.zeros(2, words)
    first[0, :4], last[0, :4], mask[0, :4] = torch.tensor([1, 3, 5, 7]), torch.tensor([2, 4, 6, 8]), 1
    first[1, :3], last[1, :3], mask[1, :3] = torch.tensor([1, 2, 5]), torch.tensor([1, 4, 5]), 1
    features = torch.zeros(2, words, KNOWN)
    features[:, :4] = torch.randn(2, 4, KNOWN, generator=draw)
    return pieces, texts_of(pieces), first, last, features * mask.unsqueeze(-1), mask


@torch.no_grad()
def test_padding_and_the_order_of_texts_change_nothing() -> None:
    torch.manual_seed(2)
    model = Small(TINY).eval()
    tags, broken = model(*inputs(4, 10))
    wider, also = model(*inputs(9, 30))
    assert tags.shape == (2, 4, len(TAGS))
    assert torch.allclose(tags[0], wider[0, :4], atol=1e-5)
    assert torch.allclose(tags[1, :3], wider[1, :3], atol=1e-5)
    assert torch.allclose(broken, also, atol=1e-5)
    turned, verdicts = model(*(part.flip(0) for part in inputs(4, 10)))
    assert torch.allclose(tags, turned.flip(0), atol=1e-5)
    assert torch.allclose(broken, verdicts.flip(0), atol=1e-5)


@torch.no_grad()
def test_a_text_does_not_see_its_neighbours_in_the_row() -> None:
    torch.manual_seed(3)
    model = Encoder(TINY).eval()
    alone = torch.tensor([[tag("fr"), 300, 301, 302]])
    packed = torch.tensor([[tag("de"), 310, 311, tag("fr"), 300, 301, 302, PAD]])
    one, two = (model(row, texts_of(row)) for row in (alone, packed))
    assert torch.allclose(one[0], two[0, 3:7], atol=1e-5)  # places are relative: only distances count


@torch.no_grad()
def test_words_without_counts_are_tagged_by_the_encoder_alone() -> None:
    torch.manual_seed(4)
    model = Small(TINY).eval()
    pieces, texts, first, last, features, mask = inputs(4, 10)
    none = torch.zeros_like(features)
    model.mean.fill_(3.0)
    without, _ = model(pieces, texts, first, last, none, mask)
    beside = model.counted(none, mask.unsqueeze(-1))
    assert not bool(beside.any())
    assert bool(torch.isfinite(without).all())
    assert len(SPECIAL) < TINY.pieces


SENTENCES = ["le chat mange du pain à Moscou .", "der Zug nach Berlin fährt heute nicht ab !", "l'armée dort ."]


def labelled(size: int) -> list[Labelled]:
    """Sound sentences, and the same with "Zug" in the place of a word, marked."""
    found = []
    for number in range(size):
        text, lang = SENTENCES[number % 3], ("fr", "de", "it")[number % 3]
        found.append(Labelled(text, lang, "de" if lang == "fr" else None, SENTENCES[1] if lang == "fr" else None))
        broken = text.replace("pain", "Hund").replace("heute", "dort").replace("dort .", "Hund .")
        start = next(n for n, (a, b) in enumerate(zip(text, broken, strict=False)) if a != b)
        found.append(Labelled(broken, lang, None, None, ((start, start + 4, "untranslated"),)))
    return found


@pytest.fixture(scope="module")
def shard(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("shard")
    assert write(made, Vocabulary(folder / "tokenizer.json"), labelled(120)) == 240
    return made


def test_rows_say_where_each_word_and_its_tag_are(folder: Path, tmp_path: Path) -> None:
    vocabulary = Vocabulary(folder / "tokenizer.json")
    one = Labelled("le chat Hund Zug .", "fr", "de", "der Zug", ((8, 12, "untranslated"), (13, 16, UNKNOWN)))
    assert write(tmp_path, vocabulary, [one]) == 1
    (made,) = read(tmp_path)
    assert made.tags[0, :6].tolist() == [0, 0, 1, 255, 0, 255]
    assert made.broken.tolist() == [1]
    pieces = vocabulary.pieces(one.text)
    for place, (start, end) in enumerate([(0, 2), (3, 7), (8, 12), (13, 16), (17, 18)]):
        first, last = made.first[0, place] - 1, made.last[0, place] - 1
        assert pieces[first].start <= start < pieces[first].end
        assert pieces[last].start < end <= pieces[last].end
    numbers = made.pieces[0].tolist()
    assert numbers[0] == tag("fr")
    assert numbers[1 + len(pieces)] == source_tag("de")


def test_a_text_longer_than_a_row_is_cut_at_a_word(folder: Path, tmp_path: Path) -> None:
    vocabulary = Vocabulary(folder / "tokenizer.json")
    write(tmp_path, vocabulary, [Labelled("Berlin " * 500, "de"), Labelled("漢 " * 900, "zh")])
    (made,) = read(tmp_path)
    words, length = SHAPES[-1]
    assert made.pieces.shape == (2, length)
    assert int((made.first[0] > 0).sum()) <= words
    assert int(made.last.max()) < length


def test_a_folder_without_rows_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no labelled rows"):
        read(tmp_path)


def test_training_learns_and_goes_on_where_it_stopped(folder: Path, shard: Path, tmp_path: Path) -> None:
    told = {"positions": 384, "warm": 2, "log_every": 24, "rate": 5e-3, "encoder_rate": 5e-3}

    def started(out: Path, steps: int) -> train.Run:
        return train.Run([shard], out, train.Settings(steps=steps, **told), config(folder), "cpu")  # type: ignore[arg-type]

    whole = started(tmp_path / "whole", 24)
    whole.go_on(5)
    (line,) = (tmp_path / "whole" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["token_auc"] > 0.9
    part = started(tmp_path / "part", 24)
    for _ in range(12):
        part.update()
    part.save()
    again = started(tmp_path / "part", 24)
    assert again.step == 12
    again.go_on(5)
    for name, value in whole.model.state_dict().items():
        assert torch.allclose(value, again.model.state_dict()[name], atol=1e-4), name


def test_a_pretrained_encoder_is_taken_over(folder: Path, shard: Path, tmp_path: Path) -> None:
    pretrained = run(folder, tmp_path / "read", steps=2)
    pretrained.go_on(5)
    fine = train.Run([shard], tmp_path / "fine", train.Settings(), config(folder), "cpu")
    weights.load(tmp_path / "read" / "model.safetensors", fine.model.encoder)
    one = pretrained.model.state_dict()["guess_bias"]
    assert torch.allclose(one, fine.model.encoder.state_dict()["guess_bias"], atol=1e-3)


@pytest.mark.parametrize(
    ("row", "text", "spans"),
    [
        (
            {"mt": "Le chat dort ici.", "spans": [{"start": 3, "end": 7, "category": "Accuracy/Mistranslation"}]},
            "Le chat dort ici.",
            ((3, 7, "wrong-word"),),
        ),
        (
            {"mt": "Le chat dort ici.", "spans": [{"start": 7, "end": 7, "category": "Accuracy/Omission"}]},
            "Le chat dort ici.",
            ((3, 12, "missing"),),
        ),
        (
            {"mt": "Le chat.", "spans": [{"start": 3, "end": 7, "category": "Style/Awkward"}]},
            "Le chat.",
            ((3, 7, UNKNOWN),),
        ),
        (
            {"mt": "Le chat.", "is_human": True, "spans": [{"start": 3, "end": 7, "category": "Fluency/Grammar"}]},
            "Le chat.",
            ((3, 7, UNKNOWN),),
        ),
        (
            {
                "tokens": ["Le", "(", "chat", ")", "dort", "."],
                "tags": ["OK", "OK", "BAD", "OK", "OK", "OK"],
                "gap_tags": ["OK"] * 7,
            },
            "Le (chat) dort.",
            ((4, 8, "wrong-word"),),
        ),
        (
            {"tokens": ["Le", "dort", "<EOS>"], "tags": ["OK"] * 3, "gap_tags": ["OK", "BAD", "OK", "OK"]},
            "Le dort",
            ((0, 7, "missing"),),
        ),
    ],
)
def test_judgements_become_spans(row: dict[str, object], text: str, spans: tuple[tuple[int, int, str], ...]) -> None:
    found = judged.labelled({"src": "Die Katze schläft .", "src_lang": "de", "tgt_lang": "fr", **row})
    assert (found.text, found.spans) == (text, spans)


def test_what_people_translated_is_not_broken(folder: Path, tmp_path: Path) -> None:
    write(tmp_path, Vocabulary(folder / "tokenizer.json"), [Labelled("le chat dort .", "fr", spans=((3, 7, UNKNOWN),))])
    (made,) = read(tmp_path)
    assert made.broken.tolist() == [0]


def test_guesses_are_fluent_wrong_words_and_marked(folder: Path) -> None:
    torch.manual_seed(5)
    vocabulary, model = Vocabulary(folder / "tokenizer.json"), Encoder(config(folder))
    texts = ["le chat mange du pain à Moscou .", "", "漢 ! 12", "et der Zug nach Berlin fährt heute"] * 3
    found = replaced(model, vocabulary, texts, "fr", random.Random(1))
    assert found == replaced(model, vocabulary, texts, "fr", random.Random(1))
    assert [one is None for one in found[1::4] + found[2::4]] == [True] * 6
    made = [(text, one) for text, one in zip(texts, found, strict=True) if one]
    assert len(made) >= 4
    for text, one in made:
        ((start, end, kind),) = one.spans
        assert kind in ("form", "wrong-word")
        assert one.text[:start] == text[:start]
        assert text.endswith(one.text[end:])
        assert one.text[start:end].isalpha()
        assert one.text != text


def senses(word: str) -> tuple[str, ...]:
    return ("banc",) if word == "banque" else ()


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("La banque ferme lundi.", "La banque ferme lundi.", []),
        ("La banque ferme ferme lundi.", "La banque ferme lundi.", [("ferme", "doubled")]),
        ("La banque montag ferme.", "La banque ferme lundi.", [("montag", "untranslated")]),
        ("La pomme ferme lundi.", "La banque ferme lundi.", [("pomme", "wrong-word")]),
        ("La banque fermera lundi.", "La banque ferme lundi.", [("fermera", "form")]),
        ("La banc ferme lundi.", "La banque ferme lundi.", [("banc", UNKNOWN)]),
        ("La banque lundi.", "La banque ferme lundi.", [("banque", "missing"), ("lundi", "missing")]),
        ("Lundi la banque ferme.", "La banque ferme lundi.", [("Lundi", "word-order")]),
    ],
)
def test_errors_of_a_weak_translation_are_told_by_the_reference(
    text: str, reference: str, expected: list[tuple[str, str]]
) -> None:
    found = differences(text, reference, "Die Bank schließt Montag", "fr", senses)
    marked = [(text[start:end], label) for start, end, label in found]
    assert [one for one in marked if one[1] != "missing" or one in expected] == expected


def test_a_weak_translator_breaks_what_it_guesses_and_nothing_else(folder: Path) -> None:
    torch.manual_seed(2)
    model, vocabulary = Encoder(config(folder)), Vocabulary(folder / "tokenizer.json")
    targets = some_texts(12, 3)
    pairs = [(target.lower(), target) for target in targets]
    made = translated(model, vocabulary, pairs, ("de", "fr"), senses, random.Random(1))
    again = translated(model, vocabulary, pairs, ("de", "fr"), senses, random.Random(1))
    assert made == again
    kept = [(one, target) for one, target in zip(made, targets, strict=True) if one]
    assert len(kept) > 6
    assert any(one.spans for one, _ in kept)
    for one, target in kept:
        marked = [one.text[start:end] for start, end, _ in one.spans]
        assert all(marked)
        assert one.spans or one.text == " ".join(target.split())


def test_a_guess_of_the_same_stem_is_a_wrong_form() -> None:
    assert kind("mangeait", "mangera", "fr") == "form"
    assert kind("le", "la", "fr") == "form"
    assert kind("chat", "pont", "fr") == "wrong-word"
    same = put("Le chat", "fr", Word("Le", 0, 2), "LE")
    assert same is None
    assert put("Le chat", "fr", Word("Le", 0, 2), "une") == Labelled("Une chat", "fr", spans=((0, 3, "form"),))
