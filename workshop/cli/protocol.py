"""`workshop protocol`: docs/protocol.md, written from the commands and parts themselves, so that it cannot be wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from workshop.activities import formulation_links, formulation_notes, plan, questions, reflection
from workshop.activities.base import Activity, Command, OwnPart, Part
from workshop.activities.registry import ACTIVITIES, SESSION
from workshop.cli.protocol_codes import ANYWHERE, MEANINGS, codes_of
from workshop.cli.protocol_shapes import Limits, fields

PAGE = Path(__file__).resolve().parents[2] / "docs" / "protocol.md"
ROLES = ("delegate", "facilitator", "screen")
TEXTS: Mapping[str, Limits] = {
    "questions.ask": {"text": questions.LONGEST},
    "formulation.add": {"text": formulation_notes.LONGEST},
    "formulation.edit": {"text": formulation_notes.LONGEST},
    "formulation.merge": {"text": formulation_notes.LONGEST},
    "formulation.explain": {"text": formulation_links.LONGEST_EXPLANATION},
    "plan.add": plan.LIMITS,
    "plan.edit": plan.LIMITS,
    "reflection.say": {"text": reflection.LONGEST},
}


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
    return "\n".join([_opening(), *_codes(), *_all_commands(), *_all_parts(), *_own_parts()]).rstrip() + "\n"


def _opening() -> str:
    """Facts that live in the realtime room; imported only when the page is made, for they load the framework."""
    from workshop.app import LARGEST_MESSAGE
    from workshop.realtime.allowance import BURST, RATE
    from workshop.realtime.frames import INTERVAL
    from workshop.realtime.gate import NAMESPACES

    return OPENING.format(
        largest=LARGEST_MESSAGE // 1024,
        frames=round(1 / INTERVAL),
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
    for activity in (SESSION, *ACTIVITIES):
        for found in activity.commands:
            yield from _command(found)


def _command(found: Command) -> Iterator[str]:
    yield f"### `{found.name}`\n"
    acked = "when the record holds it" if found.durable else "when the live store holds it"
    yield f"From: {_listed(found.roles)}. Acknowledged {acked}.\n"
    yield from fields(found.body, TEXTS.get(found.name))
    refused = codes_of(found.apply)
    if refused:
        yield f"Refused with: {', '.join(f'`{code}`' for code in refused)}.\n"


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
            yield f"At most once in {part.every:g} seconds.\n"
        yield from fields(part.model)


def _parts() -> dict[str, tuple[Part, str]]:
    """Name → the part, and the activities in whose steps it is there."""
    from workshop.activities.registry import ALWAYS

    steps: dict[str, list[str]] = {}
    found: dict[str, Part] = {}
    for activity in (SESSION, *ACTIVITIES):
        for part in activity.parts:
            found[part.name] = part
            steps.setdefault(part.name, []).append(activity.name)
    always = {part.name for part in ALWAYS}
    return {n: (p, "every step" if n in always else ", ".join(steps[n])) for n, p in found.items()}


def _own_parts() -> Iterator[str]:
    yield OWN
    owners: list[tuple[Activity, OwnPart]] = [(a, o) for a in (SESSION, *ACTIVITIES) for o in a.own]
    for activity, part in owners:
        yield f"### Own part `{part.name}`\n\nIn steps of: {activity.name}.\n"
        yield from fields(part.model)


def _listed(names: Any) -> str:
    return ", ".join(name for name in ROLES if name in names)


OPENING = """# The protocol

What goes over the wire, so that anybody can write a client. This page is made by `workshop protocol --write` from the
commands and parts themselves, and a test fails when it is stale: change those, not this.

## Connecting

Socket.IO (protocol 5, Engine.IO 4), WebSocket first, long polling where a network blocks it. Who a client is comes from
its cookies, never from a payload. Namespaces: {namespaces}.

- `/delegate`: the cookie of a seat, from `POST /join` with `{{"code": "K7M4QX"}}`. It names session and seat.
- `/facilitator` and `/screen`: the cookie of an account or of a pass, and `auth: {{"session": ID}}`.

A connection is refused with `refused` (no right to be there), `gone` (no such session) or `saving` (try again).
Posts over HTTP carry `X-CSRF-Token`, from the page's `<meta name="csrf-token">`.

## Frames: server → client

Event `frame`:

```json
{{
  "epoch": "random", "rev": 41, "full": false,
  "parts": {{"progress": {{"answered": 7, "finished": 3, "devices": 9, "enough": true}}}}
}}
```

`parts` holds those that moved, each whole, as of revision `rev`; at most {frames} frames a second. `full: true` holds
every part of the audience (on connecting, on a new step, after `session.view`): forget parts that are not in it. Keep
the newest revision of a part and drop older ones. A new `epoch` means that the live state was rebuilt: send again what
this round still needs; operation ids make that harmless. Figures by stage are lists in the order of the scale. `null`
is withheld or not there.

## Commands: client → server

Event `command`, with an acknowledgement:

```json
{{
  "id": "22 or more random characters", "name": "board.place",
  "body": {{"round": "r1", "card": "c01", "stage": "problematic"}}
}}
```

The answer is `{{"ok": true, "rev": 42}}`, or `{{"ok": false, "code": "round_closed", "message": "a plain sentence"}}`.
`id` (16 to 64 characters) names the operation: the same id again is done once. Fields that are not listed are refused.
Text is put into NFC, without control or direction characters, trimmed; lengths count characters. A message may have
{largest} KB. A socket may send {rate} commands a second, {burst} at once; who goes on beyond that is disconnected.
"""
VIEW = """### `session.view`

From: delegate, facilitator, screen. Body `{}`. Answered with a full frame, then the acknowledgement.
"""
OWN = """## Own parts

What one phone gets back of its own, to itself alone, in the full frame on connecting and after `session.view`.
"""
