"""Another wording, offered while somebody writes: for words that name a person by an act, blame, or sound too sure.

It informs and never blocks. The patterns belong to a language, so they are messages of its catalogue (`gentler`), each
with its reason and its source; this is the rule by which they are found. The browser has the same rule
(`static/src/shared/ui/gentler-rule.ts`), and both are held to `tests/messages/gentler.json`. What somebody else said
stays as it was said: whatever stands between quotation marks is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LOOKED_AT = 5000
"""Characters of a text that are looked at: more than any field takes."""
QUOTED = re.compile(r"(^|\W)(\"[^\"]*(?:\"|$)|“[^”]*(?:”|$)|«[^»]*(?:»|$)|‘[^’]*(?:’\w[^’]*)*(?:’|$))")
"""Also what is quoted and not ended yet, as it is while somebody writes it."""
OWNED = re.compile(r"['’]s?(?!\w)")


@dataclass(frozen=True)
class Prompt:
    """Words that could be others. `forms`: in lower case, with one blank between words, each inflection by itself.

    `but`: longer phrases in which a form is left alone. `offer`: what could stand in their place, or "".
    """

    id: str
    forms: Sequence[str]
    why: str
    source: str
    offer: str = ""
    but: Sequence[str] = ()


@dataclass(frozen=True)
class Found:
    """Where a prompt's words stand, in characters, as they are written. `offer`: what fits in their place, or ""."""

    prompt: Prompt
    start: int
    end: int
    words: str
    offer: str


def first(prompts: Iterable[Prompt], text: str, left: Iterable[str] = ()) -> Found | None:
    """The first words of a text that a prompt is about; of several at one place the first prompt. `left`: their ids."""
    seen = _without(QUOTED, text[:LOOKED_AT])
    gone, found = {*left}, list[Found]()
    for prompt in prompts:
        bare = _without(_any(prompt.but), seen) if prompt.but else seen
        at = None if prompt.id in gone else _any(prompt.forms).search(bare)
        if at:
            start, end = at.span(2)
            offer = "" if OWNED.match(text, end) else prompt.offer
            found.append(Found(prompt, start, end, text[start:end], offer))
    return min(found, key=lambda one: one.start, default=None)


def _any(forms: Sequence[str]) -> re.Pattern[str]:
    """What stands before, and any of these as whole words; a blank is also a hyphen, and an apostrophe either sign."""
    ways = (re.escape(form).replace("\\ ", r"[\s-]+").replace("’", "['’]") for form in sorted(forms, key=len)[::-1])
    return re.compile(rf"(^|\W)({'|'.join(ways)})(?!\w)", re.IGNORECASE)


def _without(pattern: re.Pattern[str], text: str) -> str:
    """The same, as long, with a sign in place of all that the pattern finds."""
    return pattern.sub(lambda found: found[1] + "·" * len(found[2]), text)
