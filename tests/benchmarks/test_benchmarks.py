"""The parts of the benchmarks that could lie: the client's frames, the medians, the tables, the picture, the page."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from wsproto.connection import Connection, ConnectionType
from wsproto.events import Ping, Pong, TextMessage

from benchmarks.__main__ import markdown, middle, spread
from benchmarks.crowd import BEAT, Crowd, Shown, scattered
from benchmarks.growth import Size, picture, table
from benchmarks.page import put
from benchmarks.rows import Row, ratio
from benchmarks.slow_phone import Strict
from benchmarks.slow_reader import Found, Spell, delays
from benchmarks.slow_reader import table as slow_table
from benchmarks.websocket import frames, masked
from benchmarks.weight import IMPORTED
from benchmarks.wire import Phone
from workshop.realtime.outlet import websocket_text

SIZES = [Size(n, 400 + n / 10, 5.0, 200 / n + 12, 80.0, 0.5, 100.0) for n in (10, 100, 1000)]


@pytest.mark.parametrize("size", [0, 1, 125, 126, 60_000])
def test_a_server_reads_what_the_load_sends(size):
    server = Connection(ConnectionType.SERVER)
    server.receive_data(masked("x" * size))
    assert [e.data for e in server.events() if isinstance(e, TextMessage)] == ["x" * size]


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536])
def test_the_load_reads_whole_frames_and_keeps_the_rest(size):
    one, two = websocket_text(b"a" * size), websocket_text(b"two")
    buffer = bytearray(one + two[:-1])
    assert frames(buffer) == [b"a" * size]
    buffer += two[-1:]
    assert frames(buffer) == [b"two"]
    assert buffer == b""


def test_a_ping_is_answered_with_its_own_words_and_is_no_message():
    server, pongs = Connection(ConnectionType.SERVER), []
    ping = server.send(Ping(b"\x9e\x01ab"))
    buffer = bytearray(websocket_text(b"one") + ping + websocket_text(b"two"))
    assert frames(buffer, pongs.append) == [b"one", b"two"]
    server.receive_data(pongs[0])
    assert [e.payload for e in server.events() if isinstance(e, Pong)] == [b"\x9e\x01ab"]


def test_the_median_of_the_runs_counts_and_the_budget_decides():
    rows = [Row("what", value, "ms", 50) for value in (10.0, 900.0, 20.0)]
    assert middle(rows) == Row("what", 20.0, "ms", 50)
    assert spread(rows) == (10.0, 900.0)
    assert middle(rows).ok and not rows[1].ok
    assert Row("watched", 1e9, "s").ok
    never = Row("reveal", float("inf"), "ms", 400)
    assert never.as_json()["value"] is None and not never.ok
    assert "| reveal | never | never to never | ms | 400 | **over** |" in markdown([never], [spread([never])])
    assert "**over**" in markdown([rows[1]], [spread(rows)]) and "met" in markdown([middle(rows)], [spread(rows)])


def test_a_ratio_is_of_the_medians():
    assert ratio([(2.0, 1.0), (100.0, 1.0), (4.0, 2.0)]) == 4.0


def test_the_picture_is_a_picture_and_the_table_has_every_room():
    drawn = ElementTree.fromstring(picture(SIZES))
    assert drawn.tag.endswith("svg")
    assert len([e for e in drawn.iter() if e.tag.endswith("circle")]) == 2 * len(SIZES)
    assert [line.split("|")[1].strip() for line in table(SIZES).splitlines()[2:]] == ["10", "100", "1,000"]


def test_results_go_between_their_marks_and_nowhere_else(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- a -->\nold\n<!-- /a -->\nafter\n")
    put("a", "new \\1", page)
    put("a", "newer", page)
    assert page.read_text() == "before\n<!-- a -->\n\nnewer\n\n<!-- /a -->\nafter\n"
    with pytest.raises(ValueError, match="no place for b"):
        put("b", "x", page)


def test_what_a_module_imports_is_found_and_text_is_not():
    source = "import { a } from './a.js';\nimport './b.js';\nconst c = await import('./c.js');\nhtml`<p>from '></p>`;"
    assert IMPORTED.findall(source) == ["./a.js", "./b.js", "./c.js"]


EVENT = websocket_text(b'42/delegate,["frame",{"rev":7}]')


@pytest.mark.parametrize(
    ("raw", "whole", "left"),
    [
        (EVENT + websocket_text(b"2") + EVENT, 2, 0),
        (EVENT + EVENT[:-3], 1, len(EVENT) - 3),
        (EVENT + EVENT[:9] + EVENT + EVENT, 1, 9 + 2 * len(EVENT)),
        (EVENT[:9] + EVENT, 0, 9 + len(EVENT)),
        (websocket_text(b'42["fra') + EVENT, 0, 9 + len(EVENT)),
        (masked("2") + EVENT, 0, 7 + len(EVENT)),
        (EVENT + b"\x88\x02\x03\xe8", 1, 0),
    ],
)
def test_what_a_browser_would_not_take_is_broken_and_nothing_behind_it_counts(raw, whole, left):
    for step in (1, len(raw)):
        reader = Strict()
        for at in range(0, len(raw), step):
            reader.hear(raw[at : at + step])
        assert ([f["rev"] for f in reader.frames], reader.left) == ([7] * whole, left)


def test_a_click_waits_for_the_first_frame_that_is_as_new_and_a_phone_without_one_for_ever():
    arrived = {3: [1.5, 1.75], 6: [3.0]}
    assert list(delays([(1.0, 2), (1.25, 3), (2.5, 5), (9.0, 7)], arrived, 2)) == [
        *(0.5, 0.75), *(0.25, 0.5), *(0.5, float("inf")), *(float("inf"), float("inf"))
    ]  # fmt: skip


def test_every_stack_has_a_column():
    spell = Spell(0.002, 0, 0.2, 240.0, 1 << 20)
    found = [
        ("ours", Found(spell, spell, 20, 0, 0.01, "stands")),
        ("bare", Found(spell, spell, 9, 500, None, "broken")),
    ]
    lines = slow_table(found).splitlines()
    assert {line.count("|") for line in lines} == {4}
    assert "| 10 ms | never |" in "\n".join(lines)


class Sent:
    """A socket that keeps what it is given."""

    def __init__(self):
        self.messages = []

    def send(self, message):
        self.messages.append(message)


def crowd_of(*phones):
    crowd = Crowd("http://127.0.0.1:1", "/delegate")
    crowd.all += phones
    for phone in phones:
        phone.socket, phone.open, phone.ready = Sent(), True, True
    return crowd


def test_a_page_that_was_answered_beats_three_seconds_after_that_and_then_every_three():
    phone = Phone("", "/screen")
    crowd = crowd_of(phone)
    phone.heard = 10.0
    assert crowd._beat(phone, 12.0) == 10.0 + BEAT
    assert phone.socket.messages == []
    assert crowd._beat(phone, 13.0) == 13.0 + BEAT
    assert phone.socket.messages == [masked('42/screen,["beat"]')]


def test_answers_are_heard_in_the_namespace_of_each_and_a_beat_is_no_ack():
    console, phone = Phone("", "/facilitator", room=3), Phone("", "/delegate")
    crowd = crowd_of(console, phone)
    for asked in (console, phone):
        crowd.ask(asked, "command", {})
    crowd._message(console, b'43/facilitator,1[{"ok":true,"rev":4}]')
    crowd._message(phone, b'43/delegate,2[{"ok":false,"code":"round_closed"}]')
    crowd._message(phone, b'42/delegate,["beat"]')
    crowd._message(console, b'42/facilitator,["frame",{"rev":7,"parts":{"session":{"code":"ABCD2345"}}}]')
    assert (console.acked, phone.acked, crowd.beaten, crowd.refused) == (1, 0, 1, {"round_closed": 1})
    assert crowd.codes == {3: "ABCD2345"}
    assert console.heard > 0 and phone.heard >= console.heard


def test_who_has_its_turn_acts_again_after_as_long_and_who_has_none_no_more():
    many, once = Phone("", "/delegate"), Phone("", "/facilitator")
    crowd, acted = crowd_of(many, once), []

    def act(phone, when):
        acted.append(phone.namespace)
        return when + 0.02 if phone is many else None

    found = crowd._work(scattered([many, once], 0.0, 0.0, act), 0.05, beating=False)
    assert acted.count("/facilitator") == 1 and acted.count("/delegate") > 2
    assert found["sent"] == found["lost"] == 0


def test_a_phone_that_never_saw_a_reveal_is_infinitely_late():
    seen, blind = Phone(""), Phone("")
    seen.revealed = 12.5
    assert Shown(12.0, [seen, blind]).late() == [0.5, float("inf")]
