"""The user of Redis that the image makes may do what the live store does: nothing is called that it may not.

Read where calls are written, whoever writes them: by methods of the library, by name in a batch, in a script of Redis.
And tried: the whole contract of the live store runs as that user too (tests/live/test_contract.py), what runs beside
it here.
"""

import re
import threading
import time

import pytest

from tests.helpers.kept import HEAD
from tests.helpers.tree import ROOT, text
from workshop.live import keys
from workshop.live.order import OrderKeeper
from workshop.live.revisions import listen
from workshop.live.rewrite import rewrite
from workshop.live.store import RedisStore

LIVE = ROOT / "workshop/live"
MAY = set(re.findall(r"\+([a-z]+)", text(ROOT / "deploy/redis/start.sh")))
HOLDERS = r"(?:self\._(?:redis|client)|redis|server|client|pipe|heard|connection)"
BY_METHOD = re.compile(rf"\b{HOLDERS}\.([a-z_]+)\(")
BY_NAME = re.compile(
    r"""(?:_batch\(\(|[\[,] ?\(|append\(\(|execute(?:_command)?\(|send_command\()["']([A-Z]{3,})["']"""
)
IN_A_SCRIPT = re.compile(r"redis\.p?call\('(\w+)'")
OURS = {
    "close", "disconnect", "execute", "execute_command", "from_url", "get_message", "get_node_from_key", "get_nodes",
    "get_redis_connection", "pipeline", "pubsub", "call", "reset", "on_connect", "read_response", "send_command",
    "send_packed_command",
}  # fmt: skip
"""What the library does by other commands, or by none."""
NAMES = {"delete": "del", "scan_iter": "scan"}
MODULES = sorted(
    p.name for p in LIVE.iterdir() if p.suffix in (".py", ".lua") and p.stem not in ("embedded", "connect")
)


def called(written: str) -> set[str]:
    """The commands of Redis that a source calls."""
    methods = {NAMES.get(name, name) for name in set(BY_METHOD.findall(written)) - OURS}
    return methods | {name.lower() for found in (BY_NAME, IN_A_SCRIPT) for name in found.findall(written)}


@pytest.mark.parametrize("module", MODULES)
def test_the_live_store_calls_only_what_its_user_may(module):
    assert called(text(LIVE / module)) <= MAY


@pytest.mark.parametrize(
    "written",
    [
        "self._redis.exists(name)",
        "pipe.exists(name)",
        'self._batch(("EXISTS", name))',
        'commands += [("EXISTS", n) for n in names]',
        'commands.append(("EXISTS", counts))',
        'self._client.execute_command("EXISTS", name)',
        'connection.send_command("EXISTS", name)',
        "if redis.call('EXISTS', KEYS[1]) then",
        "ASK = \"return redis.call('EXISTS', 'x')\"",
    ],
)
def test_a_call_is_found_however_it_is_written(written):
    assert called(written) == {"exists"}


def test_every_command_that_it_may_is_called_by_somebody():
    """But for what the library itself sends, and what waits for a pipeline's turn."""
    everywhere = set[str]().union(*(called(text(LIVE / module)) for module in MODULES))
    library = {"auth", "hello", "select", "ping", "evalsha", "exec", "discard", "unwatch", "unsubscribe"}
    assert MAY - {"all"} - library <= everywhere


def test_what_runs_beside_the_store_may_do_what_it_does(redis_user):
    heard, running, client = list[tuple[str, int]](), True, redis_user.client
    RedisStore(client, b"s" * 32).create(HEAD, {"notes": {"n1": {"text": "Two reports"}}}, {})
    OrderKeeper(client, lambda seconds: True).forget()
    while client.info("persistence")["aof_last_rewrite_time_sec"] < 0:  # whoever may not rewrite the log waits for ever
        rewrite(client)
        time.sleep(0.1)

    def hear(session: str, revision: int) -> None:
        heard.append((session, revision))

    listener = threading.Thread(target=listen, args=(client, hear, lambda: running))
    listener.start()
    while not heard:
        client.publish(keys.CHANNEL, "abc 7")
        time.sleep(0.05)
    running = False
    listener.join()
    assert set(heard) == {("abc", 7)}
