"""The small browser of simulated people, against a small server."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from workshop.rehearsal.http import Browser


class Page(BaseHTTPRequestHandler):
    """One page that sets a cookie, and one post that says what it was sent."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Set-Cookie", "cw_seat=abc; Path=/; HttpOnly")
        self.end_headers()
        self.wfile.write(b'<meta name="csrf-token" content="t0ken">')

    def do_POST(self):
        sent = self.rfile.read(int(self.headers["Content-Length"]))
        body = json.loads(sent) if self.headers["Content-Type"] == "application/json" else {"form": sent.decode()}
        told = {"body": body, "csrf": self.headers["X-CSRF-Token"], "cookie": self.headers["Cookie"]}
        self.send_response(400 if body.get("refuse") else 200)
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def url():
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_post_carries_the_page_s_token_and_cookie(url):
    browser = Browser(url)
    browser.get("/")
    assert browser.post("/join", {"code": "X"}) == {"body": {"code": "X"}, "csrf": "t0ken", "cookie": "cw_seat=abc"}
    assert browser.cookies == "cw_seat=abc"


def test_a_refusal_is_an_answer_with_its_status(url):
    answer = Browser(url).post("/join", {"refuse": True})
    assert (answer["ok"], answer["status"], answer["body"]) == (False, 400, {"refuse": True})


def test_a_page_s_one_button_posts_its_token_to_the_same_address(url):
    told = json.loads(Browser(url).press("/sign-in/x"))
    assert told["body"] == {"form": "csrf_token=t0ken"} and told["cookie"] == "cw_seat=abc"


def test_nothing_but_http_is_opened(url, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("x")
    with pytest.raises(ValueError, match="http://"):
        Browser(secret.as_uri()).get("/")
