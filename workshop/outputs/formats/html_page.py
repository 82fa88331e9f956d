"""The report as one self-contained page."""

from workshop.outputs.model import AnonymisedSession


def render(session: AnonymisedSession) -> bytes:
    """HTML."""
    return b""
