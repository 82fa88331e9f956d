"""A browser's end of HTTP, as little as simulated people need: cookies, the page's CSRF token, JSON."""

from __future__ import annotations

import json
import re
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

TOKEN = re.compile(r'<meta name="csrf-token" content="([^"]+)"')


class Browser:
    """One person's browser at one workshop."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        # Secure cookies too go to the workshop itself, behind whose proxy HTTPS ends: http://127.0.0.1 is this machine.
        secure = ("https", "http") if urlsplit(url).hostname in ("127.0.0.1", "::1", "localhost") else ("https",)
        self._jar = CookieJar(DefaultCookiePolicy(rfc2965=False, secure_protocols=secure))
        self._opener = build_opener(HTTPCookieProcessor(self._jar))
        self._csrf = ""

    @property
    def cookies(self) -> str:
        """The Cookie header for the socket."""
        return "; ".join(f"{c.name}={c.value}" for c in self._jar)

    def get(self, path: str) -> bytes:
        """A page or a file; follows redirects. Raises urllib's HTTPError."""
        body = self._open(Request(self._full(path)))  # noqa: S310 - `_full` lets nothing but http through
        if found := TOKEN.search(body.decode("utf-8", "replace")):
            self._csrf = found.group(1)
        return body

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """A JSON post; the answer's JSON, also of a refusal."""
        headers = {"Content-Type": "application/json", "X-CSRF-Token": self._csrf, "Origin": self.url}
        content = json.dumps(body).encode()
        request = Request(self._full(path), content, headers, method="POST")  # noqa: S310 - as above
        try:
            return json.loads(self._open(request) or b"{}")
        except HTTPError as refused:
            return {"ok": False, "status": refused.code, **_json(refused.read())}

    def press(self, path: str, **fields: str) -> bytes:
        """Open a page and press a button of it, whose form goes to the same address. Raises urllib's HTTPError."""
        self.get(path)
        form = urlencode({"csrf_token": self._csrf, **fields}).encode()
        return self._open(Request(self._full(path), form, {"Origin": self.url}))  # noqa: S310 - as above

    def _full(self, path: str) -> str:
        full = path if path.startswith("http") else self.url + path
        if not full.startswith(("http://", "https://")):
            raise ValueError("A workshop's address starts with http:// or https://.")
        return full

    def _open(self, request: Request) -> bytes:
        with self._opener.open(request, timeout=30) as answer:
            return answer.read()


def _json(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
        return found if isinstance(found, dict) else {}
    except ValueError:
        return {}
