"""The readers of single settings: what they refuse, and the sentence for it."""

from pathlib import Path

import pytest

from workshop import setting_values as values
from workshop.domain.days import is_zone
from workshop.settings import Settings, SettingsError


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("WORKSHOP_PORT", "abc", "WORKSHOP_PORT must be a whole number from 0 to 65535, not 'abc'."),
        ("WORKSHOP_PORT", "-1", "WORKSHOP_PORT"),
        ("WORKSHOP_PORT", "65536", "WORKSHOP_PORT"),
        ("WORKSHOP_PORT", "٨٠", "WORKSHOP_PORT"),
        ("WORKSHOP_PORT", "9" * 10_000, "WORKSHOP_PORT"),
        ("WORKSHOP_HOST", "a b", "WORKSHOP_HOST"),
        ("WORKSHOP_SEATS_A_MINUTE", "199", "from 200 to 100000"),
        ("WORKSHOP_DATABASE_URL", "mysql://db/x", "sqlite:/// or postgresql://"),
        ("WORKSHOP_DATABASE_URL", "postgresql+psycopg2://db/x", "postgresql+psycopg"),
        ("WORKSHOP_REDIS_URL", "localhost:6379", "redis://"),
        ("WORKSHOP_REDIS_URL", "redis+cluster://", "redis+cluster://user:password@one:6379,two:6379"),
        ("WORKSHOP_REDIS_URL", "redis+cluster://one,,two", "must look like"),
        ("WORKSHOP_REDIS_URL", "redis+cluster://one:port", "must look like"),
        ("WORKSHOP_REDIS_URL", "redis+cluster://one/2", "must look like"),
        ("WORKSHOP_SECRET_KEY", "short", "at least 32 characters"),
        ("WORKSHOP_PUBLIC_URL", "workshop.example.org", "https://workshop.example.org"),
        ("WORKSHOP_PUBLIC_URL", "https://me@workshop.example.org", "must look like"),
        ("WORKSHOP_PUBLIC_URL", "https://workshop.example.org/path", "must look like"),
        ("WORKSHOP_PUBLIC_URL", "https://[::1", "must look like"),
        ("WORKSHOP_ORIGINS", "https://a.example.org,*", "must look like"),
        ("WORKSHOP_ZONE", "Europe/Atlantis", "such as Europe/London, not 'Europe/Atlantis'"),
        ("WORKSHOP_ZONE", "../../etc/passwd", "such as Europe/London"),
        ("WORKSHOP_PRIVACY_CONTACT", "x" * 1_001, "WORKSHOP_PRIVACY_CONTACT must have 1 to 1000 characters"),
        ("WORKSHOP_PRIVACY_BASIS", "\u200b", "characters that can be read"),
        ("WORKSHOP_LANGUAGE", "English!", "the tag of a language such as en or cy, not 'English!'"),
        ("WORKSHOP_LANGUAGE", "../en", "WORKSHOP_LANGUAGE"),
        ("WORKSHOP_TRUST_PROXY", "perhaps", "yes or no"),
        ("WORKSHOP_COOKIE_SECURE", "2", "yes or no"),
        ("WORKSHOP_SCENARIOS", "/nowhere/at/all", "a directory that exists"),
        ("WORKSHOP_DATA_DIR", "a\0b", "path of a directory"),
        ("WORKSHOP_LOG_LEVEL", "loud", "DEBUG, INFO, WARNING, ERROR"),
    ],
)
def test_an_unusable_setting_is_one_sentence(name, value, says):
    with pytest.raises(SettingsError) as refused:
        Settings.from_environ({name: value})
    sentence = str(refused.value)
    assert says in sentence
    assert name in sentence
    assert "\n" not in sentence
    assert len(sentence) < 200


def test_a_refused_secret_is_not_repeated():
    with pytest.raises(SettingsError) as refused:
        Settings.from_environ({"WORKSHOP_SECRET_KEY": "open-sesame"})
    assert "sesame" not in str(refused.value)


def test_what_is_meant_is_understood():
    assert values.yes_or_no("X", "ON") is True
    assert values.yes_or_no("X", "0") is False
    assert values.port("X", "65535") == 65535
    assert values.origin("X", "HTTPS://A.example.org:8443/") == "https://a.example.org:8443"
    assert values.origins("X", "http://a.example.org,, http://[2001:db8::1]:80 ,") == (
        "http://a.example.org",
        "http://[2001:db8::1]:80",
    )
    assert values.redis_url("X", "redis+cluster://a:b@one:1,[::1]/0") == "redis+cluster://a:b@one:1,[::1]/0"
    assert values.database_url("X", "postgres://db/x") == "postgresql+psycopg://db/x"
    assert values.database_url("X", "sqlite:////srv/x.sqlite3") == "sqlite:////srv/x.sqlite3"


def test_without_a_zone_it_is_the_machines(monkeypatch):
    assert is_zone(values.zone_here())
    monkeypatch.setattr(values.Path, "resolve", lambda self: Path("/usr/share/zoneinfo/Pacific/Auckland"))
    assert values.zone_here() == "Pacific/Auckland"
    monkeypatch.setattr(values.Path, "resolve", lambda self: Path("/etc/localtime"))
    assert values.zone_here() == "UTC"
