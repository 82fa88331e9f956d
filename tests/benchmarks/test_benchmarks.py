"""The parts of the benchmarks that could lie: the client's frames, the medians, the tables, the picture, the page."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from wsproto.connection import Connection, ConnectionType
from wsproto.events import TextMessage

from benchmarks.__main__ import markdown, middle, spread
from benchmarks.growth import Size, picture, table
from benchmarks.page import put
from benchmarks.rows import Row, ratio
from benchmarks.websocket import frames, masked
from benchmarks.weight import IMPORTED
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


def test_the_median_of_the_runs_counts_and_the_budget_decides():
    rows = [Row("what", value, "ms", 50) for value in (10.0, 900.0, 20.0)]
    assert middle(rows) == Row("what", 20.0, "ms", 50)
    assert spread(rows) == (10.0, 900.0)
    assert middle(rows).ok and not rows[1].ok
    assert Row("watched", 1e9, "s").ok
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
