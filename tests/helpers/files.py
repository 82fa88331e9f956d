"""Files of a server that goes on writing: a log that is rewritten takes files away while they are looked for."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISREG


def holding(folder: Path, secret: bytes, pattern: str = "*") -> list[Path]:
    """Which files hold it. When one goes meanwhile, all are looked for anew: what it held may lie in the next one."""
    while True:
        try:
            return [p for p in folder.rglob(pattern) if S_ISREG(p.lstat().st_mode) and secret in p.read_bytes()]
        except FileNotFoundError:
            continue
