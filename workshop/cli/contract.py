"""`workshop contract`: what goes over the wire as TypeScript, so that a field with another name does not compile; and
which view each audience has of an activity.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from workshop.activities.base import ROLES
from workshop.activities.registry import ACTIVITIES, COMMANDS, OWN, PARTS
from workshop.cli.contract_types import Shapes, literal
from workshop.cli.contract_views import tables
from workshop.cli.protocol_codes import MEANINGS
from workshop.cli.protocol_shapes import may_be_null

FOLDER = Path(__file__).resolve().parents[2] / "static" / "src"
MADE = "// Made by `workshop contract --write` from the workshop's own commands and parts; change those, not this.\n"
MADE_OF_MANIFESTS = "// Made by `workshop contract --write` from the activities' manifests; change those, not this.\n"
FRAME = """\
/** What came over the wire: the parts of an audience that moved; all of them when it is full. */
export interface Frame<R extends Role = Role> {
  epoch: string;
  rev: number;
  /** Seconds since 1970, by the workshop's clock. */
  now: number;
  full?: boolean;
  protocol?: number;
  parts: Partial<Parts[R]>;
}

/** The answer to a command. `why` is a message below `refused`, with its values. */
export type Ack = { ok: true; rev: number } | Refusal;
export interface Refusal {
  ok: false;
  code: RefusalCode;
  why: string;
  values: Record<string, string | number>;
}
"""


@click.command("contract")
@click.option("--write", is_flag=True, help="Write them into static/src instead of printing them.")
def command(write: bool) -> None:
    """The wire, its limits and the tables of views as TypeScript."""
    for name, text in made().items():
        if write:
            (FOLDER / name).write_text(text, encoding="utf-8")
            click.echo(f"Wrote static/src/{name}.")
        else:
            click.echo(text, nl=False)


def made() -> dict[str, str]:
    """Every file that is made, by path below static/src."""
    views = {path: f"{MADE_OF_MANIFESTS}\n{text}" for path, text in tables().items()}
    return {"contract.d.ts": contract(), "limits.ts": limits(), **views}


def contract() -> str:
    """Types: activities, commands by name, refusals, parts by audience, and every shape in them."""
    bodies, parts = Shapes(whole=False), Shapes(whole=True)
    lines = [MADE, *_names(), "", *_commands(bodies), "", *_refusals(), "", *_parts(parts), "", FRAME]
    return "\n".join([*lines, *bodies.lines(), *parts.lines()]).rstrip() + "\n"


def limits() -> str:
    """Values: how long what is typed may be, by command and field; and the sizes of the wire."""
    from workshop.realtime import wire

    lines = [MADE, "/** Most characters of what is typed, as lengthOf counts them. */", "export const LIMITS = {"]
    for name, fields in ((n, c.texts) for n, c in COMMANDS.items() if c.texts):
        most = ", ".join(
            f"{field}: {length[1] if isinstance(length, tuple) else length}" for field, length in fields.items()
        )
        lines.append(f"  {literal(name)}: {{ {most} }},")
    lines += [
        "} as const;\n",
        "/** The version of the wire, and bytes that a command, and an answer, are filled up to. */",
    ]
    lines.append(
        f"export const WIRE = {{ protocol: {wire.PROTOCOL}, command: {wire.COMMAND}, ack: {wire.ACK} }} as const;"
    )
    return "\n".join(lines) + "\n"


def _names() -> Iterator[str]:
    yield f"export type Role = {_union(ROLES)};"
    yield f"export type Activity = {_union(a.name for a in ACTIVITIES)};"


def _commands(shapes: Shapes) -> Iterator[str]:
    yield "/** What may be sent: the body of every command. */"
    yield "export interface Commands {"
    for name, found in COMMANDS.items():
        yield f"  {literal(name)}: {shapes.inline(found.body)};"
    yield "}\n"
    yield "/** Which of them an audience may send. */"
    yield "export interface May {"
    for role in ROLES:
        yield f"  {role}: {_union((n for n, c in COMMANDS.items() if role in c.roles)) or 'never'};"
    yield "}"


def _refusals() -> Iterator[str]:
    yield f"export type RefusalCode = {_union(MEANINGS)};\n"
    yield "/** What a rule may refuse with, beside what any command can be refused with. */"
    yield "export interface Refusals {"
    for name, found in COMMANDS.items():
        yield f"  {literal(name)}: {_union(code for code in MEANINGS if code in found.refuses) or 'never'};"
    yield "}"


def _parts(shapes: Shapes) -> Iterator[str]:
    yield "/** What an audience can be shown. Which of it is there depends on the step. */"
    yield "export interface Parts {"
    for role in ROLES:
        yield f"  {role}: {{"
        for part in (p for p in PARTS.values() if role in p.audiences):
            yield f"    {part.name}: {shapes.add(part.model)}{' | null' if may_be_null(part) else ''};"
        for own in OWN if role == "delegate" else ():
            yield f"    {own.name}: {shapes.add(own.model)};"
        yield "  };"
    yield "}"


def _union(names: Any) -> str:
    return " | ".join(literal(name) for name in names)
