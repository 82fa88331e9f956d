"""Simulated delegates who carry a marker in everything that a phone sends, and a sweep that looks for it everywhere."""

from __future__ import annotations

import base64
import json
import re
import secrets
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import Request

from redis import Redis
from redis.exceptions import RedisError
from websocket import create_connection

from workshop.rehearsal.answer_policy import AnswerPolicy
from workshop.rehearsal.company import Company
from workshop.rehearsal.delegate import SimulatedDelegate
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.http import Browser
from workshop.rehearsal.wire import Line

MARK = "CANARYq7"
"""Stands in every operation id, user agent, forwarded address and token."""
UNKEPT = "Unkept words xq41"
"""Stands in what people typed and no facilitator kept."""


GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
HEAD = 8
"""Bytes with which most spellings of a canary begin alike."""


@dataclass(frozen=True)
class Canary:
    """What one phone sends that must be found nowhere."""

    token: str = field(default_factory=lambda: (MARK + secrets.token_urlsafe(43))[:43])
    agent: str = field(default_factory=lambda: f"{MARK}-agent-{secrets.token_hex(8)}")
    address: str = field(default_factory=lambda: f"2001:db8:{secrets.randbits(16):x}:{secrets.randbits(16):x}::c4fe")

    @property
    def headers(self) -> dict[str, str]:
        """What a request of this phone carries, as a careless proxy would set it."""
        return {"User-Agent": self.agent, "X-Forwarded-For": self.address, "X-Real-IP": self.address}


class CanaryBrowser(Browser):
    """HTTP of a phone with a canary."""

    def __init__(self, url: str, canary: Canary) -> None:
        super().__init__(url)
        self._canary = canary

    def _open(self, request: Request) -> bytes:
        for name, value in self._canary.headers.items():
            request.add_header(name, value)
        return super()._open(request)


class CanaryLine(Line):
    """The socket of a phone with a canary; keeps the raw messages that it was sent."""

    def __init__(self, url: str, namespace: str, cookies: str, canary: Canary | None = None, session: str = "") -> None:
        super().__init__(url, namespace, cookies, session)
        self._canary = canary or Canary()
        self.heard: list[tuple[float, str]] = []
        self.closed_at: float | None = None
        """When the server closed it, if it has."""

    def connect(self, seconds: float = 10) -> None:
        origin = self._url.split("/socket.io")[0].replace("ws", "http", 1)
        header = [f"{name}: {value}" for name, value in self._canary.headers.items()]
        self._refused = ""
        self._socket = create_connection(self._url, cookie=self._cookies, origin=origin, timeout=seconds, header=header)
        self._socket.settimeout(None)
        threading.Thread(target=self._listen, args=(self._socket,), daemon=True).start()
        self.wait_for(lambda parts: bool(self._refused) or (self.open and bool(parts)), seconds)
        assert not self._refused

    def _heard(self, socket, message: str) -> None:
        self.heard.append((time.monotonic(), message))
        if message.startswith(f"41{self._namespace}"):
            self.closed_at = time.monotonic()
        super()._heard(socket, message)

    def frames_since(self, when: float) -> list[str]:
        """Raw frames that came after a moment: acks, pings and the like are each phone's own."""
        return [m for at, m in self.heard if at >= when and m.startswith(f"42{self._namespace},")]


@dataclass
class CanaryDelegate(SimulatedDelegate):
    """A simulated delegate who carries one."""

    canary: Canary = field(default_factory=Canary)
    operations: list[str] = field(default_factory=list)

    def join(self) -> None:
        browser = CanaryBrowser(self.url, self.canary)
        browser.get("/")
        answer = browser.post("/join", {"code": self.code, "token": self.canary.token})
        assert answer.get("ok"), answer
        browser.get("/held")
        browser.post("/check-text", {"text": f"{MARK} asked about Jo {MARK}"})
        self.line = CanaryLine(self.url, "/delegate", browser.cookies, self.canary)
        self.line.connect()
        threading.Thread(target=self._live, daemon=True).start()

    def _ask(self, what: str) -> None:
        super()._ask(what)
        if self.policy.who % 3 == 0:
            self._send("questions.ask", {"text": f"{UNKEPT}: question {self.policy.who}"})

    def _reflect(self, what: str) -> None:
        super()._reflect(what)
        if self.policy.who % 2 == 0:
            text = f"{UNKEPT}: reflection {self.policy.who}"
            self._send("reflection.say", {"round": what, "field": "still_need", "text": text})

    def _send(self, name: str, body: dict) -> None:
        operation = f"{MARK}{secrets.token_urlsafe(18)}"
        self.operations.append(operation)
        self.line.command(name, body, operation)


class CanaryCompany(Company):
    """A room of them."""

    def _join(self, whom: range) -> None:
        for who in whom:
            delegate = CanaryDelegate(self.url, self.code, AnswerPolicy(self.seed, who), self.effects)
            delegate.join()
            self.delegates.append(delegate)


class WatchedFacilitator(SimulatedFacilitator):
    """Keeps no unkept words. Calls `look(when, round)` for the first round: `midway`, and `closed` after the reveal."""

    def __init__(self, url: str, link: str, look: Callable[[str, str], None] = lambda when, found: None) -> None:
        super().__init__(url, link)
        self._look = look

    def finish_round(self) -> None:
        parts = self.line.wait_for(lambda parts: (parts["board"]["round"] or {}).get("state") == "open")
        found = parts["board"]["round"]["id"]
        self._company.wait_until(found)
        first = found == "r1"
        if first:
            self._look("midway", found)
        super().finish_round()
        if first:
            self._look("closed", found)

    def send(self, name: str, body: dict) -> None:
        texts = [*self.line.parts["questions"]["inbox"], *self.line.parts.get("reflection", {}).get("texts", ())]
        chosen = body.get("question", body.get("text"))
        if name.endswith(".keep") and any(t["id"] == chosen and UNKEPT in t["text"] for t in texts):
            return
        super().send(name, body)


# ---------------------------------------------------------------- the sweep


def spellings(text: str) -> list[bytes]:
    """A text as it is, and as programs like to write it down: hex, base64 in three alignments, UTF-16, JSON."""
    raw = text.encode()
    coded = [base64.b64encode(b"\0" * pad + raw).strip(b"=")[4 if pad else 0 : -4] for pad in range(3)]
    escaped = json.dumps(text)[1:-1].encode()
    return list(dict.fromkeys([raw, raw.hex().encode(), *coded, text.encode("utf-16-le"), escaped]))


def unpacked(content: bytes) -> Iterator[bytes]:
    """The bytes, and what is packed in them."""
    yield content
    whole = memoryview(content)
    for match in re.finditer(rb"\x1f\x8b\x08|\x78[\x01\x9c\xda]", content):
        with suppress(zlib.error):
            yield zlib.decompressobj(GZIP_OR_ZLIB).decompress(whole[match.start() :])


class Wanted:
    """Texts to look for in whatever spelling; those that begin alike only where their beginning stands."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_head: dict[bytes, list[tuple[str, bytes]]] = {}
        for text in texts:
            for spelling in spellings(text):
                self._by_head.setdefault(spelling[:HEAD], []).append((text, spelling))

    def standing_in(self, content: bytes) -> set[str]:
        """Those that stand there as they are."""
        near = [each for head, each in self._by_head.items() if head in content]
        return {text for each in near for text, spelling in each if spelling in content}


def found_in(folders: Iterable[Path], texts: Iterable[str]) -> list[str]:
    """Where any of these texts stands, in whatever spelling, packed or not: file and text."""
    wanted, hits = Wanted(texts), set()
    for folder in folders:
        for path in [folder] if folder.is_file() else (p for p in folder.rglob("*") if p.is_file()):
            found = (text for content in unpacked(path.read_bytes()) for text in wanted.standing_in(content))
            hits |= {f"{path.name}: {text}" for text in found}
    return sorted(hits)


@contextmanager
def monitored(url: str) -> Iterator[list[bytes]]:
    """Everything that the live store is told while the block runs, as MONITOR shows it."""
    heard: list[bytes] = []
    client = Redis.from_url(url)
    watching = client.monitor()
    watching.__enter__()

    def listen() -> None:
        try:
            while True:
                heard.append(watching.connection.read_response())
        except (RedisError, OSError, ValueError):
            return

    threading.Thread(target=listen, daemon=True).start()
    try:
        yield heard
    finally:
        time.sleep(0.3)
        client.close()
        watching.connection.disconnect()
