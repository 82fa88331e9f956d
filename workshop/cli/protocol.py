"""`workshop protocol`: docs/protocol.md, written from the commands and parts themselves, so that it cannot be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from workshop.activities.base import ROLES, Activity, Command, OwnPart, Part
from workshop.activities.codes import ANYWHERE
from workshop.activities.registry import EVERY
from workshop.cli.protocol_codes import MEANINGS
from workshop.cli.protocol_rules import rules
from workshop.cli.protocol_shapes import fields, may_be_null
from workshop.cli.protocol_text import OPENING, OWN, ROUND, VIEW

PAGE = Path(__file__).resolve().parents[2] / "docs" / "protocol.md"


@click.command("protocol")
@click.option("--write", is_flag=True, help="Write docs/protocol.md instead of printing it.")
def command(write: bool) -> None:
    """The wire between clients and server, as Markdown."""
    if write:
        PAGE.write_text(document(), encoding="utf-8")
        click.echo(f"Wrote {PAGE.relative_to(PAGE.parents[1])}.")
    else:
        click.echo(document(), nl=False)


def document() -> str:
    """The whole page."""
    return "\n".join([_opening(), rules(), *_codes(), *_all_commands(), *_all_parts(), *_own_parts()]).rstrip() + "\n"


def _opening() -> str:
    """Facts that live in the realtime room; imported only when the page is made, for they load the framework."""
    from workshop.app import LARGEST_MESSAGE
    from workshop.realtime import wire
    from workshop.realtime.allowance import BURST, FLOOD, RATE
    from workshop.realtime.changes import LARGE
    from workshop.realtime.fanout import CHANGES_SINCE
    from workshop.realtime.fast_commands import NAMESPACES
    from workshop.realtime.frames import INTERVAL, LONGEST, PACE
    from workshop.realtime.sockets import HEARTBEAT, MOST_OF_A_SEAT
    from workshop.service.setup import LEAST_K, LONGEST_TITLE, MOST_K

    return OPENING.format(
        protocol=wire.PROTOCOL,
        command=wire.COMMAND,
        ack=wire.ACK,
        pad=wire.MOST_PAD // 1024,
        flood=FLOOD,
        sockets=MOST_OF_A_SEAT,
        beats=round(RATE * HEARTBEAT),
        beats_at_once=round(BURST * HEARTBEAT),
        k_least=LEAST_K,
        k_most=MOST_K,
        title=LONGEST_TITLE,
        largest=LARGEST_MESSAGE // 1024,
        frames=round(1 / INTERVAL),
        pace=f"{PACE:,}",
        longest=round(LONGEST),
        large=LARGE,
        changes_since=CHANGES_SINCE,
        namespaces=", ".join(f"`{name}`" for name in NAMESPACES),
        rate=round(RATE),
        burst=round(BURST),
    )


def _codes() -> Iterator[str]:
    yield "## Refusals\n\n| code | meaning | |\n|---|---|---|"
    for code, meaning in MEANINGS.items():
        yield f"| `{code}` | {meaning} | {'any command' if code in ANYWHERE else ''} |"
    yield ""


def _all_commands() -> Iterator[str]:
    yield "## Commands\n"
    yield VIEW
    for activity in EVERY:
        for found in activity.commands:
            yield from _command(found)


def _command(found: Command) -> Iterator[str]:
    yield f"### `{found.name}`\n"
    acked = "when the record holds it" if found.durable else "when the live store holds it"
    yield f"From: {_listed(found.roles)}. Acknowledged {acked}.\n"
    yield from fields(found.body, found.texts)
    if found.refuses:
        yield f"Refused with: {', '.join(f'`{code}`' for code in MEANINGS if code in found.refuses)}.\n"


def _all_parts() -> Iterator[str]:
    yield "## Parts\n\nWhat a frame can hold, by audience. A part that an audience may not have never reaches it.\n"
    yield "| part | " + " | ".join(ROLES) + " | in which steps |\n|---|---|---|---|---|"
    for name, (part, steps) in _parts().items():
        marks = " | ".join("yes" if role in part.audiences else "–" for role in ROLES)
        yield f"| [`{name}`](#part-{name}) | {marks} | {steps} |"
    yield ""
    for name, (part, _) in _parts().items():
        yield f"### Part `{name}`\n"
        if part.every:
            yield f"At most once in {part.every:g} seconds while a round is open.\n"
        if may_be_null(part):
            yield "May be `null`: then there is nothing of it now.\n"
        yield from fields(part.model)


def _parts() -> dict[str, tuple[Part, str]]:
    """Name → the part, and the activities in whose steps it is there."""
    from workshop.activities.registry import ALWAYS

    steps: dict[str, list[str]] = {}
    found: dict[str, Part] = {}
    for activity in EVERY:
        for part in activity.parts:
            found[part.name] = part
            steps.setdefault(part.name, []).append(activity.name)
    always = {part.name for part in ALWAYS}
    return {n: (p, "every step" if n in always else ", ".join(steps[n])) for n, p in found.items()}


def _own_parts() -> Iterator[str]:
    yield OWN
    owners: list[tuple[Activity, OwnPart]] = [(a, o) for a in EVERY for o in a.own]
    for activity, part in owners:
        there = ROUND if part.held.until == "round" else "Always there."
        yield f"### Own part `{part.name}`\n\nOf: {activity.name}. {there}\n"
        yield from fields(part.model)


def _listed(names: Any) -> str:
    return ", ".join(name for name in ROLES if name in names)
