"""The files for larger installations agree with the app and each other. tests/faults/test_topology.py runs them."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import fields

import pytest
import yaml

from tests.helpers.compose import COMPOSE, filled
from tests.helpers.front import installed
from tests.helpers.tree import ROOT
from workshop.cli import COMMANDS
from workshop.live.embedded import OPTIONS
from workshop.settings import Settings, variable
from workshop.web.security import LARGEST_BODY

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


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_comes_back_and_gains_no_privilege(service):
    assert SERVICES[service]["restart"] == "unless-stopped"
    assert SERVICES[service]["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_has_no_capability_but_caddy_one(service):
    assert SERVICES[service]["cap_drop"] == ["ALL"]
    assert SERVICES[service].get("cap_add", []) == (["NET_BIND_SERVICE"] if service == "caddy" else [])
    assert not {"privileged", "pid", "ipc", "network_mode", "devices"} & SERVICES[service].keys()


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_writes_to_its_volumes_and_memory_alone(service):
    assert SERVICES[service]["read_only"] is True
    assert [v for v in SERVICES[service].get("volumes", []) if v.startswith((".", "/")) and not v.endswith(":ro")] == []
    assert any(t.startswith("/tmp") for t in SERVICES[service]["tmpfs"])


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_has_a_bound_of_memory_and_processes_and_never_swaps(service):
    given = SERVICES[service]
    assert re.fullmatch(r"\d+[mg]", given["mem_limit"])
    assert given["memswap_limit"] == given["mem_limit"]
    assert 0 < given["pids_limit"] <= 500


@pytest.mark.parametrize("service", ["redis", "postgres"])
def test_the_stores_run_as_somebody_else_than_root(service):
    assert SERVICES[service]["user"] == service


VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")
BASES = re.findall(r"^FROM (\S+:\S+)", DOCKERFILE, re.MULTILINE)
IMAGES = {s["image"] for s in SERVICES.values()}


@pytest.mark.parametrize("image", sorted({*IMAGES, *BASES}))
def test_every_image_is_named_by_a_whole_version(image):
    """A digest may follow; `latest`, or a version that moves, may not."""
    name, version = re.fullmatch(r"([\w./-]+):(\d+(?:\.\d+)+)(?:-[\w.-]+)?(?:@sha256:[0-9a-f]{64})?", image).groups()
    least = 2 if name.endswith("postgres") else 3  # PostgreSQL's versions have two parts
    assert len(version.split(".")) == least
    if name.startswith("continuum-workshop"):
        assert version == VERSION


def test_the_images_are_as_many_as_they_look():
    assert len(BASES) == 3 and len(IMAGES) == 4


def test_the_app_is_not_the_administrator_of_its_database():
    given = SERVICES["postgres"]["environment"]
    assert given["POSTGRES_USER"] == "postgres"
    assert filled(WEB_DATABASE, VALUES).startswith("postgresql://workshop:")
    assert "POSTGRES_PASSWORD" not in given and given["POSTGRES_PASSWORD_FILE"] == "/proc/sys/kernel/random/uuid"
    assert "./deploy/postgres:/docker-entrypoint-initdb.d:ro" in SERVICES["postgres"]["volumes"]


def adapted() -> dict:
    """deploy/Caddyfile as Caddy reads it."""
    words = [installed("caddy"), "adapt", "--config", "deploy/Caddyfile", "--adapter", "caddyfile", "--validate"]
    done = subprocess.run(words, cwd=ROOT, env={"PATH": os.defpath, "HOME": "/nowhere"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def found(tree, name: str) -> list:
    """All values of a key, wherever it stands."""
    here = [tree[name]] if isinstance(tree, dict) and name in tree else []
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return here + [value for part in inner for value in found(part, name)]


SECOND = 10**9


def test_caddy_waits_for_nobody_for_long_and_yet_for_a_phone_that_polls():
    (server,) = adapted()["apps"]["http"]["servers"].values()
    assert 0 < server["read_header_timeout"] <= 15 * SECOND
    assert 0 < server["idle_timeout"] <= 300 * SECOND
    assert 40 * SECOND < server["read_timeout"] <= 120 * SECOND
    assert 40 * SECOND < server["write_timeout"] <= 300 * SECOND
    assert server["max_header_bytes"] <= 64 * 1024


def test_caddy_takes_as_much_as_the_app():
    config = adapted()
    assert found(config, "max_size") == [LARGEST_BODY]
    (large,) = [m["Content-Length"]["pattern"] for m in found(config, "header_regexp")]
    for size in (0, 1, 999, 10_000, 65_535, LARGEST_BODY):
        assert not re.search(large, str(size))
    for size in (LARGEST_BODY + 1, 65_540, 65_599, 65_600, 66_000, 70_000, 99_999, 100_000, 10**9, "00065537"):
        assert re.search(large, str(size))


def test_a_failed_request_leaves_no_process_out():
    assert found(adapted(), "passive") == [], "half a body would be enough to have every process left out"
    assert found(adapted(), "active")


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


RUNNING = (ROOT / "docs" / "running.md").read_text("utf-8")


def test_what_the_documentation_says_to_type_exists():
    said = set(re.findall(r"(?:bin/|web-1 |backup )workshop (\w+)", RUNNING))
    assert said >= {"serve", "backup", "restore", "account"}
    assert said <= set(COMMANDS)
    for words in re.findall(r"workshop (\w+(?: add)?)((?: --[\w-]+)+)", RUNNING):
        # In a process of its own: `serve` changes the standard library of the one that loads it.
        asked = [sys.executable, "-m", "workshop", *words[0].split(), "--help"]
        shown = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True).stdout
        assert [option for option in words[1].split() if option not in shown] == [], words[0]


def test_what_the_documentation_names_is_there():
    files = re.findall(r"`((?:deploy/|docker-|CHANGELOG)[\w./-]+)`|\]\((\w+\.md)\)", RUNNING)
    assert files
    assert not [n for n, page in files if n and not (ROOT / n).exists()]
    assert not [page for _, page in files if page and not (ROOT / "docs" / page).exists()]
    assert set(re.findall(r"WORKSHOP_\w+", RUNNING)) <= {variable(f) for f in fields(Settings)} | {"WORKSHOP_WEB"}
    assert set(re.findall(r"\b(web-\d)\b", RUNNING)) == set(WEB)
