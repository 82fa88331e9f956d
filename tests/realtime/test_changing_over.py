"""From polling to a WebSocket in mid-traffic: nothing is lost or out of order, and who fails goes on polling."""

from __future__ import annotations

import gevent
import pytest

from tests.helpers.lines import Phone, Served, nothing_is_left, poll, polling, until


@pytest.fixture
def served():
    found = Served()
    yield found
    found.http.stop(timeout=1)


def test_changing_over_in_mid_traffic_loses_nothing_and_keeps_the_order(served):
    sid = polling(served)
    first = gevent.spawn(poll, served, "GET", f"&sid={sid}")
    gevent.sleep(0.02)
    phone = Phone(served, query=f"&sid={sid}")
    assert served.websockets.of(sid) is None and served.websockets.changing(sid)
    phone.say("2probe")
    assert phone.next() == "3probe"
    assert first.get(timeout=5) == "6", "its poll was ended"
    for number in range(40):
        served.websockets.post(sid, f'2/delegate,["n",{number}]')
    assert poll(served, "GET", f"&sid={sid}") == "6", "nothing goes by polling any more"
    phone.say("5")
    phone.say('42/delegate,1["say","by the new way"]')
    got = [phone.next() for _ in range(41)]
    assert got == [*(f'42/delegate,["n",{number}]' for number in range(40)), '43/delegate,1["by the new way"]']
    outlet = served.websockets.of(sid)
    assert outlet is not None
    served.websockets.post(sid, '2/delegate,["n",40]')
    assert phone.next() == '42/delegate,["n",40]'
    phone.socket.close()
    assert until(lambda: nothing_is_left(served))


@pytest.mark.parametrize("said", [["nothing"], ["5"], ["2probe", "2probe"], []])
def test_who_does_not_change_over_properly_goes_on_polling(served, said):
    sid = polling(served)
    phone = Phone(served, query=f"&sid={sid}")
    for packet in said:
        phone.say(packet)
    if not said:
        phone.socket.close()
    ended = until(lambda: not served.websockets.changing(sid))
    assert ended, "the line is there no more"
    if said == ["nothing"]:
        assert not served.server.eio.sockets, "what cannot be read ends the whole connection, as it does everywhere"
        return
    assert served.websockets.polls(sid) and not served.server.eio.sockets[sid].upgrading
    served.websockets.post(sid, '2/delegate,["n",1]')
    assert poll(served, "GET", f"&sid={sid}").split("\x1e")[-1] == '42/delegate,["n",1]'
