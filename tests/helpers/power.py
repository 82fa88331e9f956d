"""What a power cut leaves of the live store: its log without the end that was not on the disk yet."""

from __future__ import annotations

from pathlib import Path


def log_of(directory: Path) -> Path:
    """The file to which the server of this directory appends now."""
    folder = directory / "appendonlydir"
    lines = (folder / "appendonly.aof.manifest").read_text("utf-8").splitlines()
    return folder / next(words[1] for words in map(str.split, lines) if words[5] == "i")


def cut(log: Path, size: int) -> int:
    """Leave so many bytes; how many are gone."""
    before = log.stat().st_size
    with log.open("r+b") as file:
        file.truncate(size)
    return before - size


def in_the_middle_of_the_last_record(log: Path) -> int:
    """A size at which the log ends in the midst of a transaction."""
    begun = log.read_bytes().rindex(b"MULTI")
    return begun + (log.stat().st_size - begun) // 2
