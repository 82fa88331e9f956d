"""The user of Redis that the image makes may do what the live store does: nothing is called that it may not."""

import re

import pytest

from tests.helpers.tree import ROOT, text

MAY = set(re.findall(r"\+([a-z]+)", text(ROOT / "deploy/redis/start.sh")))
CALLED = re.compile(r"\b(?:self\._redis|redis|server|client|pipe)\.([a-z_]+)\(")
OURS = {"pipeline", "execute", "execute_command", "close", "reset", "pubsub", "from_url", "call"}
"""What the library does by other commands, or by none."""
NAMES = {"delete": "del", "scan_iter": "scan"}
MODULES = sorted(p.stem for p in (ROOT / "workshop/live").glob("*.py") if p.stem not in ("embedded", "connect"))


@pytest.mark.parametrize("module", MODULES)
def test_the_live_store_calls_only_what_its_user_may(module):
    called = set(CALLED.findall(text(ROOT / f"workshop/live/{module}.py"))) - OURS
    assert {NAMES.get(name, name) for name in called} <= MAY
