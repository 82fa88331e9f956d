"""A deadline that no trickle moves."""

import time

import gevent
import pytest
from gevent import socket

from workshop.cli.patience import Patient, TooMuch


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    yield Patient(ours), theirs
    ours.close()
    theirs.close()


def test_what_is_there_in_time_is_read(pair):
    patient, other = pair
    other.sendall(b"hello")
    patient.expect(5, 100)
    assert (patient.read(5), patient.spoiled, patient._sock.gettimeout()) == (b"hello", False, None)


def test_a_trickle_does_not_move_the_deadline(pair):
    patient, other = pair
    patient.expect(0.3, 100)

    def trickle() -> None:
        for _ in range(100):
            other.sendall(b"x")
            gevent.sleep(0.02)

    writer, began, got = gevent.spawn(trickle), time.monotonic(), 0
    with pytest.raises(TimeoutError):
        while True:
            got += len(patient.read(1))
    writer.kill()
    assert 0 < got < 60 and time.monotonic() - began < 5
    with pytest.raises(TimeoutError):
        patient.read(1)


def test_more_than_was_expected_is_refused_and_nothing_is_read_after_it(pair):
    patient, other = pair
    patient.expect(5, 10)
    other.sendall(b"x" * 11)
    with pytest.raises(TooMuch):
        patient.read(11)
    patient.expect(5, 10)
    with pytest.raises(TimeoutError):
        patient.read(1)
