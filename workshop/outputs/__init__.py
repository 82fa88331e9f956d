"""What leaves a session: through the single door `anonymise.py`, and then in a format that sees nothing else.

Belongs here: pure functions from what the room was shown to bytes. Does not belong here: Redis, SQL, HTTP, clocks.
"""
