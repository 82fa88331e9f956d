"""What every body, part and table of settings is made of."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from pydantic_core import core_schema


class Model(BaseModel):
    """The edge: every body and every part. Unknown fields are refused, values are frozen, nothing is coerced.

    Sequences are `list` (JSON knows no tuple, and strict validation takes no list for one).
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


@dataclass(frozen=True)
class OneOf:
    """Beside `str` in `Annotated`: one of a closed set, as docs/protocol.md then lists it; anything else is refused."""

    values: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> core_schema.CoreSchema:
        return core_schema.literal_schema(list(self.values))


class Nothing(Model):
    """The body of a command that needs none."""


class NoSettings(Model):
    """For activities that need no settings."""
