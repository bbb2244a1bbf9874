"""Evaluation results as files: JSON with every figure, Markdown to read, the command on top of both."""

import json
from pathlib import Path
from typing import Any


def write(folder: Path, name: str, command: str, result: dict[str, Any]) -> tuple[Path, Path]:
    """Write <name>.json and <name>.md into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    data, page = folder / f"{name}.json", folder / f"{name}.md"
    data.write_text(json.dumps({"command": command, **result}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    page.write_text(f"# {name}\n\n`{command}`\n\n{tables(result)}", encoding="utf-8")
    return data, page


def tables(result: dict[str, Any], level: int = 2) -> str:
    """Plain values as one table, dictionaries of dictionaries as a table of rows, other dictionaries as tables of their own."""
    plain = {key: value for key, value in result.items() if not isinstance(value, dict)}
    parts = [table(["", ""], [[key, shown(value)] for key, value in plain.items()])] if plain else []
    for key, value in result.items():
        if isinstance(value, dict):
            parts.append(f"{'#' * level} {key}\n\n{_inner(value, level)}")
    return "\n".join(parts)


def _inner(value: dict[str, Any], level: int) -> str:
    if value and all(isinstance(row, dict) and not _is_nested(row) for row in value.values()):
        columns = list(dict.fromkeys(k for row in value.values() for k, v in row.items() if not isinstance(v, dict)))
        return table(["", *columns], [[key, *(shown(row.get(c, 0)) for c in columns)] for key, row in value.items()])
    return tables(value, level + 1)


def _is_nested(row: dict[str, Any]) -> bool:
    """Whether there is nothing to show of a dictionary in one line."""
    return bool(row) and all(isinstance(value, dict) for value in row.values())


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def shown(value: Any) -> str:
    """A figure to read: three decimals, intervals in brackets."""
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(shown, value)) + "]"
    return "–" if value is None else str(value)
