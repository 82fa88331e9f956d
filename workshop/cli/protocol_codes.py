"""What each refusal code means, for docs/protocol.md. Which command can be refused with which, it declares itself."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.codes import Code

MEANINGS: Mapping[Code, str] = {
    "not_now": "The room is not at a step, or in a state, where this can be done.",
    "round_closed": "The round has closed; what comes late waits for the next one.",
    "unknown_card": "The round has no such card.",
    "unknown_stage": "The scale has no such stage.",
    "too_few": "Too few phones have finished, so nothing may be shown: see “Rounds”.",
    "too_long": "The text is longer than it may be.",
    "empty": "There is no text left once it has been tidied.",
    "changed_meanwhile": "Somebody else changed it first: look at the new form, then send again.",
    "full": "There is no room for more of these.",
    "reused": "This operation id was used for another command or another body before, and this one was not done.",
    "invalid": "The body is not of the shape below (`values`: `field`, and `rule` as in Pydantic), or no sense.",
    "not_allowed": "This role may not send this command.",
    "unknown_command": "There is no command of this name.",
    "ended": "The session has ended.",
    "left": "The seat was given back. Join again for another one; nothing that was sent under it is kept.",
    "too_fast": "Too many commands from this socket. Send again in a moment.",
    "saving": "Not stored yet. Send the same operation again.",
    "failed": "A fault of the server. Send the same operation again.",
}
