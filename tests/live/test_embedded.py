"""The embedded Valkey, with the real binary."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from redis import Redis

from workshop.live import embedded
from workshop.live.embedded import EmbeddedValkey, StartError

PARENT = """
import pathlib, sys, time
from workshop.live.embedded import EmbeddedValkey
server = EmbeddedValkey(pathlib.Path(sys.argv[1]))
server.start()
print(server.pid, server.url, flush=True)
time.sleep(60)
"""


@pytest.fixture
def server(tmp_path):
    with EmbeddedValkey(tmp_path) as running:
        yield running


def client(server):
    return Redis.from_url(server.url, decode_responses=True)


def test_it_answers_on_a_private_unix_socket_and_no_port(server):
    with client(server) as redis:
        assert redis.ping()
        assert redis.config_get("port")["port"] == "0"
        path = Path(redis.config_get("unixsocket")["unixsocket"])
    assert path.stat().st_mode & 0o777 == 0o700
    assert server.directory.stat().st_mode & 0o777 == 0o700


def test_it_keeps_every_write_and_no_log_of_commands(server):
    with client(server) as redis:
        kept = redis.config_get(
            "append*", "slowlog*", "commandlog*", "hide-user-data-from-log", "crash-log-enabled", "save"
        )
        redis.eval("for i = 1, 2000000 do end return ARGV[1]", 0, "canary")
        assert redis.slowlog_get() == []
    assert (kept["appendonly"], kept["appendfsync"], kept["save"]) == ("yes", "everysec", "")
    assert (kept["slowlog-max-len"], kept["hide-user-data-from-log"], kept["crash-log-enabled"]) == ("0", "yes", "no")


def test_its_log_holds_nothing_that_a_client_sent(server):
    with client(server) as redis:
        redis.client_setname("canary-name")
        redis.set("canary-key", "canary-value")
        with pytest.raises(Exception, match="unknown command"):
            redis.execute_command("CANARY", "canary-argument")
    assert "canary" not in (server.directory / "valkey.log").read_text().lower()


def test_what_was_written_is_there_after_a_restart(tmp_path):
    server = EmbeddedValkey(tmp_path)
    for expected in (1, 2, 3):
        server.start()
        server.start()  # harmless
        with client(server) as redis:
            assert redis.incr("starts") == expected
        server.stop()
        server.stop()  # harmless
        assert not server.running


def test_what_was_written_survives_a_kill(tmp_path):
    server = EmbeddedValkey(tmp_path)
    server.start()
    with client(server) as redis:
        for number in range(1000):
            redis.rpush("numbers", number)
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    server.stop()
    with server, client(server) as redis:
        assert redis.llen("numbers") == 1000


def test_a_second_server_on_the_same_directory_is_refused(server, tmp_path, monkeypatch):
    monkeypatch.setattr(embedded, "WAIT_FOR_LOCK", 0.2)
    with pytest.raises(StartError, match=r"^The data directory \S+ is in use by another process\.$"):
        EmbeddedValkey(tmp_path).start()
    with client(server) as redis:
        assert redis.ping()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_it_ends_with_its_parent_and_the_next_one_finds_its_data(tmp_path, how):
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path)], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    with parent.stdout:
        child, url = parent.stdout.readline().decode().split()
        with Redis.from_url(url) as redis:
            redis.set("kept", "yes")
        parent.send_signal(how)
        parent.wait()
    with EmbeddedValkey(tmp_path) as next_one, client(next_one) as redis:
        assert redis.get("kept") == "yes"
        assert next_one.pid != int(child)
        wait_until_gone(int(child))


def test_control_c_reaches_the_parent_only(server):
    assert server.pid is not None
    assert os.getpgid(server.pid) != os.getpgid(0)


def test_started_again_it_is_at_the_same_address_also_when_its_path_is_long(tmp_path):
    server = EmbeddedValkey(tmp_path / ("long" * 30))
    before = server.url
    for _ in range(2):
        with server, client(server) as redis:
            assert redis.ping()
    assert server.url == before


def test_a_long_path_gets_a_short_private_socket(tmp_path):
    server = EmbeddedValkey(tmp_path / ("long" * 30))
    with server, client(server) as redis:
        path = Path(redis.config_get("unixsocket")["unixsocket"])
        assert len(os.fsencode(path)) < 108
        assert path.parent.stat().st_mode & 0o777 == 0o700
    assert not path.parent.exists()


def test_odd_characters_in_the_path_do_no_harm(tmp_path):
    with EmbeddedValkey(tmp_path / "Zoë's 100% ?#data") as server, client(server) as redis:
        assert redis.ping()


def test_a_damaged_file_is_said_in_a_sentence(tmp_path):
    files = tmp_path / "valkey" / "appendonlydir"
    files.mkdir(parents=True)
    (files / "appendonly.aof.manifest").write_text("rubbish\n")
    with pytest.raises(StartError, match=r"^The embedded Valkey cannot be started: .+\.$") as refused:
        EmbeddedValkey(tmp_path).start()
    assert "\n" not in str(refused.value)


def test_it_works_when_gevent_has_patched_everything(tmp_path):
    patched = "from gevent import monkey; monkey.patch_all()\n" + PARENT.replace(
        "time.sleep(60)", "server.stop(); print('stopped')"
    )
    said = subprocess.run(
        [sys.executable, "-c", patched, str(tmp_path)], stdout=subprocess.PIPE, timeout=30, check=True, text=True
    )
    assert said.stdout.split()[-1] == "stopped"


def wait_until_gone(pid):
    deadline = time.monotonic() + 10
    while Path(f"/proc/{pid}").exists():
        assert time.monotonic() < deadline, f"process {pid} is still there"
        time.sleep(0.02)
