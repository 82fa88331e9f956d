"""Frozen results to and from slices (JSON-like dicts), by Pydantic's own reading of the dataclasses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from workshop.activities.codec_older import older_round
from workshop.domain.live import Head
from workshop.domain.results import AgreedResult, AnswersResult, Result, RoundResult

_ROUND: TypeAdapter[RoundResult] = TypeAdapter(RoundResult)
_ANSWERS: TypeAdapter[AnswersResult] = TypeAdapter(AnswersResult)
_AGREED: TypeAdapter[AgreedResult] = TypeAdapter(AgreedResult)
_HEAD: TypeAdapter[Head] = TypeAdapter(Head)


def result_to_slice(result: Result) -> dict[str, Any]:
    """A result as a JSON-like dict."""
    adapters: dict[type, TypeAdapter[Any]] = {RoundResult: _ROUND, AgreedResult: _AGREED}
    return adapters.get(type(result), _ANSWERS).dump_python(result, mode="json")


def round_result(value: Mapping[str, Any]) -> RoundResult:
    """A placing round's result from its slice, also from one that a version before wrote."""
    return _ROUND.validate_python(value if "schema" in value else older_round(value))


def answers_result(value: object) -> AnswersResult:
    """A questionnaire's result from its slice."""
    return _ANSWERS.validate_python(value)


def agreed_result(value: object) -> AgreedResult:
    """What an asking of what the room wrote came to, from its slice."""
    return _AGREED.validate_python(value)


def head_to_json(head: Head) -> bytes:
    """The head as JSON, as it lies in the live store and in the checkpoint."""
    return _HEAD.dump_json(head)


def head_from_json(text: bytes | str) -> Head:
    """The head from JSON."""
    return _HEAD.validate_json(text)
