"""The plan's chapter: what will be done, where it reaches and where not, and the signs to do more or less."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.domain.plan import TARGETS
from workshop.outputs.blocks.model import Block, Bullets, Group, Heading, Paragraph, Section, Table
from workshop.outputs.blocks.phrases import DASH, Phrases, plain
from workshop.outputs.model import AnonymisedSession
from workshop.outputs.model_plan import ActionOutput, PlanOutput, SignOutput


def plan(session: AnonymisedSession, said: Phrases) -> Section | None:
    """Actions as a grid, safety first; then the holes, and the signs."""
    made = session.plan
    if made.is_empty:
        return None
    blocks = [*_actions(made, said), *(_reach(made, said) if made.is_mapped else []), *_signs(made, said)]
    return Section(said.say("plan.title"), tuple(blocks), "plan")


def _actions(made: PlanOutput, said: Phrases) -> list[Block]:
    by_target = [(target, [a for a in made.actions if a.target == target]) for target in TARGETS]
    groups = tuple(
        Group(_target(target, said), tuple(_action(a, said) for a in actions))
        for target, actions in by_target
        if actions
    )
    if not groups:
        return []
    return [Table("plan", said.say("plan.title"), "", said.all("plan.heads"), groups, row_heads=False)]


def _target(target: str, said: Phrases) -> str:
    return said.words.say(f"names.target.{target}")


def _action(action: ActionOutput, said: Phrases) -> tuple[str, ...]:
    what = said.say("plan.would", action=action.action, n=action.would) if action.would else action.action
    why = said.say("plan.because_of", why=action.why, note=action.note) if action.note else action.why
    steps = (("up", action.step_up), ("down", action.step_down))
    known = "; ".join([x for x in (action.known, *(said.say(f"plan.step.{s}", sign=t) for s, t in steps if t)) if x])
    return tuple(cell or DASH for cell in (what, why, action.who, action.by_when, known, action.review))


def _reach(made: PlanOutput, said: Phrases) -> list[Block]:
    """The grid in words, and its holes. A dash: set aside by the room."""
    blocks: list[Block] = [Heading(said.say("plan.reach.title"))]
    if made.cells:
        wanted = [c for c in made.cells if c.state != "aside"]
        filled = sum(c.state == "filled" for c in wanted)
        caption = said.say("plan.reach.places", n=len(wanted), filled=filled, open=len(wanted) - filled)
        heads = (said.say("plan.reach.for"), *(name for _, name in made.kinds))
        rows = tuple((_target(t, said), *_row(made, t, said)) for t in TARGETS)
        blocks.append(Table("plan", said.say("plan.reach.title"), caption, heads, (Group("", rows),), row_heads=True))
        if any(c.state == "aside" for c in made.cells):
            blocks.append(Paragraph(plain(said.say("plan.reach.aside")), "legend"))
    loose = [a.action for a in made.actions if a.number in made.loose]
    unmet = [said.say("plan.because_of", why=n.text, note=n.note) for n in made.unmet]
    blocks += _list(said.say("plan.reach.unmet"), unmet)
    blocks += _list(said.say("plan.reach.loose"), loose)
    return blocks + _list(said.say("plan.reach.bare"), [_target(t, said) for t in made.bare])


def _row(made: PlanOutput, target: str, said: Phrases) -> list[str]:
    words = {"open": said.say("plan.reach.open"), "aside": DASH}
    return [words.get(c.state) or said.words.number(c.actions) for c in made.cells if c.target == target]


def _signs(made: PlanOutput, said: Phrases) -> list[Block]:
    blocks = _list(said.say("plan.signs.up"), [_sign(s, said) for s in made.up])
    blocks += _list(said.say("plan.signs.down"), [_sign(s, said) for s in made.down])
    return blocks + _list(said.say("plan.signs.review"), [_sign(made.review, said)] if made.review else [])


def _sign(sign: SignOutput, said: Phrases) -> str:
    return said.say("plan.signs.noticed", sign=sign.text, who=sign.who) if sign.who else sign.text


def _list(title: str, texts: Sequence[str]) -> list[Block]:
    return [Heading(title), Bullets(tuple(plain(text) for text in texts))] if texts else []
