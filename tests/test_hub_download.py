"""Models by their id on the hub: a loopback server speaks the part of its protocol that a download needs."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import torch
from hub_models import TEXTS, token_classifier
from safetensors.torch import load_file

COMMIT = "0123456789abcdef0123456789abcdef01234567"
REFUSALS = {
    "closed/gated": (403, "GatedRepo"),
    "closed/private": (401, "RepoNotFound"),
    "closed/old": (404, "RevisionNotFound"),
}


class Hub(ThreadingHTTPServer):
    """Serves a folder's files as tiny/model, those of its neighbour "pickle" as tiny/pickle; other names fail."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.asked = folder, list[str]()
        super().__init__(("127.0.0.1", 0), Answer)


class Answer(BaseHTTPRequestHandler):
    server: Hub

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def do_POST(self) -> None:
        self.server.asked.append(f"POST {self.path}")
        self.refuse(404, "RepoNotFound")

    def answer(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        name, _, rest = self.path.lstrip("/").partition("/resolve/")
        if name in REFUSALS:
            return self.refuse(*REFUSALS[name])
        folders = {"tiny/model": self.server.folder, "tiny/pickle": self.server.folder.parent / "pickle"}
        if self.path.startswith("/api/models/tiny/"):
            return self.refuse(404, "EntryNotFound")  # no folder of chat templates
        if name not in folders:
            return self.refuse(404, "RepoNotFound")
        file = folders[name] / rest.partition("/")[2]
        if not file.is_file():
            return self.refuse(404, "EntryNotFound")
        content = file.read_bytes()
        self.send_response(200)
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("ETag", f'"{sha256(content).hexdigest()}"')
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)
        return None

    def refuse(self, status: int, code: str) -> None:
        self.send_response(status)
        self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        return None


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    server = Hub(token_classifier(tmp_path / "served", {0: "OK", 1: "BAD"}))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


SCRIPT = """
import json, sys
from mtqa.errors import ConfigError
from mtqa.qe.shipped import open_model
from mtqa.segment import Segment

for name in sys.argv[2:]:
    try:
        estimator, signed = open_model(name)
        [estimate] = estimator([Segment(sys.argv[1], "fr")])
        print(json.dumps({"name": signed, "probability": estimate.probability}))
    except ConfigError as error:
        print(json.dumps({"error": str(error)}))
"""


def opened(endpoint: str, home: Path, *names: str) -> list[dict[str, Any]]:
    """What open_model gives in a process of its own, as the hub's address is read at import."""
    environment = {**os.environ, "HF_ENDPOINT": endpoint, "HF_HOME": str(home), "HF_HUB_DISABLE_XET": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, TEXTS[0], *names],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_model_comes_from_the_hub_and_is_named_by_its_commit(hub: Hub, tmp_path: Path) -> None:
    endpoint = f"http://127.0.0.1:{hub.server_port}"
    shutil.copytree(hub.folder, hub.folder.parent / "pickle")
    weights = hub.folder.parent / "pickle" / "model.safetensors"
    torch.save(load_file(weights), weights.with_name("pytorch_model.bin"))
    weights.unlink()
    names = ("tiny/model", "tiny/pickle", "tiny/model@main", "tiny/none", "closed/gated", "closed/old@v1")
    local, *found = opened(endpoint, tmp_path / "home", str(hub.folder), *names)
    signed = ["tiny/model@0123456", "tiny/pickle@0123456", "tiny/model@0123456"]
    assert [one.get("name") for one in found[:3]] == signed
    assert [one["probability"] for one in found[:3]] == [local["probability"]] * 3
    assert [one["error"] for one in found[3:]] == [
        "tiny/none: no folder of this name, and no such model on the hub (or it is private: `hf auth login`)",
        "closed/gated: the model is gated: accept its terms on huggingface.co, then `hf auth login`",
        "closed/old@v1: the hub has no such revision of this model",
    ]
    assert not [one for one in hub.asked if one.startswith("POST") or "tiny/model/resolve/main/pytorch" in one]
    assert not [one for one in hub.asked if "discussions" in one]  # nobody is asked to convert the pickle
    offline = opened("http://127.0.0.1:9", tmp_path / "home", "tiny/model", "tiny/other")  # port 9: nobody listens
    assert offline[0] == found[0]
    assert offline[1]["error"] == (
        "tiny/other: no folder of this name, and the hub cannot be reached: see the network, or give a folder"
    )
