"""Slices and heads to bytes and back. Keys sorted and no spaces: the same value is always the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from workshop.activities.codec import head_from_json, head_to_json

__all__ = ["head_from_json", "head_to_json", "slice_from_bytes", "slice_to_bytes"]


def slice_to_bytes(value: Mapping[str, Any]) -> bytes:
    """A slice as canonical JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def slice_from_bytes(raw: bytes | None) -> dict[str, Any] | None:
    """A slice, or None where nothing lies."""
    return None if raw is None else json.loads(raw)
