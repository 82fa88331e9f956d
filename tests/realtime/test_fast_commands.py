"""Which packets take the short way, and that all others are left alone."""

from __future__ import annotations

import json

import pytest

from workshop.realtime.fast_commands import read_fast_command

COMMAND = {"id": "x" * 22, "name": "board.place", "body": {"card": 'ä ["{'}}


def test_a_command_with_an_ack_is_read_as_it_was_sent():
    fast = read_fast_command(f"2/delegate,17{json.dumps(['command', COMMAND])}")
    assert fast is not None
    assert (fast.role, fast.number, fast.arguments) == ("delegate", "17", [COMMAND])
    assert "board.place" not in repr(fast)


def test_what_a_command_must_look_like_is_not_decided_here():
    for arguments in ([], [None], ["text", 1], [COMMAND, "more"]):
        fast = read_fast_command(f"2/screen,0{json.dumps(['command', *arguments])}")
        assert fast is not None and fast.arguments == arguments


@pytest.mark.parametrize(
    "data",
    [
        None,
        b'2/delegate,1["command",{}]',
        "",
        "2",
        "2[]",
        '2["command",{}]',
        '2/other,1["command",{}]',
        '2/delegate["command",{}]',
        '2/delegate,["command",{}]',
        '2/delegate,-1["command",{}]',
        '2/delegate,1x["command",{}]',
        '2/delegate,²["command",{}]',
        f'2/delegate,{"1" * 16}["command",{{}}]',
        '2/delegate,1["other",{}]',
        "2/delegate,1[]",
        "2/delegate,1",
        '3/delegate,1["command",{}]',
        "0/delegate,{}",
        "1/delegate,",
        '52-/delegate,1["command",{"_placeholder":true,"num":0}]',
    ],
)
def test_everything_else_is_the_librarys(data):
    assert read_fast_command(data) is None


@pytest.mark.parametrize(
    "text",
    ['["command",{}', "[" * 20_000, '["command",NaN]', '["command",{"a":1,"a":1}]', '["command","\\ud800"]', "[1e999]"],
    ids=lambda text: text[:20],
)
def test_a_command_that_is_no_json_of_ours_is_one_without_arguments(text):
    """So that it is answered: a phone that hears nothing sends the same again, for ever."""
    fast = read_fast_command(f"2/delegate,17{text}")
    assert fast is not None and (fast.role, fast.number, fast.arguments) == ("delegate", "17", [])
