"""Settings, read once from the environment and never changed afterwards.

`docs/settings.md` shows the same table; `tests/test_settings.py` compares the two.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Self, cast

from workshop import setting_values as values
from workshop.setting_values import SettingsError

__all__ = ["Settings", "SettingsError", "documentation"]

PREFIX = "WORKSHOP_"
UNSAID = "none; the notice says that it is missing"


def _setting(
    read: Callable[[str, str], object], meaning: str, *, default: str = "", shown: str = "", secret: bool = False
) -> Any:
    """A field with its reader, its default as text ("" means none) and its line in the documentation."""
    about = {"read": read, "default": default, "shown": shown or f"`{default}`", "meaning": meaning}
    return field(metadata=about, repr=not secret)


@dataclass(frozen=True)
class Settings:
    """Everything that the environment decides. Made by `Settings.from_environ`; vary it with `dataclasses.replace`.

    `redis_url` and `secret_key` are None when the app is to run its own Valkey and to make its own key.
    """

    host: str = _setting(values.host, "The address to listen on.", default="0.0.0.0")  # noqa: S104 - phones must reach it
    port: int = _setting(values.port, "The TCP port to listen on; 0 takes any free one.", default="8000")
    data_dir: Path = _setting(values.path, "Where everything that lasts is kept.", default="./data")
    database_url: str = _setting(
        values.database_url,
        "The session record: an SQLite file, or PostgreSQL as `postgresql://user:password@host/name`.",
        shown="`workshop.sqlite3` in the data directory",
        secret=True,
    )
    redis_url: str | None = _setting(
        values.redis_url,
        "Redis 7 or Valkey of your own, for the live sessions: `redis://`, `rediss://`, `unix://`, or a cluster as "
        "`redis+cluster://user:password@one:6379,two:6379`.",
        shown="an embedded Valkey, without any TCP port",
        secret=True,
    )
    secret_key: str | None = _setting(
        values.secret,
        "Signs cookies and links, at least 32 characters. Several web processes need the same one.",
        shown="made once, kept in `secret.key` in the data directory",
        secret=True,
    )
    public_url: str | None = _setting(
        values.origin,
        "The address that delegates use, for example `https://workshop.example.org`. It is what the QR code shows.",
        shown="this machine's own address on the local network",
    )
    origins: tuple[str, ...] = _setting(
        values.origins,
        "Web origins that may connect besides the host under which a page was opened, with commas between them.",
        shown="the public URL, or this machine's own addresses",
    )
    trust_proxy: bool = _setting(
        values.yes_or_no,
        "`yes` when exactly one reverse proxy stands in front and sets the `X-Forwarded-` headers itself.",
        default="no",
    )
    cookie_secure: bool = _setting(
        values.yes_or_no,
        "Whether cookies travel over HTTPS only.",
        shown="`yes` when the public URL begins with https, else `no`",
    )
    seats_a_minute: int = _setting(
        values.seats_a_minute,
        "New seats a minute from one address, at least 200: as many people as join behind one router at once.",
        default="300",
    )
    scenarios: Path | None = _setting(
        values.existing_directory, "A directory with case studies of your own, beside those shipped.", shown="none"
    )
    language: str = _setting(
        values.language,
        "The language of pages: one that `words/` has, or `en-XA` or `ar-XB`, which are made from English to find what "
        "is not translated and what does not turn from right to left.",
        default="en",
    )
    zone: str = _setting(
        values.zone,
        "The time zone of new sessions, such as `Europe/London`: a session was held on the day that it was there.",
        shown="what this machine is set to",
    )
    privacy_organisation: str | None = _setting(
        values.words, "The privacy notice: who is responsible for the data, by name.", shown=UNSAID
    )
    privacy_contact: str | None = _setting(
        values.words, "The privacy notice: how to reach them, and their data protection officer.", shown=UNSAID
    )
    privacy_purposes: str | None = _setting(
        values.words, "The privacy notice: what the data are for.", shown="the words of the app"
    )
    privacy_basis: str | None = _setting(
        values.words, "The privacy notice: the legal basis, for example Article 6(1)(e) of the UK GDPR.", shown=UNSAID
    )
    privacy_rights: str | None = _setting(
        values.words,
        "The privacy notice: people's rights, and to whom they can complain.",
        shown="the words of the app",
    )
    privacy_periods: str | None = _setting(
        values.words,
        "The privacy notice: how long sessions, reports and backups are held.",
        shown="the words of the app",
    )
    log_level: str = _setting(
        values.log_level, "How much to log: DEBUG, INFO, WARNING or ERROR. No level logs delegates.", default="INFO"
    )

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """The settings of an environment such as `os.environ`. An empty variable counts as not set.

        Raises `SettingsError`, one sentence, for an unknown `WORKSHOP_` variable or an unusable value.
        """
        _refuse_unknown(environ, [variable(item) for item in fields(cls)])
        read = {item.name: _read(item, environ) for item in fields(cls)}
        if read["database_url"] is None:
            read["database_url"] = f"sqlite:///{read['data_dir']}/workshop.sqlite3"
        if read["cookie_secure"] is None:
            read["cookie_secure"] = (read["public_url"] or "").startswith("https://")
        read["origins"] = read["origins"] or ()
        read["zone"] = read["zone"] or values.zone_here()
        return cls(**read)

    def allowed_origins(self, addresses: Iterable[str]) -> tuple[str, ...]:
        """The web origins to accept: those named, else those of the public URL and of this machine's `addresses`."""
        if self.origins:
            return self.origins
        local = [f"http://{_bracketed(address)}:{self.port}" for address in addresses]
        return tuple(dict.fromkeys([*([self.public_url] if self.public_url else []), *local]))


def variable(item: "Field[Any]") -> str:
    """The environment variable of a field of `Settings`."""
    return PREFIX + item.name.upper()


def documentation() -> str:
    """The table of `docs/settings.md`: variable, default, meaning."""
    rows = [f"| `{variable(f)}` | {f.metadata['shown']} | {f.metadata['meaning']} |" for f in fields(Settings)]
    return "\n".join(["| variable | default | meaning |", "|---|---|---|", *rows])


def _refuse_unknown(environ: Mapping[str, str], known: list[str]) -> None:
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in known:
            close = get_close_matches(name, known, n=1, cutoff=0.8)
            hint = f"did you mean {close[0]}?" if close else "docs/settings.md lists those there are."
            raise SettingsError(f"There is no setting {name}: {hint}")


def _read(item: "Field[Any]", environ: Mapping[str, str]) -> Any:
    text = environ.get(variable(item), "").strip() or cast(str, item.metadata["default"])
    return item.metadata["read"](variable(item), text) if text else None


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address
