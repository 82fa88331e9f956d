"""What activities know of one another, whom the registry imports: it writes here whom it has taken in."""

from __future__ import annotations

from pydantic_core import PydanticKnownError, core_schema

from workshop.domain.live import Head

NAMES: list[str] = []
"""What a step can be."""
GATHERING: list[str] = []
"""Activities in whose steps every phone says what it asks, or that it has nothing to ask, and all comes at once."""


def asks_everybody(head: Head) -> bool:
    """Whether every phone is asked for a question where the room is."""
    return head.step.activity in GATHERING


class ActivityName:
    """Beside `str` in `Annotated`: the name of an activity, whichever there are when it is looked at."""

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_known)

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, object]:
        return {"enum": list(NAMES), "type": "string"}


def _known(value: object) -> str:
    if isinstance(value, str) and value in NAMES:
        return value
    *most, last = (f"'{name}'" for name in NAMES)
    raise PydanticKnownError("literal_error", {"expected": f"{', '.join(most)} or {last}"})
