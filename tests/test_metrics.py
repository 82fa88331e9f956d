"""The figures themselves, in one process and in several."""

import os
import subprocess
import sys
import time

import pytest

from workshop import metrics
from workshop.metrics import COMMANDS, EVERY, OUTCOMES, SOCKETS, exposition, outcome, snapshot

CHILD = """
import sys
from workshop.metrics import COMMANDS, SOCKETS, exposition, forget_process
COMMANDS["ok"].inc(int(sys.argv[1]))
SOCKETS["delegate"].inc(int(sys.argv[1]))
print(exposition().decode())
"""


@pytest.mark.parametrize(
    ("ack", "name"),
    [
        ({"ok": True, "rev": 1}, "ok"),
        ({"ok": False, "code": "saving"}, "saving"),
        ({"ok": False, "code": "too_fast"}, "too_fast"),
        ({"ok": False, "code": "round_closed"}, "refused"),
        ({"ok": False, "code": "something typed"}, "refused"),
    ],
)
def test_an_ack_is_counted_under_one_of_few_names(ack, name):
    assert outcome(ack) == name
    assert name in OUTCOMES


def test_what_is_counted_is_shown():
    COMMANDS["failed"].inc(3)
    SOCKETS["screen"].set(0)  # tests before this one may have left some
    text = exposition().decode()
    assert 'workshop_commands_total{outcome="failed"}' in text
    assert 'workshop_sockets{role="screen"} 0.0' in text


@pytest.fixture
def fresh(monkeypatch):
    monkeypatch.setattr(metrics, "_last", metrics._Snapshot())


def test_whoever_reads_it_again_and_again_sees_no_single_tap(fresh):
    now = time.time()
    before = snapshot(now)
    for second in range(int(EVERY)):
        COMMANDS["ok"].inc()
        metrics.SECONDS.observe(0.001)
        assert snapshot(now + second) == before
    after = snapshot(now + EVERY)
    assert after != before and after == exposition()
    COMMANDS["ok"].inc()
    assert snapshot(now + EVERY + 1) == after, "two readings on both sides of a moment are as far apart as any"


def test_a_clock_that_was_set_back_does_not_stop_it(fresh):
    now = time.time()
    before = snapshot(now)
    COMMANDS["ok"].inc()
    assert snapshot(now - 100) != before


def test_a_sister_process_shows_the_same_snapshot(fresh, monkeypatch, tmp_path):
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    shown = iter([b"one", b"two", b"three"])
    monkeypatch.setattr(metrics, "exposition", lambda: next(shown))
    now = time.time()
    assert snapshot(now) == b"one"
    for later in (1, EVERY - 1):
        monkeypatch.setattr(metrics, "_last", metrics._Snapshot())  # another process, which has shown nothing yet
        assert snapshot(now + later) == b"one"
        assert snapshot(now + later) == b"one"
    assert snapshot(now + EVERY) == b"two"
    assert [p.name for p in tmp_path.iterdir()] == ["snapshot.txt"]


def test_several_processes_are_shown_together(tmp_path):
    environ = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
    said = [
        subprocess.run(
            [sys.executable, "-c", CHILD, str(n)], env=environ, stdout=subprocess.PIPE, text=True, check=True
        )
        for n in (2, 5)
    ]
    assert 'workshop_commands_total{outcome="ok"} 7.0' in said[1].stdout
