"""Fast commands: a command with an ack, read straight from the packet.

The library reads a packet in a dozen steps, starts from its socket id, and sends the ack through a queue to another
greenlet; for the one event that a room sends a thousand times a minute that costs more than the command. What is not
exactly such an event is left to the library. What is one, and is no JSON as our pages send it, is a command that cannot
be understood: it is answered, for a phone that waits would send it again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from workshop.activities.base import Role
from workshop.refusals import refused
from workshop.strict_json import read_json

NAMESPACES: dict[str, Role] = {"/delegate": "delegate", "/facilitator": "facilitator", "/screen": "screen"}
EVENT = "2"
MOST_DIGITS = 15


@dataclass(frozen=True)
class FastCommand:
    """A command as it came: whose namespace, the number that its ack carries, and its arguments."""

    role: Role
    number: str
    arguments: list[Any] = field(repr=False)


def read_fast_command(data: object) -> FastCommand | None:
    """`2/delegate,17["command",{…}]`; None for everything else."""
    if not isinstance(data, str) or not data.startswith(EVENT):
        return None
    namespace, _, rest = data[1:].partition(",")
    role, at = NAMESPACES.get(namespace), rest.find("[")
    if role is None or not 0 < at <= MOST_DIGITS or not (rest[:at].isascii() and rest[:at].isdigit()):
        return None
    try:
        event = read_json(rest[at:])
    except ValueError:
        refused("json")
        return FastCommand(role, rest[:at], [])
    if not isinstance(event, list) or not event or event[0] != "command":
        return None
    return FastCommand(role, rest[:at], event[1:])
