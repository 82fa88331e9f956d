"""The delegate's page of the version before, in a real browser, while the server is the present one.

What it is made of is in tests/fixtures (make_page_299aaf3.py says how). Playwright hands it to the browser where the
present page would come: everything else, the socket too, is the present server's.
"""

from __future__ import annotations

import base64
import hashlib
import re
import tarfile
from typing import Any

from playwright.sync_api import Route

from tests.helpers.tree import ROOT
from tests.journeys.people import Phone, open_page

ARCHIVE = ROOT / "tests/fixtures/page-299aaf3.tar.gz"
TYPES = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml", "html": "text/html; charset=utf-8"}


def files() -> dict[str, bytes]:
    """Path → content of everything that the page of before is made of."""
    with tarfile.open(ARCHIVE) as archive:
        return {m.name: found.read() for m in archive.getmembers() if (found := archive.extractfile(m))}


class OldPhone(Phone):
    """A phone that joins by the present server's first page, and then has the page of before until `renew`."""

    def __init__(self, browser: Any, url: str, code: str) -> None:
        self.files, self.given = files(), set[str]()
        self.page = open_page(browser, "about:blank")
        self.page.route("**/room", self._room)
        self.page.route("**/static/**", self._file)
        self.page.goto(f"{url}/#{code}")
        self.page.get_by_role("button", name="Enter the workshop").click()
        self.page.wait_for_selector(".always")

    def renew(self) -> None:
        """The page is loaded again: now it is the present one."""
        self.page.unroute_all()
        self.page.reload()
        self.page.wait_for_selector(".always")

    def _room(self, route: Route) -> None:
        """The old page with what the present server writes into it, and its own import map let through."""
        answer = route.fetch()
        now, old = answer.text(), self.files["room.html"].decode()
        for what, pattern in (("SESSION", r'"session": "([^"]+)"'), ("CSRF", r'name="csrf-token" content="([^"]+)"')):
            old = old.replace(what, re.search(pattern, now)[1])  # type: ignore[index]
        inline = re.search(r'<script type="importmap">(.*?)</script>', old)[1]  # type: ignore[index]
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        policy = answer.headers["content-security-policy"].replace("script-src", f"script-src 'sha256-{digest}'")
        self.given.add("room.html")
        route.fulfill(response=answer, body=old, headers={**answer.headers, "content-security-policy": policy})

    def _file(self, route: Route) -> None:
        """A file of the old page; what the first page needs comes from the server."""
        path = re.sub(r"^.*?/(static/[^?]+).*$", r"\1", route.request.url)
        if not route.request.headers.get("referer", "").endswith("/room") or path not in self.files:
            route.continue_()
            return
        self.given.add(path)
        route.fulfill(body=self.files[path], content_type=TYPES[path.rpartition(".")[2]])
