"""docker-compose.yml as the tests read it: its services, and the command of one with the variables filled in."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from tests.helpers.tree import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
VARIABLE = re.compile(r"\$\{(\w+)[^}]*\}")


def filled(text: str, values: Mapping[str, str]) -> str:
    """`${NAME}` and `${NAME:?sentence}` replaced."""
    return VARIABLE.sub(lambda found: values[found[1]], text)


def on_this_machine(service: str, words: list[str]) -> list[str]:
    """The words with what is mounted from the repository under its path here."""
    mounts = [m.split(":")[:2] for m in COMPOSE["services"][service].get("volumes", ()) if m.startswith("./")]
    for here, there in mounts:
        words = [re.sub(rf"^{re.escape(there)}(?=/|$)", str(ROOT / here), word) for word in words]
    return words


def command(service: str, values: Mapping[str, str]) -> list[str]:
    """What a service's container runs."""
    return [filled(word, values) for word in COMPOSE["services"][service]["command"]]
