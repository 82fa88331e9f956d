"""A break: nothing to do, and the room sees when it goes on. The timer says how long."""

from __future__ import annotations

from workshop.activities.base import FACILITATOR, Activity

# At the desk there is nothing to do but to come back.
ACTIVITY = Activity(name="break", gathers=True, keeps_minutes=True, without_view=FACILITATOR)
