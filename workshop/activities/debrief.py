"""Before the end: the room talks about how it is, aloud. Phones rest, and offer a quiet minute and support."""

from __future__ import annotations

from workshop.activities.base import FACILITATOR, Activity

# At the desk there is nothing to do but to listen. Its minutes are not taken from it when the room is late.
ACTIVITY = Activity(name="debrief", keeps_minutes=True, without_view=FACILITATOR)
