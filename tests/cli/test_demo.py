"""`bin/run --rehearse N`: a room to look at on all three screens, which goes on reacting."""

import os
import re
import subprocess
import sys
from contextlib import suppress

from workshop.rehearsal.facilitator import SimulatedFacilitator, here
from workshop.rehearsal.wire import Line

READY = re.compile(r"(http://\S+)/facilitate/(\S+)")
LINK = re.compile(r"(http://[^/\s]+)/sign-in/\S+")
DELEGATES = 8


def test_a_room_is_filled_and_waits_at_the_discussion(tmp_path):
    own = {"WORKSHOP_HOST": "127.0.0.1", "WORKSHOP_PORT": "0", "WORKSHOP_DATA_DIR": str(tmp_path / "data")}
    command = [sys.executable, "-u", "-m", "workshop", "demo", "--rehearse", str(DELEGATES)]
    with subprocess.Popen(command, env={**os.environ, **own}, stdout=subprocess.PIPE, text=True) as process:
        try:
            link, session = read_until_ready(process)
            human = SimulatedFacilitator(link[1], link[0])
            console = Line(human.browser.url, "/facilitator", human.browser.cookies, session)
            console.connect()
            assert here(console.parts)["activity"] == "discussion"
            assert console.parts["session"]["devices"] == DELEGATES
            assert console.parts["board"]["focus"] and len(console.parts["board"]["results"]) >= 5
            console.command("board.reopen", {"cards": console.parts["board"]["queue"][:1], "cause": "discussion",
                                             "information": None})  # fmt: skip
            console.wait_for(lambda parts: parts["progress"]["answered"] >= (DELEGATES - 1) // 5 * 5, 30)
            console.drop()
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(20)
            process.kill()


def read_until_ready(process):
    link = None
    for line in process.stdout:
        link = LINK.search(line) or link
        if found := READY.search(line):
            assert link, "no sign-in link was printed"
            return (link[0], link[1]), found[2]
    raise AssertionError("the room was never ready")
