"""The files for larger installations agree with the app and with each other."""

import re

import pytest
import yaml

from tests.helpers.tree import ROOT
from workshop.settings import Settings

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))


def test_the_web_containers_settings_are_settings():
    values = {
        name: re.sub(r"\$\{(\w+)[^}]*\}", "d" * 40, value)
        for name, value in COMPOSE["services"]["web"]["environment"].items()
    }
    settings = Settings.from_environ(values)
    assert settings.trust_proxy
    assert settings.cookie_secure
    assert settings.secret_key
    assert settings.redis_url == "redis://redis:6379/0"
    assert settings.database_url.startswith("postgresql+psycopg://workshop:")


def test_every_variable_asked_for_is_in_the_example():
    text = (ROOT / "docker-compose.yml").read_text("utf-8") + (ROOT / "deploy" / "Caddyfile").read_text("utf-8")
    asked = set(re.findall(r"\$\{?(?:\{\$)?([A-Z_]{5,})", text)) | set(re.findall(r"\{\$([A-Z_]+)", text))
    example = set(re.findall(r"^([A-Z_]+)=", (ROOT / "deploy" / "example.env").read_text("utf-8"), re.MULTILINE))
    assert asked == example


@pytest.mark.parametrize("service", ["web", "redis", "postgres"])
def test_caddy_alone_can_be_reached_from_outside(service):
    assert "ports" not in COMPOSE["services"][service]


def test_redis_keeps_every_write_and_no_log_of_commands():
    words = COMPOSE["services"]["redis"]["command"][1:]
    options = {name.removeprefix("--"): value for name, value in zip(words[::2], words[1::2], strict=True)}
    from workshop.live.embedded import OPTIONS

    assert options.items() <= OPTIONS.items()
    assert {"appendonly", "appendfsync", "slowlog-max-len", "maxmemory-policy"} <= options.keys()


def test_the_image_copies_only_what_exists():
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "deploy" / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    missing = [path for line in copied for path in line.split() if not (ROOT / path).exists()]
    assert not missing
