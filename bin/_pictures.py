"""Keeps some of the tour's pictures as those of the documents.

Usage: _pictures.py FROM TO
"""

import shutil
import sys
from pathlib import Path

PICTURES = {
    "home": "home-console-1280",
    "set-up": "set-up-console-1280",
    "lobby": "lobby-screen-1920",
    "phone": "placing-phone-360",
    "revealed": "revealed-console-1280",
    "screen": "focus-screen-1920",
    "console": "focus-console-1280",
    "again": "again-phone-360",
    "question": "question-phone-360",
    "report": "report-console-1280",
}
"""What a picture is called in docs/pictures: which of the tour's it is, behind its number."""


def main(source: Path, into: Path) -> int:
    """Copy them; 1 when the tour has not taken one exactly once."""
    for name, taken in PICTURES.items():
        found = sorted(source.glob(f"[0-9][0-9]-{taken}.png"))
        if len(found) != 1:
            print(f"{taken}: {len(found)} pictures in {source}")  # noqa: T201
            return 1
        shutil.copyfile(found[0], into / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
