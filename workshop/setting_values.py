"""Readers of single settings: text from the environment in, a checked value out.

Each reader takes the variable's name and its text and raises `SettingsError` with one clear sentence.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

from workshop.domain.days import ANYWHERE, is_zone
from workshop.domain.texts import TextRefused, clean

YES = frozenset({"yes", "true", "on", "1"})
NO = frozenset({"no", "false", "off", "0"})
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
SHORTEST_SECRET = 32
LONGEST_WORDS = 1_000
LEAST_SEATS, MOST_SEATS = 200, 100_000


class SettingsError(ValueError):
    """A setting that cannot be used; its message is one sentence for the person who starts the app."""


def host(name: str, text: str) -> str:
    """An address or host name to listen on."""
    if any(char.isspace() or char in "/@" for char in text):
        raise SettingsError(f"{name} must be an address or a host name such as 0.0.0.0, not {text!r}.")
    return text


def port(name: str, text: str) -> int:
    """A TCP port, 0 to 65535; 0 asks the system for any free one."""
    if not (text.isascii() and text.isdigit() and int(text[:6]) <= 65535 and len(text) <= 5):
        raise SettingsError(f"{name} must be a whole number from 0 to 65535, not {text[:40]!r}.")
    return int(text)


def language(name: str, text: str) -> str:
    """A language by its tag (BCP 47), such as `cy` or `en-XA`. Whether there are words in it, the house looks."""
    if not LANGUAGE.fullmatch(text):
        raise SettingsError(f"{name} must be the tag of a language such as en or cy, not {text[:40]!r}.")
    return text


def seats_a_minute(name: str, text: str) -> int:
    """A whole number, 200 to 100,000: a room's worth of people behind one address is never stopped."""
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and LEAST_SEATS <= int(text) <= MOST_SEATS):
        raise SettingsError(f"{name} must be a whole number from 200 to 100000, not {text[:40]!r}.")
    return int(text)


def zone(name: str, text: str) -> str:
    """A time zone of the IANA database."""
    if not is_zone(text):
        raise SettingsError(f"{name} must name a time zone such as Europe/London, not {text[:40]!r}.")
    return text


def zone_here() -> str:
    """The time zone that this machine is set to (where Linux and macOS say it), else UTC."""
    named = str(Path("/etc/localtime").resolve()).rpartition("/zoneinfo/")[2]
    return named if is_zone(named) else ANYWHERE


def words(name: str, text: str) -> str:
    """Words for a page, tidied as everything that people write; at most 1,000 characters."""
    try:
        return clean(text, LONGEST_WORDS)
    except TextRefused:
        raise SettingsError(f"{name} must have 1 to {LONGEST_WORDS} characters that can be read.") from None


def yes_or_no(name: str, text: str) -> bool:
    """`yes`, `true`, `on`, `1` or their opposites, in any case."""
    if text.lower() in YES:
        return True
    if text.lower() in NO:
        return False
    raise SettingsError(f"{name} must be yes or no, not {text!r}.")


def path(name: str, text: str) -> Path:
    """A directory, which need not exist yet; made absolute, `~` expanded."""
    if "\0" in text:
        raise SettingsError(f"{name} must be the path of a directory.")
    return Path(text).expanduser().absolute()


def existing_directory(name: str, text: str) -> Path:
    """A directory that exists."""
    directory = path(name, text)
    if not directory.is_dir():
        raise SettingsError(f"{name} must name a directory that exists, and {directory} is not one.")
    return directory


def database_url(name: str, text: str) -> str:
    """An SQLAlchemy URL of SQLite or PostgreSQL; PostgreSQL is always spoken to through psycopg 3."""
    scheme, separator, rest = text.partition("://")
    if not separator or scheme.partition("+")[0] not in {"sqlite", "postgresql", "postgres"}:
        raise SettingsError(f"{name} must begin with sqlite:/// or postgresql://.")
    if scheme in {"postgresql", "postgres"}:
        return f"postgresql+psycopg://{rest}"
    if scheme not in {"sqlite", "postgresql+psycopg"}:
        raise SettingsError(f"{name} must use sqlite or postgresql+psycopg, not {scheme}.")
    return text


def redis_url(name: str, text: str) -> str:
    """A URL of one server that redis-py understands, or of a cluster."""
    if text.startswith(("redis+cluster://", "rediss+cluster://")):
        return _cluster_url(name, text)
    if not text.startswith(("redis://", "rediss://", "unix://")):
        raise SettingsError(f"{name} must begin with redis://, rediss://, unix:// or redis+cluster://.")
    return text


def _cluster_url(name: str, text: str) -> str:
    """Hosts with commas between them. A cluster has no numbered databases."""
    hosts, _, after = text.partition("://")[2].rpartition("@")[2].partition("/")
    try:
        usable = all(urlsplit(f"//{h}").hostname and urlsplit(f"//{h}").port != 0 for h in hosts.split(","))
    except ValueError:
        usable = False
    if not usable or after not in ("", "0"):
        raise SettingsError(f"{name} must look like redis+cluster://user:password@one:6379,two:6379.")
    return text


def origin(name: str, text: str) -> str:
    """A web origin: scheme, host and perhaps a port, with nothing after them (RFC 6454)."""
    try:
        parts = urlsplit(text.rstrip("/"))
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or "@" in parts.netloc or parts.path or parts.query or parts.fragment or "," in text:
        raise SettingsError(f"{name} must look like https://workshop.example.org, not {text!r}.")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def origins(name: str, text: str) -> tuple[str, ...]:
    """Web origins with commas between them."""
    return tuple(origin(name, item.strip()) for item in text.split(",") if item.strip())


def secret(name: str, text: str) -> str:
    """A secret of at least 32 characters; the sentence never repeats it."""
    if len(text) < SHORTEST_SECRET:
        raise SettingsError(f"{name} must have at least {SHORTEST_SECRET} characters.")
    return text


def log_level(name: str, text: str) -> str:
    """One of the four names of the standard library's levels that make sense here."""
    if text.upper() not in LOG_LEVELS:
        raise SettingsError(f"{name} must be one of {', '.join(LOG_LEVELS)}, not {text!r}.")
    return text.upper()
