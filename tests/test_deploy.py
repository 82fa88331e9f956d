"""The files for larger installations agree with the app and each other. tests/faults/test_topology.py runs them."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import fields

import pytest
import yaml

from tests.helpers.compose import COMPOSE, filled
from tests.helpers.tree import ROOT
from workshop.cli import COMMANDS
from workshop.live.embedded import OPTIONS
from workshop.settings import Settings, variable

SERVICES = COMPOSE["services"]
WEB = [name for name in SERVICES if name.startswith("web-")]
VALUES = dict.fromkeys(("WORKSHOP_SECRET_KEY", "WORKSHOP_AFFINITY_SECRET", "REDIS_PASSWORD"), "d" * 40)
WEB_DATABASE = SERVICES["web-1"]["environment"]["WORKSHOP_DATABASE_URL"]
VALUES |= {"POSTGRES_PASSWORD": "p" * 40, "WORKSHOP_DOMAIN": "workshop.example.org"}


@pytest.mark.parametrize("service", [*WEB, "restore"])
def test_the_containers_settings_are_settings(service):
    given = SERVICES[service]["environment"]
    settings = Settings.from_environ({name: filled(value, VALUES) for name, value in given.items()})
    assert settings.trust_proxy
    assert settings.cookie_secure
    assert settings.secret_key
    assert settings.redis_url.endswith("@redis:6379/0")
    assert settings.database_url.startswith("postgresql+psycopg://workshop:")


def test_the_backup_is_given_the_database_and_nothing_else():
    given = SERVICES["backup"]["environment"]
    assert set(given) == {"WORKSHOP_DATABASE_URL"}
    assert Settings.from_environ({n: filled(v, VALUES) for n, v in given.items()}).database_url == (
        Settings.from_environ({"WORKSHOP_DATABASE_URL": filled(WEB_DATABASE, VALUES)}).database_url
    )


SECRETS = {  # which of them each service needs
    **{name: {"WORKSHOP_SECRET_KEY", "REDIS_PASSWORD", "POSTGRES_PASSWORD"} for name in (*WEB, "restore")},
    "caddy": {"WORKSHOP_AFFINITY_SECRET"},
    "redis": {"REDIS_PASSWORD"},
    "postgres": {"POSTGRES_PASSWORD"},
    "backup": {"POSTGRES_PASSWORD"},
}


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_gets_the_secrets_that_it_needs_in_its_environment_and_nowhere_else(service):
    given = {n for n in re.findall(r"\$\{(\w+)", yaml.safe_dump(SERVICES[service])) if n != "WORKSHOP_DOMAIN"}
    assert given == SECRETS[service]
    elsewhere = {k: v for k, v in SERVICES[service].items() if k != "environment"}
    assert re.findall(r"\$\{\w*(?:PASSWORD|SECRET|KEY)", yaml.safe_dump(elsewhere)) == []


def test_the_script_of_redis_puts_no_password_into_a_command_or_a_file():
    script = (ROOT / "deploy" / "redis" / "start.sh").read_text("utf-8")
    used = [line for line in script.splitlines() if "REDIS_PASSWORD" in line and not line.startswith("#")]
    assert [line.split()[0] for line in used] == ["digest=$(printf", "unset"], "printf is part of the shell"


def test_caddy_knows_every_web_process_and_waits_for_it():
    assert len(WEB) >= 2
    assert SERVICES["caddy"]["environment"]["WORKSHOP_WEB"].split() == [f"{name}:8000" for name in WEB]
    assert set(SERVICES["caddy"]["depends_on"]) == set(WEB)
    caddyfile = (ROOT / "deploy" / "Caddyfile").read_text("utf-8")
    assert "{$WORKSHOP_WEB:" + SERVICES["caddy"]["environment"]["WORKSHOP_WEB"] + "}" in caddyfile


def test_every_variable_asked_for_is_in_the_example_and_none_has_a_default():
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text("utf-8")))
    example = (ROOT / "deploy" / "example.env").read_text("utf-8")
    assert asked == set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)) == set(VALUES)
    assert re.findall(r"^(\w+(?:SECRET|PASSWORD|KEY)\w*)=(.+)$", example, re.MULTILINE) == []


def test_what_the_caddyfile_asks_for_is_given_or_in_the_image():
    asked = set(re.findall(r"\{\$(\w+)", (ROOT / "deploy" / "Caddyfile").read_text("utf-8")))
    assert asked - {"WORKSHOP_ASSETS"} == set(SERVICES["caddy"]["environment"])


@pytest.mark.parametrize("service", [name for name in SERVICES if name != "caddy"])
def test_caddy_alone_can_be_reached_from_outside(service):
    assert "ports" not in SERVICES[service]


def test_what_is_behind_cannot_reach_out_and_caddy_cannot_reach_it():
    assert COMPOSE["networks"]["back"]["internal"] is True
    assert SERVICES["caddy"]["networks"] == ["front"]
    behind = ("redis", "postgres", "backup", "restore")
    assert {name: SERVICES[name]["networks"] for name in behind} == {name: ["back"] for name in behind}


DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")


def test_the_app_is_not_the_administrator_of_its_database():
    given = SERVICES["postgres"]["environment"]
    assert given["POSTGRES_USER"] == "postgres"
    assert filled(WEB_DATABASE, VALUES).startswith("postgresql://workshop:")
    assert "POSTGRES_PASSWORD" not in given and given["POSTGRES_PASSWORD_FILE"] == "/proc/sys/kernel/random/uuid"
    assert "./deploy/postgres:/docker-entrypoint-initdb.d:ro" in SERVICES["postgres"]["volumes"]


@pytest.mark.parametrize("service", ["caddy", "redis", "postgres"])
def test_every_service_is_asked_for_its_health(service):
    assert SERVICES[service]["healthcheck"]["test"][0] in ("CMD", "CMD-SHELL")


def test_redis_keeps_every_write_and_no_log_of_commands():
    written = (ROOT / "deploy" / "redis" / "redis.conf").read_text("utf-8")
    lines = [line.split(" ", 1) for line in written.splitlines() if line and not line.startswith("#")]
    options = {name: value.strip('"') for name, value in lines if name != "aclfile"}
    assert options.items() <= OPTIONS.items()
    assert {"appendonly", "appendfsync", "slowlog-max-len", "maxmemory-policy", "crash-log-enabled"} <= options.keys()


def test_what_the_containers_run_are_commands():
    dockerfile = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")
    run = re.findall(r'"workshop", "(\w+)"', dockerfile) + re.findall(r"bin/workshop (\w+)", dockerfile)
    assert {*run, SERVICES["backup"]["command"][1]} <= set(COMMANDS)
    assert set(run) == {"assets", "serve"}


def test_the_image_copies_only_what_exists_and_every_target_is_one():
    dockerfile = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", dockerfile, re.MULTILINE)
    assert not [path for line in copied for path in line.split() if not (ROOT / path).exists()]
    ignored = (ROOT / ".dockerignore").read_text("utf-8").split()
    assert not [path for line in copied for path in line.split() if path.split("/")[0] in ignored]
    targets = set(re.findall(r"^FROM \S+ AS (\w+)$", dockerfile, re.MULTILINE))
    assert {s["build"]["target"] for s in SERVICES.values() if "build" in s} <= targets


def test_docker_compose_takes_the_file():
    """By Debian's docker-compose, which needs no daemon for it."""
    program = shutil.which("docker-compose")
    assert program, "docker-compose is missing: bin/test installs it."
    environ = {"PATH": os.defpath, **VALUES}
    done = subprocess.run(
        [program, "--file", "docker-compose.yml", "config"], cwd=ROOT, env=environ, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    resolved = yaml.safe_load(done.stdout)["services"]
    assert resolved.keys() == SERVICES.keys()
    assert resolved["web-2"]["environment"] == resolved["web-1"]["environment"]
    for service in resolved.values():
        words = yaml.safe_dump([service.get("command"), service.get("healthcheck"), service.get("entrypoint")])
        assert not [value for name, value in VALUES.items() if name != "WORKSHOP_DOMAIN" and value in words]


@pytest.mark.parametrize(
    "missing", ["WORKSHOP_SECRET_KEY", "REDIS_PASSWORD", "POSTGRES_PASSWORD", "WORKSHOP_AFFINITY_SECRET"]
)
def test_without_a_secret_nothing_starts(missing):
    program = shutil.which("docker-compose")
    assert program, "docker-compose is missing: bin/test installs it."
    environ = {"PATH": os.defpath, **{name: value for name, value in VALUES.items() if name != missing}}
    done = subprocess.run([program, "config"], cwd=ROOT, env=environ, capture_output=True, text=True)
    assert done.returncode != 0
    assert f"set {missing} in .env" in done.stderr


HELP = """import sys
from workshop.cli import main
for words in sys.argv[1:]:
    main([*words.split(), "--help"], prog_name="workshop", standalone_mode=False)
"""
RUNNING = (ROOT / "docs" / "running.md").read_text("utf-8")


def test_what_the_documentation_says_to_type_exists():
    said = set(re.findall(r"(?:bin/|web-1 |backup )workshop (\w+)", RUNNING))
    assert said >= {"serve", "backup", "restore", "account"}
    assert said <= set(COMMANDS)
    typed = re.findall(r"workshop (\w+(?: add)?)((?: --[\w-]+)+)", RUNNING)
    # In a process of its own: `serve` changes the standard library of the one that loads it.
    asked = [sys.executable, "-c", HELP, *(command for command, _ in typed)]
    shown = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("Usage: ")[1:]
    assert len(shown) == len(typed) > 4
    for (command, options), help_text in zip(typed, shown, strict=True):
        assert f" {command} " in help_text.partition("\n")[0]
        assert [option for option in options.split() if option not in help_text] == [], command


def test_what_the_documentation_names_is_there():
    files = re.findall(r"`((?:deploy/|docker-|CHANGELOG)[\w./-]+)`|\]\((\w+\.md)\)", RUNNING)
    assert files
    assert not [n for n, page in files if n and not (ROOT / n).exists()]
    assert not [page for _, page in files if page and not (ROOT / "docs" / page).exists()]
    assert set(re.findall(r"WORKSHOP_\w+", RUNNING)) <= {variable(f) for f in fields(Settings)} | {"WORKSHOP_WEB"}
    assert set(re.findall(r"\b(web-\d)\b", RUNNING)) == set(WEB)
