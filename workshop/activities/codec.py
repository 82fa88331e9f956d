"""Frozen results to and from slices (JSON-like dicts), by Pydantic's own reading of the dataclasses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from workshop.activities.codec_older import older_round
from workshop.domain.live import Head
from workshop.domain.results import AnswersResult, Result, RoundResult

_ROUND: TypeAdapter[RoundResult] = TypeAdapter(RoundResult)
_ANSWERS: TypeAdapter[AnswersResult] = TypeAdapter(AnswersResult)
_HEAD: TypeAdapter[Head] = TypeAdapter(Head)


def result_to_slice(result: Result) -> dict[str, Any]:
    """A result as a JSON-like dict."""
    adapter: TypeAdapter[Any] = _ROUND if isinstance(result, RoundResult) else _ANSWERS
    return adapter.dump_python(result, mode="json")


def round_result(value: Mapping[str, Any]) -> RoundResult:
    """A placing round's result from its slice, also from one that a version before wrote."""
    return _ROUND.validate_python(value if "schema" in value else older_round(value))


def answers_result(value: object) -> AnswersResult:
    """A questionnaire's result from its slice."""
    return _ANSWERS.validate_python(value)


def head_to_json(head: Head) -> bytes:
    """The head as JSON, as it lies in the live store and in the checkpoint."""
    return _HEAD.dump_json(head)


def head_from_json(text: bytes | str) -> Head:
    """The head from JSON."""
    return _HEAD.validate_json(text)
