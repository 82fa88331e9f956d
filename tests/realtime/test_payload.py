"""What a client of Engine.IO sends by polling, and what none sends."""

import base64

import pytest

from workshop.realtime.payload import MOST_PACKETS, NotEngineIO, check_payload, check_upgrade, read_query

KEY = base64.b64encode(b"k" * 16).decode()
UPGRADE = {
    "HTTP_CONNECTION": "keep-alive, Upgrade",
    "HTTP_UPGRADE": "WebSocket",
    "HTTP_SEC_WEBSOCKET_VERSION": "13",
    "HTTP_SEC_WEBSOCKET_KEY": KEY,
    "SERVER_PROTOCOL": "HTTP/1.1",
}


@pytest.mark.parametrize(
    "body",
    [
        b"1",
        b"3",
        b"40/delegate,{}",
        b'42/delegate,1["command",{}]',
        b"bAAEC",
        b"4",
        "4ä🙂".encode(),
        b"3\x1e" * 15 + b"3",
    ],
)
def test_what_a_client_sends_passes(body):
    check_payload(body)


@pytest.mark.parametrize(
    "body",
    [
        *(
            b"",
            b"9",
            b"0",
            b"2",
            b"2probe",
            b"5",
            b"6",
            b"x",
            b"\x1e",
            b"3\x1e",
            b"\x1e3",
            b"3\x1e\x1e3",
            b"d=3",
            b" 3",
        ),
        *(b"b", b"b!!!", b"bAAE", b"b AAEC")[1:],
        *("²".encode(), "٣".encode(), b"4\xff", b"4\xed\xa0\x80", b"\x003", b"3\x1e" * MOST_PACKETS + b"3"),
    ],
)
def test_everything_else_is_refused_in_words_that_repeat_nothing(body):
    with pytest.raises(NotEngineIO) as refused:
        check_payload(body)
    assert str(refused.value).endswith(".") and "!!!" not in str(refused.value)


def test_a_query_has_each_name_once_and_no_other():
    assert read_query("EIO=4&transport=polling&sid=a_b-c&t=x")["sid"] == "a_b-c"


@pytest.mark.parametrize(
    "query",
    [
        *(
            "",
            "EIO=4",
            "transport=polling",
            "EIO=3&transport=polling",
            "EIO=4&transport=carrier",
            "EIO=4&transport=polling&j=0",
        ),
        *("EIO=4&EIO=4&transport=polling", "EIO=4&transport=polling&x=1", "EIO=4&transport=polling&sid=a&sid=b"),
        *(
            "EIO=4&transport=polling&t=" + "x" * 200,
            "EIO=4&transport=polling&sid=%ff",
            "&".join("t=1" for _ in range(50)),
        ),
    ],
)
def test_any_other_query_is_refused(query):
    with pytest.raises(NotEngineIO):
        read_query(query)


def test_an_upgrade_is_what_rfc_6455_asks_for():
    check_upgrade(UPGRADE)


@pytest.mark.parametrize(
    "change",
    [
        {"HTTP_CONNECTION": "close"},
        {"HTTP_UPGRADE": "h2c"},
        {"HTTP_SEC_WEBSOCKET_VERSION": "8"},
        {"HTTP_SEC_WEBSOCKET_KEY": "short"},
        {"HTTP_SEC_WEBSOCKET_KEY": "ÿ" * 24},
        {"SERVER_PROTOCOL": "HTTP/1.0"},
    ],
    ids=str,
)
def test_any_other_is_none(change):
    with pytest.raises(NotEngineIO):
        check_upgrade({**UPGRADE, **change})
