"""The files of the project, as the tests about its shape see them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Neither ours nor kept: installed, generated or fetched.
NOT_OURS = {".git", ".venv", "node_modules", "build", "built", "data", "__pycache__", ".hypothesis", ".ruff_cache"}
NOT_OURS |= {".pytest_cache", ".import_linter_cache", "continuum_workshop.egg-info"}


@cache
def all_files() -> tuple[Path, ...]:
    """Every file of ours, in order."""
    return tuple(sorted(_walk(ROOT)))


def files(*suffixes: str, under: str = "") -> list[Path]:
    """Our files with one of these endings, below a folder."""
    return [path for path in all_files() if path.suffix in suffixes and path.is_relative_to(ROOT / under)]


def name(path: Path) -> str:
    """The path as people write it; also the id of a parametrised test."""
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    """The text of a file; "" for a picture or another binary."""
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8")


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(text(path), filename=str(path))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in NOT_OURS or path.is_symlink():
            continue
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path
