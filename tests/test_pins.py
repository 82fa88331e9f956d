"""Versions are pinned once: the locks hold all that pyproject.toml asks for, and Node's packages are exact."""

import json
import re
import tomllib

import pytest

from tests.helpers.tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def canonical(requirement):
    """The name of a requirement as package indexes compare them (PEP 503)."""
    return re.sub(r"[-_.]+", "-", re.match(r"[A-Za-z0-9._-]+", requirement).group()).lower()


def locked(lock):
    """Name to set of versions (markers may ask for several) of a lock."""
    found = {}
    for line in (ROOT / lock).read_text("utf-8").splitlines():
        if match := re.match(r"([a-z0-9-]+)==([^ ]+)", line):
            found.setdefault(match[1], set()).add(match[2])
    return found


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_holds_every_dependency_with_hashes_and_no_address(lock):
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
    if lock == "requirements-test.lock":
        wanted += PROJECT["project"]["optional-dependencies"]["test"]
    missing = {canonical(item) for item in wanted} - locked(lock).keys()
    assert not missing, f"{lock} lacks {missing}: run bin/lock"
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    for block in re.split(r"\n(?=[a-z0-9-]+==)", text.strip()):
        assert "--hash=sha256:" in block, block


def test_the_app_is_tested_with_the_versions_that_it_runs_with():
    tested = locked("requirements-test.lock")
    assert {
        name: versions for name, versions in locked("requirements.lock").items() if tested.get(name) != versions
    } == {}


def test_every_package_of_node_is_of_one_exact_version():
    packages = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    assert {"esbuild", "preact", "typescript"} <= packages.keys()
    assert not [name for name, version in packages.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)]


def test_the_node_lock_names_no_registry():
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]
    assert all("integrity" in package for name, package in lock["packages"].items() if name)
