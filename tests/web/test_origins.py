"""One rule for pages and sockets: whose pages may ask, under which names; and a sentence that says where to go."""

import json

import pytest

from tests.helpers.said import said
from tests.helpers.site import META, Site
from workshop.network_interfaces import Interface
from workshop.web.origins import ADDRESS, NAMES, OPENED, Origins

SAME = [
    ("http://name.local:8000", "name.local:8000"),
    ("http://laptop:8000", "laptop:8000"),
    ("http://NAME.local:8000", "name.local:8000"),
    ("http://name.local.:8000", "name.local:8000"),
    ("http://192.0.2.9:8000", "192.0.2.9:8000"),
    ("http://[2001:db8::1]:8000", "[2001:db8::1]:8000"),
    ("http://pi.home.arpa", "pi.home.arpa:80"),
    ("http://box.internal:80", "box.internal"),
    ("https://name.local", "name.local"),
    ("https://name.local", "name.local:443"),
]
FOREIGN = [
    ("http://evil.test", "evil.test"),  # a name that was pointed here: the page is not ours
    ("http://evil.test", "name.local:8000"),
    ("null", "name.local:8000"),
    ("http://name.local:8001", "name.local:8000"),
    ("http://name.local:8000/", "name.local:8000"),
    ("file://name.local:8000", "name.local:8000"),
    ("http://name.local.evil.test", "name.local.evil.test"),
    ("http://a@name.local", "name.local"),
]


def socket_request(site, host, origin):
    """(status, what it says) of the request with which a page opens a socket by polling."""
    answered = {}

    def start(status, headers, *_):
        answered.update(status=int(status[:3]))

    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": "/socket.io/", "QUERY_STRING": "EIO=4&transport=polling",
        "HTTP_HOST": host, "HTTP_ORIGIN": origin, "wsgi.url_scheme": "http", "SERVER_NAME": "s", "SERVER_PORT": "80",
    }  # fmt: skip
    body = b"".join(site.app.wsgi_app({k: v for k, v in environ.items() if v}, start))
    return answered["status"], body.decode()


def posted(site, host, origin):
    """What a page gets that was opened under `host` and posts with this origin."""
    person, base = site.visitor(), f"http://{host}"
    token = META.search(person.get("/privacy", base_url=base).text)
    headers = {"Origin": origin, "X-CSRF-Token": token[1] if token else ""}
    return person.client.post("/join/look", json={"code": "AAAAAA"}, headers=headers, base_url=base)


@pytest.mark.parametrize(("origin", "host"), SAME)
def test_a_page_that_was_served_here_may_post_and_open_a_socket(site, origin, host):
    assert posted(site, host, origin).status_code == 200
    assert socket_request(site, host, origin)[0] == 200


@pytest.mark.parametrize(("origin", "host"), FOREIGN)
def test_any_other_may_do_neither(site, origin, host):
    assert posted(site, host, origin).status_code in (400, 403)
    assert socket_request(site, host, origin)[0] == 403


def test_whoever_is_turned_away_is_told_where_to_go(site, monkeypatch):
    monkeypatch.setattr("workshop.network.interfaces", lambda: [Interface("wlan0", "192.168.1.5", False, True)])
    where = "Open http://192.168.1.5:8000 instead"
    page = site.visitor().get("/", headers={"Host": "workshop.evil.test"})
    assert page.status_code == 400 and where in page.text
    answer = posted(site, "192.168.1.5:8000", "http://workshop.evil.test")
    assert answer.status_code == 403 and where in said(answer.json)
    status, text = socket_request(site, "192.168.1.5:8000", "http://workshop.evil.test")
    assert (status, json.loads(text)["code"]) == (403, "origin")
    assert where in said(json.loads(text))


def test_all_addresses_that_a_person_might_try_are_named_up_to_three(site, monkeypatch):
    many = [Interface(f"eth{n}", f"192.168.{n}.5", False, True) for n in range(5)]
    monkeypatch.setattr("workshop.network.interfaces", lambda: many)
    for ways in (OPENED, ADDRESS):
        refused = Origins(site.context).instead(ways)
        assert (refused.why, len(refused.values)) == (ways[2], 3) and said(refused).count("http://") == 3


def test_behind_a_trusted_proxy_a_socket_is_told_by_the_forwarded_host_as_pages_are(valkey_server, tmp_path):
    proxied = Site(
        tmp_path, valkey_server.url, WORKSHOP_TRUST_PROXY="yes", WORKSHOP_PUBLIC_URL="https://workshop.example"
    )

    def asks(origin, forwarded):
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": "/socket.io/", "QUERY_STRING": "EIO=4&transport=polling",
            "HTTP_HOST": "10.0.0.7:8000", "HTTP_X_FORWARDED_HOST": forwarded, "HTTP_ORIGIN": origin,
            "wsgi.url_scheme": "http", "SERVER_NAME": "s", "SERVER_PORT": "80", "REMOTE_ADDR": "10.0.0.1",
        }  # fmt: skip
        told = []
        proxied.app.wsgi_app(environ, lambda status, *_: told.append(status[:3]))
        return told[0]

    assert asks("https://workshop.example", "workshop.example") == "200"
    assert asks("https://other.local", "other.local") == "200"
    assert asks("https://evil.test", "workshop.example") == "403"


def test_named_origins_may_ask_from_elsewhere_and_no_others(valkey_server, tmp_path):
    named = Site(tmp_path, valkey_server.url, WORKSHOP_ORIGINS="https://a.example.org,https://b.example.org")
    assert socket_request(named, "a.example.org", "https://b.example.org")[0] == 200
    assert socket_request(named, "a.example.org", "https://c.example.org")[0] == 403


def test_what_is_remembered_of_hosts_does_not_grow_with_what_strangers_name(site):
    origins = Origins(site.context)
    for number in range(10 * NAMES):
        assert not origins.is_ours(f"{number}.evil.test")
    assert origins.is_ours.cache_info().currsize <= NAMES
    assert origins.is_ours("name.local:8000") and not origins.is_ours("evil.test")
