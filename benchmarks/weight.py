"""What a phone has to fetch for a page: the page and all that it names, as it goes over the wire, compressed."""

from __future__ import annotations

import gzip
import re
from http.client import HTTPConnection
from urllib.parse import urljoin, urlsplit

NAMED = re.compile(r"""(?:src|href)="(/[^"#?]+\.(?:js|css|svg|woff2)[^"]*)\"""")
IMPORTED = re.compile(r"""\b(?:from|import)\s*\(?\s*['"]([\w@./?=-]+)['"]""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)  # types are imported in comments, which no browser reads
MAPPED = re.compile(r'"([^"]+)"\s*:\s*"(/[^"]+\.js[^"]*)"')
IN_CSS = re.compile(r"""(?:url\(|@import\s+)['"]?([^'")]+)""")


def weight(url: str, path: str, cookie: str = "") -> tuple[int, int]:
    """(bytes, files) of a page with everything that it needs, each fetched once as a browser would."""
    parts = urlsplit(url)
    http = HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    page, size = fetch(http, path, cookie)
    names = dict(MAPPED.findall(page))
    waiting, seen, total = NAMED.findall(page), {path}, size
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        text, size = fetch(http, name, cookie)
        total += size
        found = (
            IMPORTED.findall(COMMENT.sub("", text)) if ".js" in name else IN_CSS.findall(text) if ".css" in name else []
        )
        for inner in found:
            target = names.get(inner) or names.get(urljoin(name, inner)) or urljoin(name, inner)
            if target.startswith("/"):
                waiting.append(target)
    return total, len(seen)


def fetch(http: HTTPConnection, path: str, cookie: str) -> tuple[str, int]:
    """A file's text, and the size of what carries it."""
    headers = {"Accept-Encoding": "gzip"} | ({"Cookie": cookie} if cookie else {})
    http.request("GET", path, headers=headers)
    answer = http.getresponse()
    raw = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    zipped = answer.getheader("Content-Encoding") == "gzip"
    return (gzip.decompress(raw) if zipped else raw).decode("utf-8", "replace"), len(raw)
