"""The figures themselves, in one process and in several."""

import os
import subprocess
import sys

import pytest

from workshop.metrics import COMMANDS, OUTCOMES, SOCKETS, exposition, outcome

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
    SOCKETS["screen"].inc()
    SOCKETS["screen"].dec()
    text = exposition().decode()
    assert 'workshop_commands_total{outcome="failed"}' in text
    assert 'workshop_sockets{role="screen"} 0.0' in text


def test_several_processes_are_shown_together(tmp_path):
    environ = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
    said = [
        subprocess.run(
            [sys.executable, "-c", CHILD, str(n)], env=environ, stdout=subprocess.PIPE, text=True, check=True
        )
        for n in (2, 5)
    ]
    assert 'workshop_commands_total{outcome="ok"} 7.0' in said[1].stdout
