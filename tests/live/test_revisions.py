"""Hearing of revisions, also after the server was away."""

import threading
import time

from redis import Redis

from workshop.live.embedded import EmbeddedValkey
from workshop.live.keys import CHANNEL
from workshop.live.revisions import listen


class Ear:
    """Listens in a thread of its own."""

    def __init__(self, client):
        self.heard, self.on = [], True
        self.thread = threading.Thread(target=listen, args=(client, self.hear, lambda: self.on), daemon=True)
        self.thread.start()

    def hear(self, session, revision):
        self.heard.append((session, revision))

    def wait_for(self, what, say, seconds=10.0):
        """Say it again until it is heard: what is said while nobody listens is lost, and may be."""
        deadline = time.monotonic() + seconds
        while what not in self.heard:
            assert time.monotonic() < deadline, self.heard
            say()
            time.sleep(0.05)

    def stop(self):
        self.on = False
        self.thread.join(5)
        assert not self.thread.is_alive()


def test_a_session_and_an_integer_are_all_that_is_heard(valkey):
    ear = Ear(valkey.client)
    ear.wait_for(("abc", 7), lambda: valkey.client.publish(CHANNEL, "abc 7"))
    ear.stop()


def test_it_hears_again_after_the_server_was_away(tmp_path):
    server = EmbeddedValkey(tmp_path)
    with server:
        client = Redis.from_url(server.url)
        ear = Ear(client)
        ear.wait_for(("abc", 1), lambda: client.publish(CHANNEL, "abc 1"))
    with server:
        again = Redis.from_url(server.url)
        ear.wait_for(("abc", 2), lambda: again.publish(CHANNEL, "abc 2"))
        ear.stop()
