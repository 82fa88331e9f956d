"""Settings: defaults, every variable, and the sentences for what cannot be used."""

from dataclasses import fields
from pathlib import Path

import pytest

from workshop.settings import Settings, SettingsError, documentation, variable

NOTICE = ("organisation", "contact", "purposes", "basis", "rights", "periods")
ROOT = Path(__file__).resolve().parent.parent


def test_defaults_need_nothing_but_a_directory():
    settings = Settings.from_environ({"PATH": "/bin"})
    assert (settings.host, settings.port, settings.log_level) == ("0.0.0.0", 8000, "INFO")
    assert settings.data_dir == Path.cwd() / "data"
    assert settings.database_url == f"sqlite:///{settings.data_dir}/workshop.sqlite3"
    assert (settings.redis_url, settings.secret_key, settings.public_url, settings.scenarios) == (None,) * 4
    assert (settings.trust_proxy, settings.cookie_secure, settings.origins) == (False, False, ())


def test_every_variable_is_read(tmp_path):
    settings = Settings.from_environ(
        {
            "WORKSHOP_HOST": "127.0.0.1",
            "WORKSHOP_PORT": "9000",
            "WORKSHOP_DATA_DIR": str(tmp_path / "kept"),
            "WORKSHOP_DATABASE_URL": "postgresql://me:word@db/workshop",
            "WORKSHOP_REDIS_URL": "redis://redis:6379/0",
            "WORKSHOP_SECRET_KEY": "s" * 32,
            "WORKSHOP_PUBLIC_URL": "https://Workshop.example.org/",
            "WORKSHOP_ORIGINS": "https://a.example.org, http://b.example.org:8080",
            "WORKSHOP_TRUST_PROXY": "Yes",
            "WORKSHOP_COOKIE_SECURE": "no",
            "WORKSHOP_SEATS_A_MINUTE": "500",
            "WORKSHOP_SCENARIOS": str(tmp_path),
            "WORKSHOP_LANGUAGE": "ar-XB",
            "WORKSHOP_ZONE": "Europe/London",
            **{f"WORKSHOP_PRIVACY_{name.upper()}": f" {name} " for name in NOTICE},
            "WORKSHOP_LOG_LEVEL": "warning",
        }
    )
    assert settings == Settings(
        host="127.0.0.1",
        port=9000,
        data_dir=tmp_path / "kept",
        database_url="postgresql+psycopg://me:word@db/workshop",
        redis_url="redis://redis:6379/0",
        secret_key="s" * 32,
        public_url="https://workshop.example.org",
        origins=("https://a.example.org", "http://b.example.org:8080"),
        trust_proxy=True,
        cookie_secure=False,
        seats_a_minute=500,
        scenarios=tmp_path,
        language="ar-XB",
        zone="Europe/London",
        **{f"privacy_{name}": name for name in NOTICE},
        log_level="WARNING",
    )


def test_an_empty_variable_counts_as_not_set():
    assert Settings.from_environ({variable(item): "  " for item in fields(Settings)}) == Settings.from_environ({})


def test_cookies_are_secure_when_delegates_come_by_https():
    assert Settings.from_environ({"WORKSHOP_PUBLIC_URL": "https://workshop.example.org"}).cookie_secure
    assert not Settings.from_environ({"WORKSHOP_PUBLIC_URL": "http://workshop.example.org"}).cookie_secure


def test_passwords_and_keys_are_not_shown():
    shown = repr(
        Settings.from_environ(
            {
                "WORKSHOP_DATABASE_URL": "postgresql://me:sesame@db/x",
                "WORKSHOP_REDIS_URL": "redis://:sesame@redis",
                "WORKSHOP_SECRET_KEY": "sesame" * 6,
            }
        )
    )
    assert "sesame" not in shown


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("WORKSHOP_PROT", "There is no setting WORKSHOP_PROT: did you mean WORKSHOP_PORT?"),
        ("WORKSHOP_ZZZZZZZ", "There is no setting WORKSHOP_ZZZZZZZ: docs/settings.md lists those there are."),
    ],
)
def test_an_unknown_setting_is_one_sentence(name, says):
    with pytest.raises(SettingsError) as refused:
        Settings.from_environ({name: "1"})
    assert str(refused.value) == says


def test_origins_are_those_named_else_those_of_the_addresses():
    named = Settings.from_environ({"WORKSHOP_ORIGINS": "https://a.example.org"})
    assert named.allowed_origins(["192.0.2.7"]) == ("https://a.example.org",)
    derived = Settings.from_environ({"WORKSHOP_PUBLIC_URL": "https://b.example.org", "WORKSHOP_PORT": "8123"})
    assert derived.allowed_origins(["192.0.2.7", "2001:db8::7", "192.0.2.7"]) == (
        "https://b.example.org",
        "http://192.0.2.7:8123",
        "http://[2001:db8::7]:8123",
    )


def test_the_documentation_is_the_table_of_the_settings():
    assert documentation() in (ROOT / "docs" / "settings.md").read_text("utf-8")
