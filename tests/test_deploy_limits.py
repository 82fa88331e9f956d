"""What the files for larger installations allow no service, image or visitor."""

import json
import os
import re
import subprocess
import tomllib

import pytest

from tests.helpers.compose import COMPOSE
from tests.helpers.front import installed
from tests.helpers.tree import ROOT
from workshop.web.security import LARGEST_BODY

SERVICES = COMPOSE["services"]


WEB = [name for name in SERVICES if name.startswith("web-")]


VALUES = dict.fromkeys(("WORKSHOP_SECRET_KEY", "WORKSHOP_AFFINITY_SECRET", "REDIS_PASSWORD"), "d" * 40)


WEB_DATABASE = SERVICES["web-1"]["environment"]["WORKSHOP_DATABASE_URL"]


DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
BASES = re.findall(r"^FROM (\S+:\S+)", DOCKERFILE, re.MULTILINE)
IMAGES = {s["image"] for s in SERVICES.values()}
SECOND = 10**9


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
