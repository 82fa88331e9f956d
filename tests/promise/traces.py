"""Holds a session in a workshop of its own, and keeps everything that was written on the way."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from redis import Redis

from tests.helpers.canaries import MARK, UNKEPT, CanaryCompany, WatchedFacilitator, found_in, monitored
from tests.helpers.opened import words_in
from tests.helpers.served import served

FORMATS = ("json", "html", "pdf", "docx", "xlsx", "csv")
LIVE, RECORD = "valkey", "workshop.sqlite3"


@dataclass(frozen=True)
class Traces:
    """What a session left behind, and what was seen while it ran."""

    folder: Path
    company: CanaryCompany
    session: str
    open_round: str
    told: list[bytes]
    """What MONITOR saw."""

    @property
    def midway(self) -> Path:
        """All files as they were when everybody had placed and nothing was revealed."""
        return self.folder / "midway"

    @property
    def closed(self) -> Path:
        """All files a moment after that round was revealed, in the middle of the session."""
        return self.folder / "closed"

    @property
    def after(self) -> Path:
        """All files after the end."""
        return self.folder / "after"

    @property
    def of_phones(self) -> list[str]:
        """Tokens, operation ids, user agents, addresses: nothing of them may be anywhere."""
        each = [[d.canary.token, d.canary.agent, d.canary.address] for d in self.company.delegates]
        return [MARK, *(text for texts in each for text in texts)]

    def sweep(self, *folders: str, wanted: list[str] | None = None) -> list[str]:
        """Where anything of a phone stands, in whatever spelling."""
        return found_in([self.folder / name for name in folders], self.of_phones if wanted is None else wanted)


def held_session(folder: Path, delegates: int, agenda: str, **settings: str) -> Traces:
    """From the first phone to the report."""
    data, temporary, rounds = folder / "data", folder / "tmp", []
    temporary.mkdir()

    def look(when: str, found: str) -> None:
        time.sleep(1.2)  # the live store's log is synced every second
        wait_for_rewrite(socket_of(data))
        rounds.append(found)
        copied(data, folder / when)

    with (folder / "stderr").open("wb") as errors:
        with served(data, errors=errors, TMPDIR=str(temporary), **settings) as running:
            facilitator = WatchedFacilitator(running.url, running.link, look)
            code = facilitator.create("group-chat", agenda, k=5, title="A sweep")
            company = CanaryCompany(running.url, code, delegates, seed=3)
            with monitored(socket_of(data)) as told:
                facilitator.run(company, lambda what, share: None)
            report(facilitator, folder)
            company.leave()
            wait_for_rewrite(socket_of(data))
            copied(data, folder / "after")
        (folder / "stdout").write_text(running.process.stdout.read() if not running.process.stdout.closed else "")
    return Traces(folder, company, facilitator.session, rounds[0], told)


def report(facilitator: WatchedFacilitator, folder: Path) -> None:
    """Every format of the report, as files."""
    (folder / "reports").mkdir()
    for name in FORMATS:
        content = facilitator.browser.get(f"/facilitate/{facilitator.session}/report.{name}")
        (folder / "reports" / f"report.{name}").write_bytes(content)
        (folder / "reports" / f"{name}.txt").write_text(words_in(content), "utf-8")


def socket_of(data: Path) -> str:
    """The embedded live store's address."""
    return f"unix://{data / LIVE / 'valkey.sock'}?db=0"


def copied(data: Path, to: Path) -> None:
    """A copy, as somebody with a backup has it. While a log is being rewritten, files go: then it is made again."""
    for tries_left in reversed(range(20)):
        try:
            shutil.copytree(data, to, ignore=lambda _, names: [n for n in names if n.endswith(".sock")])
            return
        except shutil.Error:
            if not tries_left:
                raise
            shutil.rmtree(to)
            time.sleep(0.2)


def wait_for_rewrite(url: str) -> None:
    """Until the live store's log has been rewritten after the last deletion."""
    client, quiet = Redis.from_url(url), 0
    while quiet < 10:
        state = client.info("persistence")
        busy = state["aof_rewrite_in_progress"] or state["aof_rewrite_scheduled"]
        quiet = 0 if busy else quiet + 1
        time.sleep(0.1)
    client.close()


__all__ = ["LIVE", "MARK", "RECORD", "UNKEPT", "Traces", "held_session", "socket_of", "wait_for_rewrite"]
