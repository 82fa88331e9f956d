"""Plain requests only: what no browser of ours sends is refused before any library reads it.

Libraries look at queries, headers and bodies before our own rules do, and again while the page for an error is made:
what one of them cannot read would end as "something went wrong here". So each request is read here once, strictly and
whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

from workshop.activities.base import Refused, said_no
from workshop.cookie_header import plain_cookies
from workshop.refusals import Kind, refused
from workshop.strict_json import read_json, strings
from workshop.words import Words

LONGEST_LINE = 4_000
"""Characters of a path and of a query."""
LONGEST_SECRET = 1_000
"""Characters of a password or an address that is tried. What hashes passwords has a limit too, and no words for it."""
ASCII = ("HTTP_HOST", "HTTP_ORIGIN", "HTTP_X_CSRF_TOKEN", "HTTP_X_CSRFTOKEN", "HTTP_AUTHORIZATION", "HTTP_REFERER")
NAMES = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]%")
STATUS = {400: "400 Bad Request", 413: "413 Content Too Large", 415: "415 Unsupported Media Type"}
Environ = dict[str, Any]
App = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


class NotPlain(Exception):
    """A refusal: its kind and status, and nothing of what was sent."""

    def __init__(self, kind: Kind, code: int = 400) -> None:
        super().__init__(kind)
        self.kind: Kind = kind
        self.code = code


class Plain:
    """A WSGI layer around Flask. `largest`: bytes of a body; `headers`: what every answer carries."""

    def __init__(self, app: App, largest: int, headers: Mapping[str, str], words: Words) -> None:
        self._app, self._largest, self._headers, self._words = app, largest, list(headers.items()), words

    def __call__(self, environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        try:
            _check_line(environ)
            _check_headers(environ)
            if body := self._body(environ):
                _check_body(environ, body)
        except NotPlain as why:
            refused(why.kind)
            return self._answer(environ, start, why)
        return self._app(environ, start)

    def _body(self, environ: Environ) -> bytes:
        """The whole body, put back so that it can be read again. Raises NotPlain."""
        length = str(environ.get("CONTENT_LENGTH") or "")
        if length and not (length.isascii() and length.isdigit()):
            raise NotPlain("form")
        if not length and not environ.get("wsgi.input_terminated"):
            return b""
        most = self._largest if not length else int(length[:12])
        if most > self._largest:
            raise NotPlain("large", 413)
        try:
            body = environ["wsgi.input"].read(most if length else most + 1)
        except OSError:
            raise NotPlain("slow") from None
        if len(body) > self._largest:
            raise NotPlain("large", 413)
        environ["wsgi.input"], environ["CONTENT_LENGTH"] = BytesIO(body), str(len(body))
        return body

    def _answer(self, environ: Environ, start: Callable[..., Any], why: NotPlain) -> Iterable[bytes]:
        """In JSON for our scripts, as plain words for people. The rest of what was sent is not waited for."""
        script = "json" in str(environ.get("CONTENT_TYPE", "")) or str(environ.get("PATH_INFO")).startswith("/join")
        no = Refused("http", "http.413" if why.code == 413 else "http.400")
        said = json.dumps(said_no(no)) if script else ". ".join(self._words.all(f"refused.{no.why}"))
        body = said.encode()
        kind = "application/json" if script else "text/plain; charset=utf-8"
        more = [("Content-Type", kind), ("Content-Length", str(len(body))), ("Connection", "close")]
        start(STATUS[why.code], [*more, *self._headers])
        return [body]


def _check_line(environ: Environ) -> None:
    path, query = str(environ.get("PATH_INFO", "")), str(environ.get("QUERY_STRING", ""))
    if max(len(path), len(query)) > LONGEST_LINE:
        raise NotPlain("large", 413)
    for raw in (path.encode("latin-1", "replace"), unquote_to_bytes(query.encode("latin-1", "replace"))):
        _read_text(raw)


def _check_headers(environ: Environ) -> None:
    """Those that decide something are plain ASCII, and say what they should in the form that they should."""
    values = [str(environ.get(name, "")) for name in ASCII]
    if not all(value.isascii() and (value.isprintable() or not value) for value in values):
        raise NotPlain("form")
    try:
        for value in (f"//{values[0]}", values[1], values[-1]):
            _ = urlsplit(value).port
    except ValueError:
        raise NotPlain("form") from None
    if not set(values[0]) <= NAMES:
        raise NotPlain("form")
    environ["HTTP_COOKIE"] = plain_cookies(str(environ.get("HTTP_COOKIE", "")))


def _check_body(environ: Environ, body: bytes) -> None:
    kind = str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip().lower()
    if kind.startswith("multipart/"):  # no form of ours has files
        raise NotPlain("form", 415)
    if kind == "application/x-www-form-urlencoded":
        texts = _read_text(unquote_to_bytes(body.replace(b"+", b" "))).split("&")
    elif kind == "application/json" or kind.endswith("+json"):
        texts = list(strings(_read_object(body)))
    else:
        return
    if str(environ.get("PATH_INFO", "")).startswith("/account/") and any(len(t) > LONGEST_SECRET for t in texts):
        raise NotPlain("large", 413)


def _read_object(body: bytes) -> dict[str, Any]:
    try:
        found = read_json(body)
    except ValueError:
        raise NotPlain("json") from None
    if not isinstance(found, dict):
        raise NotPlain("body")
    if any("\x00" in text for text in strings(found)):
        raise NotPlain("json")
    return found


def _read_text(raw: bytes) -> str:
    try:
        found = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise NotPlain("form") from None
    if "\x00" in found:
        raise NotPlain("form")
    return found
