"""A screen that nobody sees, for a browser that has no mode without one."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Self

LARGEST = "1920x1200x24"


class Screen:
    """`name` is what DISPLAY has to say, while the `with` block runs."""

    name: str

    def __enter__(self) -> Self:
        assert shutil.which("Xvfb"), "Xvfb is missing: bin/tour installs it (on Debian: apt-get install xvfb)."
        told, tell = os.pipe()
        command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", LARGEST, "-nolisten", "tcp", "-noreset"]
        self._process = subprocess.Popen(command, pass_fds=[tell], stderr=subprocess.DEVNULL)
        os.close(tell)
        with os.fdopen(told) as answer:  # it chooses a free number, and says it when it is ready
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        self.name = f":{number}"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
