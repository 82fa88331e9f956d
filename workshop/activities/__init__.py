"""What people can do together in a step: commands, who may send them, rules, and what each audience sees.

Belongs here: pure functions from a situation to a change or a refusal, and from a view to parts.
Does not belong here: Redis, sockets, HTTP, clocks, randomness (all handed in). Pydantic only describes
the bytes that come in and go out. A new activity is one file here and one line in `registry.ACTIVITIES`.
"""
