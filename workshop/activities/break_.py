"""A break: nothing to do, and the room sees when it goes on. The timer says how long."""

from __future__ import annotations

from workshop.activities.base import Activity

ACTIVITY = Activity(name="break", gathers=True)
