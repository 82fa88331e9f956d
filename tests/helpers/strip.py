"""The examples of the strip that both languages read, and how they are compared."""

import json
from typing import Any

import pytest

from tests.helpers.tree import ROOT
from workshop.words import Words

ENGLISH = Words.of("en")
NAMES = ["Developmentally expected", "Inappropriate", "Problematic", "Abusive", "Violent"]


def examples(name: str) -> list[Any]:
    """The examples of tests/messages/strip/<name>.json, each with its name."""
    found = json.loads((ROOT / "tests" / "messages" / "strip" / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(example, id=example["name"]) for example in found]


def assert_alike(found: Any, wanted: Any, where: str = "strip") -> None:
    if isinstance(wanted, dict):
        assert found.keys() == wanted.keys(), where
        for key in wanted:
            assert_alike(found[key], wanted[key], f"{where}.{key}")
    elif isinstance(wanted, list):
        assert len(found) == len(wanted), where
        for at, (one, other) in enumerate(zip(found, wanted, strict=True)):
            assert_alike(one, other, f"{where}[{at}]")
    elif isinstance(wanted, float):
        assert found == pytest.approx(wanted, abs=1e-3), where
    else:
        assert found == wanted, where
