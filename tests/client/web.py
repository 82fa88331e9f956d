"""HTTP as docs/protocol.md has it: cookies, the page's token, JSON. Nothing of the workshop's own code is used here."""

from __future__ import annotations

import json
import re
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

TOKEN = re.compile(r'<meta name="csrf-token" content="([^"]+)"')
DATA = re.compile(r'<script type="application/json" id="page-data">(.*?)</script>', re.DOTALL)


class Web:
    """One browser without a page."""

    def __init__(self, url: str) -> None:
        self.url, self._jar = url, CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self._jar))

    @property
    def cookies(self) -> str:
        """What a WebSocket's request carries."""
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self._jar)

    def get(self, path: str) -> str:
        """A page; `path` may be a whole link."""
        with self._opener.open(path if "://" in path else self.url + path, timeout=20) as answer:
            return answer.read().decode()

    def sign_in(self, link: str) -> None:
        """Press the one button of the page that a printed link opens."""
        found = TOKEN.search(self.get(link))
        assert found, "the page has no token"
        form = urlencode({"csrf_token": found.group(1)}).encode()
        with self._opener.open(Request(link, form), timeout=20) as answer:
            assert answer.status == 200

    def page_data(self, path: str) -> Any:
        """The data that stand in a page."""
        found = DATA.search(self.get(path))
        assert found, f"{path} holds no data"
        return json.loads(found.group(1))

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """A post with the token of a page."""
        found = TOKEN.search(self.get("/"))
        assert found, "the page has no token"
        headers = {"Content-Type": "application/json", "X-CSRF-Token": found.group(1)}
        request = Request(self.url + path, json.dumps(body).encode(), headers)
        with self._opener.open(request, timeout=20) as answer:
            return json.loads(answer.read())


def code_of(join: str) -> str:
    """The code in the link that delegates open."""
    return urlsplit(join).fragment
