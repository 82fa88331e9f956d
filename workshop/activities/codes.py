"""The closed set of codes with which a command can be refused. Each command declares its own (`Command.refuses`)."""

from __future__ import annotations

from typing import Literal, get_args

from workshop.domain.texts import TextCode

RuleCode = Literal[
    "not_now", "round_closed", "unknown_card", "unknown_stage", "too_few", "changed_meanwhile", "full", TextCode
]
"""What only some commands can be answered with; what a phone may write in all (`service/quotas.py`) is among it."""
AnyCode = Literal[
    "reused", "invalid", "not_allowed", "unknown_command", "ended", "left", "too_fast", "saving", "failed"
]
"""What any command can be answered with. Of these a rule itself says `invalid` only."""
Code = Literal[RuleCode, AnyCode]
PageCode = Literal["unknown", "full", "too_fast", "http", "setup", "report", "origin"]
"""What a page hears that asks over HTTP for a seat, a session or a report, or in a way that no page of ours does."""
NOT_NOW: tuple[RuleCode, ...] = ("not_now",)
LATE: tuple[RuleCode, ...] = ("round_closed",)
NO_SUCH_CARD: tuple[RuleCode, ...] = ("round_closed", "unknown_card")
PLACED: tuple[RuleCode, ...] = (*NO_SUCH_CARD, "unknown_stage")
CARD_NOW: tuple[RuleCode, ...] = ("not_now", "unknown_card")
WRITTEN: tuple[RuleCode, ...] = ("too_long", "empty", "full")
"""What several commands declare."""
ANYWHERE: frozenset[Code] = frozenset(get_args(AnyCode))
