"""Whether static/built is made of what its sources are now, without Node: exit status 0 when it is.

The same fingerprint as `sources` in bin/_assets.mjs. bin/run warns by it, tests/web/test_assets.py fails by it.
"""

import hashlib
import sys
from pathlib import Path

STATIC = Path(__file__).resolve().parents[1] / "static"
LOCK = "package-lock.json"

found = [p for folder in ("src", "css") for p in (STATIC / folder).rglob("*") if p.is_file()]
paths = sorted([*(p.relative_to(STATIC.parent).as_posix() for p in found), LOCK])
together = hashlib.sha256(b"".join((STATIC.parent / path).read_bytes() for path in paths))
sys.exit(together.hexdigest() != (STATIC / "built" / "sources").read_text("utf-8").strip())
