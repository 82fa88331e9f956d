"""Thousands of strange inputs, and proof that the fuzzer finds what it looks for."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from tests.helpers.fuzz import KINDS, Found, Fuzzer
from tests.helpers.fuzz_world import World
from tests.helpers.tree import ROOT
from workshop.realtime import gate
from workshop.web import join, plain

INPUTS = [4_000, pytest.param(20_000, marks=pytest.mark.tour)]
PLANTED = 60_000
"""Inputs within which a fault that was put in is found: most often a fiftieth of them, now and then a quarter."""


@pytest.mark.parametrize("inputs", INPUTS)
def test_strange_input_of_every_kind_is_refused_and_an_honest_phone_notices_nothing(inputs):
    command = [sys.executable, "-m", "tests.helpers.fuzz", "--inputs", str(inputs), "--seed", "20"]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"{inputs:,} inputs" in done.stdout and "command ok" in done.stdout and "http 200" in done.stdout


@pytest.fixture
def world(tmp_path, valkey):
    found = World(tmp_path, valkey.url, io.StringIO())
    yield found
    found.close()


def nothing(*_: object) -> None:
    """In place of a protection."""


PROTECTIONS = {
    "requests are plain": ("http", lambda patch: patch.setattr(plain, "_check_line", nothing)),
    "bodies are read strictly": ("http", lambda patch: patch.setattr(plain, "_check_body", nothing)),
    "ids can be printed": ("packet", lambda patch: patch.setattr(gate, "well_formed", lambda m: isinstance(m, dict))),
    "a page has no fault": ("http", lambda patch: patch.setattr(join, "look", lambda *_: 1 / 0)),
}


@pytest.mark.parametrize(("kind", "take_out"), PROTECTIONS.values(), ids=PROTECTIONS)
def test_a_protection_that_is_taken_out_is_missed(world, monkeypatch, kind, take_out):
    take_out(monkeypatch)
    with pytest.raises(Exception) as found:
        Fuzzer(world, 3, tuple(int(kind == one) for one in KINDS)).run(PLANTED)
    assert isinstance(found.value, Found | UnicodeError | ValueError), "a fault, or one that the app let through"


def test_a_phone_that_joined_by_an_input_and_fell_silent_is_not_left_behind(world, monkeypatch):
    """It goes as any phone that is gone: by the engine's heartbeat, and when that is taken out it is found."""
    browser = world.browsers[1]
    world.open(browser, "delegate")
    Fuzzer(world, 3).settle((10_000, 10_000))
    world.open(browser, "delegate")
    monkeypatch.setattr(Fuzzer, "_heartbeat", nothing)
    with pytest.raises(Found, match="left behind"):
        Fuzzer(world, 3).settle((10_000, 10_000))
