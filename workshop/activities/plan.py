"""The plan: actions by target and kind of need, needs that ask for one, where it does not reach. Roles, not names."""

from __future__ import annotations

from workshop.activities import plan_actions as actions
from workshop.activities import plan_needs as needs
from workshop.activities.base import BOTH, DELEGATE, FACILITATOR, Activity, Command, Quota
from workshop.activities.codes import NOT_NOW, WRITTEN
from workshop.activities.plan_bodies import (
    AddAction,
    EditAction,
    MarkNeed,
    MoveAction,
    RemoveAction,
    RestoreAction,
    SetAside,
    WouldDo,
    WriteSign,
)
from workshop.activities.plan_parts import OWN_WOULD, PLAN
from workshop.activities.wordings import ACTIONS, EDITS, SIGNS, WORDINGS
from workshop.domain.plan import TARGETS

TEXTS = {**actions.LIMITS, "action": (1, actions.LIMITS["action"])}
SIGN = {"text": (1, needs.SIGN), "who": needs.NOTICED}
ACTIVITY = Activity(
    name="plan",
    commands=(
        Command("plan.add", AddAction, BOTH, actions.add, WRITTEN, reads=actions.reads_add, texts=TEXTS),
        Command(
            "plan.edit",
            EditAction,
            BOTH,
            actions.edit,
            WRITTEN,
            reads=actions.reads_edit,
            costs=EDITS.name,
            texts=TEXTS,
        ),
        Command(
            "plan.move", MoveAction, BOTH, actions.move, ("not_now", "full"), reads=actions.reads_move, costs=EDITS.name
        ),
        Command(
            "plan.restore",
            RestoreAction,
            FACILITATOR,
            actions.restore,
            NOT_NOW,
            reads=actions.reads_either,
            durable=True,
        ),
        Command("plan.remove", RemoveAction, FACILITATOR, actions.remove, reads=actions.reads_either, durable=True),
        Command("plan.would", WouldDo, DELEGATE, actions.would, NOT_NOW, reads=actions.reads_would),
        Command("plan.need", MarkNeed, BOTH, needs.need, ("not_now", "full"), reads=needs.reads_need, costs=EDITS.name),
        Command("plan.aside", SetAside, BOTH, needs.set_aside, ("full",), reads=needs.reads_aside, costs=EDITS.name),
        Command(
            "plan.sign", WriteSign, BOTH, needs.sign, WRITTEN, reads=needs.reads_sign, costs=EDITS.name, texts=SIGN
        ),
    ),
    parts=(PLAN, WORDINGS),
    own=(OWN_WOULD,),
    collections=(ACTIONS, SIGNS, needs.MARKED, needs.ASIDE, actions.WOULD),
    names={"target": TARGETS},
    quotas=(Quota(ACTIONS.counter, 40), EDITS),
)
